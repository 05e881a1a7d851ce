// How is an editor's word on a pair shown and taken off again? What was measured is laid by in the same row, so that
// nothing needs to be compared anew, and comes back as it was.
import { type Match, turned } from '../../domain/match.ts'
import type { Word } from '../curation-port.ts'
import { fixed } from './fixed.ts'
import { type MatchRow, type Measured, matchOf, measuredOf } from './match-rows.ts'
import { notFound, parsed, rowOf, textOf } from './rows.ts'
import type { Session } from './sessions.ts'

const byPair = fixed<{ left: number; right: number }, MatchRow>((db, given) =>
  db.selectFrom('match').selectAll().where('left_id', '=', given('left')).where('right_id', '=', given('right')),
)

type Shown = Pick<MatchRow, 'id' | 'relation' | 'confidence' | 'reasons' | 'decided_by' | 'measured'>

const show = fixed<Shown>((db, given) =>
  db
    .updateTable('match')
    .set({ relation: given('relation'), confidence: given('confidence'), reasons: given('reasons'), decided_by: given('decided_by'), measured: given('measured') })
    .where('id', '=', given('id')),
)

/** Returns the articles of the pair. */
export async function overrule(session: Session, { left, right, relation, ground }: Word): Promise<readonly number[]> {
  const row = await pairOf(session, left, right)
  const measured = measuredOf(row, row.left_id) ?? matchOf(row, row.left_id)
  const kept: Measured = { relation: measured.relation, confidence: measured.confidence, reasons: measured.reasons }
  const lies: Match = { ...measured, reasons: [ground] }
  const reasons = [...(rowOf(left) === row.left_id ? lies : turned(lies)).reasons, ...measured.reasons]
  await session.run(show, { id: row.id, relation, confidence: 1, reasons: textOf(reasons), decided_by: 'editor', measured: textOf(kept) })
  return [row.left_id, row.right_id]
}

/** Returns the articles of the pair. */
export async function lift(session: Session, left: string, right: string): Promise<readonly number[]> {
  const row = await pairOf(session, left, right)
  if (row.measured !== null) {
    const { relation, confidence, reasons } = parsed<Measured>(row.measured)
    await session.run(show, { id: row.id, relation, confidence, reasons: textOf(reasons), decided_by: 'rule', measured: null })
  }
  return [row.left_id, row.right_id]
}

async function pairOf(session: Session, left: string, right: string): Promise<MatchRow> {
  const [one, other] = [rowOf(left) ?? 0, rowOf(right) ?? 0]
  const row = await session.first(byPair, { left: Math.min(one, other), right: Math.max(one, other) })
  if (row === undefined) throw notFound('match of the articles', `${left}, ${right}`)
  return row
}
