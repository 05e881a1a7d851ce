// Who is signed in? Sessions live in the store, so that a restart signs nobody out and an administrator can end them.
import type { Later, People, User } from '../people-port.ts'
import type { Session, Sessions } from './sessions.ts'
import { userOf } from './users.ts'
import { Uses } from './uses.ts'

export class SignIns implements Pick<People, 'credentials' | 'addSession' | 'session' | 'endSession'> {
  readonly #sessions: Sessions
  readonly #uses: Uses

  constructor(sessions: Sessions) {
    this.#sessions = sessions
    this.#uses = new Uses(sessions)
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

  async session(tokenHash: string, now: string, idleSince: string, later?: Later): Promise<User | undefined> {
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
    const note = async ({ db }: Session) => {
      await db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()
      await db.updateTable('user').set({ last_seen_at: now }).where('id', '=', row.id).execute()
    }
    await this.#uses.note({ of: tokenHash, last: row.seen_at, now, every: idleAllowed / 10, note }, later)
    return userOf(row)
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.#sessions.write(({ db }) => db.deleteFrom('session').where('token_hash', '=', tokenHash).execute())
  }
}
