// How does a stored document become a Document again? A duplicate shows the articles and furniture of its original.
import type { Selectable } from 'kysely'
import type { Document, DocumentArticle, Furniture } from '../../domain/document.ts'
import type { Problem } from '../../domain/problem.ts'
import { correctionNotes } from './kept-corrections.ts'
import { notFound, parsed, present, rowOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { DocumentTable } from './tables.ts'

export type DocumentRow = Selectable<DocumentTable>

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
  const articles = await articlesBy(session, shown)
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
    articles: articles.get(shownThrough(row)) ?? [],
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

async function articlesBy(session: Session, documents: string): Promise<Map<number, DocumentArticle[]>> {
  const rows = await session.db
    .selectFrom('article')
    .select(['id', 'document_id', 'headline', 'span_begin', 'span_end', 'cluster_id', 'relation'])
    .where((eb) => inSet(eb.ref('document_id'), documents))
    .where('status', '=', 'live')
    .orderBy('span_begin')
    .orderBy('id')
    .execute()
  return grouped(rows, (row) => ({
    id: String(row.id),
    headline: row.headline,
    span: { begin: row.span_begin, end: row.span_end },
    clusterId: String(row.cluster_id),
    ...present({ relation: row.relation }),
  }))
}

async function furnitureBy(session: Session, documents: string): Promise<Map<number, Furniture[]>> {
  const rows = await session.db
    .selectFrom('furniture')
    .selectAll()
    .where((eb) => inSet(eb.ref('document_id'), documents))
    .orderBy('document_id')
    .orderBy('span_begin')
    .execute()
  return grouped(rows, (row) => ({ span: { begin: row.span_begin, end: row.span_end }, text: row.text, reason: row.reason }))
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
