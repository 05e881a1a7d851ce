// How do the stored clusters become the planned ones? Only what differs is written; whatever search can see of it goes
// to the outbox in the same transaction. Emptied clusters keep their row, so that no id ever means another cluster.
import type { PlannedCluster } from '../../domain/cluster.ts'
import { SYSTEM } from '../../domain/role.ts'
import type { Doing } from '../curation-port.ts'
import { refreshFacts } from './cluster-facts.ts'
import { fixed } from './fixed.ts'
import { settleKeepers } from './keepers.ts'
import { lookedColumns } from './looks.ts'
import { touch } from './outbox.ts'
import { refreshRelations } from './relations.ts'
import { rowOf, rowsOf, textOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { ClusterRow } from './clusters.ts'

interface Place {
  id: number
  cluster_id: number
}

const placesOf = fixed<{ articles: string }, Place>((db, given) =>
  db
    .selectFrom('article')
    .select(['id', 'cluster_id'])
    .where((eb) => inSet(eb.ref('id'), given('articles')))
    .where('status', '=', 'live'),
)

const clusterRows = fixed<{ clusters: string }, ClusterRow>((db, given) =>
  db.selectFrom('cluster').selectAll().where((eb) => inSet(eb.ref('id'), given('clusters'))),
)

const membersOf = fixed<{ clusters: string }, Place>((db, given) =>
  db
    .selectFrom('article')
    .select(['id', 'cluster_id'])
    .where((eb) => inSet(eb.ref('cluster_id'), given('clusters')))
    .where('status', '=', 'live')
    .orderBy('id'),
)

const move = fixed<{ article: number; cluster: number }>((db, given) =>
  db.updateTable('article').set({ cluster_id: given('cluster') }).where('id', '=', given('article')),
)

const SEEN = ['size', 'principal_id', 'principal_by', 'status', 'conflicts', 'standing', 'review_id', 'joined', 'gone', 'later'] as const

type Written = Pick<ClusterRow, 'id' | (typeof SEEN)[number] | 'updated_at' | 'updated_by'>
type Wanted = Omit<Written, 'updated_at' | 'updated_by'>

const write = fixed<Written>((db, given) =>
  db
    .updateTable('cluster')
    .set((eb) => ({
      ...(Object.fromEntries(SEEN.map((column) => [column, given(column)])) as Omit<Wanted, 'id'>),
      updated_at: given('updated_at'),
      updated_by: given('updated_by'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', given('id')),
)

const OWN_DOING: Doing = { by: SYSTEM.name, settled: true }

/** Returns the ids of all clusters that changed, emptied ones included. */
export async function applyPlan(session: Session, plan: readonly PlannedCluster[], now: string, doing: Doing = OWN_DOING): Promise<readonly string[]> {
  const places = await session.all(placesOf, { articles: asSet(rowsOf(plan.flatMap((planned) => planned.memberIds))) })
  const placed = new Map(places.map((place) => [place.id, place.cluster_id]))
  const concerned = [...placed.values(), ...rowsOf(plan.flatMap((planned) => planned.id ?? []))]
  const before = new Map((await session.all(clusterRows, { clusters: asSet(new Set(concerned)) })).map((row) => [row.id, row]))
  const targets = new Map<number, PlannedCluster>()
  const moves: { article: number; cluster: number }[] = []
  for (const planned of plan) {
    const members = rowsOf(planned.memberIds).filter((id) => placed.has(id))
    if (members.length === 0) continue
    const known = planned.id === undefined ? undefined : rowOf(planned.id)
    const target = known !== undefined && before.has(known) ? known : await addCluster(session, rowOf(planned.principalId) ?? 0, now)
    targets.set(target, planned)
    moves.push(...members.filter((id) => placed.get(id) !== target).map((article) => ({ article, cluster: target })))
  }
  await session.runEach(move, moves)
  const left = new Set(moves.map(({ article }) => placed.get(article) ?? 0))
  return settle(session, { targets, before, left, moved: moves.map(({ article }) => article) }, now, doing)
}

/** A new cluster of one article; used where an article has no cluster to go back to. */
export async function addCluster(session: Session, principal: number, now: string): Promise<number> {
  const kept = await session.db.selectFrom('cluster').select('id').where('keeper_id', '=', principal).executeTakeFirst()
  const keeper_id = kept === undefined ? principal : null
  const row = { principal_id: principal, principal_by: 'rule', status: 'open', size: 1, conflicts: '[]', version: 1, updated_at: now, newest_at: now, keeper_id } as const
  const { id } = await session.db.insertInto('cluster').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** After members came or went outside of a plan: right size, a principal that is there, and the outbox. */
export async function tidyClusters(session: Session, clusters: ReadonlySet<number>, now: string): Promise<void> {
  const before = new Map((await session.all(clusterRows, { clusters: asSet(clusters) })).map((row) => [row.id, row]))
  await settle(session, { targets: new Map(), before, left: clusters, moved: [] }, now, OWN_DOING)
}

interface Change {
  readonly targets: ReadonlyMap<number, PlannedCluster>
  readonly before: ReadonlyMap<number, ClusterRow>
  /** Clusters that lost members. */
  readonly left: ReadonlySet<number>
  readonly moved: readonly number[]
}

async function settle(session: Session, change: Change, now: string, doing: Doing): Promise<readonly string[]> {
  const concerned = new Set([...change.targets.keys(), ...change.left])
  const members = new Map([...concerned].map((id) => [id, [] as number[]]))
  for (const place of await session.all(membersOf, { clusters: asSet(concerned) })) members.get(place.cluster_id)?.push(place.id)
  const changed: Written[] = []
  const standings: { id: number; principal?: number; size: number }[] = []
  const visible = new Set(change.moved)
  const moved = new Set(change.moved)
  for (const [id, inside] of members) {
    const before = change.before.get(id)
    const after = { ...wanted(id, inside, before, change.targets.get(id)), updated_at: now, updated_by: doing.by }
    const same = before !== undefined && !inside.some((article) => moved.has(article))
    if (!same || SEEN.some((column) => before[column] !== after[column])) changed.push(after)
    for (const article of shownOtherwise(before, after, inside)) visible.add(article)
    standings.push({ id, size: after.size, ...(after.size > 0 && { principal: after.principal_id }) })
  }
  await session.runEach(write, changed)
  if (doing.settled) await settleKeepers(session, standings)
  const related = await refreshRelations(session, [...members.values()].flat())
  await refreshFacts(session, concerned)
  await touch(session, [...visible, ...related], now)
  return changed.map(({ id }) => String(id))
}

/** Search shows of a cluster who leads it, and whether it has members at all: one copy more of thousands leaves the others as they were. */
function shownOtherwise(before: ClusterRow | undefined, after: Wanted, inside: readonly number[]): readonly number[] {
  if (before === undefined || before.size > 1 !== after.size > 1) return inside
  if (before.principal_id === after.principal_id) return []
  return inside.filter((article) => article === before.principal_id || article === after.principal_id)
}

const NEVER_LOOKED_AT = { status: 'open', standing: 'open', conflicts: '[]', review_id: null, joined: '[]', gone: '[]', later: 0 } as const

function wanted(id: number, inside: readonly number[], before: ClusterRow | undefined, planned: PlannedCluster | undefined): Wanted {
  const size = inside.length
  if (planned) return { id, size, principal_id: rowOf(planned.principalId) ?? 0, principal_by: planned.principalBy, conflicts: textOf(planned.disputes), ...lookedColumns(planned, planned.disputes.length > 0) }
  if (before === undefined) return { id, size, principal_id: inside[0] ?? 0, principal_by: 'rule', ...NEVER_LOOKED_AT }
  const { principal_by, status, standing, conflicts, review_id, joined, gone, later } = before
  const led = size === 0 || inside.includes(before.principal_id)
  if (led) return { id, size, principal_id: before.principal_id, principal_by, status, standing, conflicts, review_id, joined, gone, later }
  return { id, size, principal_id: inside[0] ?? 0, principal_by: 'rule', ...NEVER_LOOKED_AT }
}
