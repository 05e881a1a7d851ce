// How was the reading of these bytes corrected? Rows that replace one another; none is ever changed or lost.
import { type Corrections, type CorrectionNote, isEmpty, type KeptCorrections, sayCorrections } from '../../domain/correction.ts'
import type { Actor } from '../../domain/role.ts'
import type { ReadingCorrections } from '../port.ts'
import { append } from './audit.ts'
import { parsed, textOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

export class SqliteCorrections implements ReadingCorrections {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async of(sha256: string): Promise<KeptCorrections | undefined> {
    return standing(this.#sessions.reader(), sha256)
  }

  async keep(sha256: string, corrections: Corrections, actor: Actor, now: string): Promise<KeptCorrections> {
    return this.#sessions.write(async (session) => {
      const before = await standing(session, sha256)
      await session.db.updateTable('correction').set({ replaced_at: now }).where('sha256', '=', sha256).where('replaced_at', 'is', null).execute()
      const { starts, marks, values } = corrections
      const body = textOf({ starts, marks, values })
      const row = { sha256, body, actor_id: actor.id, actor: actor.name, corrected_at: now, replaced_at: null }
      await session.db.insertInto('correction').values(row).execute()
      const told = before === undefined ? {} : { before: { says: sayCorrections(before) } }
      await append(session, { at: now, actor, action: 'reading.correct', subject: { kind: 'bytes', id: sha256 }, ...told, after: { says: sayCorrections(corrections) } })
      const kept = await standing(session, sha256)
      if (kept === undefined) throw new Error('A correction that was just written is missing.')
      return kept
    })
  }
}

/** By checksum; bytes that nobody corrected, or whose corrections were all taken back, are left out. */
export async function correctionNotes(session: Session, checksums: ReadonlySet<string>): Promise<ReadonlyMap<string, CorrectionNote>> {
  const rows = await session.db
    .selectFrom('correction')
    .selectAll()
    .where((eb) => inSet(eb.ref('sha256'), asSet(checksums)))
    .where('replaced_at', 'is', null)
    .execute()
  const notes = new Map<string, CorrectionNote>()
  for (const row of rows) {
    const body = parsed<Corrections>(row.body)
    if (!isEmpty(body)) notes.set(row.sha256, { id: String(row.id), by: row.actor, at: row.corrected_at, says: sayCorrections(body) })
  }
  return notes
}

async function standing(session: Session, sha256: string): Promise<KeptCorrections | undefined> {
  const row = await session.db.selectFrom('correction').selectAll().where('sha256', '=', sha256).where('replaced_at', 'is', null).executeTakeFirst()
  return row && { ...parsed<Corrections>(row.body), id: String(row.id), sha256: row.sha256, by: row.actor, at: row.corrected_at }
}
