// What happens when an article is binned or restored? It leaves or enters the look-up by prints, its cluster gets the
// right size and a principal that is there, and the engines hear of it. Who belongs together is the caller's to compute anew.
import type { ArticleStatus } from '../../domain/article.ts'
import { addCluster, tidyClusters } from './apply-plan.ts'
import { showPrints } from './fingerprints.ts'
import { touch } from './outbox.ts'
import type { Session } from './sessions.ts'

/** Those that have the status already are left alone. */
export async function moveToStatus(session: Session, articles: readonly number[], status: ArticleStatus, now: string, place: 'own' | 'old' = 'own'): Promise<void> {
  const clusters = new Set<number>()
  const moved: number[] = []
  for (const id of articles) {
    const row = await session.db.selectFrom('article').select(['cluster_id', 'status']).where('id', '=', id).executeTakeFirst()
    if (!row || row.status === status) continue
    await showPrints(session, id, status === 'live')
    await session.db.updateTable('article').set({ status, updated_at: now }).where('id', '=', id).execute()
    if (status === 'live' && place === 'own') clusters.add(await ownCluster(session, id, row.cluster_id, now))
    clusters.add(row.cluster_id)
    moved.push(id)
  }
  await tidyClusters(session, clusters, now)
  await touch(session, moved, now)
}

/** A restored article begins again as a cluster of one: its old cluster may be led by a stranger now. */
async function ownCluster(session: Session, article: number, old: number, now: string): Promise<number> {
  const mate = await session.db.selectFrom('article').select('id').where('cluster_id', '=', old).where('id', '<>', article).limit(1).executeTakeFirst()
  if (!mate) return old
  const own = await addCluster(session, article, now)
  await session.db.updateTable('article').set({ cluster_id: own }).where('id', '=', article).execute()
  return own
}
