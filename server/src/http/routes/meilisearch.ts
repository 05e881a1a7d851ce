// What do clients of Meilisearch call? Its search, multi-search, facet search and stats, over whichever engine is there.
import { INDEX, MeilisearchFault, type MeilisearchRequest, meilisearchFacetSearch, meilisearchFederated, meilisearchSearch } from '../../search/search.ts'
import { IndexParams, MeilisearchAnswerBody, MeilisearchBody, MeilisearchFacets, MeilisearchParameters, MeilisearchQueries, MeilisearchSearch } from '../contract/meilisearch.ts'
import type { House } from '../house.ts'
import { checkedForMeilisearch } from '../meilisearch-fault.ts'
import { json, ok, type Route, route } from '../route.ts'

const answers = [json(200, 'As Meilisearch answers.', MeilisearchAnswerBody)]
const needs = 'searcher'

export const meilisearchRoutes: readonly Route[] = [
  route({
    id: 'meilisearch.search', method: 'post', path: '/indexes/:index/search', needs, summary: 'Search as Meilisearch does; the index is `articles`.',
    params: IndexParams, body: MeilisearchBody, answers,
    handle: async ({ params, body }, house) => {
      onlyArticles(params.index)
      return ok(await timed(house, () => meilisearchSearch(checkedForMeilisearch(MeilisearchSearch, body ?? {}), house)))
    },
  }),
  route({
    id: 'meilisearch.searchByGet', method: 'get', path: '/indexes/:index/search', needs, summary: 'The same, asked by parameters.',
    params: IndexParams, query: MeilisearchParameters, answers,
    handle: async ({ params, query }, house) => {
      onlyArticles(params.index)
      return ok(await timed(house, () => meilisearchSearch(checkedForMeilisearch(MeilisearchSearch, requestOf(query)), house)))
    },
  }),
  route({
    id: 'meilisearch.facets', method: 'post', path: '/indexes/:index/facet-search', needs, summary: 'Values of a facet that begin as asked.',
    params: IndexParams, body: MeilisearchBody, answers,
    handle: async ({ params, body }, house) => {
      onlyArticles(params.index)
      const { facetName, facetQuery, exhaustiveFacetCount: _exhaustive, ...search } = checkedForMeilisearch(MeilisearchFacets, body ?? {})
      return ok(await meilisearchFacetSearch({ ...checkedForMeilisearch(MeilisearchSearch, search), facetName, facetQuery }, house))
    },
  }),
  route({
    id: 'meilisearch.stats', method: 'get', path: '/indexes/:index/stats', needs, summary: 'How many articles there are.',
    params: IndexParams, answers,
    handle: async ({ params }, house) => {
      onlyArticles(params.index)
      return ok(await stats(house))
    },
  }),
  route({
    id: 'meilisearch.multiSearch', method: 'post', path: '/multi-search', needs, summary: 'Several searches in one call; as one list with `federation`.',
    body: MeilisearchBody, answers,
    handle: async ({ body }, house) => ok(await timed(house, () => multiSearch(body, house))),
  }),
]

async function multiSearch(body: unknown, house: House): Promise<unknown> {
  const { queries, federation } = checkedForMeilisearch(MeilisearchQueries, body ?? {})
  for (const { indexUid } of queries) onlyArticles(indexUid)
  mustFit((body as { readonly queries: readonly object[] }).queries, federation !== undefined)
  if (federation !== undefined) return meilisearchFederated(queries.map(({ indexUid: _index, federationOptions, ...query }) => ({ ...query, weight: federationOptions?.weight ?? 1 })), federation, house)
  const results = await Promise.all(queries.map(async ({ indexUid, federationOptions: _options, ...query }) => ({ indexUid, ...(await meilisearchSearch(query as MeilisearchRequest, house)) })))
  return { results }
}

/** In one list, pages and facets are asked of the whole; weights mean nothing where there is no list. */
function mustFit(queries: readonly object[], federated: boolean): void {
  const refused = federated ? OF_THE_WHOLE : OF_ONE_LIST
  queries.forEach((query, at) => {
    for (const [name, value] of Object.entries(query)) {
      const code = refused[name]
      if (code === undefined || value === null || value === undefined) continue
      const why = federated ? `Inside \`.queries[${at}]\`: Using \`${name}\` is not allowed in federated queries.` : `Inside \`.queries[${at}]\`: Using \`${name}\` is not allowed in a non-federated search.`
      throw new MeilisearchFault(code, why)
    }
  })
}

const PAGINATION = 'invalid_multi_search_query_pagination'
const OF_THE_WHOLE: Readonly<Record<string, string>> = { limit: PAGINATION, offset: PAGINATION, page: PAGINATION, hitsPerPage: PAGINATION, facets: 'invalid_multi_search_query_facets' }
const OF_ONE_LIST: Readonly<Record<string, string>> = { federationOptions: 'invalid_multi_search_federation_options' }

async function stats({ store, engine }: House): Promise<unknown> {
  const [{ articles }, { up }] = await Promise.all([store.articles.count(), engine.state()])
  const pending = up ? (await store.outbox.state(await engine.identity())).pending : articles
  // Fields that every article has; of the others nobody keeps count.
  const always = ['id', 'documentId', 'documentName', 'headline', 'byline', 'body', 'language', 'wordCount', 'completeness', 'clusterId', 'clusterSize', 'principal', 'tags', 'createdAt']
  return { numberOfDocuments: articles, rawDocumentDbSize: 0, avgDocumentSize: 0, isIndexing: pending > 0, numberOfEmbeddings: 0, numberOfEmbeddedDocuments: 0, fieldDistribution: Object.fromEntries(always.map((field) => [field, articles])) }
}

function onlyArticles(index: string): void {
  if (index !== INDEX) throw new MeilisearchFault('index_not_found', `Index \`${index.slice(0, 100)}\` not found.`, 404)
}

const LISTS = new Set(['attributesToRetrieve', 'attributesToSearchOn', 'attributesToHighlight', 'attributesToCrop', 'facets', 'sort', 'locales'])
const NUMBERS = new Set(['offset', 'limit', 'page', 'hitsPerPage', 'cropLength', 'rankingScoreThreshold'])
const TRUTHS = new Set(['showMatchesPosition', 'showRankingScore', 'showRankingScoreDetails', 'retrieveVectors'])

/** The parameters of an address as a request has them. */
function requestOf(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? valueOf(name, value) : value]))
}

function valueOf(name: string, value: string): unknown {
  if (LISTS.has(name)) return value.split(',').map((item) => item.trim()).filter((item) => item !== '')
  if (NUMBERS.has(name) && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value)
  if (TRUTHS.has(name) && (value === 'true' || value === 'false')) return value === 'true'
  if (name !== 'filter' || !value.trimStart().startsWith('[')) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

async function timed<T>(house: House, work: () => Promise<T>): Promise<T> {
  const end = house.metrics.searchSeconds.startTimer()
  try {
    const answer = await work()
    end({ outcome: 'answered' })
    return answer
  } catch (error) {
    end({ outcome: 'failed' })
    throw error
  }
}
