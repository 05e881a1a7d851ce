// What is answered to a client of Meilisearch? Its own request and answer over our engines and our store: what the
// store has deleted never comes through, whatever the engine still holds.
import { randomUUID } from 'node:crypto'
import type { EngineAnswer, EngineHit } from '../../engine/port.ts'
import type { SearchParts } from '../request.ts'
import { filterableField } from './fault.ts'
import { hitOf, type MeilisearchHit, rankingScore } from './hit.ts'
import { engineQueryOf, isPaged, type MeilisearchRequest, perPage, REACHABLE, windowOf } from './query.ts'

/** The one index that clients see. */
export const INDEX = 'articles'

const DEADLINE = 2_000

export interface MeilisearchAnswer {
  readonly hits: readonly MeilisearchHit[]
  readonly query: string
  readonly processingTimeMs: number
  readonly requestUid: string
  readonly facetDistribution?: EngineAnswer['facets']
  readonly facetStats?: EngineAnswer['facetStats']
  readonly [count: string]: unknown
}

export async function meilisearchSearch(request: MeilisearchRequest, parts: SearchParts): Promise<MeilisearchAnswer> {
  const begun = performance.now()
  const answer = await parts.engine.search(engineQueryOf(request, parts.deadline ?? DEADLINE))
  const { hits, missing } = await hitsOf(answer.hits, request, parts)
  return {
    hits,
    query: request.q,
    processingTimeMs: Math.round(performance.now() - begun),
    ...pagesOf(request, Math.max(0, answer.total - missing)),
    ...(request.facets.length === 0 ? {} : { facetDistribution: answer.facets, facetStats: answer.facetStats }),
    requestUid: randomUUID(),
  }
}

export interface FacetRequest extends MeilisearchRequest {
  readonly facetName: string
  readonly facetQuery: string
}

/** Values of a facet whose words begin as asked, the most frequent first. */
export async function meilisearchFacetSearch(request: FacetRequest, parts: SearchParts): Promise<unknown> {
  const begun = performance.now()
  const field = filterableField(request.facetName, 'facetName')
  const query = engineQueryOf({ ...request, facets: [field], limit: 0, page: undefined, hitsPerPage: undefined }, parts.deadline ?? DEADLINE)
  const { facets } = await parts.engine.search(query)
  const wanted = folded(request.facetQuery)
  const facetHits = Object.entries(facets[field] ?? {})
    .map(([value, count]) => ({ value, count }))
    .filter(({ value }) => folded(value).startsWith(wanted) || folded(value).split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
  return { facetHits: facetHits.slice(0, MOST_FACET_HITS), facetQuery: request.facetQuery === '' ? null : request.facetQuery, processingTimeMs: Math.round(performance.now() - begun) }
}

const MOST_FACET_HITS = 100

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

async function hitsOf(found: readonly EngineHit[], request: MeilisearchRequest, parts: SearchParts): Promise<{ readonly hits: readonly MeilisearchHit[]; readonly missing: number }> {
  const articles = await parts.store.articles.getMany(found.map((hit) => hit.id))
  const live = new Map(articles.filter((article) => article.status === 'live').map((article) => [article.id, article]))
  const known = found.filter((hit) => live.has(hit.id))
  const good = known.filter((hit) => request.rankingScoreThreshold === undefined || rankingScore(hit.score) >= request.rankingScoreThreshold)
  const hits = good.flatMap((hit) => {
    const article = live.get(hit.id)
    return article === undefined ? [] : [hitOf(article, hit, request)]
  })
  return { hits, missing: found.length - known.length }
}

function pagesOf(request: MeilisearchRequest, total: number): Readonly<Record<string, number>> {
  const { offset } = windowOf(request)
  if (!isPaged(request)) return { limit: request.limit, offset, estimatedTotalHits: total }
  // Only what can be reached is promised.
  const totalHits = Math.min(total, REACHABLE)
  const size = perPage(request)
  return { hitsPerPage: size, page: request.page ?? 1, totalPages: size === 0 ? 0 : Math.ceil(totalHits / size), totalHits }
}
