// How alike are two texts, and how? Seeds, chains and small boxes give an alignment; measures on it meet ordered rules;
// the verdict says why. Ordered alignment separates copies from coverage of the same event where overlap scores do not.
import type { Completeness } from '../domain/article.ts'
import type { Comparable } from '../domain/comparable.ts'
import type { Match, Passage } from '../domain/match.ts'
import { align, type Stretch } from './alignment.ts'
import { directionOf } from './direction.ts'
import { measure } from './measures.ts'
import { prepared, type Prepared } from './prepared.ts'
import { compareQuotations, unquotedWords } from './quotations.ts'
import { reasonsFor } from './reasons.ts'
import { nearness } from './related.ts'
import { relate } from './relation.ts'
import { resemblance } from './resemblance.ts'
import { substitutionsOf } from './substitutions.ts'
import { MATCH_VERSION, SUBSTITUTIONS_SHOWN } from './thresholds.ts'

export { MATCH_VERSION } from './thresholds.ts'

/** One of the two texts. All but `id` and `text` only help to tell which was taken from which. */
export interface MatchSide {
  readonly id: string
  readonly text: Comparable
  readonly headline?: string
  /** ISO 8601. */
  readonly publishedAt?: string
  readonly publisher?: string
  readonly byline?: readonly string[]
  readonly completeness?: Completeness
  /** Articles in its document: above 1 it stands in a digest. */
  readonly documentArticles?: number
}

/** The verdict on two texts with its grounds. Any two texts are taken; the cost grows with their lengths, not their product. */
export function matchTexts(left: MatchSide, right: MatchSide): Match {
  const [one, other] = [prepared(left.text), prepared(right.text)]
  const stretches = left.text.contentHash === right.text.contentHash ? wholly(one) : align(one, other)
  const measures = measure(one, other, stretches)
  const substitutions = substitutionsOf(one, other, stretches)
  const quotations = compareQuotations(one, other, stretches)
  const near = nearness(one, other)
  const verdict = relate({
    measures,
    near,
    same: left.text.contentHash === right.text.contentHash,
    unquoted: unquotedWords(one, other, stretches),
    incomplete: left.completeness === 'incomplete' || right.completeness === 'incomplete',
  })
  return {
    left: left.id,
    right: right.id,
    relation: verdict.relation,
    resemblance: resemblance(one, other),
    containment: { left: measures.coverLeft, right: measures.coverRight },
    passages: stretches.map((stretch) => passageOf(one, other, stretch)),
    substitutions: substitutions.slice(0, SUBSTITUTIONS_SHOWN).map(({ from, to, count }) => ({ from, to, count })),
    reasons: reasonsFor({ verdict, measures, near, substitutions, quotations }),
    decidedBy: 'rule',
    matchVersion: MATCH_VERSION,
    confidence: verdict.confidence,
    matchedWords: measures.matched,
    direction: directionOf(left, right, verdict.relation, measures),
  }
}

function wholly(side: Prepared): readonly Stretch[] {
  const places = Array.from({ length: side.length }, (_, at) => at)
  return places.length === 0 ? [] : [{ left: places, right: places }]
}

function passageOf(left: Prepared, right: Prepared, stretch: Stretch): Passage {
  return { left: spanOf(left, stretch.left), right: spanOf(right, stretch.right) }
}

function spanOf(side: Prepared, places: readonly number[]): { begin: number; end: number } {
  return { begin: side.text.begins[places[0] as number] as number, end: side.text.ends[places[places.length - 1] as number] as number }
}

