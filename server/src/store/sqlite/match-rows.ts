// How is a verdict on a pair kept? One row, the smaller id on the left; read back with whichever side was asked for first.
import type { Selectable } from 'kysely'
import { type Match, turned } from '../../domain/match.ts'
import type { NearMatch } from '../curation-port.ts'
import { fixed } from './fixed.ts'
import { parsed, rowOf, textOf } from './rows.ts'
import type { Session } from './sessions.ts'
import type { MatchTable } from './tables.ts'

export type MatchRow = Selectable<MatchTable>
export type NewMatchRow = Omit<MatchRow, 'id' | 'measured' | 'asked'>

/** What an editor's word covers up. */
export type Measured = Pick<Match, 'relation' | 'confidence' | 'reasons'>

const byPair = fixed<{ left: number; right: number }, MatchRow>((db, given) =>
  db.selectFrom('match').selectAll().where('left_id', '=', given('left')).where('right_id', '=', given('right')),
)

/** The match of two articles, `left` as its left. */
export async function matchBetween(session: Session, left: number, right: number): Promise<Match | undefined> {
  const row = await session.first(byPair, { left: Math.min(left, right), right: Math.max(left, right) })
  return row && matchOf(row, left)
}

/** `left`: the article that is to stand on the left. */
export function matchOf(row: MatchRow, left: number): Match {
  const match: Match = {
    left: String(row.left_id),
    right: String(row.right_id),
    relation: row.relation,
    resemblance: row.resemblance,
    containment: { left: row.left_containment, right: row.right_containment },
    passages: parsed(row.passages),
    substitutions: parsed(row.substitutions),
    reasons: parsed(row.reasons),
    decidedBy: row.decided_by,
    matchVersion: row.match_version,
    confidence: row.confidence,
    matchedWords: row.matched_words,
    direction: row.direction,
  }
  return row.left_id === left ? match : turned(match)
}

export type NearRow = Pick<MatchRow, 'left_id' | 'right_id' | 'relation' | 'left_containment' | 'right_containment' | 'reasons' | 'decided_by' | 'confidence' | 'matched_words'>

/** What is told of a pair that is only suggested: its passages stay where they are. */
export function nearOf(row: NearRow, outside: number): NearMatch {
  const inOrder = row.left_id === outside
  const [left, right] = [{ id: row.left_id, part: row.left_containment }, { id: row.right_id, part: row.right_containment }]
  const [stranger, member] = inOrder ? [left, right] : [right, left]
  return {
    left: String(stranger.id),
    right: String(member.id),
    relation: row.relation,
    confidence: row.confidence,
    matchedWords: row.matched_words,
    containment: { left: stranger.part, right: member.part },
    decidedBy: row.decided_by,
    reasons: parsed(row.reasons),
  }
}

/** As the rules see it, whatever an editor says; `undefined` where that was not kept. */
export function measuredOf(row: MatchRow, left: number): Match | undefined {
  if (row.decided_by === 'rule') return matchOf(row, left)
  if (row.measured === null) return undefined
  const { relation, confidence, reasons } = parsed<Measured>(row.measured)
  return matchOf({ ...row, relation, confidence, reasons: textOf(reasons), decided_by: 'rule' }, left)
}

/** `undefined` for a match whose ids are no stored articles' or are the same. */
export function matchRow(given: Match): NewMatchRow | undefined {
  const [left, right] = [rowOf(given.left), rowOf(given.right)]
  if (left === undefined || right === undefined || left === right) return undefined
  const match = left < right ? given : turned(given)
  return {
    left_id: Math.min(left, right),
    right_id: Math.max(left, right),
    relation: match.relation,
    resemblance: match.resemblance,
    left_containment: match.containment.left,
    right_containment: match.containment.right,
    passages: textOf(match.passages),
    substitutions: textOf(match.substitutions),
    reasons: textOf(match.reasons),
    decided_by: match.decidedBy,
    match_version: match.matchVersion,
    confidence: match.confidence,
    matched_words: match.matchedWords,
    direction: match.direction,
  }
}
