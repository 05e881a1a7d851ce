// What was received, and how far are we with it? A queue and a register in one table: a document is settled once, and an
// interrupted one goes on where it stopped.
import type { Clock } from '../../domain/clock.ts'
import type { Document, DocumentStatus, Furniture, MediaType } from '../../domain/document.ts'
import { ProblemError, problem, type Problem } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import type { DocumentFilter, Documents, Listed, ListQuery, NewDocument, QueuedDocument, RemovedDocument } from '../port.ts'
import { append } from './audit.ts'
import { documentRow, documentsOf, mustHave } from './document-rows.ts'
import { fixed } from './fixed.ts'
import { filtered, page, sorting } from './lists.ts'
import { claimed, originalOf, receiveOne } from './receive.ts'
import { removeDocument, removedOf, restoreDocument } from './remove.ts'
import { readAnew, receivedAs } from './rereading.ts'
import { notFound, parsed, rowOf, textOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import type { FurnitureTable } from './tables.ts'

const SORTS = {
  id: 'id', name: 'name', size: 'size', status: 'status', mediaType: 'media_type', receivedAt: 'received_at', settledAt: 'settled_at',
} as const

const addOneFurniture = fixed<FurnitureTable>((db, given) =>
  db
    .insertInto('furniture')
    .values({
      document_id: given('document_id'), span_begin: given('span_begin'), span_end: given('span_end'), reason: given('reason'), text: given('text'), says: given('says'),
    })
    // Read again after an interruption: the same stretch is told once.
    .onConflict((conflict) => conflict.doNothing()),
)

export class SqliteDocuments implements Documents {
  readonly #sessions: Sessions
  readonly #clock: Clock

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions
    this.#clock = clock
  }

  async receive(documents: readonly NewDocument[], actor: Actor): Promise<readonly Document[]> {
    return this.#sessions.write(async (session) => {
      const rows = []
      for (const document of documents) rows.push(await receiveOne(session, document))
      const received = await documentsOf(session, rows)
      const first = documents.find((document) => document.parent === undefined)
      if (first) {
        const after = { documents: received.map(({ id, name, sha256 }) => ({ id, name, sha256 })) }
        await append(session, { at: first.receivedAt, actor, action: 'upload.receive', subject: { kind: 'upload', id: first.upload }, after })
      }
      return received
    })
  }

  async get(id: string): Promise<Document | undefined> {
    const session = this.#sessions.reader()
    const row = await documentRow(session, id)
    return row && (await documentsOf(session, [row]))[0]
  }

  async list(query: ListQuery<DocumentFilter>): Promise<Listed<Document>> {
    const session = this.#sessions.reader()
    const { upload, parent, status, name } = query.filter
    const all = filtered(session.db.selectFrom('document').where('removed_at', 'is', null), [
      upload !== undefined && ((eb) => eb('upload', '=', upload)),
      parent !== undefined && ((eb) => eb('parent_id', '=', rowOf(parent) ?? 0)),
      status !== undefined && ((eb) => eb('status', '=', status)),
      name !== undefined && ((eb) => eb('name', '=', name)),
    ])
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'desc' })
    const { data, total } = await page(all, all.selectAll().orderBy(column, order).orderBy('id', order), query)
    return { data: await documentsOf(session, data), total }
  }

  async claim(_now: string): Promise<QueuedDocument | undefined> {
    const { db } = this.#sessions.reader()
    // Asked first without a lock: an idle worker must not keep taking the writer's place.
    const waiting = await db.selectFrom('document').select('id').where('status', '=', 'queued').limit(1).executeTakeFirst()
    return waiting && this.#sessions.write((session) => claimed(session))
  }

  async requeueInterrupted(): Promise<number> {
    const result = await this.#sessions.write(({ db }) =>
      db.updateTable('document').set({ status: 'queued' }).where('status', '=', 'processing').executeTakeFirstOrThrow(),
    )
    return Number(result.numUpdatedRows)
  }

  async identified(id: string, mediaType: MediaType): Promise<void> {
    await this.#sessions.write(({ db }) => db.updateTable('document').set({ media_type: mediaType }).where('id', '=', rowOf(id) ?? 0).execute())
  }

  async addFurniture(id: string, furniture: readonly Furniture[]): Promise<void> {
    if (furniture.length === 0) return
    const document_id = rowOf(id) ?? 0
    const rows = furniture.map(({ span, text, reason, says = null }) => ({ document_id, span_begin: span.begin, span_end: span.end, text, reason, says }))
    await this.#sessions.write((session) => session.runEach(addOneFurniture, rows))
  }

  async settle(id: string, status: 'done' | 'refused' | 'failed', settledAt: string, reason?: Problem): Promise<void> {
    const row = rowOf(id) ?? 0
    const settled = { status, settled_at: settledAt, problem: reason === undefined ? null : textOf(reason) }
    await this.#sessions.write(async ({ db }) => {
      const result = await db.updateTable('document').set(settled).where('id', '=', row).where('status', 'in', ['queued', 'processing']).executeTakeFirst()
      if (result.numUpdatedRows === 0n) return
      // The same bytes meet the same end.
      await db.updateTable('document').set(settled).where('original_id', '=', row).where('status', '<>', status).execute()
    })
  }

  async retry(id: string, actor: Actor): Promise<Document> {
    return this.#sessions.write(async (session) => {
      const row = await mustHave(session, id)
      // It is tried in any case; who asks gets the reader woken.
      if (row.status === 'queued') return this.#told(session, id, actor, 'document.retry', row.status)
      if (row.status !== 'refused' && row.status !== 'failed') {
        throw new ProblemError('conflict', `Document ${id} is ${row.status}; only a refused or failed one can be tried again.`)
      }
      if (row.sha256 === '') throw new ProblemError('conflict', `Document ${id} was refused before its bytes were taken in; send it again.`)
      const original = await originalOf(session, row.sha256, row.id)
      const settled = original === undefined ? { status: 'queued' as const, settled_at: null } : { status: 'done' as const }
      const after = { ...settled, problem: null, original_id: original ?? null }
      await session.db.updateTable('document').set(after).where('id', '=', row.id).execute()
      return this.#told(session, id, actor, 'document.retry', row.status)
    })
  }

  async cancel(id: string, actor: Actor): Promise<Document> {
    return this.#sessions.write(async (session) => {
      const row = await mustHave(session, id)
      if (row.status !== 'queued') throw new ProblemError('conflict', `Document ${id} is ${row.status}; only a queued one can be cancelled.`)
      const after = { status: 'refused' as const, settled_at: this.#now(), problem: textOf(problem('cancelled', `${row.name} was cancelled by ${actor.name}.`)) }
      await session.db.updateTable('document').set(after).where('id', '=', row.id).execute()
      return this.#told(session, id, actor, 'document.cancel', row.status)
    })
  }

  async remove(id: string, actor: Actor): Promise<void> {
    await this.#sessions.write((session) => removeDocument(session, id, actor, this.#now()))
  }

  async restore(id: string, actor: Actor): Promise<readonly string[]> {
    return this.#sessions.write((session) => restoreDocument(session, id, actor, this.#now()))
  }

  async removed(upload: string): Promise<readonly RemovedDocument[]> {
    return removedOf(this.#sessions.reader(), upload)
  }

  async received(id: string): Promise<NewDocument | undefined> {
    return receivedAs(this.#sessions.reader(), id)
  }

  async readAnew(id: string, unsure: number, furniture: readonly Furniture[]): Promise<void> {
    await this.#sessions.write((session) => readAnew(session, id, unsure, furniture))
  }

  async doubt(id: string, unsure: number): Promise<void> {
    await this.#sessions.write(({ db }) => db.updateTable('document').set({ unsure }).where('id', '=', rowOf(id) ?? 0).execute())
  }

  async takenOut(id: string): Promise<readonly string[]> {
    const row = await mustHave(this.#sessions.reader(), id)
    return parsed<readonly string[]>(row.taken_out)
  }

  async setTakenOut(id: string, articles: readonly string[]): Promise<void> {
    await this.#sessions.write(({ db }) => db.updateTable('document').set({ taken_out: textOf(articles) }).where('id', '=', rowOf(id) ?? 0).execute())
  }

  async counts(upload?: string): Promise<Readonly<Record<DocumentStatus, number>>> {
    const { db } = this.#sessions.reader()
    const all = filtered(db.selectFrom('document').where('removed_at', 'is', null), [upload !== undefined && ((eb) => eb('upload', '=', upload))])
    const rows = await all.select((eb) => ['status', eb.fn.countAll<number>().as('count')]).groupBy('status').execute()
    const counts: Record<DocumentStatus, number> = { queued: 0, processing: 0, done: 0, refused: 0, failed: 0 }
    for (const row of rows) counts[row.status] = Number(row.count)
    return counts
  }

  async withBytes(sha256: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
    const session = this.#sessions.reader()
    const row = await documentRow(session, String((await originalOf(session, sha256)) ?? ''))
    return row && { id: String(row.id), name: row.name }
  }

  async holdsBytes(sha256: string): Promise<boolean> {
    const { db } = this.#sessions.reader()
    return (await db.selectFrom('document').select('id').where('sha256', '=', sha256).limit(1).executeTakeFirst()) !== undefined
  }

  async #told(session: Session, id: string, actor: Actor, action: string, before: DocumentStatus): Promise<Document> {
    const [document] = await documentsOf(session, [await mustHave(session, id)])
    if (!document) throw notFound('document', id)
    const change = { before: { status: before }, after: { status: document.status } }
    await append(session, { at: this.#now(), actor, action, subject: { kind: 'document', id }, ...change })
    return document
  }

  #now(): string {
    return this.#clock().toISOString()
  }
}
