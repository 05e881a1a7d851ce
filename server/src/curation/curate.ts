// How does a person's decision change clusters? The decision is written as a row bound to the texts, then everything it
// touches is planned anew; undoing is the same with the row withdrawn. Each in one transaction.
import { lookedAt } from '../cluster/cluster.ts'
import type { Clock } from '../domain/clock.ts'
import type { Cluster, Looked } from '../domain/cluster.ts'
import { type Decision, type DecisionBody, isLook } from '../domain/decision.ts'
import type { ArchiveEvent, Notify } from '../domain/event.ts'
import { ProblemError } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import { regroup } from '../regroup.ts'
import type { ComparableCache } from '../seek.ts'
import type { ArchiveStore, ClusterFilter } from '../store/port.ts'

export interface CurateParts {
  readonly store: ArchiveStore
  readonly cache: ComparableCache
  readonly clock: Clock
  readonly notify: Notify
}

export interface Decided {
  readonly decision: Decision
  /** What keeps together those that a split took out, where it was needed. */
  readonly joined?: Decision
  /** All that changed; a cluster that was emptied is left out. */
  readonly clusters: readonly Cluster[]
}

export interface Withdrawn extends Decided {
  /** Ids of all that were withdrawn. */
  readonly withdrawn: readonly string[]
}

/** A cluster as its reader saw it. */
export interface Expected {
  readonly cluster: string
  readonly version: number
}

export interface Made {
  readonly body: DecisionBody
  readonly note?: string | undefined
  /** Where one of these has changed since, nothing is decided. */
  readonly expect?: readonly Expected[] | undefined
  /** The sender's own name for it: under one name, one decision is made. */
  readonly once?: string | undefined
}

/** `with`: later ones to be taken back too. Without `alone`, none that leans on it may be left standing. */
export interface Withdrawal {
  readonly with?: readonly string[] | undefined
  readonly alone?: boolean | undefined
}

/** Decisions made at once, and how many. */
export interface Batch {
  readonly batch: string
  readonly count: number
}

/** Clusters looked through at once; more would hold up everybody else's writing. */
export const BATCH_MOST = 10_000

/** `not-found` for unknown articles or cluster, `cluster-changed` where one expected is another by now. */
export async function decide(made: Made, actor: Actor, parts: CurateParts): Promise<Decided> {
  const { once } = made
  const { decisions, clusters } = await carryOut(actor, parts, 'decision.made', async (store, now) => {
    const before = once === undefined ? [] : await store.decisions.under(once, actor)
    if (before.length > 0) return { decisions: before, again: true }
    const written = await writeDown(made, actor, store, parts.cache, now)
    if (once !== undefined) await store.decisions.nameOnce(once, written.decisions, actor)
    return written
  })
  const [decision, joined] = decisions as [Decision, Decision?]
  return { decision, clusters, ...(joined !== undefined && { joined }) }
}

/** `conflict` where it is withdrawn already, `has-dependants` where others lean on it. All or none. */
export async function withdraw(id: string, how: Withdrawal, actor: Actor, parts: CurateParts): Promise<Withdrawn> {
  const { decisions, clusters } = await carryOut(actor, parts, 'decision.withdrawn', async (store, now) => {
    const also = [...new Set(how.with ?? [])].filter((one) => one !== id)
    if (how.alone !== true) await mustNotLean(id, new Set(also), store)
    const taken: Decision[] = []
    for (const one of [...also.sort((a, b) => Number(b) - Number(a)), id]) taken.push(await store.decisions.withdraw(one, actor, now))
    return { decisions: taken }
  })
  return { decision: decisions.at(-1) as Decision, withdrawn: decisions.map((one) => one.id), clusters }
}

/** `conflict` where it stands. */
export async function restore(id: string, actor: Actor, parts: CurateParts): Promise<Decided> {
  const { decisions, clusters } = await carryOut(actor, parts, 'decision.restored', async (store, now) => ({ decisions: [await store.decisions.restore(id, actor, now)] }))
  return { decision: decisions[0] as Decision, clusters }
}

/** Every cluster of several that the filter fits is looked through. `invalid-request` where there is none, or too many. */
export async function reviewBatch(filter: ClusterFilter, note: string | undefined, actor: Actor, parts: CurateParts): Promise<Batch> {
  const now = parts.clock().toISOString()
  return announced(actor, parts, async (store) => {
    const { data, total } = await store.clusters.ids(severally(filter), undefined, BATCH_MOST)
    if (total > BATCH_MOST) throw new ProblemError('invalid-request', `The filter fits ${total} clusters; one batch takes ${BATCH_MOST} at most.`)
    const { batch, ids } = await store.decisions.recordReviews(data, note, actor, now)
    const changed = await lookAnew(data, actor, store, now)
    return { result: { batch, count: ids.length }, changed, told: [{ kind: 'decision.made', id: batch, decided: 'review', batch, clusters: data, actor: actor.name }] }
  })
}

/** All that stand of a batch. `conflict` where none does. */
export async function withdrawBatch(batch: string, actor: Actor, parts: CurateParts): Promise<Batch> {
  const now = parts.clock().toISOString()
  return announced(actor, parts, async (store) => {
    const ids = await store.decisions.withdrawBatch(batch, actor, now)
    const clusters = await store.decisions.clustersOf(ids)
    const changed = await lookAnew(clusters, actor, store, now)
    return { result: { batch, count: ids.length }, changed, told: [{ kind: 'decision.withdrawn', id: batch, decided: 'review', batch, clusters, actor: actor.name }] }
  })
}

/** A cluster of one has nothing to be looked through. */
export function severally(filter: ClusterFilter): ClusterFilter {
  return { ...filter, minSize: Math.max(2, filter.minSize ?? 2) }
}

type Told = Extract<ArchiveEvent, { kind: `decision.${string}` }>

/** `moved`: clusters that changed before all of it was written; `again`: all of it was written before. */
interface Written {
  readonly decisions: readonly Decision[]
  readonly moved?: readonly string[]
  readonly again?: boolean
}

async function writeDown({ body, note, expect }: Made, actor: Actor, store: ArchiveStore, cache: ComparableCache, now: string): Promise<Written> {
  if (expect !== undefined) await mustBeAsSeen(expect, store)
  const decision = await store.decisions.record(body, note, actor, now)
  return body.kind === 'separate' && body.together === true ? keptTogether(decision, note, actor, store, cache, now) : { decisions: [decision] }
}

async function carryOut(
  actor: Actor,
  parts: CurateParts,
  kind: Told['kind'],
  write: (store: ArchiveStore, now: string) => Promise<Written>,
): Promise<{ readonly decisions: readonly Decision[]; readonly clusters: readonly Cluster[] }> {
  const now = parts.clock().toISOString()
  return announced(actor, parts, async (store) => {
    const { decisions, moved = [], again = false } = await write(store, now)
    if (again) return { result: { decisions, clusters: await store.clusters.getMany(await store.decisions.clustersOf(decisions.map(({ id }) => id))) }, changed: [] }
    const changed = [...new Set([...moved, ...(await carriedOut(decisions, actor, store, parts.cache, now))])]
    const touched = new Set([...changed, ...decisions.flatMap((decision) => decision.cluster ?? [])])
    const told = decisions.map((decision): Told => ({ kind, id: decision.id, decided: decision.kind, clusters: [...touched], actor: actor.name }))
    return { result: { decisions, clusters: await store.clusters.getMany([...touched]) }, changed, told }
  })
}

/** Only once they are taken out can be seen whether their texts hold them; what moves here is planned again with the decision. */
async function keptTogether(split: Decision, note: string | undefined, actor: Actor, store: ArchiveStore, cache: ComparableCache, now: string): Promise<Written> {
  const { articles } = split
  if (articles.length < 2) return { decisions: [split] }
  const moved = await regroup(await store.decisions.articlesOf(split.id), store, cache, now, { by: actor.name, settled: false })
  const homes = new Set((await store.articles.getMany(articles)).map((article) => article.clusterId))
  if (homes.size < 2) return { decisions: [split], moved }
  return { decisions: [split, await store.decisions.record({ kind: 'join', articles }, note, actor, now)], moved }
}

/** A look moves nobody: it is done without planning anything anew. */
async function carriedOut(decisions: readonly Decision[], actor: Actor, store: ArchiveStore, cache: ComparableCache, now: string): Promise<readonly string[]> {
  const articles = new Set<string>()
  const looks: string[] = []
  for (const decision of decisions) {
    if (isLook(decision.kind)) looks.push(decision.id)
    else for (const id of await store.decisions.articlesOf(decision.id)) articles.add(id)
  }
  const regrouped = await regroup([...articles], store, cache, now, { by: actor.name, settled: false })
  const stood = looks.length === 0 ? [] : await lookAnew(await store.decisions.clustersOf(looks), actor, store, now)
  return [...new Set([...regrouped, ...stood])]
}

async function lookAnew(clusters: readonly string[], actor: Actor, store: ArchiveStore, now: string): Promise<readonly string[]> {
  const outlines = await store.clusters.outlines(clusters)
  const rulings = await store.decisions.rulings(outlines.flatMap(({ held }) => held.map(({ hash }) => hash)))
  const byHash = new Map<string, Set<number>>()
  rulings.forEach((ruling, at) => {
    for (const hash of ruling.others) byHash.set(hash, (byHash.get(hash) ?? new Set()).add(at))
  })
  const looked = new Map<string, Looked>()
  for (const { id, held } of outlines) {
    const places = new Set(held.flatMap(({ hash }) => [...(byHash.get(hash) ?? [])]))
    looked.set(id, lookedAt(held, id, [...places].sort((a, b) => a - b).flatMap((at) => rulings[at] ?? [])))
  }
  return store.clusters.stand(looked, actor.name, now)
}

async function mustBeAsSeen(expected: readonly Expected[], store: ArchiveStore): Promise<void> {
  const now = new Map((await store.clusters.versions(expected.map(({ cluster }) => cluster))).map((row) => [row.id, row]))
  const stale = expected.filter(({ cluster, version }) => now.get(cluster)?.version !== version || now.get(cluster)?.size === 0)
  const first = stale[0]?.cluster
  if (first === undefined) return
  const ids = await Promise.all(expected.map(async ({ cluster }) => ((now.get(cluster)?.size ?? 0) > 0 ? cluster : await store.clusters.successor(cluster))))
  const clusters = await store.clusters.getMany([...new Set(ids.flatMap((id) => id ?? []))])
  const known = clusters.find((cluster) => cluster.id === first) ?? clusters[0]
  const who = known?.updatedBy === undefined ? 'It was changed' : `${known.updatedBy} changed it at ${known.updatedAt}`
  throw new ProblemError('cluster-changed', `Cluster ${first} is not as it was seen. ${who}.`, [], { more: { clusters, changed: stale.map(({ cluster }) => cluster) } })
}

async function mustNotLean(id: string, named: ReadonlySet<string>, store: ArchiveStore): Promise<void> {
  const leaning = (await store.decisions.dependants(id)).filter((decision) => !named.has(decision.id))
  if (leaning.length === 0) return
  const told = leaning.map((decision) => `${decision.id} (${decision.kind})`).join(', ')
  throw new ProblemError('has-dependants', `Later decisions are about the same articles as decision ${id}: ${told}.`, [], { more: { dependants: leaning } })
}

/** Tells of what changed once it is durable. */
export async function announced<T>(
  actor: Actor,
  { store, notify }: CurateParts,
  work: (store: ArchiveStore) => Promise<{ readonly result: T; readonly changed: readonly string[]; readonly told?: readonly Told[] }>,
): Promise<T> {
  const { result, changed, told = [] } = await store.transaction(work)
  if (changed.length > 0) {
    const versions = (await store.clusters.versions(changed)).map(({ id, version }) => ({ id, version }))
    notify({ kind: 'clusters.changed', clusters: changed, versions, actor: actor.name })
  }
  for (const event of told) notify(event)
  return result
}
