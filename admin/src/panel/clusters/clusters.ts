// What does the list ask of the service, and what does a key press tell it? A confirmed row shows at once; the service's
// answer replaces what was foreseen, and where it refuses the row is as it was.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ClusterAnswer, ClusterList } from '../../../../server/src/http/contract/clusters.ts'
import type { RuledAnswer } from '../../../../server/src/http/contract/decisions.ts'
import { call } from '../archive/call.ts'
import { outdated, queries } from '../archive/queries.ts'
import { type Place, questionOf } from './place.ts'

export type Cluster = ClusterAnswer

export function useClusters(place: Place): UseQueryResult<ClusterList> {
  const question = questionOf(place)
  return useQuery({ queryKey: ['clusters', 'list', question], queryFn: ({ signal }) => call<ClusterList>(`/api/clusters?${question}`, { signal }), placeholderData: keepPreviousData })
}

export function useCluster(id: string): UseQueryResult<Cluster> {
  return useQuery({ queryKey: ['clusters', 'one', id], queryFn: ({ signal }) => call<Cluster>(`/api/clusters/${encodeURIComponent(id)}`, { signal }) })
}

/** On the version that was seen: throws 409 where somebody changed it meanwhile, and nothing is decided. */
export async function confirm(cluster: Cluster): Promise<RuledAnswer> {
  const { id, version } = cluster
  patch(id, (one) => ({ ...one, status: 'reviewed', standing: 'reviewed' }))
  try {
    const ruled = await call<RuledAnswer>('/api/decisions', { method: 'POST', body: { kind: 'review', cluster: id, expect: [{ cluster: id, version }] } })
    for (const changed of ruled.clusters) patch(changed.id, (one) => ({ ...one, ...brief(changed) }))
    return ruled
  } catch (error) {
    patch(id, (one) => ({ ...one, status: cluster.status, standing: cluster.standing }))
    throw error
  } finally {
    stale()
  }
}

export async function takeBack(decision: string): Promise<void> {
  await call(`/api/decisions/${encodeURIComponent(decision)}/withdraw`, { method: 'POST', body: { alone: true } }).finally(stale)
}

export function stale(): void {
  outdated('clusters', 'articles', 'decisions', 'exclusions', 'stats')
}

function patch(id: string, change: (cluster: Cluster) => Cluster): void {
  queries.setQueriesData<ClusterList>({ queryKey: ['clusters', 'list'] }, (list) => list && { ...list, data: list.data.map((one) => (one.id === id ? change(one) : one)) })
}

/** Its members stay as the list has them. */
function brief({ members: _, ...rest }: Cluster): Partial<Cluster> {
  return rest
}
