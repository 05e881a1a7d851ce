// How many are there, and of which kinds? True counts of all that answers the question, not of what was fetched: the
// engine counts articles, and what folding takes off is counted here, over the few that share a cluster.
import type { EngineAnswer, EngineQuery, FilterableField } from '../port.ts'
import { isNumberField } from '../columns.ts'
import { FOLD, MOST_FACET_VALUES, SEVERAL_VALUES } from './documents.ts'

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What the engine says of all hits. */
export interface Counted {
  readonly articles: number
  readonly facets: Counts
  readonly facetStats: EngineAnswer['facetStats']
}

/** The engine's field that folds by this field. */
export function foldField(distinct: FilterableField): string {
  return distinct === 'clusterId' ? FOLD : distinct
}

/** The facets to ask for. */
export function facetsAsked(query: EngineQuery): readonly string[] {
  return [...new Set([...query.facets, ...(query.distinct === undefined ? [] : [foldField(query.distinct)])])]
}

export type Totals = Pick<EngineAnswer, 'total' | 'totalFolded' | 'exact' | 'facets' | 'facetStats'>

/** `folded`: the hits that share their value of the folding field, if all of them were fetched. */
export function totalsOf(query: EngineQuery, counted: Counted, folded: readonly Record<string, unknown>[] | undefined): Totals {
  const values = query.distinct === undefined ? {} : (counted.facets[foldField(query.distinct)] ?? {})
  const within = Object.values(values).reduce((sum, count) => sum + count, 0)
  const total = query.distinct === undefined ? counted.articles : counted.articles - within + Object.keys(values).length
  const certain = query.distinct === undefined || (Object.keys(values).length < MOST_FACET_VALUES && !SEVERAL_VALUES.includes(query.distinct))
  const complete = query.distinct === undefined || query.facets.length === 0 || folded !== undefined
  const facets = Object.fromEntries(query.facets.map((field) => [field, facetOf(field, query, counted, folded)]))
  const facetStats = Object.fromEntries(Object.entries(counted.facetStats).filter(([field]) => isNumberField(field as FilterableField) && query.facets.includes(field as FilterableField)))
  return { total, totalFolded: counted.articles, exact: certain && complete, facets, facetStats }
}

/** Does any hit share its value of the folding field with another? */
export function sharesValues(query: EngineQuery, counted: Counted): boolean {
  return query.distinct !== undefined && Object.values(counted.facets[foldField(query.distinct)] ?? {}).some((count) => count > 1)
}

/** A cluster counts once for each value that its hits have. */
function facetOf(field: FilterableField, query: EngineQuery, counted: Counted, folded: readonly Record<string, unknown>[] | undefined): Record<string, number> {
  const counts = new Map(Object.entries(counted.facets[field] ?? {}))
  if (query.distinct === undefined || folded === undefined) return Object.fromEntries(counts)
  const spelt = new Map([...counts.keys()].map((value) => [value.toLowerCase(), value]))
  const seen = new Set<string>()
  for (const hit of folded) {
    for (const value of [hit[field]].flat()) {
      if (value === null || value === undefined) continue
      const name = spelt.get(String(value).toLowerCase()) ?? String(value)
      const pair = JSON.stringify([hit[foldField(query.distinct)], name])
      if (seen.has(pair)) counts.set(name, (counts.get(name) ?? 0) - 1)
      seen.add(pair)
    }
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > 0))
}
