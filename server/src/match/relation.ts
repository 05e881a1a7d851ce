// Which of the eight relations is it? Rules in order, each a sentence; the first that holds decides.
// The confidence is the margin to the nearest border of the rule that held, so that a doubtful verdict is seen as one.
import type { Relation } from '../domain/match.ts'
import { type Limits, USUAL } from './limits.ts'
import type { Measures } from './measures.ts'
import type { Nearness } from './related.ts'

export interface Evidence {
  readonly measures: Measures
  readonly near: Nearness
  /** The comparable texts are equal. */
  readonly same: boolean
  /** The names and numbers of the whole texts keep step, whatever became of the other words. */
  readonly inStep: boolean
  /** Matched words outside quotations: how many, and the larger share of either text's own. */
  readonly unquoted: { readonly matched: number; readonly share: number }
  readonly incomplete: boolean
}

export interface Verdict {
  readonly relation: Relation
  /** 0 to 1. */
  readonly confidence: number
}

export function relate(evidence: Evidence, limits: Limits = USUAL): Verdict {
  const { measures } = evidence
  if (evidence.same && measures.leftWords > 0) return { relation: 'identical', confidence: 1 }
  if (evidence.inStep) return { relation: 'spun', confidence: 0.75 }
  const strength = copyStrength(evidence, limits)
  if (strength < 1) return unlike(evidence, strength, limits)
  const form = formMargin(measures, limits)
  if (form > 0) return { relation: 'template', confidence: confident(form * 4) }
  const sure = confident(strength - 1)
  const spun = spunMargin(measures, limits)
  if (spun > 0) return { relation: 'spun', confidence: Math.min(sure, confident(spun * 5)) }
  return { relation: extentOf(measures, limits), confidence: sure }
}

/** Two texts that share a passage are not nothing to each other, whatever names they hold. */
export function withPassages(verdict: Verdict, passages: number): Verdict {
  return verdict.relation === 'none' && passages > 0 ? { relation: 'related', confidence: 0.5 } : verdict
}

/** From 1 on it is a copy: the weakest of what is asked for, each over its least. */
function copyStrength(evidence: Evidence, limits: Limits): number {
  const { measures, unquoted } = evidence
  const shorter = Math.min(measures.leftWords, measures.rightWords)
  if (shorter < limits.SHORT_WORDS) {
    return measures.matched / Math.max(limits.SHORT_COPY_MATCHED, shorter * limits.SHORT_COPY_SHARE)
  }
  const recast = measures.longestRun < limits.COPY_RUN && spunMargin(measures, limits) <= 0
  const whole = Math.min(unquoted.matched / limits.COPY_MATCHED, unquoted.share / (recast ? limits.RECAST_SHARE : limits.COPY_SHARE))
  const long = recast || unquoted.matched < limits.LONG_COPY_MATCHED ? 0 : measures.matched / shorter / limits.LONG_COPY_SHARE
  const cut = evidence.incomplete ? Math.min(unquoted.matched / limits.CUT_COPY_MATCHED, unquoted.share / limits.CUT_COPY_SHARE) : 0
  return Math.max(whole, long, cut, heavyStrength(measures, limits))
}

/** A spinner that swaps every other word leaves the order, the names and the numbers. */
function heavyStrength(measures: Measures, limits: Limits): number {
  if (measures.facts < limits.TEMPLATE_FACTS || measures.factsKept < limits.HEAVY_FACTS_KEPT) return 0
  return Math.min(Math.max(measures.coverLeft, measures.coverRight) / limits.HEAVY_COVER, measures.matched / limits.HEAVY_MATCHED)
}

function unlike({ near }: Evidence, strength: number, limits: Limits): Verdict {
  const pairs = near.pairs / limits.RELATED_NAME_PAIRS
  const names = near.shared >= limits.RELATED_NAMES_SHARED ? near.share / limits.RELATED_NAMES : 0
  const related = Math.max(pairs, names)
  if (related >= 1) return { relation: 'related', confidence: Math.min(confident(related - 1), confident(1 - strength)) }
  return { relation: 'none', confidence: Math.min(confident(1 - related), confident(1 - strength)) }
}

/** Above 0: the frame was kept and the facts were changed. */
function formMargin(measures: Measures, limits: Limits): number {
  if (measures.facts < limits.TEMPLATE_FACTS) return 0
  const numbers = measures.numbers >= limits.TEMPLATE_NUMBERS ? limits.TEMPLATE_NUMBERS_KEPT - measures.numbersKept : 0
  const facts = Math.min(limits.TEMPLATE_FACTS_KEPT, measures.ordinaryKept - limits.TEMPLATE_MARGIN) - measures.factsKept
  return Math.max(0, numbers, facts)
}

/** Above 0: words were swapped all along while names and numbers stood. */
function spunMargin(measures: Measures, limits: Limits): number {
  if (measures.identity >= limits.COPY_IDENTITY || measures.longestRun > limits.SPUN_RUN || measures.swapsOfChanges < limits.SPUN_SWAPS_OF_CHANGES) return 0
  if (measures.swaps < limits.SPUN_SWAPS) return 0
  return Math.min(measures.swapped - limits.SPUN_SWAPPED, keptMargin(measures, limits))
}

/** Too few names and numbers prove nothing, but those there are must not be what was changed. */
function keptMargin({ facts, factsKept, ordinaryKept }: Measures, limits: Limits): number {
  if (facts >= limits.TEMPLATE_FACTS) return factsKept - ordinaryKept - limits.SPUN_MARGIN
  return facts < limits.FEW_FACTS || factsKept >= ordinaryKept ? limits.SPUN_MARGIN : 0
}

function extentOf(measures: Measures, limits: Limits): Relation {
  const { coverLeft, coverRight, identity } = measures
  if (Math.min(coverLeft, coverRight) >= limits.WHOLE_COVER && identity >= limits.EDITED_IDENTITY) return 'near-duplicate'
  const contained = Math.max(coverLeft, coverRight) >= limits.WHOLE_COVER
  if (contained && identity >= limits.COPY_IDENTITY && measures.stretched <= limits.EXCERPT_STRETCH) return 'excerpt'
  return 'abridged'
}

/** A margin as a confidence: half at the border, near 1 from a margin of 1 on. */
function confident(margin: number): number {
  return Math.round(Math.min(1, 0.5 + Math.max(0, margin) / 2) * 100) / 100
}
