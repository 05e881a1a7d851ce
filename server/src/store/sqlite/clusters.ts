// Which articles are one text, as things stand? The stored clusters follow a plan that was computed from matches and decisions.
import { bandOf, type Cluster, type ClusterMember, type PlannedCluster } from '../../domain/cluster.ts'
import type { ClusterFilter, Clusters, Listed, ListQuery } from '../port.ts'
import { applyPlan } from './apply-plan.ts'
import { fixed } from './fixed.ts'
import type { Relation } from '../../domain/match.ts'
import { filtered, page, sorting } from './lists.ts'
import { matchBetween } from './match-rows.ts'
import { parsed, present, rowOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import type { ClusterTable } from './tables.ts'
import type { Selectable } from 'kysely'

const SORTS = { id: 'id', size: 'size', updatedAt: 'updated_at', status: 'status' } as const

export type ClusterRow = Selectable<ClusterTable>

type MemberRow = { id: number; headline: string; publisher: string | null; published_at: string | null; word_count: number; created_at: string }

const members = fixed<{ cluster: number }, MemberRow>((db, given) =>
  db
    .selectFrom('article')
    .select(['id', 'headline', 'publisher', 'published_at', 'word_count', 'created_at'])
    .where('cluster_id', '=', given('cluster'))
    .where('status', '=', 'live')
    .orderBy('id'),
)

export class SqliteClusters implements Clusters {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async get(id: string): Promise<Cluster | undefined> {
    const session = this.#sessions.reader()
    const row = await session.db.selectFrom('cluster').selectAll().where('id', '=', rowOf(id) ?? 0).where('size', '>', 0).executeTakeFirst()
    return row && clusterOf(session, row)
  }

  async list(query: ListQuery<ClusterFilter>): Promise<Listed<Cluster>> {
    const session = this.#sessions.reader()
    const { status, relation, minSize } = query.filter
    const all = filtered(session.db.selectFrom('cluster').where('size', '>=', Math.max(1, minSize ?? 1)), [
      status !== undefined && ((eb) => eb('status', '=', status)),
      relation !== undefined &&
        ((eb) =>
          eb.exists(
            eb
              .selectFrom('article')
              .select('article.id')
              .whereRef('article.cluster_id', '=', 'cluster.id')
              .where('article.relation', '=', relation as never)
              .where('article.status', '=', 'live'),
          )),
    ])
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'desc' })
    const { data, total } = await page(all, all.selectAll().orderBy(column, order).orderBy('id', order), query)
    const clusters: Cluster[] = []
    for (const row of data) clusters.push(await clusterOf(session, row))
    return { data: clusters, total }
  }

  async apply(plan: readonly PlannedCluster[], now: string): Promise<readonly string[]> {
    return this.#sessions.write((session) => applyPlan(session, plan, now))
  }
}

async function clusterOf(session: Session, row: ClusterRow): Promise<Cluster> {
  const told: ClusterMember[] = []
  for (const member of await session.all(members, { cluster: row.id })) {
    const relation = member.id === row.principal_id ? undefined : await matchBetween(session, member.id, row.principal_id)
    const { publisher, published_at: publishedAt, word_count: wordCount, created_at: createdAt } = member
    told.push({ articleId: String(member.id), headline: member.headline, wordCount, createdAt, ...present({ publisher, publishedAt, relation, kind: relation?.relation }) })
  }
  const links = told.flatMap((member) => member.relation ?? [])
  const weakestLink = links.toSorted((one, other) => one.confidence - other.confidence)[0]
  const kinds: Partial<Record<Relation, number>> = {}
  for (const { relation } of links) kinds[relation] = (kinds[relation] ?? 0) + 1
  const conflicts = parsed<readonly string[]>(row.conflicts)
  return {
    id: String(row.id),
    principalId: String(row.principal_id),
    principalBy: row.principal_by,
    principalHeadline: told.find((member) => member.articleId === String(row.principal_id))?.headline ?? '',
    size: row.size,
    status: row.status,
    standing: conflicts.length > 0 ? 'conflict' : row.status,
    members: told,
    kinds,
    confidence: bandOf(weakestLink?.confidence ?? 1),
    conflicts,
    disputes: conflicts.map((sentence) => ({ sentence, decisions: [], articles: [] })),
    newestAt: told.reduce((newest, member) => (member.createdAt > newest ? member.createdAt : newest), ''),
    later: false,
    version: row.version,
    updatedAt: row.updated_at,
    ...present({ weakestLink }),
  }
}
