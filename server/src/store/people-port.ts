// Who may come in, and who did what? Users, sessions, keys and the audit log. Secrets only as hashes.
import type { Actor, Role } from '../domain/role.ts'
import type { Listed, ListQuery } from './port.ts'

export interface User {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
  readonly version: number
  readonly createdAt: string
  readonly lastSeenAt?: string
}

export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The first characters, so that a person can tell keys apart. */
  readonly prefix: string
  readonly createdAt: string
  readonly expiresAt?: string
  readonly lastUsedAt?: string
}

export interface People {
  users(query: ListQuery<{ readonly role?: Role }>): Promise<Listed<User>>
  user(id: string): Promise<User | undefined>
  /** For signing in; the e-mail folded to lower case. */
  credentials(email: string): Promise<{ readonly user: User; readonly passwordHash: string } | undefined>
  /** `conflict` where the e-mail is taken. */
  addUser(user: { readonly email: string; readonly name: string; readonly role: Role; readonly passwordHash: string }, actor: Actor, now: string): Promise<User>
  /** `conflict` where it would leave no enabled administrator. Ends the user's sessions where role, password or state change. */
  editUser(
    id: string,
    changes: { readonly name?: string; readonly role?: Role; readonly passwordHash?: string; readonly disabled?: boolean },
    actor: Actor,
    now: string,
  ): Promise<User>
  removeUser(id: string, actor: Actor): Promise<void>
  hasAdministrator(): Promise<boolean>

  addSession(session: { readonly tokenHash: string; readonly userId: string; readonly createdAt: string; readonly expiresAt: string }): Promise<void>
  /** The user of a session that is neither expired nor idle too long; renews its idle time, by `later` where that is given. */
  session(tokenHash: string, now: string, idleSince: string, later?: Later): Promise<User | undefined>
  endSession(tokenHash: string): Promise<void>

  keys(query: ListQuery<Record<string, never>>): Promise<Listed<ApiKey>>
  addKey(key: { readonly name: string; readonly role: Role; readonly prefix: string; readonly keyHash: string; readonly expiresAt?: string }, actor: Actor, now: string): Promise<ApiKey>
  /** A key that is not expired; notes its use, by `later` where that is given. */
  key(keyHash: string, now: string, later?: Later): Promise<ApiKey | undefined>
  removeKey(id: string, actor: Actor): Promise<void>
}

/** Takes over the noting of a use: a note is a write, and who only reads need not wait for writers. It may reject. */
export type Later = (note: () => Promise<void>) => void

export interface AuditEntry {
  readonly id: string
  readonly at: string
  readonly actor: { readonly kind: Actor['kind']; readonly id: string; readonly name: string }
  /** `article.edit`, `decision.record`, `key.add` … */
  readonly action: string
  /** What was changed: `article`, `user` … and its id. */
  readonly subject: { readonly kind: string; readonly id: string }
  readonly before?: unknown
  readonly after?: unknown
}

export interface AuditLog {
  /** Append-only; each row is chained to the one before by a hash. */
  record(entry: Omit<AuditEntry, 'id'>): Promise<void>
  list(query: ListQuery<{ readonly action?: string; readonly actor?: string; readonly subject?: string }>): Promise<Listed<AuditEntry>>
  /** The id of the first row whose chain is broken, if any. */
  verify(): Promise<string | undefined>
}
