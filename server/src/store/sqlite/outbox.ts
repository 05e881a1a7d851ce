// What does each engine still lack? A row an article and engine, with the revision wanted and the one held. Whatever
// search can see of an article goes through `touch`, in the transaction that changed it.
import { sql } from 'kysely'
import type { Clock } from '../../domain/clock.ts'
import type { Outbox, OutboxEntry, OutboxState, QuarantinedEntry } from '../outbox-port.ts'
import { fixed } from './fixed.ts'
import { rowOf, rowsOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

/** Tries before an entry is set aside, and the seconds before the second try; each wait is double the one before, to an hour. */
const TRIES = 8
const FIRST_WAIT = 5
const LONGEST_WAIT = 3_600

/** An engine that has not asked for so long is gone: nobody need keep account of what it holds. Days. */
const FORGOTTEN_AFTER = 14
/** Milliseconds between two notes that an engine is still asking. */
const SEEN_EVERY = 3_600_000

const engineByIdentity = fixed<{ identity: string }, { id: number; seen_at: string }>((db, given) =>
  db.selectFrom('engine').select(['id', 'seen_at']).where('identity', '=', given('identity')),
)

const wantNew = fixed<{ article: number; since: string }>((db, given) =>
  db.insertInto('outbox').columns(['engine_id', 'article_id', 'wanted', 'since']).expression((eb) =>
    eb.selectFrom('engine').select(['engine.id', sql<number>`${given('article')}`.as('article'), sql<number>`1`.as('wanted'), sql<string>`${given('since')}`.as('since')]),
  ),
)

const raise = fixed<{ articles: string }>((db, given) =>
  db.updateTable('article').set((eb) => ({ revision: eb('revision', '+', 1) })).where((eb) => inSet(eb.ref('id'), given('articles'))),
)

const want = fixed<{ articles: string; since: string }>((db, given) =>
  db
    .updateTable('outbox')
    .set((eb) => ({
      wanted: eb.selectFrom('article').select('revision').whereRef('article.id', '=', 'outbox.article_id'),
      attempts: 0,
      quarantined: 0,
      due_at: '',
      error: null,
      since: sql<string>`case when wanted = held then ${given('since')} else since end`,
    }))
    // Both columns of the key: without the engines it would read the whole table.
    .where('engine_id', 'in', (eb) => eb.selectFrom('engine').select('engine.id'))
    .where((eb) => inSet(eb.ref('article_id'), given('articles'))),
)

const dueEntries = fixed<{ engine: number; now: string; limit: number }, { article_id: number; wanted: number; attempts: number; status: string }>(
  (db, given) =>
    db
      .selectFrom('outbox')
      .innerJoin('article', 'article.id', 'outbox.article_id')
      .select(['outbox.article_id', 'outbox.wanted', 'outbox.attempts', 'article.status'])
      .where('engine_id', '=', given('engine'))
      .where('quarantined', '=', sql<number>`0`)
      .where('due_at', '<=', given('now'))
      .whereRef('wanted', '<>', 'held')
      .orderBy('due_at')
      .orderBy('article_id')
      .limit(given('limit')),
)

const waitingAmong = fixed<{ engine: number; articles: string }, { article_id: number }>((db, given) =>
  db
    .selectFrom('outbox')
    .select('article_id')
    .where('engine_id', '=', given('engine'))
    .where((eb) => inSet(eb.ref('article_id'), given('articles')))
    .where('quarantined', '=', sql<number>`0`)
    .whereRef('wanted', '<>', 'held'),
)

const hold = fixed<{ engine: number; article: number; revision: number }>((db, given) =>
  db
    .updateTable('outbox')
    .set({ held: given('revision'), attempts: 0, quarantined: 0, due_at: '', error: null })
    .where('engine_id', '=', given('engine'))
    .where('article_id', '=', given('article')),
)

/** A new article is wanted by every engine. */
export async function wantArticle(session: Session, article: number, since: string): Promise<void> {
  await session.run(wantNew, { article, since })
}

/** These articles look otherwise to search from now on. */
export async function touch(session: Session, articles: Iterable<number>, since: string): Promise<void> {
  const set = asSet(new Set(articles))
  if (set === '[]') return
  await session.run(raise, { articles: set })
  await session.run(want, { articles: set, since })
}

export class SqliteOutbox implements Outbox {
  readonly #sessions: Sessions
  readonly #clock: Clock

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions
    this.#clock = clock
  }

  async due(engine: string, limit: number, now: string): Promise<readonly OutboxEntry[]> {
    const id = await this.#engine(engine)
    const rows = await this.#sessions.reader().all(dueEntries, { engine: id, now, limit })
    return rows.map((row) => ({ articleId: String(row.article_id), wanted: row.wanted, gone: row.status === 'binned', attempts: row.attempts }))
  }

  async held(engine: string, entries: readonly OutboxEntry[]): Promise<void> {
    if (entries.length === 0) return
    const id = await this.#engine(engine)
    const rows = entries.flatMap(({ articleId, wanted }) => ({ engine: id, article: rowOf(articleId) ?? 0, revision: wanted }))
    await this.#sessions.write((session) => session.runEach(hold, rows))
  }

  async failed(engine: string, entry: OutboxEntry, error: string, now: string): Promise<void> {
    const id = await this.#engine(engine)
    const attempts = entry.attempts + 1
    const wait = Math.min(FIRST_WAIT * 2 ** entry.attempts, LONGEST_WAIT)
    const due_at = new Date(Date.parse(now) + wait * 1_000).toISOString()
    await this.#sessions.write(({ db }) =>
      db
        .updateTable('outbox')
        .set({ attempts, due_at, error, quarantined: attempts >= TRIES ? 1 : 0 })
        .where('engine_id', '=', id)
        .where('article_id', '=', rowOf(entry.articleId) ?? 0)
        // Changed meanwhile: the failure was another revision's.
        .where('wanted', '=', entry.wanted)
        .execute(),
    )
  }

  async retire(engine: string): Promise<void> {
    await this.#sessions.write(({ db }) => db.deleteFrom('engine').where('identity', '=', engine).execute())
  }

  async doubt(engine: string, articleIds: readonly string[]): Promise<void> {
    const id = await this.#engine(engine)
    const since = this.#clock().toISOString()
    await this.#sessions.write(({ db }) =>
      db
        .updateTable('outbox')
        .set({ held: 0, attempts: 0, quarantined: 0, due_at: '', since, error: null })
        .where('engine_id', '=', id)
        .where((eb) => inSet(eb.ref('article_id'), asSet(rowsOf(articleIds))))
        .execute(),
    )
  }

  async waiting(engine: string, articleIds: readonly string[]): Promise<ReadonlySet<string>> {
    const articles = asSet(rowsOf(articleIds))
    const rows = await this.#sessions.reader().all(waitingAmong, { engine: await this.#engine(engine), articles })
    return new Set(rows.map(({ article_id }) => String(article_id)))
  }

  async state(engine: string): Promise<OutboxState> {
    const id = await this.#engine(engine)
    const rows = await this.#sessions
      .reader()
      .db.selectFrom('outbox')
      .select((eb) => ['quarantined', eb.fn.countAll<number>().as('count'), eb.fn.min('since').as('oldest')])
      .where('engine_id', '=', id)
      .where('quarantined', 'in', [0, 1])
      .whereRef('wanted', '<>', 'held')
      .groupBy('quarantined')
      .execute()
    const waiting = rows.find((row) => row.quarantined === 0)
    return {
      pending: Number(waiting?.count ?? 0),
      quarantined: Number(rows.find((row) => row.quarantined === 1)?.count ?? 0),
      ...(waiting && { oldestWaitingSince: waiting.oldest }),
    }
  }

  async quarantined(engine: string): Promise<readonly QuarantinedEntry[]> {
    const id = await this.#engine(engine)
    const rows = await this.#sessions
      .reader()
      .db.selectFrom('outbox')
      .select(['article_id', 'attempts', 'error'])
      .where('engine_id', '=', id)
      .where('quarantined', '=', 1)
      .whereRef('wanted', '<>', 'held')
      .orderBy('article_id')
      .execute()
    return rows.map((row) => ({ articleId: String(row.article_id), attempts: row.attempts, lastError: row.error ?? '' }))
  }

  async wanted(afterId: string | undefined, limit: number): Promise<readonly { readonly articleId: string; readonly revision: number }[]> {
    const rows = await this.#sessions
      .reader()
      .db.selectFrom('article')
      .select(['id', 'revision'])
      .where('id', '>', afterId === undefined ? 0 : (rowOf(afterId) ?? 0))
      .where('status', '=', 'live')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ articleId: String(row.id), revision: row.revision }))
  }

  /** The engine's row; one that is seen for the first time holds nothing yet. */
  async #engine(identity: string): Promise<number> {
    const known = await this.#sessions.reader().first(engineByIdentity, { identity })
    const now = this.#clock()
    if (known && now.getTime() - Date.parse(known.seen_at) < SEEN_EVERY) return known.id
    return this.#sessions.write((session) => this.#register(session, identity))
  }

  async #register(session: Session, identity: string): Promise<number> {
    const now = this.#clock()
    const seen_at = now.toISOString()
    const known = await session.first(engineByIdentity, { identity })
    if (known) {
      await session.db.updateTable('engine').set({ seen_at }).where('id', '=', known.id).execute()
      return known.id
    }
    const gone = new Date(now.getTime() - FORGOTTEN_AFTER * 86_400_000).toISOString()
    await session.db.deleteFrom('engine').where('seen_at', '<', gone).execute()
    const { id } = await session.db.insertInto('engine').values({ identity, seen_at }).returning('id').executeTakeFirstOrThrow()
    await session.db
      .insertInto('outbox')
      .columns(['engine_id', 'article_id', 'wanted', 'since'])
      .expression((eb) =>
        eb.selectFrom('article').select([sql<number>`${id}`.as('engine'), 'id', 'revision', sql<string>`${seen_at}`.as('since')]).where('status', '=', 'live'),
      )
      .execute()
    return id
  }
}
