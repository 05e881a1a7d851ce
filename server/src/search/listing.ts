// What can be shown while the search engine is away? The store's own articles by date, said so in a sentence.
import { plainHit } from './hits.ts'
import type { SearchAnswer, SearchFilters, SearchRequest, SearchStore } from './request.ts'

export async function listByDate(request: SearchRequest, store: SearchStore): Promise<Omit<SearchAnswer, 'processingTimeMs'>> {
  const { filter, ignored } = listable(request.filters)
  const listed = await store.articles.list({
    filter,
    sort: { field: 'publishedAt', order: request.sort === 'oldest' ? 'asc' : 'desc' },
    offset: (request.page - 1) * request.perPage,
    limit: request.perPage,
  })
  const without = ignored.length === 0 ? '' : ` The filters ${ignored.join(', ')} are not applied.`
  return {
    hits: listed.data.map(plainHit),
    total: listed.total,
    totalArticles: listed.total,
    exact: true,
    facets: {},
    facetStats: {},
    understoodAs: [],
    degraded: `The search engine is not answering: articles are listed by date, whatever their words.${without}`,
  }
}

const LISTABLE = ['publisher', 'language', 'completeness', 'clusterId', 'documentId'] as const

/** The store lists by one value a field; what it cannot apply is told. */
function listable(filters: SearchFilters): { readonly filter: Partial<Record<(typeof LISTABLE)[number], string>>; readonly ignored: readonly string[] } {
  const filter: Partial<Record<(typeof LISTABLE)[number], string>> = {}
  for (const field of LISTABLE) {
    const values = filters[field]
    if (values?.length === 1 && values[0] !== undefined) filter[field] = values[0]
  }
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  return { filter, ignored: asked.map(([field]) => field).filter((field) => !(field in filter)) }
}
