// What are the clusters now? After a new article, an edit or a decision: everything that hangs together is
// gathered, planned anew and written. A member needs a direct match to its principal, so pairs that were never
// compared (the full text came last, its cuts were there before) are compared when a plan first needs them.
import { planClusters } from './cluster/cluster.ts'
import type { ClusterNode, PlannedCluster } from './domain/cluster.ts'
import type { Ruling } from './domain/decision.ts'
import { isCopy, type Match, pairKey } from './domain/match.ts'
import { decidedMatches, editorPairs, type Pair, pairsOfDecisions } from './editorial.ts'
import { matchTexts } from './match/match.ts'
import { type ComparableCache, matchSide } from './seek.ts'
import type { ArchiveStore } from './store/port.ts'

/** Each round can put forward another principal; more than a few do not help. */
const ROUNDS = 4

/** Recomputes the clusters around these articles. Call it inside a transaction. Returns the ids of all that changed. */
export async function regroup(
  articleIds: readonly string[],
  store: ArchiveStore,
  cache: ComparableCache,
  now: string,
): Promise<readonly string[]> {
  if (articleIds.length === 0) return []
  const component = await store.matches.component(articleIds)
  const work = new Regrouping(component.nodes, component.matches, component.rulings, (pairs) => comparePairs(pairs, store, cache))
  const plan = await work.plan()
  await store.matches.put(await work.changed(plan))
  return store.clusters.apply(plan, now)
}

/** The matches among a component's articles, as measured, and the plan that follows from them. */
class Regrouping {
  readonly #nodes: readonly ClusterNode[]
  readonly #rulings: readonly Ruling[]
  readonly #compare: (pairs: readonly Pair[]) => Promise<readonly Match[]>
  readonly #stored: ReadonlyMap<string, Match>
  readonly #measured: Map<string, Match>

  constructor(
    nodes: readonly ClusterNode[],
    matches: readonly Match[],
    rulings: readonly Ruling[],
    compare: (pairs: readonly Pair[]) => Promise<readonly Match[]>,
  ) {
    this.#nodes = nodes
    this.#rulings = rulings
    this.#compare = compare
    this.#stored = new Map(matches.map((match) => [pairKey(match.left, match.right), match]))
    this.#measured = new Map([...this.#stored].filter(([, match]) => match.decidedBy === 'rule'))
  }

  async plan(): Promise<readonly PlannedCluster[]> {
    await this.#measure(editorPairs([...this.#stored.values()]))
    let plan = this.#planned()
    for (let round = 0; round < ROUNDS && (await this.#measure(copiesOfCopies(plan, [...this.#measured.values()]))); round++) plan = this.#planned()
    return plan
  }

  /** Matches that are new, or that people's decisions show in another light than before. */
  async changed(plan: readonly PlannedCluster[]): Promise<readonly Match[]> {
    await this.#measure(pairsOfDecisions(this.#nodes, this.#rulings, plan))
    const wanted = new Map(this.#measured)
    for (const match of decidedMatches(this.#nodes, this.#rulings, plan, this.#measured)) wanted.set(pairKey(match.left, match.right), match)
    return [...wanted].flatMap(([key, match]) => {
      const before = this.#stored.get(key)
      return before?.relation === match.relation && before.decidedBy === match.decidedBy ? [] : [match]
    })
  }

  #planned(): readonly PlannedCluster[] {
    return planClusters(this.#nodes, [...this.#measured.values()], this.#rulings)
  }

  /** False where every pair was measured before. */
  async #measure(pairs: readonly Pair[]): Promise<boolean> {
    const missing = new Map(pairs.filter(([one, other]) => !this.#measured.has(pairKey(one, other))).map((pair) => [pairKey(...pair), pair]))
    if (missing.size === 0) return false
    for (const match of await this.#compare([...missing.values()])) this.#measured.set(pairKey(match.left, match.right), match)
    return true
  }
}

/** A copy of a principal's copy is to be held against the principal itself. */
function copiesOfCopies(plan: readonly PlannedCluster[], matches: readonly Match[]): readonly Pair[] {
  const principalOf = new Map<string, string>()
  for (const cluster of plan) for (const member of cluster.memberIds) principalOf.set(member, cluster.principalId)
  const pairs: Pair[] = []
  const want = (node: string, principal: string | undefined) => {
    if (principal !== undefined && principal !== node && principalOf.has(node)) pairs.push([node, principal])
  }
  for (const match of matches) {
    if (!isCopy(match.relation)) continue
    want(match.left, principalOf.get(match.right))
    want(match.right, principalOf.get(match.left))
  }
  return pairs
}

/** A match for every pair, `none` included: it is written too, so that nothing is compared twice. */
async function comparePairs(pairs: readonly Pair[], store: ArchiveStore, cache: ComparableCache): Promise<readonly Match[]> {
  const sides = new Map((await store.articles.sides([...new Set(pairs.flat())])).map((side) => [side.id, side]))
  return pairs.flatMap(([one, other]) => {
    const [left, right] = [sides.get(one), sides.get(other)]
    if (left === undefined || right === undefined) return []
    return [matchTexts(matchSide(left, cache), matchSide(right, cache), 'copies')]
  })
}
