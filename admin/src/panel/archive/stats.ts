// How does the archive stand? Asked once for menu, dashboard and first run together.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Range, StatsAnswer, SystemAnswer } from '../../../../server/src/http/contract/figures.ts'
import { call } from './call.ts'

export type { Range, StatsAnswer, SystemAnswer }

export function useStats(range: Range): UseQueryResult<StatsAnswer> {
  return useQuery({ queryKey: ['stats', range], queryFn: ({ signal }) => call<StatsAnswer>(`/api/stats?range=${range}`, { signal }), placeholderData: keepPreviousData })
}

/** How often the machinery is looked at, and while an index is built. */
const USUAL_MS = 15_000
const BUILDING_MS = 2_000

export function useSystem(): UseQueryResult<SystemAnswer> {
  return useQuery({ queryKey: ['system'], queryFn: ({ signal }) => call<SystemAnswer>('/api/system', { signal }), refetchInterval: ({ state }) => ((state.data?.building.length ?? 0) > 0 ? BUILDING_MS : USUAL_MS) })
}
