// What are the clusters now? After a new article, an edit or a decision: everything that hangs together is
// gathered, planned anew and written. A member needs a direct match to its principal, so pairs that were never
// compared (the full text came last, its cuts were there before) are compared when a plan first needs them. What is
// compared only because of a decision binds nothing by itself, so that a withdrawal leaves no trace.
import { planClusters } from './cluster/cluster.ts'
import type { PlannedCluster } from './domain/cluster.ts'
import { isLook } from './domain/decision.ts'
import { isCopy, type Match, pairKey } from './domain/match.ts'
import { SYSTEM } from './domain/role.ts'
import { type Pair, pairsOfDecisions, wordsOf } from './curation/editorial.ts'
import { type Limits, matchTexts, USUAL } from './match/match.ts'
import { type ComparableCache, matchSide } from './seek.ts'
import type { ArchiveStore, Component, Doing, Word } from './store/port.ts'

/** Each round can put forward another principal; more than a few do not help. */
const ROUNDS = 4

const OWN_DOING: Doing = { by: SYSTEM.name, settled: true }

/** Recomputes the clusters around these articles. Call it inside a transaction. Returns the ids of all that changed. */
export async function regroup(
  articleIds: readonly string[],
  store: ArchiveStore,
  cache: ComparableCache,
  now: string,
  doing: Doing = OWN_DOING,
  limits: Limits = USUAL,
): Promise<readonly string[]> {
  if (articleIds.length === 0) return []
  const component = await store.matches.component(articleIds)
  const work = new Regrouping(component, (pairs) => comparePairs(pairs, store, cache, limits))
  const plan = await work.plan()
  await work.write(plan, store)
  return store.clusters.apply(plan, now, doing)
}

/** The matches among a component's articles, as measured, and the plan that follows from them. */
class Regrouping {
  readonly #component: Component
  readonly #compare: (pairs: readonly Pair[]) => Promise<readonly Match[]>
  /** Compared before, for a decision that stands or stood. */
  readonly #asked: ReadonlyMap<string, Match>
  readonly #measured: Map<string, Match>
  readonly #fresh = new Map<string, Match>()
  /** Do people's decisions have a say in what is compared here? */
  readonly #ruled: boolean

  constructor(component: Component, compare: (pairs: readonly Pair[]) => Promise<readonly Match[]>) {
    this.#component = component
    this.#compare = compare
    this.#asked = byPair(component.asked)
    this.#measured = byPair(component.matches)
    this.#ruled = component.rulings.some((ruling) => !isLook(ruling.kind))
  }

  async plan(): Promise<readonly PlannedCluster[]> {
    await this.#measure(this.#unmeasured())
    let plan = this.#planned()
    for (let round = 0; round < ROUNDS && (await this.#measure(copiesOfCopies(plan, [...this.#measured.values()]))); round++) plan = this.#planned()
    return plan
  }

  /** Matches that are new, and pairs that people's decisions show in another light than before. */
  async write(plan: readonly PlannedCluster[], store: ArchiveStore): Promise<void> {
    const { nodes, rulings, words } = this.#component
    await this.#measure(pairsOfDecisions(nodes, rulings, plan))
    await store.matches.put([...this.#fresh.values()], this.#ruled)
    const wanted = wordsOf(nodes, rulings, plan, this.#measured)
    const shown = new Map(words.map((word) => [pairKey(word.left, word.right), word] as const).filter(([key]) => !this.#fresh.has(key)))
    await store.matches.lift([...shown].flatMap(([key, word]) => (wanted.has(key) ? [] : [word])))
    await store.matches.overrule([...wanted].flatMap(([key, word]) => (isSaid(word, shown.get(key)) ? [] : [word])))
  }

  #planned(): readonly PlannedCluster[] {
    return planClusters(this.#component.nodes, [...this.#measured.values()], this.#component.rulings)
  }

  /** Pairs that an editor decided before measurements were kept beside their words. */
  #unmeasured(): readonly Pair[] {
    return this.#component.words.map((word): Pair => [word.left, word.right]).filter((pair) => !this.#asked.has(pairKey(...pair)))
  }

  /** False where every pair was measured before. */
  async #measure(pairs: readonly Pair[]): Promise<boolean> {
    const missing = new Map(pairs.filter(([one, other]) => !this.#measured.has(pairKey(one, other))).map((pair) => [pairKey(...pair), pair]))
    if (missing.size === 0) return false
    const unknown: Pair[] = []
    for (const [key, pair] of missing) {
      const known = this.#asked.get(key)
      if (known === undefined) unknown.push(pair)
      else this.#measured.set(key, known)
      // Without a decision in the way, what is asked here is what the texts themselves ask for.
      if (known !== undefined && !this.#ruled) this.#fresh.set(key, known)
    }
    for (const match of await this.#compare(unknown)) {
      const key = pairKey(match.left, match.right)
      this.#measured.set(key, match)
      this.#fresh.set(key, match)
    }
    return true
  }
}

function byPair(matches: readonly Match[]): Map<string, Match> {
  return new Map(matches.map((match) => [pairKey(match.left, match.right), match]))
}

/** A relation counts the same both ways; the ground tells which decision it was. */
function isSaid(word: Word, shown: Word | undefined): boolean {
  return shown !== undefined && shown.relation === word.relation && shown.ground.code === word.ground.code
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
async function comparePairs(pairs: readonly Pair[], store: ArchiveStore, cache: ComparableCache, limits: Limits): Promise<readonly Match[]> {
  const sides = new Map((await store.articles.sides([...new Set(pairs.flat())])).map((side) => [side.id, side]))
  return pairs.flatMap(([one, other]) => {
    const [left, right] = [sides.get(one), sides.get(other)]
    if (left === undefined || right === undefined) return []
    return [matchTexts(matchSide(left, cache), matchSide(right, cache), 'copies', limits)]
  })
}
