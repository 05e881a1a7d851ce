// What are the clusters now? After a new article, an edit or a decision: everything that hangs together is
// gathered, planned anew and written. A member needs a direct match to its principal, so pairs that were never
// compared (the full text came last, its cuts were there before) are compared when a plan first needs them.
import { planClusters } from './cluster/cluster.ts'
import type { ClusterNode, PlannedCluster } from './domain/cluster.ts'
import { isCopy, type Match } from './domain/match.ts'
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
  const matches = [...component.matches]
  const seen = new Set(matches.map((match) => pairKey(match.left, match.right)))
  let plan = planClusters(component.nodes, matches, component.rulings)
  for (let round = 0; round < ROUNDS; round++) {
    const missing = pairsToCompare(plan, component.nodes, matches, seen)
    if (missing.length === 0) break
    const found = await comparePairs(missing, store, cache)
    await store.matches.put(found)
    matches.push(...found)
    plan = planClusters(component.nodes, matches, component.rulings)
  }
  return store.clusters.apply(plan, now)
}

type Pair = readonly [string, string]

/** A copy of a principal's copy that was never held against the principal itself. */
function pairsToCompare(
  plan: readonly PlannedCluster[],
  nodes: readonly ClusterNode[],
  matches: readonly Match[],
  seen: Set<string>,
): readonly Pair[] {
  const principalOf = new Map<string, string>()
  for (const cluster of plan) for (const member of cluster.memberIds) principalOf.set(member, cluster.principalId)
  const known = new Set(nodes.map((node) => node.id))
  const pairs: Pair[] = []
  const want = (node: string, principal: string | undefined) => {
    if (principal === undefined || principal === node || !known.has(node)) return
    const key = pairKey(node, principal)
    if (seen.has(key)) return
    seen.add(key)
    pairs.push([node, principal])
  }
  for (const match of matches) {
    if (!isCopy(match.relation)) continue
    want(match.left, principalOf.get(match.right))
    want(match.right, principalOf.get(match.left))
  }
  return pairs
}

async function comparePairs(pairs: readonly Pair[], store: ArchiveStore, cache: ComparableCache): Promise<readonly Match[]> {
  const sides = new Map((await store.articles.sides([...new Set(pairs.flat())])).map((side) => [side.id, side]))
  return pairs.flatMap(([one, other]) => {
    const left = sides.get(one)
    const right = sides.get(other)
    if (left === undefined || right === undefined) return []
    const match = matchTexts(matchSide(left, cache), matchSide(right, cache))
    return match.relation === 'none' ? [] : [match]
  })
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
