// Which articles are one text, as things stand? The stored clusters follow a plan that was computed from matches and decisions.
import type { Cluster, Looked, PlannedCluster } from '../../domain/cluster.ts'
import type { ClusterFacet, ClusterFacets, ClusterFilter, Clusters, Doing, Outline } from '../curation-port.ts'
import type { ClusterFold, Listed, ListQuery } from '../port.ts'
import { applyPlan } from './apply-plan.ts'
import { clusterOrder, clustersThatFit, facetsOf } from './cluster-list.ts'
import { type ClusterRow, clustersOf } from './cluster-rows.ts'
import { fixed } from './fixed.ts'
import { foldsOf } from './folds.ts'
import { page } from './lists.ts'
import { stand } from './looks.ts'
import { grouped, rowOf, rowsOf } from './rows.ts'
import type { Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

export type { ClusterRow } from './cluster-rows.ts'

const standingRows = fixed<{ clusters: string }, ClusterRow>((db, given) =>
  db
    .selectFrom('cluster')
    .selectAll()
    .where((eb) => inSet(eb.ref('id'), given('clusters')))
    .where('size', '>', 0),
)

const textRows = fixed<{ clusters: string }, { cluster_id: number; id: number; content_hash: string }>((db, given) =>
  db
    .selectFrom('article')
    .select(['cluster_id', 'id', 'content_hash'])
    .where((eb) => inSet(eb.ref('cluster_id'), given('clusters')))
    .where('status', '=', 'live')
    .orderBy('id'),
)

export class SqliteClusters implements Clusters {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async get(id: string): Promise<Cluster | undefined> {
    return (await this.getMany([id]))[0]
  }

  async folds(ids: readonly string[]): Promise<readonly ClusterFold[]> {
    return foldsOf(this.#sessions.reader(), rowsOf(ids))
  }

  async getMany(ids: readonly string[]): Promise<readonly Cluster[]> {
    const session = this.#sessions.reader()
    const rows = new Map((await session.all(standingRows, { clusters: asSet(rowsOf(ids)) })).map((row) => [String(row.id), row]))
    return clustersOf(session, ids.flatMap((id) => rows.get(id) ?? []))
  }

  async list(query: ListQuery<ClusterFilter>, brief = false): Promise<Listed<Cluster>> {
    const session = this.#sessions.reader()
    const all = clustersThatFit(session, query.filter)
    const { column, order } = clusterOrder(query.sort)
    const { data, total } = await page(all, all.selectAll().orderBy(column, order).orderBy('id', order), query)
    return { data: await clustersOf(session, data, brief), total }
  }

  async ids(filter: ClusterFilter, sort: ListQuery<unknown>['sort'], limit: number): Promise<Listed<string>> {
    const all = clustersThatFit(this.#sessions.reader(), filter)
    const { column, order } = clusterOrder(sort)
    const { data, total } = await page(all, all.select('id').orderBy(column, order).orderBy('id', order), { offset: 0, limit })
    return { data: data.map(({ id }) => String(id)), total }
  }

  async facets(filter: ClusterFilter, wanted: readonly ClusterFacet[]): Promise<ClusterFacets> {
    return facetsOf(this.#sessions.reader(), filter, wanted)
  }

  async versions(ids: readonly string[]): ReturnType<Clusters['versions']> {
    const { db } = this.#sessions.reader()
    const rows = await db.selectFrom('cluster').select(['id', 'version', 'size']).where((eb) => inSet(eb.ref('id'), asSet(rowsOf(ids)))).execute()
    return rows.map(({ id, version, size }) => ({ id: String(id), version, size }))
  }

  async successor(id: string): Promise<string | undefined> {
    const { db } = this.#sessions.reader()
    const query = db.selectFrom('cluster').innerJoin('article', 'article.id', 'cluster.keeper_id').select('article.cluster_id')
    const row = await query.where('cluster.id', '=', rowOf(id) ?? 0).where('article.status', '=', 'live').executeTakeFirst()
    return row && String(row.cluster_id)
  }

  async outlines(ids: readonly string[]): Promise<readonly Outline[]> {
    const rows = await this.#sessions.reader().all(textRows, { clusters: asSet(rowsOf(ids)) })
    return [...grouped(rows, (row) => row.cluster_id)].map(([id, members]) => {
      const byHash = grouped(members, (member) => member.content_hash)
      return { id: String(id), held: [...byHash].map(([hash, same]) => ({ hash, articles: same.map((one) => String(one.id)) })) }
    })
  }

  async stand(looked: ReadonlyMap<string, Looked>, by: string, now: string): Promise<readonly string[]> {
    return this.#sessions.write((session) => stand(session, looked, by, now))
  }

  async apply(plan: readonly PlannedCluster[], now: string, doing?: Doing): Promise<readonly string[]> {
    return this.#sessions.write((session) => applyPlan(session, plan, now, doing))
  }
}
