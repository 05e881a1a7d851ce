// Which columns have the tables of clusters, pairs and decisions? Part of `tables.ts`.
import type { Generated } from 'kysely'
import type { ClusterStanding, ClusterStatus } from '../../domain/cluster.ts'
import type { DecisionKind } from '../../domain/decision.ts'
import type { Direction, Relation } from '../../domain/match.ts'

export interface ClusterTable {
  id: Generated<number>
  principal_id: number
  principal_by: 'rule' | 'editor'
  status: ClusterStatus
  size: number
  /** Disputes. */
  conflicts: string
  version: number
  updated_at: string
  updated_by: Generated<string | null>
  /** The article that the id goes with. */
  keeper_id: Generated<number | null>
  /** Members when no decision had been made since; 0 where it stood empty. */
  settled: Generated<number>
  standing: Generated<ClusterStanding>
  /** The last review. */
  review_id: Generated<number | null>
  /** Articles that came and went since. */
  joined: Generated<string>
  gone: Generated<string>
  later: Generated<number>
  /** Of the weakest link. */
  confidence: Generated<number>
  newest_at: Generated<string>
  /** Of all members, folded, for filtering. */
  headlines: Generated<string>
}

/** One row a pair, the smaller id on the left. */
export interface MatchTable {
  id: Generated<number>
  left_id: number
  right_id: number
  relation: Relation
  resemblance: number
  left_containment: number
  right_containment: number
  passages: string
  substitutions: string
  reasons: string
  decided_by: 'rule' | 'editor'
  match_version: string
  confidence: number
  matched_words: number
  direction: Direction
  /** What the rules say, while an editor's word is shown. */
  measured: Generated<string | null>
  /** 1: compared only because a decision asked for it. */
  asked: Generated<number>
}

/** The sender's own names of decisions. */
export interface DecisionOnceTable {
  actor_id: string
  once: string
  decision_id: number
  joined_id: number | null
}

export interface DecisionTable {
  id: Generated<number>
  kind: DecisionKind
  cluster_id: number | null
  relation: Relation | null
  note: string | null
  /** The first decision of its batch. */
  batch_id: Generated<number | null>
  actor_id: string
  actor: string
  decided_at: string
  withdrawn_at: string | null
  withdrawn_by: string | null
}

export interface DecisionTextTable {
  decision_id: number
  side: 'named' | 'other' | 'witness'
  place: number
  article_id: number
  content_hash: string
}
