// Who is asking? By `Authorization: Bearer KEY` or by the session cookie; a wrong key never falls back to the cookie.
import type { Request } from 'express'
import { ProblemError } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { Later, User } from '../store/people-port.ts'
import { sessionToken } from './cookies.ts'
import type { Parts } from './parts.ts'
import { hashOf, sameSecret } from './secrets.ts'

export type Identity =
  | { readonly by: 'key'; readonly actor: Actor; readonly expiresAt?: string }
  | { readonly by: 'cookie'; readonly actor: Actor; readonly tokenHash: string }
  | { readonly by: 'nothing' }

/** Nobody signed in; may search where PUBLIC_SEARCH is on. */
export const ANONYMOUS: Actor = { kind: 'anonymous', id: 'anonymous', name: 'Anonymous', role: 'reader' }

/** The key of the operator, from the environment. */
const MASTER: Actor = { kind: 'key', id: 'master', name: 'Master key', role: 'admin' }

type Asked = Pick<Parts, 'store' | 'clock' | 'settings' | 'log'>

/** `not-signed-in` for a key that is unknown or expired. A cookie that no longer holds counts as none. */
export async function identify(request: Request, parts: Asked): Promise<Identity> {
  const authorization = request.headers.authorization
  if (authorization !== undefined) return byKey(authorization, parts)
  const token = sessionToken(request, parts.settings)
  return token === undefined ? { by: 'nothing' } : bySession(hashOf(token), parts)
}

async function byKey(authorization: string, parts: Asked): Promise<Identity> {
  const given = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  if (given === undefined) throw new ProblemError('not-signed-in', 'The Authorization header is not `Bearer KEY`.')
  const { masterKey } = parts.settings
  if (masterKey !== undefined && sameSecret(given, masterKey)) return { by: 'key', actor: MASTER }
  const key = await parts.store.people.key(hashOf(given), parts.clock().toISOString(), beside(parts))
  if (key === undefined) throw new ProblemError('not-signed-in', 'The API key is unknown, withdrawn or expired.')
  return {
    by: 'key',
    actor: { kind: 'key', id: key.id, name: key.name, role: key.role },
    ...(key.expiresAt === undefined ? {} : { expiresAt: key.expiresAt }),
  }
}

async function bySession(tokenHash: string, parts: Asked): Promise<Identity> {
  const now = parts.clock()
  const idleSince = new Date(now.getTime() - parts.settings.sessionIdleSeconds * 1000)
  const user = await parts.store.people.session(tokenHash, now.toISOString(), idleSince.toISOString(), beside(parts))
  return user === undefined || user.disabled ? { by: 'nothing' } : { by: 'cookie', actor: actorOf(user), tokenHash }
}

/** The answer doesn't wait for the note that its asker was here: a search would wait for whatever is being written. */
function beside({ log }: Asked): Later {
  return (note) => {
    note().catch((error: unknown) => log.error({ err: error }, 'the last use of a key or session was not noted'))
  }
}

export function actorOf(user: User): Actor {
  return { kind: 'user', id: user.id, name: user.email, role: user.role }
}
