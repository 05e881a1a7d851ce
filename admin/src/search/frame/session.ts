// Who is here, and what may they do? Asked once for the whole page; the list of rights comes from the service.
import { createContext, useContext } from 'react'
import type { SessionAnswer } from '../../../../server/src/http/contract/people.ts'
import { ask, isProblem } from '../../api.ts'

export type Session = SessionAnswer

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session | undefined {
  return useContext(SessionContext)
}

export function signedIn(session: Session | undefined): boolean {
  return session?.actor.kind === 'user'
}

/** `undefined` where nobody is signed in and nothing may be asked. */
export async function askSession(): Promise<Session | undefined> {
  try {
    return await ask<Session>('/api/session')
  } catch (error) {
    if (isProblem(error, 401)) return undefined
    throw error
  }
}

/** The way to the sign-in form and back here. */
export function signInAddress(path: string): string {
  return path.startsWith('/sign-in') ? path : `/sign-in?${new URLSearchParams({ to: path })}`
}

/** Only a path of this site: an address from outside must not choose where a person lands after signing in. */
export function safeReturn(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
}
