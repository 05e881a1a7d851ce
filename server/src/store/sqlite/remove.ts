// What is left of a document that is removed? Its row out of sight, its bytes, and its articles in the bin, so that a
// mistake can be undone. The same bytes may then come in anew.
import type { Actor } from '../../domain/role.ts'
import { append } from './audit.ts'
import { moveToStatus } from './bin.ts'
import { type DocumentRow, mustHave } from './document-rows.ts'
import { textOf } from './rows.ts'
import { problem } from '../../domain/problem.ts'
import type { Session } from './sessions.ts'

export async function removeDocument(session: Session, id: string, actor: Actor, now: string): Promise<void> {
  const row = await mustHave(session, id)
  for (const document of await withMembers(session, row)) {
    const articles = await session.db.selectFrom('article').select('id').where('document_id', '=', document.id).where('status', '=', 'live').execute()
    await moveToStatus(session, articles.map((article) => article.id), 'binned', now)
    const unsettled = document.status === 'queued' || document.status === 'processing'
    const end = unsettled ? { status: 'refused' as const, settled_at: now, problem: textOf(problem('cancelled', `${document.name} was removed before it was read.`)) } : {}
    await session.db.updateTable('document').set({ ...end, removed_at: now }).where('id', '=', document.id).execute()
  }
  await append(session, { at: now, actor, action: 'document.remove', subject: { kind: 'document', id }, before: { name: row.name, sha256: row.sha256 } })
}

async function withMembers(session: Session, row: DocumentRow): Promise<DocumentRow[]> {
  const members = await session.db.selectFrom('document').selectAll().where('parent_id', '=', row.id).where('removed_at', 'is', null).execute()
  const all = [row]
  for (const member of members) all.push(...(await withMembers(session, member)))
  return all
}
