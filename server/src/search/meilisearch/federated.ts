// How do several searches become one list? Each is asked for as much as the list may need of it; the scores, weighed,
// decide, and an article counts once.
import type { SearchParts } from '../request.ts'
import { MeilisearchFault } from './fault.ts'
import { INDEX, meilisearchSearch } from './meilisearch.ts'
import { type MeilisearchRequest, REACHABLE } from './query.ts'

export interface Federation {
  readonly offset: number
  readonly limit: number
  readonly page?: number | undefined
  readonly hitsPerPage?: number | undefined
  readonly facetsByIndex: Readonly<Record<string, readonly string[] | null>>
  readonly mergeFacets?: unknown
}

export interface FederatedQuery extends MeilisearchRequest {
  readonly weight: number
}

/** `estimatedTotalHits` is exact where the list ends before its limit. */
export async function meilisearchFederated(queries: readonly FederatedQuery[], federation: Federation, parts: SearchParts): Promise<unknown> {
  const begun = performance.now()
  const paged = federation.page !== undefined || federation.hitsPerPage !== undefined
  const size = paged ? (federation.hitsPerPage ?? 20) : federation.limit
  const offset = paged ? Math.max(0, (federation.page ?? 1) - 1) * size : federation.offset
  const unknown = Object.keys(federation.facetsByIndex).find((index) => index !== INDEX)
  if (unknown !== undefined) throw new MeilisearchFault('index_not_found', `Index \`${unknown}\` not found.`, 404)
  const facets = federation.facetsByIndex[INDEX] ?? []
  const depth = Math.min(REACHABLE, offset + size)
  const answers = await Promise.all(queries.map(({ weight: _weight, ...query }) => meilisearchSearch({ ...query, offset: 0, limit: depth, showRankingScore: true, attributesToRetrieve: ['*'], facets }, parts)))
  const merged = mergedHits(answers.map((answer, at) => ({ hits: answer.hits, query: queries[at] as FederatedQuery, position: at })))
  const most = answers.reduce((sum, answer) => sum + Number(answer['estimatedTotalHits'] ?? 0), 0)
  const total = answers.length === 1 || most > depth ? Math.max(merged.length, ...answers.map((answer) => Number(answer['estimatedTotalHits'] ?? 0))) : merged.length
  const counts = paged ? { hitsPerPage: size, page: federation.page ?? 1, totalPages: size === 0 ? 0 : Math.ceil(Math.min(total, REACHABLE) / size), totalHits: Math.min(total, REACHABLE) } : { limit: size, offset, estimatedTotalHits: total }
  const best = answers.reduce((one, other) => (Number(other['estimatedTotalHits'] ?? 0) > Number(one?.['estimatedTotalHits'] ?? -1) ? other : one), answers[0])
  const counted = facets.length === 0 ? {} : federation.mergeFacets === undefined || federation.mergeFacets === null
    ? { facetsByIndex: { [INDEX]: { distribution: best?.facetDistribution ?? {}, stats: best?.facetStats ?? {} } } }
    : { facetDistribution: best?.facetDistribution ?? {}, facetStats: best?.facetStats ?? {} }
  return { hits: merged.slice(offset, offset + size), processingTimeMs: Math.round(performance.now() - begun), ...counts, ...counted }
}

interface Part {
  readonly hits: readonly Readonly<Record<string, unknown>>[]
  readonly query: FederatedQuery
  readonly position: number
}

function mergedHits(parts: readonly Part[]): readonly unknown[] {
  const weighed = parts.flatMap(({ hits, query, position }) => hits.map((hit) => ({ hit, query, position, score: Number(hit['_rankingScore'] ?? 0) * query.weight })))
  const seen = new Set<unknown>()
  return weighed
    .sort((left, right) => right.score - left.score || left.position - right.position)
    .filter(({ hit }) => !seen.has(hit['id']) && seen.add(hit['id']))
    .map(({ hit, query, position, score }) => ({ ...shownOf(hit, query), _federation: { indexUid: INDEX, queriesPosition: position, weightedRankingScore: score } }))
}

function shownOf(hit: Readonly<Record<string, unknown>>, query: FederatedQuery): Readonly<Record<string, unknown>> {
  const kept = (name: string): boolean => (name === '_rankingScore' ? query.showRankingScore : name.startsWith('_') || query.attributesToRetrieve.includes('*') || query.attributesToRetrieve.includes(name))
  return Object.fromEntries(Object.entries(hit).filter(([name]) => kept(name)))
}
