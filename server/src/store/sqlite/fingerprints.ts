// Which articles share prints with this one? Postings, print first, so that a look-up is one descent and a run of
// neighbours: in the tables for most articles, in the connection's tail for the newest. Only live articles have postings.
import { type SqlBool, sql } from 'kysely'
import type { Fingerprint } from '../../domain/fingerprint.ts'
import type { Fingerprints } from '../port.ts'
import { fixed } from './fixed.ts'
import { type Channel, perChannel, setPostings } from './postings.ts'
import { packed, printsOf, unpacked } from './prints.ts'
import { notFound, rowOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

type Asked = { prints: string; cap: number }

/** All prints of an article by one statement; only those that somebody holds, each with its oldest holders. */
const inTables = perChannel((table) =>
  fixed<Asked, { print: number; held: string }>((db, given) =>
    db
      .selectFrom(sql<{ value: number }>`json_each(${given('prints')})`.as('asked'))
      .select('asked.value as print')
      .select(
        sql<string>`(select group_concat(article_id) from (select article_id from ${sql.table(table)} where print = asked.value order by article_id limit ${given('cap')}))`.as('held'),
      )
      .where(sql<SqlBool>`exists (select 1 from ${sql.table(table)} where print = asked.value)`),
  ),
)

const countPrints = fixed<{ version: number; by: number }>((db, given) =>
  db
    .insertInto('print_total')
    .values({ version: given('version'), articles: given('by') })
    .onConflict((conflict) => conflict.column('version').doUpdateSet((eb) => ({ articles: eb('print_total.articles', '+', eb.ref('excluded.articles')) }))),
)

const totals = fixed<object, { version: number; articles: number }>((db) =>
  db.selectFrom('print_total').select(['version', 'articles']).where('articles', '>', 0),
)

const ofVersion = fixed<{ version: number; articles: string }, { id: number }>((db, given) =>
  db
    .selectFrom('article')
    .select('id')
    .where('print_version', '=', given('version'))
    .where((eb) => inSet(eb.ref('id'), given('articles'))),
)

const sameContent = fixed<{ hash: string; limit: number }, { id: number }>((db, given) =>
  db.selectFrom('article').select('id').where('content_hash', '=', given('hash')).where('status', '=', 'live').orderBy('id').limit(given('limit')),
)

const packedPrints = fixed<{ article: number }, { prints: Uint8Array; print_version: number; status: string }>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.id', 'article.id')
    .select(['article_text.prints', 'article.print_version', 'article.status'])
    .where('article.id', '=', given('article')),
)

/** One live article of this version more, or less. */
export async function countPrinted(session: Session, version: number, by: 1 | -1): Promise<void> {
  await session.run(countPrints, { version, by })
}

/** An article comes into the look-up (`on`) or leaves it. */
export async function showPrints(session: Session, article: number, on: boolean): Promise<void> {
  const stored = await session.first(packedPrints, { article })
  if (!stored) return
  await setPostings(session, article, unpacked(stored.prints), on)
  await countPrinted(session, stored.print_version, on ? 1 : -1)
}

export class SqliteFingerprints implements Fingerprints {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async holders(channel: Channel, version: number, prints: Int32Array, cap: number): Promise<ReadonlyMap<number, Int32Array>> {
    const session = this.#sessions.reader()
    await session.tail.refresh(session)
    const held = new Map<number, Int32Array>()
    for (const row of await session.all(inTables[channel], { prints: asSet(prints), cap })) held.set(row.print, Int32Array.from(row.held.split(','), Number))
    for (const print of prints) {
      const older = held.get(print)
      const newest = session.tail.oldest(channel, print, cap - (older?.length ?? 0))
      if (newest.length > 0) held.set(print, Int32Array.from(older === undefined ? newest : [...older, ...newest]))
    }
    return (await this.#hasOnly(session, version)) ? held : this.#only(session, version, held)
  }

  async sameText(contentHash: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#sessions.reader().all(sameContent, { hash: contentHash, limit })
    return rows.map(({ id }) => String(id))
  }

  async replace(articleId: string, fingerprint: Fingerprint): Promise<void> {
    const article = rowOf(articleId) ?? 0
    await this.#sessions.write(async (session) => {
      const stored = await session.first(packedPrints, { article })
      if (!stored) throw notFound('article', articleId)
      const live = stored.status === 'live'
      if (live) await showPrints(session, article, false)
      const { version: print_version, contentHash: content_hash, tokenCount: token_count } = fingerprint
      await session.db.updateTable('article').set({ print_version, content_hash, token_count }).where('id', '=', article).execute()
      await session.db.updateTable('article_text').set({ prints: packed(printsOf(fingerprint)) }).where('id', '=', article).execute()
      if (live) await showPrints(session, article, true)
    })
  }

  async total(): Promise<number> {
    const rows = await this.#sessions.reader().all(totals, {})
    return rows.reduce((sum, row) => sum + row.articles, 0)
  }

  /** While the method is being upgraded, prints of two versions stand side by side. */
  async #hasOnly(session: Session, version: number): Promise<boolean> {
    return (await session.all(totals, {})).every((row) => row.version === version)
  }

  async #only(session: Session, version: number, held: ReadonlyMap<number, Int32Array>): Promise<ReadonlyMap<number, Int32Array>> {
    const articles = new Set([...held.values()].flatMap((ids) => [...ids]))
    const rows = await session.all(ofVersion, { version, articles: asSet(articles) })
    const wanted = new Set(rows.map(({ id }) => id))
    const kept = [...held].map(([print, ids]) => [print, ids.filter((id) => wanted.has(id))] as const)
    return new Map(kept.filter(([, ids]) => ids.length > 0))
  }
}
