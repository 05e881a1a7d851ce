// Which articles stand behind a hit? Asked for all hits of a page at once, and without the matches that tie them together.
import type { ClusterFold } from '../port.ts'
import { fixed } from './fixed.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

const members = fixed<{ clusters: string }, { id: number; cluster_id: number; principal_id: number }>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('cluster', 'cluster.id', 'article.cluster_id')
    .select(['article.id', 'article.cluster_id', 'cluster.principal_id'])
    .where((eb) => inSet(eb.ref('article.cluster_id'), given('clusters')))
    .where('article.status', '=', 'live')
    .orderBy('article.id'),
)

/** Members by id; clusters without any are left out. */
export async function foldsOf(session: Session, clusters: readonly number[]): Promise<readonly ClusterFold[]> {
  if (clusters.length === 0) return []
  const folds = new Map<number, { id: string; principalId: string; memberIds: string[] }>()
  for (const { id, cluster_id, principal_id } of await session.all(members, { clusters: asSet(clusters) })) {
    const fold = folds.get(cluster_id)
    if (fold === undefined) folds.set(cluster_id, { id: String(cluster_id), principalId: String(principal_id), memberIds: [String(id)] })
    else fold.memberIds.push(String(id))
  }
  return [...folds.values()]
}
