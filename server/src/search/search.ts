// The door: what was asked, and what do we answer? The engine finds and ranks; the store says what an article is now,
// so that a stale engine never shows what was deleted. A cluster is one hit, led by its principal.
import type { Filter } from '../domain/filter.ts'
import { ProblemError } from '../domain/problem.ts'
import type { EngineQuery } from '../engine/port.ts'
import { hydrate } from './hits.ts'
import { listByDate } from './listing.ts'
import { parseQuestion } from './question.ts'
import type { SearchAnswer, SearchFilters, SearchParts, SearchRequest } from './request.ts'

export { MeilisearchFault } from './meilisearch/fault.ts'
export { meilisearchFederated } from './meilisearch/federated.ts'
export { INDEX, meilisearchFacetSearch, meilisearchSearch } from './meilisearch/meilisearch.ts'
export type { MeilisearchRequest } from './meilisearch/query.ts'
export { parseQuestion } from './question.ts'
export type { Question } from './question.ts'
export { snippetHtml, unmarked } from './snippet-html.ts'
export type { ArticleHead, ClusterFold, MatchedMember, SearchAnswer, SearchFilters, SearchHit, SearchParts, SearchRequest, SearchStore } from './request.ts'

export async function search(request: SearchRequest, parts: SearchParts): Promise<SearchAnswer> {
  const begun = performance.now()
  const query = engineQuery(request, parts.deadline ?? DEADLINE)
  try {
    const answer = await parts.engine.search(query)
    const { hits, missing } = await hydrate(answer.hits, request.collapse, parts.store)
    return {
      hits,
      // What the store has deleted since the engine heard of it does not count.
      total: Math.max(0, answer.total - missing),
      totalArticles: Math.max(0, answer.totalFolded - missing),
      exact: answer.exact,
      facets: answer.facets,
      facetStats: answer.facetStats,
      understoodAs: answer.understoodAs,
      processingTimeMs: took(begun),
      ...(answer.standIn === undefined ? {} : { degraded: STAND_IN }),
    }
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code !== 'engine-away') throw error
    return { ...(await listByDate(request, parts.store)), processingTimeMs: took(begun) }
  }
}

/** The question and its filters, as an engine understands them. */
export function engineQuery(request: SearchRequest, deadline: number): EngineQuery {
  const filter = filterOf(request.filters)
  return {
    ...parseQuestion(request.q),
    match: 'any',
    typos: true,
    ...(filter === undefined ? {} : { filter }),
    facets: request.facets,
    sort: request.sort === 'relevance' ? [] : [{ field: 'publishedAtUnix', order: request.sort === 'newest' ? 'desc' : 'asc' }],
    ...(request.collapse ? { distinct: 'clusterId' as const } : {}),
    offset: (request.page - 1) * request.perPage,
    limit: request.perPage,
    deadline,
    snippetWords: SNIPPET_WORDS,
  }
}

const STAND_IN = 'The search engine is not answering: the archive’s own index answers in its place.'
/** Milliseconds. */
const DEADLINE = 2000
const SNIPPET_WORDS = 40

function took(begun: number): number {
  return Math.round(performance.now() - begun)
}

const LISTS = ['publisher', 'language', 'byline', 'tags', 'relation', 'completeness', 'documentId', 'clusterId', 'externalId'] as const

function filterOf(filters: SearchFilters): Filter | undefined {
  const of: Filter[] = []
  for (const field of LISTS) {
    const values = filters[field]
    if (values !== undefined && values.length > 0) of.push({ op: 'in', field, values })
  }
  if (filters.principal !== undefined) of.push({ op: '=', field: 'principal', value: filters.principal })
  if (filters.publishedFrom !== undefined) of.push({ op: '>=', field: 'publishedAtUnix', value: seconds(filters.publishedFrom) })
  if (filters.publishedTo !== undefined) of.push({ op: '<', field: 'publishedAtUnix', value: seconds(filters.publishedTo) })
  if (filters.createdFrom !== undefined) of.push({ op: '>=', field: 'createdAtUnix', value: seconds(filters.createdFrom) })
  if (filters.createdTo !== undefined) of.push({ op: '<', field: 'createdAtUnix', value: seconds(filters.createdTo) })
  return of.length === 0 ? undefined : { op: 'and', of }
}

function seconds(time: string): number {
  return Date.parse(time) / 1000
}
