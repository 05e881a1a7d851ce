// What does a search in Meilisearch's words ask for? The same question that every engine answers.
import type { Filter } from '../../domain/filter.ts'
import type { EngineQuery, FilterableField } from '../../engine/port.ts'
import { FILTERABLE_FIELDS, SEARCHABLE_FIELDS } from '../../engine/port.ts'
import { parseQuestion } from '../question.ts'
import { filterableField, MeilisearchFault, searchableField, sortableField } from './fault.ts'
import { parseFilter } from './filter.ts'

/** A checked request; names and defaults are Meilisearch's. */
export interface MeilisearchRequest {
  readonly q: string
  readonly offset: number
  readonly limit: number
  readonly page?: number | undefined
  readonly hitsPerPage?: number | undefined
  readonly attributesToRetrieve: readonly string[]
  readonly attributesToSearchOn?: readonly string[] | undefined
  readonly attributesToHighlight: readonly string[]
  readonly attributesToCrop: readonly string[]
  readonly cropLength: number
  readonly cropMarker: string
  readonly highlightPreTag: string
  readonly highlightPostTag: string
  readonly showMatchesPosition: boolean
  readonly showRankingScore: boolean
  readonly rankingScoreThreshold?: number | undefined
  readonly filter?: unknown
  readonly facets: readonly string[]
  readonly sort: readonly string[]
  readonly distinct?: string | undefined
  readonly matchingStrategy: 'last' | 'all' | 'frequency'
}

/** As many hits as can be reached by pages, as Meilisearch's own `maxTotalHits`. */
export const REACHABLE = 1_000

export function isPaged(request: MeilisearchRequest): boolean {
  return request.page !== undefined || request.hitsPerPage !== undefined
}

/** The page's first hit and its length. */
export function windowOf(request: MeilisearchRequest): { readonly offset: number; readonly limit: number } {
  const asked = isPaged(request) ? pageWindow(request) : { offset: request.offset, limit: request.limit }
  return { offset: Math.min(asked.offset, REACHABLE), limit: Math.max(0, Math.min(asked.limit, REACHABLE - asked.offset)) }
}

export function perPage(request: MeilisearchRequest): number {
  return request.hitsPerPage ?? 20
}

function pageWindow(request: MeilisearchRequest): { readonly offset: number; readonly limit: number } {
  const page = request.page ?? 1
  // Page 0 is empty, as in Meilisearch.
  return { offset: Math.max(0, page - 1) * perPage(request), limit: page === 0 ? 0 : perPage(request) }
}

export function engineQueryOf(request: MeilisearchRequest, deadline: number): EngineQuery {
  const filter: Filter | undefined = parseFilter(request.filter)
  const fields = request.attributesToSearchOn?.includes('*') === true ? undefined : request.attributesToSearchOn?.map(searchableField)
  return {
    ...parseQuestion(request.q),
    match: request.matchingStrategy === 'all' ? 'all' : 'any',
    typos: true,
    ...(fields === undefined ? {} : { fields }),
    ...(filter === undefined ? {} : { filter }),
    facets: facetsOf(request.facets),
    sort: request.sort.map(sortOf),
    ...(request.distinct === undefined ? {} : { distinct: filterableField(request.distinct, 'distinct') }),
    ...windowOf(request),
    deadline,
    snippetWords: 0,
    ...(needsMarks(request) ? { marked: SEARCHABLE_FIELDS } : {}),
  }
}

/** Are the words of the question to be found in the texts that are answered? */
function needsMarks(request: MeilisearchRequest): boolean {
  return request.attributesToHighlight.length > 0 || request.attributesToCrop.length > 0 || request.showMatchesPosition
}

function facetsOf(names: readonly string[]): readonly FilterableField[] {
  return names.includes('*') ? FILTERABLE_FIELDS.filter((field) => field !== 'id') : [...new Set(names.map((name) => filterableField(name, 'facets', 'Invalid facet distribution: ')))]
}

function sortOf(rule: string): EngineQuery['sort'][number] {
  const [, field, order] = /^(.*):(asc|desc)$/.exec(rule) ?? []
  if (field === undefined || (order !== 'asc' && order !== 'desc')) {
    throw new MeilisearchFault('invalid_search_sort', `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${rule.slice(0, 200)}\`.`)
  }
  return { field: sortableField(field), order }
}
