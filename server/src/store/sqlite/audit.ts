// Who did what, provably? Each row holds the hash of the one before; the head row tells when the last ones are missing.
import { createHash } from 'node:crypto'
import type { Actor } from '../../domain/role.ts'
import type { AuditEntry, AuditLog } from '../people-port.ts'
import type { Listed, ListQuery } from '../port.ts'
import { filtered, page, sorting } from './lists.ts'
import { parsed, present, textOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import type { AuditTable } from './tables.ts'

/** Rows checked between two turns of the event loop. */
const VERIFIED_AT_ONCE = 1_000

const SORTS = { id: 'id', at: 'id' } as const

export interface Act {
  readonly at: string
  readonly actor: Actor | AuditEntry['actor']
  readonly action: string
  readonly subject: AuditEntry['subject']
  readonly before?: unknown
  readonly after?: unknown
}

/** Writes one row in the transaction of the session. */
export async function append(session: Session, act: Act): Promise<void> {
  const head = await session.db.selectFrom('audit_head').select(['entry', 'hash']).executeTakeFirstOrThrow()
  const row = {
    id: head.entry + 1,
    at: act.at,
    actor_kind: act.actor.kind,
    actor_id: act.actor.id,
    actor_name: act.actor.name,
    action: act.action,
    subject_kind: act.subject.kind,
    subject_id: act.subject.id,
    before: act.before === undefined ? null : textOf(act.before),
    after: act.after === undefined ? null : textOf(act.after),
    previous: head.hash,
  }
  const hash = chained(row)
  await session.db.insertInto('audit').values({ ...row, hash }).execute()
  await session.db.updateTable('audit_head').set({ entry: row.id, hash }).execute()
}

export class Audit implements AuditLog {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async record(entry: Omit<AuditEntry, 'id'>): Promise<void> {
    await this.#sessions.write((session) => append(session, entry))
  }

  async list(query: ListQuery<{ readonly action?: string; readonly actor?: string; readonly subject?: string }>): Promise<Listed<AuditEntry>> {
    const { db } = this.#sessions.reader()
    const { action, actor, subject } = query.filter
    const rows = filtered(db.selectFrom('audit'), [
      action !== undefined && ((eb) => eb('action', '=', action)),
      actor !== undefined && ((eb) => eb.or([eb('actor_id', '=', actor), eb('actor_name', '=', actor)])),
      subject !== undefined && ((eb) => eb('subject_id', '=', subject)),
    ])
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'desc' })
    const { data, total } = await page(rows, rows.selectAll().orderBy(column, order), query)
    return { data: data.map(entryOf), total }
  }

  async verify(): Promise<string | undefined> {
    const { db } = this.#sessions.reader()
    const head = await db.selectFrom('audit_head').select(['entry', 'hash']).executeTakeFirst()
    let [last, hash] = [0, '']
    for (;;) {
      const rows = await db.selectFrom('audit').selectAll().where('id', '>', last).orderBy('id').limit(VERIFIED_AT_ONCE).execute()
      for (const row of rows) {
        if (row.id !== last + 1 || row.previous !== hash || row.hash !== chained(row)) return String(last + 1)
        ;[last, hash] = [row.id, row.hash]
      }
      if (rows.length < VERIFIED_AT_ONCE) break
      await new Promise((resolve) => setImmediate(resolve))
    }
    // Rows may have been added since the head was read, never taken away.
    const whole = head !== undefined && last >= head.entry && (last > head.entry || hash === head.hash)
    return whole ? undefined : String(last + 1)
  }
}

/** The hash of a row and all before it. */
function chained(row: Omit<AuditTable, 'hash'>): string {
  const { previous, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after } = row
  const told = [previous, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}

function entryOf(row: AuditTable): AuditEntry {
  return {
    id: String(row.id),
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    ...present({
      before: row.before === null ? undefined : parsed<unknown>(row.before),
      after: row.after === null ? undefined : parsed<unknown>(row.after),
    }),
  }
}
