// How is an article written for the first time? Rows, packed prints and outbox with prepared statements: this is the
// busiest path of the store.
import type { ReadArticle } from '../../domain/reading.ts'
import { folded } from './cluster-facts.ts'
import { countPrinted } from './fingerprints.ts'
import { fixed } from './fixed.ts'
import { wantArticle } from './outbox.ts'
import { mergeWhenDue } from './postings.ts'
import { packed, printsOf } from './prints.ts'
import { textOf } from './rows.ts'
import type { Session } from './sessions.ts'
import type { ArticleTable, ArticleTextTable } from './tables.ts'

const last = fixed<object, { article: number | null; cluster: number | null }>((db) =>
  db.selectNoFrom((eb) => [
    eb.selectFrom('article').select((inner) => inner.fn.max<number | null>('id').as('last')).as('article'),
    eb.selectFrom('cluster').select((inner) => inner.fn.max<number | null>('id').as('last')).as('cluster'),
  ]),
)

const addClusterOfOne = fixed<{ id: number; article: number; now: string; headlines: string }>((db, given) =>
  db.insertInto('cluster').values({
    id: given('id'), principal_id: given('article'), principal_by: 'rule', status: 'open', size: 1, conflicts: '[]', version: 1, updated_at: given('now'),
    keeper_id: given('article'), settled: 1, newest_at: given('now'), headlines: given('headlines'),
  }),
)

const ARTICLE_COLUMNS = [
  'id', 'document_id', 'cluster_id', 'relation', 'status', 'version', 'revision', 'external_id', 'url', 'span_begin', 'span_end',
  'headline', 'dek', 'byline', 'dateline', 'publisher', 'published_at', 'language', 'word_count', 'completeness', 'tags',
  'content_hash', 'token_count', 'print_version', 'created_at', 'updated_at',
] as const satisfies readonly (keyof ArticleTable)[]

const addRow = fixed<ArticleTable>((db, given) =>
  db.insertInto('article').values(Object.fromEntries(ARTICLE_COLUMNS.map((column) => [column, given(column)])) as unknown as ArticleTable),
)

const addText = fixed<ArticleTextTable>((db, given) =>
  db.insertInto('article_text').values({ id: given('id'), body: given('body'), grounds: given('grounds'), issues: given('issues'), prints: given('prints') }),
)

interface Place {
  readonly document: number
  /** JSON. */
  readonly tags: string
  readonly now: string
}

/** Returns the new ids, in order. Each article begins as a cluster of one. */
export async function addArticles(session: Session, articles: readonly ReadArticle[], place: Place): Promise<number[]> {
  const before = await session.first(last, {})
  const ids: number[] = []
  for (const [index, article] of articles.entries()) {
    const id = (before?.article ?? 0) + 1 + index
    const cluster = (before?.cluster ?? 0) + 1 + index
    await session.run(addClusterOfOne, { id: cluster, article: id, now: place.now, headlines: folded(article.draft.headline) })
    await addOne(session, article, { ...place, id, cluster })
    ids.push(id)
  }
  await mergeWhenDue(session, ids.at(-1) ?? 0)
  return ids
}

async function addOne(session: Session, { draft, fingerprint }: ReadArticle, place: Place & { id: number; cluster: number }): Promise<void> {
  await session.run(addRow, {
    id: place.id,
    document_id: place.document,
    cluster_id: place.cluster,
    relation: null,
    status: 'live',
    version: 1,
    revision: 1,
    external_id: draft.externalId ?? null,
    url: draft.url ?? null,
    span_begin: draft.span.begin,
    span_end: draft.span.end,
    headline: draft.headline,
    dek: draft.dek ?? null,
    byline: textOf(draft.byline),
    dateline: draft.dateline ?? null,
    publisher: draft.publisher ?? null,
    published_at: draft.publishedAt ?? null,
    language: draft.language,
    word_count: draft.wordCount,
    completeness: draft.completeness,
    tags: place.tags,
    content_hash: fingerprint.contentHash,
    token_count: fingerprint.tokenCount,
    print_version: fingerprint.version,
    created_at: place.now,
    updated_at: place.now,
  })
  const text = { body: draft.body, grounds: textOf(draft.grounds), issues: textOf(draft.issues), prints: packed(printsOf(fingerprint)) }
  await session.run(addText, { id: place.id, ...text })
  await countPrinted(session, fingerprint.version, 1)
  await wantArticle(session, place.id, place.now)
}
