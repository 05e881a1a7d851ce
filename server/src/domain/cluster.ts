// Which articles are one text, and who stands for them?
import type { Completeness } from './article.ts'
import type { Match } from './match.ts'

export type ClusterStatus = 'open' | 'reviewed'

export interface ClusterMember {
  readonly articleId: string
  readonly headline: string
  readonly publisher?: string
  readonly publishedAt?: string
  /** The match to the principal; absent for the principal itself. */
  readonly relation?: Match
}

export interface Cluster {
  readonly id: string
  readonly principalId: string
  readonly principalBy: 'rule' | 'editor'
  readonly size: number
  readonly status: ClusterStatus
  readonly members: readonly ClusterMember[]
  /** The member match with the least confidence. */
  readonly weakestLink?: Match
  /** Decisions that contradict one another here, in a sentence each. */
  readonly conflicts: readonly string[]
  /** Rises with each change of its members, principal or status. */
  readonly version: number
  readonly updatedAt: string
}

/** What the clusterer must know of an article. */
export interface ClusterNode {
  readonly id: string
  readonly contentHash: string
  readonly clusterId: string
  /** Is it the principal of that cluster now? The group that holds the old principal keeps the cluster's id. */
  readonly principal?: boolean
  readonly wordCount: number
  readonly completeness: Completeness
  readonly publishedAt?: string
  readonly createdAt: string
  readonly hasByline: boolean
  readonly publisher?: string
  /** Articles in its document: above 1 it stands in a digest. */
  readonly documentArticles: number
}

export interface PlannedCluster {
  /** An existing cluster that goes on; absent for a new one. */
  readonly id?: string
  readonly principalId: string
  readonly principalBy: 'rule' | 'editor'
  readonly memberIds: readonly string[]
  readonly reviewed: boolean
  readonly conflicts: readonly string[]
}
