// Who has an account? Each change with its audit row; password hashes come in and never go out in a list.
import type { Selectable } from 'kysely'
import type { Clock } from '../../domain/clock.ts'
import { ProblemError } from '../../domain/problem.ts'
import type { Actor, Role } from '../../domain/role.ts'
import type { People, User } from '../people-port.ts'
import type { Listed, ListQuery } from '../port.ts'
import { append } from './audit.ts'
import { filtered, page, sorting } from './lists.ts'
import { notFound, present, rowOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import type { UserTable } from './tables.ts'

const SORTS = { id: 'id', email: 'email', name: 'name', role: 'role', createdAt: 'created_at', lastSeenAt: 'last_seen_at' } as const

export type UserRow = Selectable<UserTable>

export class Users implements Pick<People, 'users' | 'user' | 'addUser' | 'editUser' | 'removeUser' | 'hasAdministrator'> {
  readonly #sessions: Sessions
  readonly #clock: Clock

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions
    this.#clock = clock
  }

  async users(query: ListQuery<{ readonly role?: Role }>): Promise<Listed<User>> {
    const { role } = query.filter
    const all = filtered(this.#sessions.reader().db.selectFrom('user'), [role !== undefined && ((eb) => eb('role', '=', role))])
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'asc' })
    const { data, total } = await page(all, all.selectAll().orderBy(column, order).orderBy('id', order), query)
    return { data: data.map(userOf), total }
  }

  async user(id: string): Promise<User | undefined> {
    const row = await userRow(this.#sessions.reader(), id)
    return row && userOf(row)
  }

  async addUser(
    user: { readonly email: string; readonly name: string; readonly role: Role; readonly passwordHash: string },
    actor: Actor,
    now: string,
  ): Promise<User> {
    const email = user.email.toLowerCase()
    return this.#sessions.write(async (session) => {
      const taken = await session.db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
      if (taken) throw new ProblemError('conflict', `There is already a user with the e-mail ${email}.`)
      const row = { email, name: user.name, role: user.role, password_hash: user.passwordHash, disabled: 0, version: 1, created_at: now }
      const stored = userOf(await session.db.insertInto('user').values(row).returningAll().executeTakeFirstOrThrow())
      await append(session, { at: now, actor, action: 'user.add', subject: { kind: 'user', id: stored.id }, after: told(stored) })
      return stored
    })
  }

  async editUser(
    id: string,
    changes: { readonly name?: string; readonly role?: Role; readonly passwordHash?: string; readonly disabled?: boolean },
    actor: Actor,
    now: string,
  ): Promise<User> {
    return this.#sessions.write(async (session) => {
      const before = await userRow(session, id)
      if (!before) throw notFound('user', id)
      const after: UserRow = {
        ...before,
        name: changes.name ?? before.name,
        role: changes.role ?? before.role,
        password_hash: changes.passwordHash ?? before.password_hash,
        disabled: changes.disabled === undefined ? before.disabled : Number(changes.disabled),
        version: before.version + 1,
      }
      if (administers(before) && !administers(after)) await mustLeaveAdministrator(session, before.id)
      const { id: row, ...columns } = after
      await session.db.updateTable('user').set(columns).where('id', '=', row).execute()
      const ends = changes.role !== undefined || changes.passwordHash !== undefined || changes.disabled !== undefined
      if (ends) await session.db.deleteFrom('session').where('user_id', '=', row).execute()
      const stored = userOf(after)
      const password = changes.passwordHash === undefined ? {} : { password: 'changed' }
      const subject = { kind: 'user', id }
      await append(session, { at: now, actor, action: 'user.edit', subject, before: told(userOf(before)), after: { ...told(stored), ...password } })
      return stored
    })
  }

  async removeUser(id: string, actor: Actor): Promise<void> {
    await this.#sessions.write(async (session) => {
      const row = await userRow(session, id)
      if (!row) throw notFound('user', id)
      if (administers(row)) await mustLeaveAdministrator(session, row.id)
      await session.db.deleteFrom('user').where('id', '=', row.id).execute()
      await append(session, { at: this.#clock().toISOString(), actor, action: 'user.remove', subject: { kind: 'user', id }, before: told(userOf(row)) })
    })
  }

  async hasAdministrator(): Promise<boolean> {
    const { db } = this.#sessions.reader()
    const found = await db.selectFrom('user').select('id').where('role', '=', 'admin').where('disabled', '=', 0).limit(1).executeTakeFirst()
    return found !== undefined
  }
}

export function userOf(row: UserRow): User {
  const { id, email, name, role, disabled, version, created_at, last_seen_at } = row
  return { id: String(id), email, name, role, disabled: disabled !== 0, version, createdAt: created_at, ...present({ lastSeenAt: last_seen_at }) }
}

async function userRow(session: Session, id: string): Promise<UserRow | undefined> {
  return session.db.selectFrom('user').selectAll().where('id', '=', rowOf(id) ?? 0).executeTakeFirst()
}

function administers(row: UserRow): boolean {
  return row.role === 'admin' && row.disabled === 0
}

async function mustLeaveAdministrator(session: Session, without: number): Promise<void> {
  const query = session.db.selectFrom('user').select('id').where('role', '=', 'admin').where('disabled', '=', 0)
  const other = await query.where('id', '<>', without).limit(1).executeTakeFirst()
  if (!other) throw new ProblemError('conflict', 'This is the last enabled administrator; make another one first.')
}

/** What the audit log keeps of a user. */
function told(user: User): Pick<User, 'email' | 'name' | 'role' | 'disabled'> {
  const { email, name, role, disabled } = user
  return { email, name, role, disabled }
}
