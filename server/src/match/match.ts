// How alike are two texts, and how? Seeds, chains and small boxes give an alignment; measures on it meet ordered rules;
// the verdict says why. Ordered alignment separates copies from coverage of the same event where overlap scores do not.
import type { Completeness } from '../domain/article.ts'
import type { Comparable } from '../domain/comparable.ts'
import type { AlignedWords, Match } from '../domain/match.ts'
import { align, type Stretch } from './alignment.ts'
import { directionOf } from './direction.ts'
import { factChain } from './fact-chain.ts'
import { type Limits, USUAL } from './limits.ts'
import { keptFacts, measure } from './measures.ts'
import { passagesOf } from './passages.ts'
import { prepared, type Prepared } from './prepared.ts'
import { compareQuotations, unquotedWords } from './quotations.ts'
import { reasonsFor } from './reasons.ts'
import { nearness } from './related.ts'
import { relate, withPassages } from './relation.ts'
import { resemblance } from './resemblance.ts'
import { substitutionsOf } from './substitutions.ts'
import { COPY_RUN, MATCH_VERSION, SUBSTITUTIONS_SHOWN, WHOLE_COVER } from './thresholds.ts'

export { isLimit, LIMITS, type LimitName, type Limits, USUAL } from './limits.ts'
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

/**
 * The verdict on two texts with its grounds. Any two texts are taken; the cost grows with their lengths, not their
 * product. `depth` `copies` leaves out the search for recast passages, which never makes a copy: for the ingest of many.
 * `limits`: other lines between the relations, for a trial.
 */
export function matchTexts(left: MatchSide, right: MatchSide, depth: 'full' | 'copies' = 'full', limits: Limits = USUAL): Match {
  return matchClosely(left, right, depth, limits).match
}

/** The verdict, and the equal words that it rests on: for whoever shows the texts beside one another. */
export function matchClosely(left: MatchSide, right: MatchSide, depth: 'full' | 'copies' = 'full', limits: Limits = USUAL): { readonly match: Match; readonly aligned: readonly AlignedWords[] } {
  const [one, other] = [prepared(left.text), prepared(right.text)]
  const same = left.text.contentHash === right.text.contentHash
  const { stretches, inStep } = same ? { stretches: wholly(one), inStep: false } : alignedOrInStep(one, other)
  const measures = measure(one, other, stretches)
  const substitutions = substitutionsOf(one, other, stretches)
  const near = nearness(one, other)
  const incomplete = left.completeness === 'incomplete' || right.completeness === 'incomplete'
  const found = relate({ measures, near, same, inStep, unquoted: unquotedWords(one, other, stretches), incomplete }, limits)
  const recast = depth === 'full' && Math.max(measures.coverLeft, measures.coverRight) < WHOLE_COVER
  const passages = passagesOf(one, other, stretches, { recast, lone: found.relation === 'related' || found.relation === 'none' })
  const verdict = withPassages(found, passages.length)
  const match: Match = {
    left: left.id,
    right: right.id,
    relation: verdict.relation,
    resemblance: resemblance(one, other),
    containment: { left: measures.coverLeft, right: measures.coverRight },
    passages,
    substitutions: substitutions.slice(0, SUBSTITUTIONS_SHOWN).map(({ from, to, count }) => ({ from, to, count })),
    reasons: reasonsFor({
      verdict,
      measures,
      near,
      passages: passages.length,
      facts: keptFacts(one, stretches),
      substitutions,
      quotations: compareQuotations(one, other, stretches),
    }),
    decidedBy: 'rule',
    matchVersion: MATCH_VERSION,
    confidence: verdict.confidence,
    matchedWords: measures.matched,
    direction: directionOf(left, right, verdict.relation, measures),
  }
  return { match, aligned: stretches }
}

/** Where the words themselves do not show a whole copy, the names and numbers may. */
function alignedOrInStep(left: Prepared, right: Prepared): { readonly stretches: readonly Stretch[]; readonly inStep: boolean } {
  const stretches = align(left, right)
  const { coverLeft, coverRight, longestRun } = measure(left, right, stretches)
  const seen = Math.max(coverLeft, coverRight) >= WHOLE_COVER || longestRun >= COPY_RUN
  const chain = seen ? undefined : factChain(left, right)
  return chain === undefined ? { stretches, inStep: false } : { stretches: [chain], inStep: true }
}

function wholly(side: Prepared): readonly Stretch[] {
  const places = Array.from({ length: side.length }, (_, at) => at)
  return places.length === 0 ? [] : [{ left: places, right: places }]
}
