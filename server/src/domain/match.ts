// How alike are two texts, and in which way? The words are Broder's (1997) and the newsroom's.
import type { Span } from './span.ts'

/** Of left to right; see the contract. The last three are never in one cluster. */
export const RELATIONS = [
  'identical',
  'near-duplicate',
  'excerpt',
  'abridged',
  'spun',
  'template',
  'related',
  'none',
] as const
export type Relation = (typeof RELATIONS)[number]

/** Relations that put two articles into one cluster. */
export const COPY_RELATIONS: ReadonlySet<Relation> = new Set(['identical', 'near-duplicate', 'excerpt', 'abridged', 'spun'])

export function isCopy(relation: Relation): boolean {
  return COPY_RELATIONS.has(relation)
}

/** An aligned stretch in both bodies. */
export interface Passage {
  readonly left: Span
  readonly right: Span
}

/** A stretch that two texts share: the places of equal words, counted in words, rising on both sides. */
export interface AlignedWords {
  readonly left: readonly number[]
  readonly right: readonly number[]
}

export interface Substitution {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** Why was it decided so? `code` is stable and kebab-case, `message` one sentence for a person. */
export interface Reason {
  readonly code: string
  readonly message: string
  /** The sentence with the sides changed over, where it is another: “68 % of this is in that”. */
  readonly turned?: string
}

/** Which side was taken from the other, as far as it can be told. */
export type Direction = 'left-from-right' | 'right-from-left' | 'unknown'

/** The verdict on a pair with its grounds. Offsets are into the two bodies. Shares are between 0 and 1. */
export interface Match {
  readonly left: string
  readonly right: string
  readonly relation: Relation
  /** Jaccard of the two shingle sets (Broder 1997). */
  readonly resemblance: number
  /** Share of left's words that are aligned with right, and of right's with left. */
  readonly containment: { readonly left: number; readonly right: number }
  readonly passages: readonly Passage[]
  readonly substitutions: readonly Substitution[]
  readonly reasons: readonly Reason[]
  readonly decidedBy: 'rule' | 'editor'
  readonly matchVersion: string
  /** 0 to 1: the margin to the next rule; a screen shows High, Medium or Low. */
  readonly confidence: number
  /** Words aligned and equal: the strength by which links are compared. */
  readonly matchedWords: number
  readonly direction: Direction
}

/** A pair of ids as one key, the same for both orders. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** A match with the sides changed over. */
export function turned(match: Match): Match {
  return {
    ...match,
    left: match.right,
    right: match.left,
    containment: { left: match.containment.right, right: match.containment.left },
    passages: match.passages.map((passage) => ({ left: passage.right, right: passage.left })),
    substitutions: match.substitutions.map((one) => ({ from: one.to, to: one.from, count: one.count })),
    reasons: match.reasons.map((reason) => (reason.turned === undefined ? reason : { ...reason, message: reason.turned, turned: reason.message })),
    direction: match.direction === 'unknown' ? 'unknown' : match.direction === 'left-from-right' ? 'right-from-left' : 'left-from-right',
  }
}
