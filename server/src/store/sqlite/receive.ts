// Is this file new? The same bytes are read once: a later copy is settled at once and linked to the earlier document.
import { parsed, present, rowOf, textOf } from './rows.ts'
import type { NewDocument, QueuedDocument } from '../port.ts'
import type { DocumentRow } from './document-rows.ts'
import { fixed } from './fixed.ts'
import type { Session } from './sessions.ts'
import type { DocumentTable } from './tables.ts'

type NewRow = Omit<DocumentTable, 'id' | 'attempts' | 'removed_at' | 'removed_by' | 'media_type' | 'unsure' | 'taken_out' | 'removed_articles'>

const add = fixed<NewRow, DocumentRow>((db, given) =>
  db
    .insertInto('document')
    .values({
      upload: given('upload'),
      name: given('name'),
      parent_id: given('parent_id'),
      depth: given('depth'),
      media_type: 'application/octet-stream',
      size: given('size'),
      sha256: given('sha256'),
      note: given('note'),
      status: given('status'),
      problem: given('problem'),
      original_id: given('original_id'),
      received_at: given('received_at'),
      settled_at: given('settled_at'),
    })
    .returningAll(),
)

const original = fixed<{ sha256: string; but: number }, { id: number }>((db, given) =>
  db
    .selectFrom('document')
    .select('id')
    .where('sha256', '=', given('sha256'))
    .where('id', '<>', given('but'))
    .where('original_id', 'is', null)
    .where('removed_at', 'is', null)
    .where('status', 'in', ['queued', 'processing', 'done'])
    .orderBy('id')
    .limit(1),
)

const sameMember = fixed<{ parent: number; name: string; sha256: string }, DocumentRow>((db, given) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('parent_id', '=', given('parent'))
    .where('name', '=', given('name'))
    .where('sha256', '=', given('sha256'))
    .limit(1),
)

const takeNext = fixed<object, DocumentRow>((db) =>
  db
    .updateTable('document')
    .set((eb) => ({ status: 'processing', attempts: eb('attempts', '+', 1) }))
    .where('id', '=', (eb) => eb.selectFrom('document').select('id').where('status', '=', 'queued').orderBy('id').limit(1))
    .returningAll(),
)

/** The document that holds these bytes already and may still have its articles. */
export async function originalOf(session: Session, sha256: string, but = 0): Promise<number | undefined> {
  return sha256 === '' ? undefined : (await session.first(original, { sha256, but }))?.id
}

export async function receiveOne(session: Session, document: NewDocument): Promise<DocumentRow> {
  const parent = document.parent === undefined ? undefined : rowOf(document.parent)
  // An archive that is read again after an interruption names the same members again.
  const known = parent === undefined ? undefined : await session.first(sameMember, { parent, name: document.name, sha256: document.sha256 })
  if (known) return known
  const earlier = document.problem ? undefined : await originalOf(session, document.sha256)
  const status = document.problem ? 'refused' : earlier === undefined ? 'queued' : 'done'
  const row = await session.first(add, {
    upload: document.upload,
    name: document.name,
    parent_id: parent ?? null,
    depth: document.depth,
    size: document.size,
    sha256: document.sha256,
    note: textOf(document.note),
    status,
    problem: document.problem ? textOf(document.problem) : null,
    original_id: earlier ?? null,
    received_at: document.receivedAt,
    settled_at: status === 'queued' ? null : document.receivedAt,
  })
  if (!row) throw new Error('The database took a document and gave no row back.')
  return row
}

/** Takes the next queued document, in order of arrival. */
export async function claimed(session: Session): Promise<QueuedDocument | undefined> {
  const row = await session.first(takeNext, {})
  if (!row) return undefined
  const query = session.db.selectFrom('article').select((eb) => eb.fn.countAll<number>().as('count'))
  const { count } = await query.where('document_id', '=', row.id).executeTakeFirstOrThrow()
  return {
    id: String(row.id),
    upload: row.upload,
    name: row.name,
    depth: row.depth,
    size: row.size,
    sha256: row.sha256,
    note: parsed(row.note),
    receivedAt: row.received_at,
    written: Number(count),
    attempts: row.attempts,
    ...present({ parent: row.parent_id === null ? undefined : String(row.parent_id) }),
  }
}
