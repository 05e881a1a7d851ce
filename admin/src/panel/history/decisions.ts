// What does the history ask, and how is a decision taken back or made again? Later decisions that depend on it are named
// first; nothing is taken back that was not named.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { DecisionRecord, DependantsAnswer, ExclusionRecord, WithdrawnAnswer } from '../../../../server/src/http/contract/decisions.ts'
import { call } from '../archive/call.ts'
import { outdated } from '../archive/queries.ts'

interface Listed<T> {
  readonly data: readonly T[]
  readonly total: number
}

export function useDecisions(question: string): UseQueryResult<Listed<DecisionRecord>> {
  return useQuery({ queryKey: ['decisions', 'list', question], queryFn: ({ signal }) => call<Listed<DecisionRecord>>(`/api/decisions?${question}`, { signal }), placeholderData: keepPreviousData })
}

export function useExclusions(question: string): UseQueryResult<Listed<ExclusionRecord>> {
  return useQuery({ queryKey: ['exclusions', 'list', question], queryFn: ({ signal }) => call<Listed<ExclusionRecord>>(`/api/exclusions?${question}`, { signal }), placeholderData: keepPreviousData })
}

export async function dependantsOf(id: string): Promise<readonly DecisionRecord[]> {
  return (await call<DependantsAnswer>(`/api/decisions/${encodeURIComponent(id)}/dependants`)).data
}

/** With these later ones, all or none; `409` where others depend on it that were not named. */
export function withdraw(id: string, others: readonly string[]): Promise<WithdrawnAnswer> {
  return call<WithdrawnAnswer>(`/api/decisions/${encodeURIComponent(id)}/withdraw`, { method: 'POST', body: { with: others } }).finally(stale)
}

/** The later ones stay as they are. */
export function withdrawAlone(id: string): Promise<WithdrawnAnswer> {
  return call<WithdrawnAnswer>(`/api/decisions/${encodeURIComponent(id)}/withdraw`, { method: 'POST', body: { alone: true } }).finally(stale)
}

export function restore(id: string): Promise<unknown> {
  return call(`/api/decisions/${encodeURIComponent(id)}/restore`, { method: 'POST' }).finally(stale)
}

export function withdrawBatch(batch: string): Promise<{ readonly count: number }> {
  return call<{ count: number }>(`/api/batches/${encodeURIComponent(batch)}/withdraw`, { method: 'POST' }).finally(stale)
}

function stale(): void {
  outdated('clusters', 'articles', 'decisions', 'exclusions', 'stats')
}
