// What did a person decide? Rows, never edits; bound to the text (content hash), not to ids.
import type { Relation } from './match.ts'

export const DECISION_KINDS = ['join', 'separate', 'set-principal', 'set-relation', 'review', 'later', 'report'] as const

/** What is said of a whole cluster, and moves nobody. */
export const LOOK_KINDS = ['review', 'later', 'report'] as const

/** Articles that one decision names, at most. */
export const DECISION_ARTICLES_MOST = 200

export type DecisionBody =
  | { readonly kind: 'join'; readonly articles: readonly string[] }
  /** `from`: only of these; otherwise of all that stay in the cluster. `together`: they stay one cluster, by a decision of its own where their texts alone would not hold them. */
  | { readonly kind: 'separate'; readonly articles: readonly string[]; readonly from?: readonly string[] | undefined; readonly together?: boolean | undefined }
  | { readonly kind: 'set-principal'; readonly articles: readonly string[] }
  | { readonly kind: 'set-relation'; readonly articles: readonly string[]; readonly relation: Relation }
  | { readonly kind: 'review'; readonly cluster: string }
  /** Put off: not now. */
  | { readonly kind: 'later'; readonly cluster: string }
  /** A reader says that these do not belong together, or not so: somebody is to look at it again. */
  | { readonly kind: 'report'; readonly cluster: string }

export type DecisionKind = (typeof DECISION_KINDS)[number]

export function isLook(kind: DecisionKind): kind is (typeof LOOK_KINDS)[number] {
  return LOOK_KINDS.some((one) => one === kind)
}

export interface Decision {
  readonly id: string
  readonly kind: DecisionKind
  /** The articles named, as ids at the time of the decision. */
  readonly articles: readonly string[]
  /** `separate`: those they were taken from. `review`: the members then. */
  readonly others: readonly string[]
  readonly cluster?: string
  readonly relation?: Relation
  readonly note?: string
  /** The batch that it was made in. */
  readonly batch?: string
  /** What it says, in a sentence. */
  readonly effect: string
  readonly actor: string
  readonly decidedAt: string
  readonly withdrawnAt?: string
  readonly withdrawnBy?: string
}

/** A standing decision as the clusterer sees it: content hashes, oldest first. */
export interface Ruling {
  readonly decisionId: string
  readonly kind: DecisionKind
  /** Content hashes of the articles named. */
  readonly texts: readonly string[]
  /** Content hashes of the other side, for `separate` and for looks. */
  readonly others: readonly string[]
  /** Content hashes of what else stood in the clusters concerned: the person knew of them. */
  readonly witnesses: readonly string[]
  /** The article that was meant by each of these hashes. */
  readonly articles: Readonly<Record<string, string>>
  readonly relation?: Relation
  readonly cluster?: string
}
