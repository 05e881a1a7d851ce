// What changes where a document is read again? Its furniture, its doubts, and which of its articles the new reading lacks;
// and of an article that is still there, what the new reading says of it.
import type { ArticleField } from '../../domain/article.ts'
import type { Furniture, SenderNote } from '../../domain/document.ts'
import type { ReadArticle } from '../../domain/reading.ts'
import type { NewDocument } from '../port.ts'
import { articlesOf } from './article-rows.ts'
import { documentRow } from './document-rows.ts'
import { touch } from './outbox.ts'
import { notFound, parsed, present, rowOf, textOf } from './rows.ts'
import type { Session } from './sessions.ts'

export async function receivedAs(session: Session, id: string): Promise<NewDocument | undefined> {
  const row = await documentRow(session, id)
  if (row === undefined) return undefined
  const { upload, name, depth, size, sha256 } = row
  const parent = row.parent_id === null ? undefined : String(row.parent_id)
  return { upload, name, depth, size, sha256, note: parsed<SenderNote>(row.note), receivedAt: row.received_at, ...present({ parent }) }
}

export async function readAnew(session: Session, id: string, unsure: number, furniture: readonly Furniture[]): Promise<void> {
  const document_id = rowOf(id) ?? 0
  await session.db.deleteFrom('furniture').where('document_id', '=', document_id).execute()
  for (const { span, text, reason, says = null } of furniture) {
    const row = { document_id, span_begin: span.begin, span_end: span.end, text, reason, says }
    await session.db.insertInto('furniture').values(row).onConflict((conflict) => conflict.doNothing()).execute()
  }
  await session.db.updateTable('document').set({ unsure }).where('id', '=', document_id).execute()
}

/** The version rises only where something changed. */
export async function rereadArticle(session: Session, id: string, { draft }: ReadArticle, keep: readonly ArticleField[], now: string): Promise<void> {
  const row = rowOf(id) ?? 0
  const [before] = await articlesOf(session, [row])
  if (before === undefined) throw notFound('article', id)
  const kept = Object.fromEntries(keep.map((field) => [field, before[field]])) as Partial<typeof draft>
  const { headline, dek, byline, dateline, publisher, publishedAt, language, completeness, body, wordCount, span, issues } = { ...draft, ...kept }
  const grounds = [...draft.grounds.filter(({ field }) => !keep.includes(field)), ...before.grounds.filter(({ field }) => keep.includes(field))]
  const columns = {
    headline, language, completeness,
    dek: dek ?? null, dateline: dateline ?? null, publisher: publisher ?? null, published_at: publishedAt ?? null,
    byline: textOf(byline), word_count: wordCount, span_begin: span.begin, span_end: span.end,
  }
  const texts = { body, grounds: textOf(grounds), issues: textOf(issues) }
  const same = await session.db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.id', 'article.id')
    .select('article.id')
    .where('article.id', '=', row)
    .where((eb) => eb.and(Object.entries({ ...columns, ...texts }).map(([name, value]) => eb(name as 'headline', 'is', value as string))))
    .executeTakeFirst()
  if (same !== undefined) return
  await session.db.updateTable('article').set({ ...columns, version: before.version + 1, updated_at: now }).where('id', '=', row).execute()
  await session.db.updateTable('article_text').set(texts).where('id', '=', row).execute()
  await touch(session, [row], now)
}
