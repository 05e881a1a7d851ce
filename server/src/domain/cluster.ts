// Which articles are one text, and who stands for them?
import type { Completeness } from './article.ts'
import type { Match, Relation } from './match.ts'

export type ClusterStatus = 'open' | 'reviewed'

/**
 * How does it stand with people? `open`: nobody looked through it. `changed`: somebody did, and texts joined since.
 * `conflict`: decisions contradict one another, or what came in.
 */
export const STANDINGS = ['open', 'reviewed', 'changed', 'conflict'] as const
export type ClusterStanding = (typeof STANDINGS)[number]

export const BANDS = ['high', 'medium', 'low'] as const
export type Band = (typeof BANDS)[number]

/** Confidence from which a band begins. */
export const BAND_FROM = { high: 0.8, medium: 0.6 } as const

export function bandOf(confidence: number): Band {
  return confidence >= BAND_FROM.high ? 'high' : confidence >= BAND_FROM.medium ? 'medium' : 'low'
}

/** A contradiction between decisions, or between a decision and what came in. */
export interface Dispute {
  readonly sentence: string
  /** Ids of the decisions, and of the articles, that it is about. */
  readonly decisions: readonly string[]
  readonly articles: readonly string[]
}

export interface ClusterMember {
  readonly articleId: string
  readonly headline: string
  readonly publisher?: string
  readonly publishedAt?: string
  readonly wordCount: number
  readonly createdAt: string
  /** The relation to the principal by its name. */
  readonly kind?: Relation
  /** The match to the principal; absent for the principal itself. */
  readonly relation?: Match
}

export interface Cluster {
  readonly id: string
  readonly principalId: string
  readonly principalBy: 'rule' | 'editor'
  readonly principalHeadline: string
  readonly size: number
  readonly status: ClusterStatus
  readonly standing: ClusterStanding
  readonly members: readonly ClusterMember[]
  /** Members by their relation to the principal. */
  readonly kinds: Readonly<Partial<Record<Relation, number>>>
  /** Of the weakest link. */
  readonly confidence: Band
  /** The member match with the least confidence. */
  readonly weakestLink?: Match
  /** Decisions that contradict one another here, in a sentence each. */
  readonly conflicts: readonly string[]
  readonly disputes: readonly Dispute[]
  readonly reviewedAt?: string
  readonly reviewedBy?: string
  /** Articles that came and went since the last review. */
  readonly changes?: { readonly joined: readonly string[]; readonly left: readonly string[] }
  /** ISO 8601: when its newest member came in. */
  readonly newestAt: string
  /** Put off by a person. */
  readonly later: boolean
  /** Rises with each change of its members, principal or standing. */
  readonly version: number
  readonly updatedAt: string
  /** Who changed it last. */
  readonly updatedBy?: string
}

/** What the clusterer must know of an article. */
export interface ClusterNode {
  readonly id: string
  readonly contentHash: string
  readonly clusterId: string
  /** The cluster id that goes with this article, and how many members it had when no decision was made since; 0: it stood empty. */
  readonly keeps?: { readonly cluster: string; readonly settled: number }
  readonly wordCount: number
  readonly completeness: Completeness
  readonly publishedAt?: string
  readonly createdAt: string
  readonly hasByline: boolean
  readonly publisher?: string
  /** Articles in its document: above 1 it stands in a digest. */
  readonly documentArticles: number
}

/** What people's looks at a cluster come to. */
export interface Looked {
  readonly reviewed: boolean
  /** Id of the last review, whether or not it covers all that is there now. */
  readonly review?: string
  /** Articles that came and went since. */
  readonly joined: readonly string[]
  readonly left: readonly string[]
  readonly later: boolean
}

export interface PlannedCluster extends Looked {
  /** An existing cluster that goes on; absent for a new one. */
  readonly id?: string
  readonly principalId: string
  readonly principalBy: 'rule' | 'editor'
  readonly memberIds: readonly string[]
  readonly disputes: readonly Dispute[]
}
