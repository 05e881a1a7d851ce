// What does the workspace ask the service? A cluster is shown as it was when the person came to it: only their own
// decisions, or their wish, replace it, so that nobody decides on what changed under their eyes.
import { keepPreviousData, useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query'
import type { EvidenceAnswer, FamilyAnswer, StackAnswer } from '../../../../server/src/http/contract/evidence.ts'
import type { SuggestionsAnswer } from '../../../../server/src/http/contract/clusters.ts'
import type { DecisionRecord } from '../../../../server/src/http/contract/decisions.ts'
import { call } from '../archive/call.ts'
import { queries } from '../archive/queries.ts'
import { doubtful, inOrder, type Cluster } from './cluster.ts'

/** Nothing but this room makes these stale. */
const HELD = { staleTime: 'static', gcTime: 600_000 } as const

export const clusterKey = (id: string): QueryKey => ['review', 'cluster', id]

const cluster = (id: string) => ({ queryKey: clusterKey(id), queryFn: () => askNow(id), ...HELD })
const evidence = (left: string, right: string) => ({
  queryKey: ['review', 'evidence', left, right],
  queryFn: ({ signal }: { signal: AbortSignal }) => call<EvidenceAnswer>(`/api/evidence/${encodeURIComponent(left)}/${encodeURIComponent(right)}`, { signal }),
  ...HELD,
})
const family = ({ id, version }: Versioned) => ({
  queryKey: ['review', 'family', id, version],
  queryFn: ({ signal }: { signal: AbortSignal }) => call<FamilyAnswer>(`/api/clusters/${encodeURIComponent(id)}/family`, { signal }),
  ...HELD,
})

interface DecisionListAnswer {
  readonly data: readonly DecisionRecord[]
}

interface Versioned {
  readonly id: string
  readonly version: number
}

export function useCluster(id: string, wanted = true): UseQueryResult<Cluster> {
  return useQuery({ ...cluster(id), enabled: wanted })
}

export function useEvidence(left: string, right: string): UseQueryResult<EvidenceAnswer> {
  return useQuery({ ...evidence(left, right), enabled: left !== right })
}

export function useFamily(of: Cluster): UseQueryResult<FamilyAnswer> {
  return useQuery({ ...family(of), placeholderData: (before, query) => (query?.queryKey[2] === of.id ? before : undefined) })
}

export function useStack(of: Cluster, reference: string, wanted: boolean): UseQueryResult<StackAnswer> {
  return useQuery({
    queryKey: ['review', 'stack', of.id, of.version, reference],
    queryFn: ({ signal }) => call<StackAnswer>(`/api/clusters/${encodeURIComponent(of.id)}/stack?reference=${encodeURIComponent(reference)}`, { signal }),
    enabled: wanted,
    ...HELD,
  })
}

export function useSuggestions({ id, version }: Cluster): UseQueryResult<SuggestionsAnswer> {
  return useQuery({ queryKey: ['review', 'outside', id, version], queryFn: ({ signal }) => call<SuggestionsAnswer>(`/api/clusters/${encodeURIComponent(id)}/suggestions`, { signal }), ...HELD, placeholderData: (before, query) => (query?.queryKey[2] === id ? before : undefined) })
}

/** What keeps its members from others, as people said it. */
export function useSaidApart({ id, version }: Cluster): UseQueryResult<DecisionListAnswer> {
  return useQuery({ queryKey: ['review', 'apart', id, version], queryFn: ({ signal }) => call<DecisionListAnswer>(`/api/decisions?perPage=100&kind=separate&withdrawn=false&cluster=${encodeURIComponent(id)}`, { signal }) })
}

export function useFound(words: string): UseQueryResult<{ readonly data: readonly Cluster[] }> {
  return useQuery({
    queryKey: ['clusters', 'picked', words],
    queryFn: ({ signal }) => call<{ data: readonly Cluster[] }>(`/api/clusters?perPage=8&q=${encodeURIComponent(words)}`, { signal }),
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  })
}

/** Fetched ahead: the cluster, who is in it, and the pair that will be shown first. */
export async function fetchAhead(id: string): Promise<void> {
  const one = await queries.fetchQuery(cluster(id)).catch(unlessAway)
  if (one === undefined) return
  const vs = doubtful(one)
  await Promise.all([
    queries.prefetchQuery(family(one)),
    ...(vs === one.principalId ? [] : [queries.prefetchQuery(evidence(one.principalId, vs))]),
  ])
}

/** What cannot be had ahead is asked for again, and spoken of, when somebody comes to it. */
function unlessAway(error: unknown): undefined {
  if (!(error instanceof Error)) throw error
  return undefined
}

export function known(id: string): Cluster | undefined {
  return queries.getQueryData<Cluster>(clusterKey(id))
}

export function put(one: Cluster): void {
  queries.setQueryData<Cluster>(clusterKey(one.id), inOrder(one))
}

/** Asked for anew when it is next looked at. */
export function forget(id: string): void {
  queries.removeQueries({ queryKey: clusterKey(id) })
}

export async function askNow(id: string): Promise<Cluster> {
  return inOrder(await call<Cluster>(`/api/clusters/${encodeURIComponent(id)}`))
}
