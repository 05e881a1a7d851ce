// Who is signed in? Sessions live in the store, so that a restart signs nobody out and an administrator can end them.
import type { People, User } from '../people-port.ts'
import { isBusy } from './connection.ts'
import type { Session, Sessions } from './sessions.ts'
import { userOf } from './users.ts'

/** Milliseconds between two notes of the same session's or key's use: a note is a write, and reading must not wait for writers. */
const NOTED_EVERY = 60_000

export class SignIns implements Pick<People, 'credentials' | 'addSession' | 'session' | 'endSession'> {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async credentials(email: string): Promise<{ readonly user: User; readonly passwordHash: string } | undefined> {
    const { db } = this.#sessions.reader()
    const row = await db.selectFrom('user').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()
    return row && { user: userOf(row), passwordHash: row.password_hash }
  }

  async addSession(session: { readonly tokenHash: string; readonly userId: string; readonly createdAt: string; readonly expiresAt: string }): Promise<void> {
    const { tokenHash, userId, createdAt, expiresAt } = session
    await this.#sessions.write(async ({ db }) => {
      await db.deleteFrom('session').where('expires_at', '<=', createdAt).execute()
      const row = { token_hash: tokenHash, user_id: Number(userId), created_at: createdAt, expires_at: expiresAt, seen_at: createdAt }
      await db.insertInto('session').values(row).execute()
    })
  }

  async session(tokenHash: string, now: string, idleSince: string): Promise<User | undefined> {
    const row = await this.#sessions
      .reader()
      .db.selectFrom('session')
      .innerJoin('user', 'user.id', 'session.user_id')
      .selectAll('user')
      .select('session.seen_at')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', now)
      .where('seen_at', '>=', idleSince)
      .where('disabled', '=', 0)
      .executeTakeFirst()
    if (!row) return undefined
    const idleAllowed = Date.parse(now) - Date.parse(idleSince)
    await noteUse(this.#sessions, row.seen_at, now, idleAllowed / 10, async ({ db }) => {
      await db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()
      await db.updateTable('user').set({ last_seen_at: now }).where('id', '=', row.id).execute()
    })
    return userOf(row)
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.#sessions.write(({ db }) => db.deleteFrom('session').where('token_hash', '=', tokenHash).execute())
  }
}

/** Notes a use, unless it was noted a moment ago. */
export async function noteUse(
  sessions: Sessions,
  last: string | null,
  now: string,
  every: number,
  note: (session: Session) => Promise<unknown>,
): Promise<void> {
  if (last !== null && Date.parse(now) - Date.parse(last) < Math.min(every, NOTED_EVERY)) return
  try {
    await sessions.write(note)
  } catch (error) {
    // The next use notes it; being let in must not depend on it.
    if (!isBusy(error)) throw error
  }
}
