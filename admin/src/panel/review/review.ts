// How do queue, desk and memory work together? What a person does shows at once and goes out at once; what the service
// answers, refuses, or tells of others finds its place here. The screens only draw it.
import { isProblem, type ProblemError, sentenceOf } from '../../api.ts'
import { here } from '../archive/access.ts'
import { call } from '../archive/call.ts'
import { onSignedOut } from '../archive/signing-out.ts'
import { apart, type Act, type Ruled } from './acts.ts'
import { foreseen, type Cluster } from './cluster.ts'
import { Desk, type Doing, type Entry } from './desk.ts'
import { keep, keptOf, letGo } from './kept.ts'
import { askNow, fetchAhead, forget, known, put } from './questions.ts'
import { entered, joined, placeOf, reopened, returned, settled, waiting, type Queue } from './queue.ts'
import { sent, stays } from './sending.ts'
import { change, now, say, without } from './session.ts'

const AHEAD = 2

/** How the cluster was shown before an act that is on its way. */
const before = new Map<number, Cluster>()
/** The order of the queue before a merge took clusters out of it. */
const orders = new Map<number, readonly string[]>()
let looking = ''

const desk = new Desk(
  {
    keep: ({ once, act, expect, state }) => keep({ once, act, expect, undone: state === 'undone' }, here()),
    decide: sent,
    withdraw: (id, also) => call<Ruled>(`/api/decisions/${encodeURIComponent(id)}/withdraw`, { method: 'POST', body: also.length > 0 ? { with: also } : {}, keepalive: true }),
    restore: (id) => call<Ruled>(`/api/decisions/${encodeURIComponent(id)}/restore`, { method: 'POST', keepalive: true }),
  },
  { changed: () => change({ entries: desk.entries() }), answered, failed, versionOf: (id) => known(id)?.version },
  now().entries,
)

addEventListener('pagehide', () => desk.leave())
addEventListener('pageshow', () => desk.stay())
onSignedOut(() => desk.forget())

/** The queue of a filter, frozen from now on. */
export async function enter(filter: string): Promise<Queue> {
  const { ids } = await call<{ ids: readonly string[] }>(`/api/clusters/queue?${filter}`)
  const queue = entered(filter, ids, Date.now())
  change({ queue, fresh: {}, troubles: {}, said: undefined })
  return queue
}

/** What this person decided in a window that is gone, and what became of it. */
export async function resume(who: string): Promise<{ readonly saved: number; readonly refused: readonly string[] }> {
  const kept = keptOf(who)
  const { queue } = now()
  if (queue !== undefined) change({ queue: kept.reduce((rest, { act, undone }) => (act.settles === undefined || undone ? rest : settled(rest, act.cluster, act.settles)), queue) })
  const entries = await desk.resume(kept)
  const refused = entries.filter((entry) => entry.state === 'failed').map(({ act }) => `“${act.said}” of ${act.headline}: ${sentenceOf(now().troubles[act.cluster]?.error)}`)
  return { saved: entries.length - refused.length, refused }
}

/** The person looks at this cluster now: the next ones are fetched meanwhile. */
export function look(id: string): void {
  looking = id
  const { queue } = now()
  if (queue !== undefined) void ahead(queue, id)
}

export function decide(act: Act): Entry {
  const shown = known(act.cluster)
  const entry = desk.decide(act)
  if (shown !== undefined) {
    before.set(entry.key, shown)
    put(foreseen(shown, act.ruling))
  }
  const { queue, notes, troubles } = now()
  change({
    notes: without(notes, act.cluster),
    troubles: without(troubles, act.cluster),
    ...(queue !== undefined && act.settles !== undefined && { queue: settled(queue, act.cluster, act.settles) }),
  })
  say(act.said, { entry: entry.key })
  return entry
}

/** Returns where it was, so that the person can be brought back there. */
export function undo(key?: number): string | undefined {
  return turned(desk.undo(key), 'undo')
}

export function redo(): string | undefined {
  return turned(desk.redo(), 'redo')
}

/** What was told apart from all is told apart from one alone. */
export function narrow(key: number): void {
  const act = now().entries.find((entry) => entry.key === key)?.act
  if (act?.apart === undefined) return
  undo(key)
  const cluster = known(act.cluster)
  if (cluster !== undefined) decide(apart(cluster, act.apart.articles, { from: [act.apart.from] }))
}

/** Something may have been missed: what is shown is compared, what was fetched ahead is fetched again. */
export function lookAgain(): void {
  const { queue } = now()
  if (queue !== undefined) for (const id of waiting(queue, looking, AHEAD)) forget(id)
  if (looking !== '') void compare(looking, undefined)
}

/** The other person's change is looked at: from now on it is what is decided upon. */
export function accept(id: string): void {
  const fresh = now().fresh[id]
  if (fresh?.cluster !== undefined) put(fresh.cluster)
  else forget(id)
  change({ fresh: without(now().fresh, id), troubles: without(now().troubles, id) })
}

/** Somebody, or a new article, changed a cluster. */
export function heard(id: string, actor: string | undefined): void {
  if (id === looking) void compare(id, actor)
  else if (!desk.busy(id)) {
    forget(id)
    const { queue } = now()
    if (queue !== undefined && placeOf(queue, id) >= 0) look(looking)
  }
}

function turned(entry: Entry | undefined, doing: 'undo' | 'redo'): string | undefined {
  if (entry === undefined) return undefined
  const { queue } = now()
  const { cluster, settles, said } = entry.act
  const shown = before.get(entry.key)
  const present = known(cluster)
  if (doing === 'undo' && shown !== undefined) put({ ...shown, version: present?.version ?? shown.version })
  if (doing === 'redo' && present !== undefined) put(foreseen(present, entry.act.ruling))
  if (queue !== undefined) change({ queue: doing === 'redo' && settles !== undefined ? settled(queue, cluster, settles) : reopened(queue, cluster) })
  if (doing === 'undo') say('Undone.')
  else say(said, { entry: entry.key })
  return now().moved[cluster] ?? cluster
}

function answered(clusters: readonly Cluster[], entry: Entry, doing: Doing): void {
  const { act } = entry
  for (const cluster of clusters) {
    const shown = known(cluster.id)
    // What was decided, undone or redone since on the same cluster still shows; only the version is new.
    if (shown !== undefined && desk.more(cluster.id)) put({ ...shown, version: cluster.version })
    else put(cluster)
  }
  if (doing === 'decide') {
    before.delete(entry.key)
    letGo(entry.once)
  }
  if (act.name === 'merge') rearrange(entry, clusters, doing)
}

/** After a merge the articles may be found under the other cluster's id; undone, both are back in their places. */
function rearrange({ key, act }: Entry, clusters: readonly Cluster[], doing: Doing): void {
  const { moved, queue } = now()
  const ids = orders.get(key)
  if (doing === 'undo') {
    change({ moved: without(moved, act.cluster), ...(queue !== undefined && ids !== undefined && { queue: { ...queue, ids } }) })
    return
  }
  const home = clusters.find((cluster) => 'articles' in act.ruling && act.ruling.articles.some((id) => cluster.members.some((member) => member.articleId === id)))
  if (home === undefined) return
  if (queue !== undefined) orders.set(key, queue.ids)
  const others = act.touches.filter((id) => id !== act.cluster)
  change({
    ...(home.id !== act.cluster && { moved: { ...moved, [act.cluster]: home.id } }),
    ...(queue !== undefined && { queue: joined(queue, act.cluster, others, home.id) }),
  })
}

function failed(entry: Entry, error: unknown, doing: Doing): void {
  const { act, key, once } = entry
  const { queue, troubles, fresh } = now()
  const shown = before.get(key)
  // The one before it may have been saved, and left another version.
  if (doing === 'decide' && shown !== undefined) put({ ...shown, version: known(act.cluster)?.version ?? shown.version })
  before.delete(key)
  if (doing === 'decide' && !stays(error)) letGo(once)
  const current = currentOf(error, act.cluster)
  change({
    troubles: { ...troubles, [act.cluster]: { act, error, doing } },
    ...(queue !== undefined && doing === 'decide' && { queue: returned(queue, act.cluster, looking) }),
    ...(current !== undefined && { fresh: { ...fresh, [act.cluster]: { cluster: current } } }),
  })
  say(`${doing === 'decide' ? 'Not saved' : doing === 'undo' ? 'Not undone' : 'Not redone'}: ${sentenceOf(error)}`, { tone: 'failed', cluster: act.cluster })
  if (doing !== 'decide') void askNow(act.cluster).then(put, () => forget(act.cluster))
  else if (current === undefined) void compare(act.cluster, undefined)
}

/** Who comes too late is told how the cluster is now. */
function currentOf(error: unknown, id: string): Cluster | undefined {
  const clusters = isProblem(error, 409) ? ((error as ProblemError).told['clusters'] as readonly Cluster[] | undefined) : undefined
  return clusters?.find((cluster) => cluster.id === id)
}

/** Is it still as it is shown? Where something of ours is on its way, the answer to that will tell. */
async function compare(id: string, actor: string | undefined): Promise<void> {
  const shown = known(id)
  if (shown === undefined || desk.busy(id)) return
  const cluster = await askNow(id).catch((error: unknown) => (isProblem(error, 404) ? undefined : shown))
  const still = known(id)
  if (still === undefined || desk.busy(id) || (cluster !== undefined && cluster.version <= still.version)) return
  change({ fresh: { ...now().fresh, [id]: { cluster, ...(actor !== undefined && { actor }) } } })
}

/** What comes next is fetched; what others judged meanwhile is passed over. */
async function ahead(queue: Queue, id: string): Promise<void> {
  // One after the other: a browser keeps few connections to a service, and a decision must find one free.
  for (const next of waiting(queue, id, AHEAD)) {
    await fetchAhead(next)
    const cluster = known(next)
    const latest = now().queue
    if (latest?.begun !== queue.begun || looking !== id) return
    if (cluster !== undefined && judged(cluster, latest.filter) && latest.done[next] === undefined) {
      change({ queue: settled(latest, next, 'others') })
      return look(id)
    }
  }
}

/** It needs nobody any more. */
function judged(cluster: Cluster, filter: string): boolean {
  return cluster.size < 2 || (cluster.status === 'reviewed' && new URLSearchParams(filter).get('status') === 'open')
}
