// Who is here, and what may they do? The service says which calls this person may make; nothing is guessed from a role's
// name. Rights are kept for a while, because they are asked for before each page.
import type { AuthProvider } from 'react-admin'
import type { SessionAnswer } from '../../../../server/src/http/contract/people.ts'
import { isProblem } from '../../api.ts'
import { call } from './call.ts'
import { queries } from './queries.ts'
import { signedOut } from './signing-out.ts'

const KEPT_MS = 30_000

let last = ''

/** The id of who was last known to be here. */
export function here(): string {
  return last
}

let kept: { readonly session: Promise<SessionAnswer>; readonly at: number } | undefined

/** Rejects with 401 where nobody is signed in. */
export function session(): Promise<SessionAnswer> {
  if (kept === undefined || Date.now() - kept.at > KEPT_MS) keep(call<SessionAnswer>('/api/session?quiet=true'))
  return (kept as { readonly session: Promise<SessionAnswer> }).session
}

function keep(asked: Promise<SessionAnswer>): void {
  kept = { session: asked, at: Date.now() }
  asked.then(
    ({ actor }) => (last = actor.id),
    () => (kept = undefined),
  )
}

/** What a page needs, by the name of the call that it makes. */
const RIGHTS: Readonly<Record<string, string>> = { 'articles.show': 'articles.get', 'system.list': 'system' }

export const access: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    queries.clear()
    keep(call<SessionAnswer>('/api/session', { method: 'POST', body: { email, password } }))
    await session()
  },
  logout: async () => {
    if (kept !== undefined) await call('/api/session', { method: 'DELETE' }).catch(unlessSignedOut)
    kept = undefined
    queries.clear()
    signedOut()
  },
  checkAuth: async () => {
    const { actor } = await session()
    if (actor.kind !== 'user') throw new Error('Nobody is signed in.')
  },
  // Only 401 ends the session: who may not do one thing is still who they are.
  checkError: async (error: unknown) => {
    if (isProblem(error, 401)) {
      kept = undefined
      throw error
    }
  },
  getIdentity: async () => {
    const { actor } = await session()
    return { id: actor.id, fullName: actor.name, role: actor.role }
  },
  canAccess: async ({ resource, action }) => {
    const name = `${resource}.${action}`
    return (await session()).may.includes(RIGHTS[name] ?? name)
  },
}

function unlessSignedOut(error: unknown): void {
  if (!isProblem(error, 401)) throw error
}
