// Which searches does a person keep? Only their own are ever found; each change has its audit row, without the feed's key.
import type { Selectable } from 'kysely'
import { ProblemError } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import type { Listed, ListQuery } from '../port.ts'
import { type SavedAbout, type SavedSearch, SAVED_SEARCHES_MOST, type SavedSearches } from '../saved-searches-port.ts'
import { append } from './audit.ts'
import { filtered, page, sorting } from './lists.ts'
import { notFound, rowOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import type { SavedSearchTable } from './tables.ts'

const SORTS = { id: 'id', name: 'name', createdAt: 'created_at' } as const

type Row = Selectable<SavedSearchTable>

export class SqliteSavedSearches implements SavedSearches {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async list(query: ListQuery<{ readonly userId: string; readonly about?: SavedAbout }>): Promise<Listed<SavedSearch>> {
    const { userId, about } = query.filter
    const own = filtered(this.#sessions.reader().db.selectFrom('saved_search'), [(eb) => eb('user_id', '=', rowOf(userId) ?? 0), about !== undefined && ((eb) => eb('about', '=', about))])
    const { column, order } = sorting(query.sort, SORTS, { field: 'name', order: 'asc' })
    const { data, total } = await page(own, own.selectAll().orderBy(column, order).orderBy('id', order), query)
    return { data: data.map(savedOf), total }
  }

  async add(search: Omit<SavedSearch, 'id' | 'createdAt'>, actor: Actor, now: string): Promise<SavedSearch> {
    const user = rowOf(search.userId) ?? 0
    return this.#sessions.write(async (session) => {
      const held = await session.db.selectFrom('saved_search').select((eb) => eb.fn.countAll<number>().as('count')).where('user_id', '=', user).executeTakeFirstOrThrow()
      if (Number(held.count) >= SAVED_SEARCHES_MOST) throw new ProblemError('conflict', `There are ${SAVED_SEARCHES_MOST} saved searches, the most that one user keeps; delete one first.`)
      const row = { user_id: user, name: search.name, query: search.query, about: search.about, feed_key: search.feedKey, created_at: now }
      const stored = savedOf(await session.db.insertInto('saved_search').values(row).returningAll().executeTakeFirstOrThrow())
      await append(session, { at: now, actor, action: 'saved-search.add', subject: subjectOf(stored.id), after: told(stored) })
      return stored
    })
  }

  async rename(id: string, userId: string, name: string, actor: Actor, now: string): Promise<SavedSearch> {
    return this.#sessions.write(async (session) => {
      const before = await ownRow(session, id, userId)
      await session.db.updateTable('saved_search').set({ name }).where('id', '=', before.id).execute()
      const stored = savedOf({ ...before, name })
      await append(session, { at: now, actor, action: 'saved-search.rename', subject: subjectOf(id), before: told(savedOf(before)), after: told(stored) })
      return stored
    })
  }

  async remove(id: string, userId: string, actor: Actor, now: string): Promise<void> {
    await this.#sessions.write(async (session) => {
      const before = await ownRow(session, id, userId)
      await session.db.deleteFrom('saved_search').where('id', '=', before.id).execute()
      await append(session, { at: now, actor, action: 'saved-search.remove', subject: subjectOf(id), before: told(savedOf(before)) })
    })
  }

  async forFeed(id: string): Promise<SavedSearch | undefined> {
    const { db } = this.#sessions.reader()
    const rows = db.selectFrom('saved_search').innerJoin('user', 'user.id', 'saved_search.user_id').where('user.disabled', '=', 0)
    const row = await rows.selectAll('saved_search').where('saved_search.id', '=', rowOf(id) ?? 0).executeTakeFirst()
    return row && savedOf(row)
  }
}

async function ownRow(session: Session, id: string, userId: string): Promise<Row> {
  const query = session.db.selectFrom('saved_search').selectAll().where('id', '=', rowOf(id) ?? 0)
  const row = await query.where('user_id', '=', rowOf(userId) ?? 0).executeTakeFirst()
  if (!row) throw notFound('saved search', id)
  return row
}

function savedOf(row: Row): SavedSearch {
  return { id: String(row.id), userId: String(row.user_id), name: row.name, about: row.about, query: row.query, feedKey: row.feed_key, createdAt: row.created_at }
}

function told({ name, query }: SavedSearch): Pick<SavedSearch, 'name' | 'query'> {
  return { name, query }
}

function subjectOf(id: string): { readonly kind: string; readonly id: string } {
  return { kind: 'saved-search', id }
}
