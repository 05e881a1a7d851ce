// Which of two was taken from the other? The earlier, the whole, the signed one is the source, asked in this order.
import type { Direction, Relation } from '../domain/match.ts'
import { isCopy } from '../domain/match.ts'
import type { MatchSide } from './match.ts'
import type { Measures } from './measures.ts'

export function directionOf(left: MatchSide, right: MatchSide, relation: Relation, measures: Measures): Direction {
  if (!isCopy(relation) || relation === 'identical') return byDate(left, right)
  for (const answer of [bySignature(left, right, relation), byDate(left, right), byExtent(relation, measures)]) {
    if (answer !== 'unknown') return answer
  }
  return 'unknown'
}

/** A spinner takes the names off: no headline and no byline on one side only. */
function bySignature(left: MatchSide, right: MatchSide, relation: Relation): Direction {
  if (relation !== 'spun') return 'unknown'
  return larger(signed(left), signed(right))
}

function signed(side: MatchSide): number {
  return Number((side.byline ?? []).length > 0) + Number((side.headline ?? '') !== '')
}

function byDate(left: MatchSide, right: MatchSide): Direction {
  const [one, other] = [Date.parse(left.publishedAt ?? ''), Date.parse(right.publishedAt ?? '')]
  if (Number.isNaN(one) || Number.isNaN(other)) return 'unknown'
  return larger(-one, -other)
}

function byExtent(relation: Relation, measures: Measures): Direction {
  return relation === 'excerpt' || relation === 'abridged' ? larger(measures.leftWords, measures.rightWords) : 'unknown'
}

/** The side with more of it is the source. */
function larger(left: number, right: number): Direction {
  return left === right ? 'unknown' : left > right ? 'right-from-left' : 'left-from-right'
}
