// Which articles share prints with this one? Two tables of postings, print first, so that a look-up is one descent
// and a run of neighbours. Only live articles have postings.
import type { Fingerprint } from '../../domain/fingerprint.ts'
import type { Fingerprints } from '../port.ts'
import { fixed } from './fixed.ts'
import { type Prints, packed, printsOf, unpacked } from './prints.ts'
import { notFound, rowOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

export type Channel = 'shingle' | 'name'

interface Posting {
  readonly print: number
  readonly article: number
}

const TABLES = { shingle: 'shingle_print', name: 'name_print' } as const
const CHANNELS = ['shingle', 'name'] as const

const post = perChannel((table) =>
  fixed<Posting>((db, given) => db.insertInto(table).values({ print: given('print'), article_id: given('article') }).onConflict((conflict) => conflict.doNothing())),
)

const withdraw = perChannel((table) =>
  fixed<Posting>((db, given) => db.deleteFrom(table).where('print', '=', given('print')).where('article_id', '=', given('article'))),
)

const holdersOf = perChannel((table) =>
  fixed<{ print: number; cap: number }>((db, given) =>
    db.selectFrom(table).select('article_id').where('print', '=', given('print')).orderBy('article_id').limit(given('cap')),
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

/** Puts the postings of an article in. */
export async function addPostings(session: Session, article: number, version: number, prints: Prints): Promise<void> {
  for (const channel of CHANNELS) await session.runEach(post[channel], postings(prints[channel], article))
  await session.run(countPrints, { version, by: 1 })
}

/** Takes the postings of a stored article out (`on` false), or puts them back. */
export async function setPostings(session: Session, article: number, on: boolean): Promise<void> {
  const stored = await session.first(packedPrints, { article })
  if (!stored) return
  const prints = unpacked(stored.prints)
  for (const channel of CHANNELS) await session.runEach((on ? post : withdraw)[channel], postings(prints[channel], article))
  await session.run(countPrints, { version: stored.print_version, by: on ? 1 : -1 })
}

export class SqliteFingerprints implements Fingerprints {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async holders(channel: Channel, version: number, prints: Int32Array, cap: number): Promise<ReadonlyMap<number, Int32Array>> {
    const session = this.#sessions.reader()
    const found = await session.columns(holdersOf[channel], Array.from(prints, (print) => ({ print, cap })))
    const held = new Map<number, Int32Array>()
    found.forEach((articles, place) => {
      if (articles.length > 0) held.set(prints[place] ?? 0, Int32Array.from(articles))
    })
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
      if (stored.status === 'live') await setPostings(session, article, false)
      const prints = printsOf(fingerprint)
      const { version: print_version, contentHash: content_hash, tokenCount: token_count } = fingerprint
      await session.db.updateTable('article').set({ print_version, content_hash, token_count }).where('id', '=', article).execute()
      await session.db.updateTable('article_text').set({ prints: packed(prints) }).where('id', '=', article).execute()
      if (stored.status === 'live') await addPostings(session, article, print_version, prints)
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

function perChannel<T>(make: (table: (typeof TABLES)[Channel]) => T): Record<Channel, T> {
  return { shingle: make('shingle_print'), name: make('name_print') }
}

function postings(prints: Int32Array, article: number): Posting[] {
  return Array.from(prints, (print) => ({ print, article }))
}
