// How does somebody come in without a password? By a link that works once and for a few minutes.
// Kept in memory only and by hash: a restart forgets them, and a dump of the store has none.
import type { Clock } from '../domain/clock.ts'
import { hashOf, newSecret } from './secrets.ts'

const LIFETIME_MS = 15 * 60_000
const MOST = 1_000

export interface SignInLinks {
  /** A path with a one-time token. `goTo` is a path of this site. */
  issue(userId: string, goTo: string): { readonly path: string; readonly expiresAt: string }
  /** Whom the token lets in and where to; `undefined` where it is unknown, used or too old. */
  redeem(token: string): { readonly userId: string; readonly goTo: string } | undefined
}

export function signInLinks(clock: Clock): SignInLinks {
  const waiting = new Map<string, { readonly userId: string; readonly goTo: string; readonly expires: number }>()
  return {
    issue(userId, goTo) {
      const oldest = waiting.size >= MOST ? waiting.keys().next().value : undefined
      if (oldest !== undefined) waiting.delete(oldest)
      const token = newSecret()
      const expires = clock().getTime() + LIFETIME_MS
      waiting.set(hashOf(token), { userId, goTo: samePlace(goTo), expires })
      return { path: `/signin?token=${token}`, expiresAt: new Date(expires).toISOString() }
    },
    redeem(token) {
      const key = hashOf(token)
      const found = waiting.get(key)
      waiting.delete(key)
      return found !== undefined && found.expires > clock().getTime() ? found : undefined
    },
  }
}

/** Only a path of this very site, never another host in disguise (`//host`, `/\host`). */
export function samePlace(path: string): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/'
}
