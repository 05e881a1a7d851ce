// Which programs may come in? Keys are kept as hashes; the prefix lets a person tell them apart.
import type { Selectable } from 'kysely'
import type { Clock } from '../../domain/clock.ts'
import type { Actor, Role } from '../../domain/role.ts'
import type { ApiKey, Later, People } from '../people-port.ts'
import type { Listed, ListQuery } from '../port.ts'
import { append } from './audit.ts'
import { page, sorting } from './lists.ts'
import { notFound, present, rowOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import type { ApiKeyTable } from './tables.ts'
import { Uses } from './uses.ts'

const SORTS = { id: 'id', name: 'name', role: 'role', createdAt: 'created_at', expiresAt: 'expires_at', lastUsedAt: 'last_used_at' } as const

export class Keys implements Pick<People, 'keys' | 'addKey' | 'key' | 'removeKey'> {
  readonly #sessions: Sessions
  readonly #clock: Clock
  readonly #uses: Uses

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions
    this.#clock = clock
    this.#uses = new Uses(sessions)
  }

  async keys(query: ListQuery<Record<string, never>>): Promise<Listed<ApiKey>> {
    const all = this.#sessions.reader().db.selectFrom('api_key')
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'asc' })
    const { data, total } = await page(all, all.selectAll().orderBy(column, order).orderBy('id', order), query)
    return { data: data.map(keyOf), total }
  }

  async addKey(
    key: { readonly name: string; readonly role: Role; readonly prefix: string; readonly keyHash: string; readonly expiresAt?: string },
    actor: Actor,
    now: string,
  ): Promise<ApiKey> {
    return this.#sessions.write(async (session) => {
      const row = { name: key.name, role: key.role, prefix: key.prefix, key_hash: key.keyHash, created_at: now, expires_at: key.expiresAt ?? null }
      const stored = keyOf(await session.db.insertInto('api_key').values(row).returningAll().executeTakeFirstOrThrow())
      await append(session, { at: now, actor, action: 'key.add', subject: { kind: 'key', id: stored.id }, after: stored })
      return stored
    })
  }

  async key(keyHash: string, now: string, later?: Later): Promise<ApiKey | undefined> {
    const row = await this.#sessions.reader().db.selectFrom('api_key').selectAll().where('key_hash', '=', keyHash).executeTakeFirst()
    if (!row || (row.expires_at !== null && row.expires_at <= now)) return undefined
    const note = async ({ db }: Session) => void (await db.updateTable('api_key').set({ last_used_at: now }).where('id', '=', row.id).execute())
    await this.#uses.note({ of: keyHash, last: row.last_used_at, now, every: Infinity, note }, later)
    return keyOf(row)
  }

  async removeKey(id: string, actor: Actor): Promise<void> {
    await this.#sessions.write(async (session) => {
      const row = await session.db.deleteFrom('api_key').where('id', '=', rowOf(id) ?? 0).returningAll().executeTakeFirst()
      if (!row) throw notFound('key', id)
      await append(session, { at: this.#clock().toISOString(), actor, action: 'key.remove', subject: { kind: 'key', id }, before: keyOf(row) })
    })
  }
}

function keyOf(row: Selectable<ApiKeyTable>): ApiKey {
  const { id, name, role, prefix, created_at, expires_at, last_used_at } = row
  return { id: String(id), name, role, prefix, createdAt: created_at, ...present({ expiresAt: expires_at, lastUsedAt: last_used_at }) }
}
