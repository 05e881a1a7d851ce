// How does a stored document become a Document again? A duplicate shows the articles and furniture of its original.
import type { Selectable } from 'kysely'
import type { Document, DocumentArticle, Furniture } from '../../domain/document.ts'
import type { Problem } from '../../domain/problem.ts'
import { correctionNotes } from './kept-corrections.ts'
import { fixed } from './fixed.ts'
import { notFound, parsed, present, rowOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { ArticleTable, DocumentTable } from './tables.ts'

/** Articles listed of one document; as many as one rehearsal may hold. The rest is asked for by `documentId`. */
const LISTED = 2_000
/** Articles listed of all documents of one answer. */
const LISTED_IN_ALL = 50_000

export type DocumentRow = Selectable<DocumentTable>

type ListedRow = Pick<ArticleTable, 'id' | 'headline' | 'span_begin' | 'span_end' | 'cluster_id' | 'relation'>

const firstArticles = fixed<{ document: number; limit: number }, ListedRow>((db, given) =>
  db
    .selectFrom('article')
    .select(['id', 'headline', 'span_begin', 'span_end', 'cluster_id', 'relation'])
    .where('document_id', '=', given('document'))
    .where('status', '=', 'live')
    .orderBy('id')
    .limit(given('limit')),
)

const countArticles = fixed<{ document: number }, { count: number }>((db, given) =>
  db
    .selectFrom('article')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('document_id', '=', given('document'))
    .where('status', '=', 'live'),
)

/** A document that was not removed. */
export async function documentRow(session: Session, id: string): Promise<DocumentRow | undefined> {
  const query = session.db.selectFrom('document').selectAll().where('id', '=', rowOf(id) ?? 0)
  return query.where('removed_at', 'is', null).executeTakeFirst()
}

export async function mustHave(session: Session, id: string): Promise<DocumentRow> {
  const row = await documentRow(session, id)
  if (!row) throw notFound('document', id)
  return row
}

export async function documentsOf(session: Session, rows: readonly DocumentRow[]): Promise<Document[]> {
  const shown = asSet(new Set(rows.map(shownThrough)))
  const articles = await articlesBy(session, new Set(rows.map(shownThrough)))
  const furniture = await furnitureBy(session, shown)
  const corrected = await correctionNotes(session, new Set(rows.map((row) => row.sha256)))
  return rows.map((row) => ({
    id: String(row.id),
    upload: row.upload,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    status: row.status,
    articles: articles.get(shownThrough(row))?.listed ?? [],
    articleCount: articles.get(shownThrough(row))?.count ?? 0,
    furniture: furniture.get(shownThrough(row)) ?? [],
    receivedAt: row.received_at,
    ...present({
      parent: row.parent_id === null ? undefined : String(row.parent_id),
      problem: row.problem === null ? undefined : parsed<Problem>(row.problem),
      duplicateOf: row.original_id === null ? undefined : String(row.original_id),
      settledAt: row.settled_at,
      unsure: row.unsure > 0 ? row.unsure : undefined,
      corrected: corrected.get(row.sha256),
    }),
  }))
}

function shownThrough(row: DocumentRow): number {
  return row.original_id ?? row.id
}

/** A file of records may hold a hundred thousand: the first ones are listed, all are counted. */
async function articlesBy(session: Session, documents: ReadonlySet<number>): Promise<ReadonlyMap<number, { listed: readonly DocumentArticle[]; count: number }>> {
  const limit = Math.min(LISTED, Math.ceil(LISTED_IN_ALL / Math.max(1, documents.size)))
  const found = new Map<number, { listed: readonly DocumentArticle[]; count: number }>()
  for (const document of documents) {
    const listed = (await session.all(firstArticles, { document, limit })).map(articleOf)
    const count = listed.length < limit ? listed.length : Number((await session.first(countArticles, { document }))?.count ?? 0)
    found.set(document, { listed, count })
  }
  return found
}

function articleOf(row: ListedRow): DocumentArticle {
  return {
    id: String(row.id),
    headline: row.headline,
    span: { begin: row.span_begin, end: row.span_end },
    clusterId: String(row.cluster_id),
    ...present({ relation: row.relation }),
  }
}

async function furnitureBy(session: Session, documents: string): Promise<Map<number, Furniture[]>> {
  const rows = await session.db
    .selectFrom('furniture')
    .selectAll()
    .where((eb) => inSet(eb.ref('document_id'), documents))
    .orderBy('document_id')
    .orderBy('span_begin')
    .execute()
  return grouped(rows, (row) => ({ span: { begin: row.span_begin, end: row.span_end }, text: row.text, reason: row.reason, ...present({ says: row.says }) }))
}

function grouped<R extends { document_id: number }, T>(rows: readonly R[], valueOf: (row: R) => T): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.document_id)
    if (group) group.push(valueOf(row))
    else groups.set(row.document_id, [valueOf(row)])
  }
  return groups
}
