// What is kept of pairs, clusters and decisions? A verdict of the rules stays as it was measured while an editor's word
// stands over it; clusters are computed and never edited; decisions are rows.
import type { Band, Cluster, ClusterNode, ClusterStanding, Looked, PlannedCluster } from '../domain/cluster.ts'
import type { Decision, DecisionBody, Ruling } from '../domain/decision.ts'
import type { Match, Reason, Relation } from '../domain/match.ts'
import type { Actor } from '../domain/role.ts'
import type { ClusterFold, Listed, ListQuery } from './port.ts'

/** An editor's word on a pair, shown in place of what was measured. */
export interface Word {
  readonly left: string
  readonly right: string
  /** Of left to right. */
  readonly relation: Relation
  readonly ground: Reason
}

export interface Component {
  readonly nodes: readonly ClusterNode[]
  /** As the rules found them when the texts came in; without passages, substitutions and reasons. */
  readonly matches: readonly Match[]
  /** As the rules see pairs that were compared only because a decision asked for it: they bind nothing by themselves. */
  readonly asked: readonly Match[]
  /** Editors' words that are shown now. */
  readonly words: readonly Word[]
  /** Standing rulings that name any of their texts, oldest first. */
  readonly rulings: readonly Ruling[]
}

/** What is told of a pair that is only suggested. */
export type NearMatch = Pick<Match, 'left' | 'right' | 'relation' | 'confidence' | 'matchedWords' | 'containment' | 'decidedBy' | 'reasons'>

export interface Matches {
  /** Insert or replace, by the pair, whichever way round; takes an editor's word off. `asked`: compared only for a decision's sake. */
  put(matches: readonly Match[], asked?: boolean): Promise<void>
  /** Show an editor's word over a stored match; what was measured is kept. */
  overrule(words: readonly Word[]): Promise<void>
  /** Show what was measured again. */
  lift(pairs: readonly { readonly left: string; readonly right: string }[]): Promise<void>
  between(left: string, right: string): Promise<Match | undefined>
  /** Each with the asked article as `left`. */
  of(articleId: string, page: { readonly offset: number; readonly limit: number }): Promise<Listed<Match>>
  /** All live articles that hang together with these by copies, by present clusters or by standing `join` decisions. */
  component(articleIds: readonly string[]): Promise<Component>
  /** Of pairs with a live article inside the cluster and one outside, but `none`: the inside one is `right`. The strongest first. */
  around(clusterId: string, limit: number): Promise<readonly NearMatch[]>
  /** All pairs of live articles ever compared, as measured, in the order in which they are kept. */
  each(afterKey?: number, limit?: number): Promise<readonly { readonly key: number; readonly match: Match; readonly asked: boolean; readonly overruled: boolean }[]>
}

/** Several values of one filter are alternatives. */
export interface ClusterFilter {
  readonly status?: Cluster['status']
  readonly relation?: string
  readonly standing?: readonly ClusterStanding[]
  readonly confidence?: readonly Band[]
  readonly kind?: readonly string[]
  /** Every member stands to the principal in one of these ways. */
  readonly onlyKinds?: readonly string[]
  readonly publisher?: readonly string[]
  readonly q?: string
  readonly later?: boolean
  readonly minSize?: number
  readonly changedSince?: string
  readonly ids?: readonly string[]
}

export type ClusterFacet = 'standing' | 'confidence' | 'kind' | 'publisher'
export type ClusterFacets = Partial<Record<ClusterFacet, Readonly<Record<string, number>>>>

/** What people's decisions say of a cluster is worked out on its texts. */
export interface Outline {
  readonly id: string
  readonly held: readonly { readonly hash: string; readonly articles: readonly string[] }[]
}

/** Whose doing is it? `settled`: no decision's; the ids of the clusters go with their principals from now on. */
export interface Doing {
  readonly by: string
  readonly settled: boolean
}

export interface Clusters {
  get(id: string): Promise<Cluster | undefined>
  getMany(ids: readonly string[]): Promise<readonly Cluster[]>
  /** Who leads, and who is in it; emptied ones left out. */
  folds(ids: readonly string[]): Promise<readonly ClusterFold[]>
  /** `brief`: without the matches of the members. */
  list(query: ListQuery<ClusterFilter>, brief?: boolean): Promise<Listed<Cluster>>
  /** Ids of all that the filter fits, in order, at most `limit`. */
  ids(filter: ClusterFilter, sort: ListQuery<unknown>['sort'], limit: number): Promise<Listed<string>>
  /** Counts of clusters; each facet as if its own filter were not set. */
  facets(filter: ClusterFilter, wanted: readonly ClusterFacet[]): Promise<ClusterFacets>
  /** Emptied ones included. */
  versions(ids: readonly string[]): Promise<readonly { readonly id: string; readonly version: number; readonly size: number }[]>
  /** Where the article is now that an emptied cluster's id goes with; `undefined` where there never was one. */
  successor(id: string): Promise<string | undefined>
  outlines(ids: readonly string[]): Promise<readonly Outline[]>
  /** What people's looks come to now; returns the ids of those that changed. */
  stand(looked: ReadonlyMap<string, Looked>, by: string, now: string): Promise<readonly string[]>
  /** Make the stored clusters of these articles equal to the plan; mark the outbox for what changed. Returns ids of all that changed, emptied ones included. */
  apply(plan: readonly PlannedCluster[], now: string, doing?: Doing): Promise<readonly string[]>
}

export interface DecisionFilter {
  readonly kind?: string
  readonly cluster?: string
  readonly article?: string
  readonly actor?: string
  readonly batch?: string
  /** ISO 8601; the second is not included. */
  readonly from?: string
  readonly to?: string
  readonly withdrawn?: boolean
  /** Those that keep articles apart. */
  readonly apart?: boolean
  readonly ids?: readonly string[]
}

export interface Decisions {
  /** Binds to the texts of the articles named; writes the audit row. `not-found` for unknown ids. */
  record(body: DecisionBody, note: string | undefined, actor: Actor, now: string): Promise<Decision>
  /** What this person made under this name of theirs, a split's join after it; nothing where they did not. */
  under(once: string, actor: Actor): Promise<readonly Decision[]>
  /** From now on these are what was made under this name. */
  nameOnce(once: string, made: readonly Decision[], actor: Actor): Promise<void>
  /** One review for each cluster; one audit row. Returns the batch. */
  recordReviews(clusters: readonly string[], note: string | undefined, actor: Actor, now: string): Promise<{ readonly batch: string; readonly ids: readonly string[] }>
  /** `conflict` where it is withdrawn already. */
  withdraw(id: string, actor: Actor, now: string): Promise<Decision>
  /** All that stand of a batch; one audit row. Returns their ids; `not-found` where there is no such batch. */
  withdrawBatch(batch: string, actor: Actor, now: string): Promise<readonly string[]>
  /** Makes a withdrawn decision stand again, in its old place. `conflict` where it stands. */
  restore(id: string, actor: Actor, now: string): Promise<Decision>
  get(id: string): Promise<Decision | undefined>
  list(query: ListQuery<DecisionFilter>): Promise<Listed<Decision>>
  /** Later ones that stand and concern articles that this one moved, the newest first. */
  dependants(id: string): Promise<readonly Decision[]>
  /** Live articles whose text a decision names (both sides), by id. */
  articlesOf(decisionId: string): Promise<readonly string[]>
  /** Clusters that hold any of the texts of these decisions, and those that they are about. */
  clustersOf(decisionIds: readonly string[]): Promise<readonly string[]>
  /** Standing ones that name any of these texts, oldest first. */
  rulings(hashes: Iterable<string>): Promise<readonly Ruling[]>
  /** Pairs of live articles that standing decisions confirm (`together`) or refuse, the newest word on each pair. */
  golden(): Promise<readonly Golden[]>
  any(): Promise<boolean>
}

export interface Golden {
  readonly left: string
  readonly right: string
  readonly together: boolean
  /** Where a person named one. */
  readonly relation?: Relation
  readonly decision: string
}
