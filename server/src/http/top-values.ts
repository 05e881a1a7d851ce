// Which values of a facet are worth sending? A page that asks at every key shows a few dozen names and not all bylines of
// thirty years: the most frequent ones, and those that the question is filtered by.
import type { SearchAnswer, SearchFilters } from '../search/search.ts'

type Facets = SearchAnswer['facets']

/** A histogram with holes would be wrong. */
const WHOLE: ReadonlySet<string> = new Set(['publishedYear', 'publishedMonth'])

export function topValues(facets: Facets, most: number, filters: SearchFilters): Facets {
  return Object.fromEntries(Object.entries(facets).map(([field, counts]) => [field, WHOLE.has(field) ? counts : topOf(counts, most, chosen(filters, field))]))
}

function topOf(counts: Readonly<Record<string, number>>, most: number, kept: ReadonlySet<string>): Readonly<Record<string, number>> {
  const values = Object.entries(counts)
  if (values.length <= most) return counts
  const ranked = values.sort((one, other) => other[1] - one[1])
  return Object.fromEntries(ranked.filter(([value], place) => place < most || kept.has(value)))
}

function chosen(filters: SearchFilters, field: string): ReadonlySet<string> {
  const values: unknown = filters[field as keyof SearchFilters]
  return new Set(Array.isArray(values) ? values.map(String) : [])
}
