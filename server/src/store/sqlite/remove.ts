// What is left of a document that is removed? Its row out of sight, its bytes, and its articles in the bin, so that a
// mistake can be undone: what went with it comes back with it. The same bytes may meanwhile come in anew.
import type { Actor } from '../../domain/role.ts'
import { append } from './audit.ts'
import { moveToStatus } from './bin.ts'
import { type DocumentRow, mustHave } from './document-rows.ts'
import { notFound, present, rowOf, textOf } from './rows.ts'
import { problem } from '../../domain/problem.ts'
import type { RemovedDocument } from '../port.ts'
import { originalOf } from './receive.ts'
import type { Session } from './sessions.ts'
import { inSet } from './sets.ts'

export async function removeDocument(session: Session, id: string, actor: Actor, now: string): Promise<void> {
  const row = await mustHave(session, id)
  const [, ...members] = await withMembers(session, row)
  for (const document of [row, ...members]) {
    const articles = await session.db.selectFrom('article').select('id').where('document_id', '=', document.id).where('status', '=', 'live').execute()
    const ids = articles.map((article) => article.id)
    await moveToStatus(session, ids, 'binned', now)
    const unsettled = document.status === 'queued' || document.status === 'processing'
    const end = unsettled ? { status: 'refused' as const, settled_at: now, problem: textOf(problem('cancelled', `${document.name} was removed before it was read.`)) } : {}
    const gone = { removed_at: now, removed_by: actor.name, removed_articles: textOf(ids) }
    await session.db.updateTable('document').set({ ...end, ...gone }).where('id', '=', document.id).execute()
  }
  for (const document of [row, ...members]) await handOver(session, document)
  await append(session, { at: now, actor, action: 'document.remove', subject: { kind: 'document', id }, before: { name: row.name, sha256: row.sha256 } })
}

/** Ids of the articles that are live again. */
export async function restoreDocument(session: Session, id: string, actor: Actor, now: string): Promise<string[]> {
  const row = await session.db.selectFrom('document').selectAll().where('id', '=', rowOf(id) ?? 0).where('removed_at', 'is not', null).executeTakeFirst()
  if (row === undefined) throw notFound('removed document', id)
  const restored: number[] = []
  for (const document of await removedTogether(session, row)) restored.push(...(await restoreOne(session, document, now)))
  await append(session, { at: now, actor, action: 'document.restore', subject: { kind: 'document', id }, after: { name: row.name, sha256: row.sha256 } })
  return restored.map(String)
}

/** Those that were sent, not their members: these go and come with the archive that they lie in. */
export async function removedOf(session: Session, upload: string): Promise<RemovedDocument[]> {
  const removed = session.db.selectFrom('document').selectAll().where('upload', '=', upload).where('removed_at', 'is not', null)
  const rows = await removed.orderBy('id').execute()
  const ids = new Set(rows.map(({ id }) => id))
  const tops = rows.filter(({ parent_id }) => parent_id === null || !ids.has(parent_id))
  return tops.map((row) => ({ id: String(row.id), name: row.name, receivedAt: row.received_at, removedAt: row.removed_at ?? '', ...present({ removedBy: row.removed_by }) }))
}

/** The same bytes that came again in another upload are not taken out with these: the first of them is read anew. */
async function handOver(session: Session, gone: DocumentRow): Promise<void> {
  const heirs = await session.db.selectFrom('document').select('id').where('original_id', '=', gone.id).where('removed_at', 'is', null).orderBy('id').execute()
  const first = heirs[0]?.id
  if (first === undefined) return
  await session.db.updateTable('document').set({ original_id: null, status: 'queued', settled_at: null, problem: null }).where('id', '=', first).execute()
  await session.db.updateTable('document').set({ original_id: first }).where('original_id', '=', gone.id).where('removed_at', 'is', null).where('id', '<>', first).execute()
}

async function restoreOne(session: Session, document: DocumentRow, now: string): Promise<number[]> {
  const back = { removed_at: null, removed_by: null, removed_articles: '[]' }
  const newer = document.original_id === null && document.status !== 'refused' ? await originalOf(session, document.sha256, document.id) : undefined
  const linked = newer === undefined ? {} : { original_id: newer, status: 'done' as const, settled_at: document.settled_at ?? now }
  await session.db.updateTable('document').set({ ...back, ...linked }).where('id', '=', document.id).execute()
  if (newer !== undefined) return []
  const binned = await session.db.selectFrom('article').select('id').where((eb) => inSet(eb.ref('id'), document.removed_articles)).where('status', '=', 'binned').execute()
  const ids = binned.map((article) => article.id)
  await moveToStatus(session, ids, 'live', now)
  return ids
}

async function withMembers(session: Session, row: DocumentRow): Promise<DocumentRow[]> {
  const members = await session.db.selectFrom('document').selectAll().where('parent_id', '=', row.id).where('removed_at', 'is', null).execute()
  const all = [row]
  for (const member of members) all.push(...(await withMembers(session, member)))
  return all
}

/** One that was removed by itself before stays out of sight. */
async function removedTogether(session: Session, row: DocumentRow): Promise<DocumentRow[]> {
  const members = await session.db.selectFrom('document').selectAll().where('parent_id', '=', row.id).where('removed_at', 'is', row.removed_at).execute()
  const all = [row]
  for (const member of members) all.push(...(await removedTogether(session, member)))
  return all
}
