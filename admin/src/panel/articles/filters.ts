// Which articles are shown? The filters of the list, their values with counts, and how they are said.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SearchAnswerBody } from '../../../../server/src/http/contract/search.ts'
import { isRelation, wordsFor } from '../../evidence/words.ts'
import { day, languageName } from '../../evidence/numbers.ts'
import { call } from '../archive/call.ts'

export const FACETS = ['publisher', 'language', 'relation', 'completeness', 'tags'] as const
export type Facet = (typeof FACETS)[number]

export const FACET_NAMES: Readonly<Record<Facet, string>> = { publisher: 'Publisher', language: 'Language', relation: 'To its principal', completeness: 'Completeness', tags: 'Tag' }

/** Ranges of days; the service's end is not included. */
export const RANGES = [
  { name: 'Published', from: 'publishedFrom', to: 'publishedTo' },
  { name: 'Added', from: 'createdFrom', to: 'createdTo' },
] as const

const DAY_MS = 86_400_000

export function dayAfter(day: string, days: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** “from 2 May 2024”, “2 May 2024 – 4 May 2024”. */
export function rangeName(from: string | undefined, to: string | undefined): string {
  const last = to === undefined ? undefined : day(dayAfter(to.slice(0, 10), -1))
  if (from === undefined) return `until ${last}`
  return last === undefined ? `from ${day(from)}` : day(from) === last ? last : `${day(from)} – ${last}`
}

export type Filters = Readonly<Record<string, string | undefined>>

export function valueName(facet: string, value: string): string {
  if (facet === 'relation' && isRelation(value)) return wordsFor(value).label
  if (facet === 'language') return languageName(value)
  if (facet === 'completeness') return value === 'complete' ? 'Complete' : 'Stops early'
  if (facet === 'status') return value === 'binned' ? 'In the bin' : value
  return value
}

/** For each facet its values with the counts that a choice would give: its own filter is left out. */
export function useFacets(filters: Filters): Readonly<Partial<Record<Facet, Readonly<Record<string, number>>>>> {
  const { data } = useQuery({
    queryKey: ['facets', filters],
    queryFn: async ({ signal }) => {
      const chosen = FACETS.filter((facet) => filters[facet] !== undefined)
      const rest = FACETS.filter((facet) => filters[facet] === undefined)
      const answers = await Promise.all([counts(filters, rest, signal), ...chosen.map((facet) => counts({ ...filters, [facet]: undefined }, [facet], signal))])
      return Object.assign({}, ...answers) as Record<Facet, Record<string, number>>
    },
    placeholderData: keepPreviousData,
    enabled: filters['status'] === undefined,
  })
  return data ?? {}
}

async function counts(filters: Filters, facets: readonly Facet[], signal: AbortSignal): Promise<Record<string, Record<string, number>>> {
  if (facets.length === 0) return {}
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'status')
  const query = new URLSearchParams({ ...Object.fromEntries(given), collapse: 'false', perPage: '1', facets: facets.join(',') })
  return (await call<SearchAnswerBody>(`/api/search?${query}`, { signal })).facets
}
