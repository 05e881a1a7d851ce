// What is shown to a person who must judge two texts, or a family of them? Everything is worked out by the service,
// so that every screen, print and program shows the same places and the same figures.
import type { Completeness } from './article.ts'
import type { Cluster } from './cluster.ts'
import type { Match, Relation } from './match.ts'
import type { Span } from './span.ts'

export type Confidence = 'high' | 'medium' | 'low'

/** One of the two articles, as far as a comparison tells of it. */
export interface EvidenceSide {
  readonly articleId: string
  /** Of the article, when the evidence was worked out. */
  readonly version: number
  readonly headline: string
  readonly publisher?: string
  readonly publishedAt?: string
  readonly byline: readonly string[]
  readonly url?: string
  readonly language: string
  readonly words: number
  readonly completeness: Completeness
  readonly documentId: string
  readonly documentName: string
  /** Articles in its document: above 1 it stands in a digest. */
  readonly documentArticles: number
  readonly clusterId: string
}

/**
 * `same`: letter for letter; `right` is how the right side writes it where only spacing, the shape of marks or the
 * case of a first letter differ. `swap`: other words in its place. `removed`: only left. `added`: only right.
 */
export type Op =
  | { readonly op: 'same'; readonly text: string; readonly right?: string }
  | { readonly op: 'swap'; readonly from: string; readonly to: string; readonly substitution: number }
  | { readonly op: 'removed'; readonly text: string }
  | { readonly op: 'added'; readonly text: string }

export const BLOCK_KINDS = ['same', 'edited', 'moved', 'left-only', 'right-only'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/**
 * A stretch of one or both bodies. In order, the blocks with `left` give the left body back, those with `right` the
 * right one; only white space stands between two blocks. A moved passage is two blocks, one at each of its places.
 */
export interface Block {
  readonly kind: BlockKind
  readonly left?: Span
  readonly right?: Span
  /** `moved`: the index of the block where the passage stands on the other side. */
  readonly movedTo?: number
  /** Left text: `same`, `from`, `removed`. Right text: `right ?? text` of `same`, `to`, `added`. */
  readonly ops: readonly Op[]
}

export const SUBSTITUTION_CLASSES = ['name', 'number', 'date', 'quotation', 'synonym', 'spelling', 'punctuation'] as const
export type SubstitutionClass = (typeof SUBSTITUTION_CLASSES)[number]

export interface Occurrence {
  /** Hold `from` and `to`, but for case and spacing. */
  readonly left: Span
  readonly right: Span
  /** Index of the block. */
  readonly block: number
}

/** Words that stand for others, with every place where they do. */
export interface EvidenceSubstitution {
  readonly id: number
  readonly from: string
  readonly to: string
  readonly count: number
  /** How often `from` stands in the aligned parts of the left text, changed or not: “9 of 9”. */
  readonly of: number
  readonly class: SubstitutionClass
  readonly at: readonly Occurrence[]
}

export interface Quotation {
  readonly left?: Span
  readonly right?: Span
  /** `missing`: the words around it are kept, but one of the texts does not have it as a quotation. */
  readonly state: 'kept' | 'altered' | 'missing'
}

export const FACT_KINDS = ['name', 'number', 'date', 'attribution'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** A changed fact: it means a revision or damage, never mere wording. */
export interface ChangedFact {
  readonly kind: FactKind
  readonly left: { readonly text: string; readonly span: Span }
  readonly right: { readonly text: string; readonly span: Span }
}

/** A sentence or more that only one side has, with the names and numbers in it that the other side lacks. */
export interface Addition {
  readonly span: Span
  readonly text: string
  readonly names: readonly string[]
  readonly numbers: readonly string[]
}

export interface Evidence {
  readonly left: EvidenceSide
  readonly right: EvidenceSide
  readonly match: Match
  readonly verdict: { readonly kind: Relation; readonly sentence: string; readonly confidence: Confidence }
  /** Shares of the words, 0 to 1; the longest run of equal words. */
  readonly coverage: { readonly leftInRight: number; readonly rightInLeft: number; readonly longestRun: number }
  readonly paragraphs: { readonly left: readonly Span[]; readonly right: readonly Span[] }
  readonly blocks: readonly Block[]
  readonly substitutions: readonly EvidenceSubstitution[]
  readonly quotations: { readonly total: number; readonly altered: number; readonly items: readonly Quotation[] }
  readonly facts: readonly ChangedFact[]
  readonly additions: { readonly left: readonly Addition[]; readonly right: readonly Addition[] }
  /** Two members of one cluster beside its principal, which links them: the articles on the way, both ends included. */
  readonly path?: readonly { readonly articleId: string; readonly headline: string; readonly publisher?: string }[]
  readonly method: { readonly matchVersion: string; readonly computedAt: string }
}

/** What the pair alone says, without the articles around it. */
export type TextEvidence = Pick<Evidence, 'verdict' | 'coverage' | 'paragraphs' | 'blocks' | 'substitutions' | 'quotations' | 'facts' | 'additions'>

export interface FamilyMember extends EvidenceSide {
  readonly principal: boolean
  /** Words more (or fewer) than the principal has, and days after (or before) it. */
  readonly deltaWords: number
  readonly deltaDays?: number
  /** The match to the principal; absent for the principal. */
  readonly relation?: Match
  /** Ids from this member to the principal, both included; longer than two where the direct link is weak or a decision. */
  readonly path: readonly string[]
}

/** Who derives from whom, as far as dates, lengths and wording tell. */
export interface FamilyEdge {
  /** The source. */
  readonly from: string
  /** The text that was made of it. */
  readonly to: string
  readonly relation: Relation
  /** Share of `from` that is in `to`, and of `to` that is in `from`. */
  readonly containment: { readonly from: number; readonly to: number }
  /** One sentence: why this way round. */
  readonly why: string
}

export interface Family {
  readonly cluster: Cluster
  /** The principal first, then by date. */
  readonly members: readonly FamilyMember[]
  readonly edges: readonly FamilyEdge[]
  /** Members beside the principal that additions and disagreements were looked for in: fewer than all in a large cluster. */
  readonly read: number
  /** What only one member has. */
  readonly additions: readonly (Addition & { readonly articleId: string })[]
  /** One matter, several values. */
  readonly disagreements: readonly {
    readonly what: string
    readonly values: readonly { readonly value: string; readonly articleIds: readonly string[] }[]
  }[]
}

/** A piece of the reference: shared by all that hold its paragraph, or with what others have in its place. */
export interface StackPiece {
  readonly span: Span
  readonly text: string
  /** Absent: shared. `text` is empty where it was left out. */
  readonly variants?: readonly { readonly text: string; readonly articleIds: readonly string[] }[]
}

export interface Stack {
  readonly cluster: Cluster
  readonly reference: EvidenceSide
  readonly members: readonly EvidenceSide[]
  /** Members that are not shown, because the cluster is large: those most like the principal. */
  readonly more: number
  readonly paragraphs: readonly {
    readonly span: Span
    readonly pieces: readonly StackPiece[]
    /** Members that hold this paragraph, changed or not, and those that leave it out. */
    readonly heldBy: readonly string[]
    readonly missingIn: readonly string[]
    /** What members have after it that the reference lacks. */
    readonly extra: readonly { readonly text: string; readonly articleIds: readonly string[] }[]
  }[]
  /** What members have before the first paragraph of the reference. */
  readonly before: readonly { readonly text: string; readonly articleIds: readonly string[] }[]
}
