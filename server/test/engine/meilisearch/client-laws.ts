// What must a client of Meilisearch find, whichever engine answers? Asked by the real client over HTTP.
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { Meilisearch, MeilisearchApiError } from 'meilisearch'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { MASTER_KEY, openHouse, type TestHouse } from '../../http/house.ts'

const STORIES = [
  { id: 'f1', headline: 'Crack stops the ferry Marigold', body: 'The ferry Marigold was taken out of service on Tuesday after a crack was found in her hull, the harbour office said. Passengers went ashore in small boats.', byline: 'Runa Tveit', publisher: 'Tannhaven Post', publishedAt: '2024-03-05T08:00:00Z' },
  { id: 'f2', headline: 'Ferry yard finds more rust', body: 'Rust was found in nine plates of the ferry, and the yard wants another month. Nobody at the harbour office would say who pays.', byline: 'Ole Finn', publisher: 'Kelsund Mail', publishedAt: '2024-04-02T08:00:00Z' },
  { id: 's1', headline: 'A roof for the gymnasium', body: 'Pupils will have a roof over their heads by the autumn, the council decided. Builders begin in June and work through the whole summer.', byline: 'Ole Finn', publisher: 'Tannhaven Post', publishedAt: '2024-05-20T08:00:00Z' },
  { id: 'b1', headline: 'Bakery wins "golden loaf" \\ again', body: 'A loaf of rye won the prize for the third time. The judges were short of superlatives, and the ovens ran all night <b>long</b>.', publisher: 'O\'Hara "Daily"', publishedAt: '2023-12-01T08:00:00Z' },
]

export function describeClients(name: string, environment: () => Readonly<Record<string, string>>): void {
  describe(name, () => {
    let house: TestHouse
    let server: Server
    let client: Meilisearch
    beforeAll(async () => {
      house = await openHouse({}, environment())
      server = createServer(house.app).listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      client = new Meilisearch({ host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, apiKey: MASTER_KEY })
      await takeIn(server)
    })
    afterAll(async () => {
      server.close()
      server.closeAllConnections()
      await house.close()
    })
    const articles = () => client.index('articles')
    const found = async (q: string, options: object = {}) => (await articles().search(q, { sort: ['publishedAtUnix:asc'], ...options })).hits.map((hit) => hit['externalId'])
    describeAnswers(articles)
    describeFiltering(found)
    describeRefusals(() => client, articles)
    describeSeveral(() => client)
  })
}

/** The stories, and the wait until the engine holds them. */
export async function takeIn(server: Server): Promise<void> {
  const lines = STORIES.map((story) => JSON.stringify(story)).join('\n')
  const key = { Authorization: `Bearer ${MASTER_KEY}` }
  await request(server).post('/api/documents?wait=60').set(key).attach('files', Buffer.from(lines), 'stories.jsonl').expect(200)
  await vi.waitUntil(async () => !(await request(server).get('/indexes/articles/stats').set(key)).body.isIndexing, { timeout: 30_000, interval: 100 })
}

type Articles = () => ReturnType<Meilisearch['index']>

function describeAnswers(articles: Articles): void {
  test('hits are whole articles with their times in seconds', async () => {
    const answer = await articles().search('marigold')
    expect(answer).toMatchObject({ query: 'marigold', limit: 20, offset: 0, estimatedTotalHits: 1 })
    expect(answer.hits[0]).toMatchObject({ externalId: 'f1', headline: 'Crack stops the ferry Marigold', publishedAtUnix: 1_709_625_600, principal: true })
    expect(answer.hits[0]?.['body']).toContain('out of service')
    expect(typeof answer.hits[0]?.['createdAtUnix']).toBe('number')
  })

  test('forgives typing mistakes and finishes the last word', async () => {
    expect((await articles().search('marigodl ')).hits).toHaveLength(1)
    expect((await articles().search('superlat')).hits).toHaveLength(1)
  })

  test('highlights with the asked tags and crops to the asked length', async () => {
    const { hits } = await articles().search('harbour', {
      filter: 'externalId = f1', attributesToHighlight: ['*'], attributesToCrop: ['body'], cropLength: 6, highlightPreTag: '[', highlightPostTag: ']', attributesToRetrieve: ['headline'], showMatchesPosition: true, showRankingScore: true,
    })
    const [hit] = hits
    expect(hit?._formatted?.['body']).toMatch(/^….*\[harbour\].*…$/)
    expect(String(hit?._formatted?.['body']).replaceAll('…', '').split(/\s+/)).toHaveLength(6)
    expect(Object.keys(hit ?? {}).sort()).toEqual(['_formatted', '_matchesPosition', '_rankingScore', 'headline'])
    expect(hit?._matchesPosition?.['body']).toEqual([{ start: STORIES[0]?.body.indexOf('harbour'), length: 7 }])
    expect(hit?._rankingScore).toBeGreaterThan(0)
  })

  test('gives pages both ways', async () => {
    const byPage = await articles().search('', { hitsPerPage: 3, page: 2, sort: ['publishedAtUnix:asc'] })
    expect(byPage).toMatchObject({ totalHits: 4, totalPages: 2, page: 2, hitsPerPage: 3 })
    const byOffset = await articles().search('', { offset: 3, limit: 3, sort: ['publishedAtUnix:asc'] })
    expect(byOffset.hits.map((hit) => hit['id'])).toEqual(byPage.hits.map((hit) => hit['id']))
  })

  test('counts facets with their bounds, and finds values of a facet', async () => {
    const answer = await articles().search('ferry', { facets: ['publisher', 'publishedAtUnix'] })
    expect(answer.facetDistribution?.['publisher']).toEqual({ 'Tannhaven Post': 1, 'Kelsund Mail': 1 })
    expect(answer.facetStats?.['publishedAtUnix']).toEqual({ min: 1_709_625_600, max: 1_712_044_800 })
    const values = await articles().searchForFacetValues({ facetName: 'publisher', facetQuery: 'tann' })
    expect(values.facetHits).toEqual([{ value: 'Tannhaven Post', count: 2 }])
  })

  test('folds by a field and needs every word where that is asked', async () => {
    expect((await articles().search('', { distinct: 'publisher' })).hits).toHaveLength(3)
    expect((await articles().search('ferry gymnasium', { matchingStrategy: 'all' })).hits).toHaveLength(0)
  })

  test('answers a GET as a POST', async () => {
    const answer = await articles().searchGet('ferry', { filter: 'publisher = "Kelsund Mail"', facets: ['publisher'], attributesToRetrieve: ['externalId'] })
    expect(answer.hits).toEqual([{ externalId: 'f2' }])
  })
}

function describeFiltering(found: (q: string, options?: object) => Promise<unknown[]>): void {
  test.each<[string, string | (string | string[])[], string]>([
    ['=', 'externalId = f1', 'f1'],
    ['!=', 'publisher != "Tannhaven Post"', 'b1 f2'],
    ['a quoted value', `publisher = 'O\\'Hara "Daily"'`, 'b1'],
    ['comparisons', 'publishedAtUnix > 1709625600 AND publishedAtUnix <= 1712044800', 'f2'],
    ['TO', 'publishedAtUnix 1701388800 TO 1709625600', 'b1 f1'],
    ['IN', 'externalId IN [f1, "s1"]', 'f1 s1'],
    ['NOT IN', 'externalId NOT IN [f1, s1]', 'b1 f2'],
    ['EXISTS', 'publisher EXISTS', 'b1 f1 f2 s1'],
    ['IS EMPTY and IS NOT EMPTY', 'byline IS NOT EMPTY AND NOT tags IS NOT EMPTY', 'f1 f2 s1'],
    ['IS NULL', 'relation IS NULL', 'b1 f1 f2 s1'],
    ['STARTS WITH', 'publisher STARTS WITH tann', 'f1 s1'],
    ['CONTAINS', 'publisher CONTAINS mail', 'f2'],
    ['brackets, OR and NOT', '(byline = "Ole Finn" OR externalId = b1) AND NOT externalId = s1', 'b1 f2'],
    ['arrays', [['externalId = f1', 'externalId = f2'], 'byline = "ole finn"'], 'f2'],
    ['a value that looks like syntax', 'publisher = "x\\" OR publisher EXISTS"', ''],
  ])('filters by %s', async (_name, filter, expected) => {
    expect((await found('', { filter })).join(' ')).toBe(expected)
  })

  test('sorts, and a sort is kept against relevance', async () => {
    expect(await found('ferry', { sort: ['publishedAtUnix:desc'] })).toEqual(['f2', 'f1'])
    expect(await found('', { sort: ['headline:asc'] })).toEqual(['s1', 'b1', 'f1', 'f2'])
  })
}

function describeRefusals(client: () => Meilisearch, articles: Articles): void {
  test.each<[string, object, string]>([
    ['a filter on what filters nothing', { filter: 'body = 1' }, 'invalid_search_filter'],
    ['a broken filter', { filter: 'publisher = ' }, 'invalid_search_filter'],
    ['a sort by what is not sortable', { sort: ['body:asc'] }, 'invalid_search_sort'],
    ['an unknown facet', { facets: ['body'] }, 'invalid_search_facets'],
    ['an unknown field to search', { attributesToSearchOn: ['tags'] }, 'invalid_search_attributes_to_search_on'],
    ['a limit that is no number', { limit: 'many' }, 'invalid_search_limit'],
    ['pages that are no number', { hitsPerPage: -1 }, 'invalid_search_hits_per_page'],
    ['an unknown parameter', { colour: 'red' }, 'bad_request'],
    ['vectors', { hybrid: { embedder: 'none', semanticRatio: 0.5 } }, 'bad_request'],
    ['details of scores', { showRankingScoreDetails: true }, 'invalid_search_show_ranking_score_details'],
    ['a language that is none', { locales: ['kelpish'] }, 'invalid_search_locales'],
    ['places on the globe', { sort: ['_geoPoint(1, 2):asc'] }, 'invalid_search_sort'],
  ])('refuses %s with its code', async (_name, options, code) => {
    const error = await articles().search('', options as never).then(() => undefined, (thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(MeilisearchApiError)
    expect((error as MeilisearchApiError).cause).toMatchObject({ code, type: 'invalid_request', link: `https://docs.meilisearch.com/errors#${code}` })
  })

  test('refuses what belongs elsewhere in a search of several, and facets that are none', async () => {
    const query = { indexUid: 'articles', q: 'ferry' }
    const codeOf = (asked: Promise<unknown>) => asked.then(() => 'answered', (error: MeilisearchApiError) => error.cause?.code)
    expect(await codeOf(client().multiSearch({ federation: {}, queries: [{ ...query, limit: 3 } as never] }))).toBe('invalid_multi_search_query_pagination')
    expect(await codeOf(client().multiSearch({ federation: {}, queries: [{ ...query, facets: ['language'] } as never] }))).toBe('invalid_multi_search_query_facets')
    expect(await codeOf(client().multiSearch({ queries: [{ ...query, federationOptions: { weight: 2 } } as never] }))).toBe('invalid_multi_search_federation_options')
    expect(await codeOf(articles().searchForFacetValues({ facetName: 'body' }))).toBe('invalid_facet_search_facet_name')
    expect(await codeOf(articles().searchForFacetValues({} as never))).toBe('missing_facet_search_facet_name')
  })

  test('says that it is well, and refuses the calls that it has not in the words of Meilisearch', async () => {
    expect(await client().isHealthy()).toBe(true)
    for (const call of [() => articles().getDocuments(), () => articles().getSettings(), () => client().getVersion(), () => client().getStats(), () => client().getKeys(), () => client().tasks.getTasks(), () => articles().addDocuments([{ id: 1 }]), () => client().deleteIndex('articles')]) {
      await expect(Promise.resolve(call())).rejects.toMatchObject({ cause: { code: 'not_found', type: 'invalid_request' } })
    }
    const plain = { locales: ['en', 'eng'], showRankingScoreDetails: false, retrieveVectors: false, limit: 1 }
    expect((await articles().search('ferry', plain as never)).hits).toHaveLength(1)
  })

  test('knows no other index, and nobody without a key', async () => {
    await expect(client().index('others').search('x')).rejects.toMatchObject({ cause: { code: 'index_not_found' } })
    const { host } = client().config
    await expect(new Meilisearch({ host }).index('articles').search('x')).rejects.toMatchObject({ cause: { code: 'missing_authorization_header', type: 'auth' } })
    await expect(new Meilisearch({ host, apiKey: 'wrong-key-altogether' }).index('articles').search('x')).rejects.toMatchObject({ cause: { code: 'invalid_api_key', type: 'auth' } })
  })
}

function describeSeveral(client: () => Meilisearch): void {
  test('answers several searches in one call', async () => {
    const { results } = await client().multiSearch({ queries: [{ indexUid: 'articles', q: 'ferry', limit: 1 }, { indexUid: 'articles', q: 'rye', facets: ['language'] }] })
    expect(results.map((result) => [result.indexUid, result.hits.length, result.estimatedTotalHits])).toEqual([['articles', 1, 2], ['articles', 1, 1]])
  })

  test('merges several searches into one list by their weights', async () => {
    const answer = await client().multiSearch({ federation: { limit: 10 }, queries: [{ indexUid: 'articles', q: 'ferry' }, { indexUid: 'articles', q: 'loaf', federationOptions: { weight: 9 } }] })
    expect(answer.hits).toHaveLength(3)
    expect(answer.hits[0]).toMatchObject({ externalId: 'b1', _federation: { indexUid: 'articles', queriesPosition: 1 } })
    expect(answer.estimatedTotalHits).toBe(3)
  })
}
