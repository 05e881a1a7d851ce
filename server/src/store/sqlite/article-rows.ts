// How does a stored article become an Article again? With its cluster, its document's name and its match to the principal.
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Article } from '../../domain/article.ts'
import type { Match } from '../../domain/match.ts'
import type { ArticleHead, ArticleSide } from '../port.ts'
import { fixed } from './fixed.ts'
import { matchBetween } from './match-rows.ts'
import { parsed, present } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { ArticleTable, ArticleTextTable, Tables } from './tables.ts'

type HeadRow = ArticleTable & Pick<ArticleTextTable, 'grounds' | 'issues'> & { size: number; principal_id: number; document_name: string }

type ArticleRow = HeadRow & Pick<ArticleTextTable, 'body'>

type SideRow = Pick<ArticleTable, 'id' | 'cluster_id' | 'headline' | 'byline' | 'publisher' | 'published_at' | 'completeness'> &
  Pick<ArticleTextTable, 'body'> & { document_articles: number }

/** Articles counted of one document: a digest is known by far fewer, and a file of records holds no end of them. */
const DOCUMENT_COUNT = 100

const whole = fixed<{ ids: string }, ArticleRow>((db, given) => headRows(db, given('ids')).select('article_text.body'))

const head = fixed<{ ids: string }, HeadRow>((db, given) => headRows(db, given('ids')))

const compared = fixed<{ ids: string }, SideRow>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.id', 'article.id')
    .select(['article.id', 'cluster_id', 'headline', 'body', 'byline', 'publisher', 'published_at', 'completeness'])
    .select(documentArticles)
    .where((eb) => inSet(eb.ref('article.id'), given('ids')))
    .$castTo<SideRow>(),
)

function headRows(db: Kysely<Tables>, ids: string) {
  return db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.id', 'article.id')
    .innerJoin('cluster', 'cluster.id', 'article.cluster_id')
    .innerJoin('document', 'document.id', 'article.document_id')
    .selectAll('article')
    .select(['article_text.grounds', 'article_text.issues', 'cluster.size', 'cluster.principal_id', 'document.name as document_name'])
    .where((eb) => inSet(eb.ref('article.id'), ids))
}

/** How many live articles came out of the article's document, as far as it matters. */
export function documentArticles(eb: ExpressionBuilder<Tables, 'article'>) {
  const siblings = eb
    .selectFrom('article as sibling')
    .select('sibling.id')
    .whereRef('sibling.document_id', '=', 'article.document_id')
    .where('sibling.status', '=', 'live')
  return eb
    .selectFrom(siblings.limit(DOCUMENT_COUNT).as('siblings'))
    .select((inner) => inner.fn.countAll<number>().as('count'))
    .as('document_articles')
}

/** In the order asked for; missing ones left out. */
export async function sidesOf(session: Session, ids: readonly number[]): Promise<ArticleSide[]> {
  const rows = await session.all(compared, { ids: asSet(ids) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { headline, body, completeness, document_articles, publisher, published_at: publishedAt } = row
    const side = { id: String(id), clusterId: String(row.cluster_id), headline, body, byline: parsed<readonly string[]>(row.byline), completeness }
    return [{ ...side, documentArticles: Number(document_articles), ...present({ publisher, publishedAt }) }]
  })
}

/** In the order asked for; missing ones left out. */
export async function articlesOf(session: Session, ids: readonly number[]): Promise<Article[]> {
  const rows = inOrder(ids, await session.all(whole, { ids: asSet(ids) }))
  const relations = await relationsOf(session, rows)
  return rows.map((row) => ({ ...headOf(row, relations.get(row.id)), body: row.body }))
}

/** In the order asked for; missing ones left out. */
export async function headsOf(session: Session, ids: readonly number[]): Promise<ArticleHead[]> {
  const rows = inOrder(ids, await session.all(head, { ids: asSet(ids) }))
  const relations = await relationsOf(session, rows)
  return rows.map((row) => headOf(row, relations.get(row.id)))
}

function inOrder<R extends { id: number }>(ids: readonly number[], rows: readonly R[]): readonly R[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** To the principals of their clusters. */
async function relationsOf(session: Session, rows: readonly HeadRow[]): Promise<ReadonlyMap<number, Match>> {
  const relations = new Map<number, Match>()
  for (const { id, principal_id } of rows) {
    const match = principal_id === id ? undefined : await matchBetween(session, id, principal_id)
    if (match !== undefined) relations.set(id, match)
  }
  return relations
}

/** Written out: a page of hits is made of these, and spreading what may be absent costs as much as reading the rows. */
function headOf(row: HeadRow, relation: Match | undefined): ArticleHead {
  const head: { -readonly [K in keyof ArticleHead]: ArticleHead[K] } = {
    id: String(row.id),
    documentId: String(row.document_id),
    documentName: row.document_name,
    span: { begin: row.span_begin, end: row.span_end },
    headline: row.headline,
    byline: listed(row.byline),
    language: row.language,
    wordCount: row.word_count,
    completeness: row.completeness,
    clusterId: String(row.cluster_id),
    clusterSize: row.size,
    principal: row.principal_id === row.id,
    issues: listed(row.issues),
    grounds: listed(row.grounds),
    tags: listed(row.tags),
    status: row.status,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  if (row.external_id !== null) head.externalId = row.external_id
  if (row.url !== null) head.url = row.url
  if (row.dek !== null) head.dek = row.dek
  if (row.dateline !== null) head.dateline = row.dateline
  if (row.publisher !== null) head.publisher = row.publisher
  if (row.published_at !== null) head.publishedAt = row.published_at
  if (relation !== undefined) head.relation = relation
  return head
}

function listed<T>(text: string): readonly T[] {
  return text === '[]' ? [] : parsed(text)
}
