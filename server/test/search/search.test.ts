// Is a found id shown as the store knows it now? Clusters led by their principal, deleted articles left out, a stated fallback.
import { expect, test } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import { ProblemError } from '../../src/domain/problem.ts'
import { search } from '../../src/search/search.ts'
import type { ClusterFold, SearchParts, SearchRequest } from '../../src/search/search.ts'

function article(id: string, more: Partial<Article> = {}): Article {
  return {
    id, documentId: 'd', documentName: 'd.txt', span: { begin: 0, end: 1 }, headline: `Article ${id}`, byline: [], language: 'en', body: `Body of ${id}.`,
    wordCount: 3, completeness: 'complete', clusterId: 'c1', clusterSize: 2, principal: false, issues: [], grounds: [], tags: [], status: 'live',
    version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', ...more,
  }
}

const LEADER = article('1', { principal: true })
const COPY = article('2', { headline: 'The copy', publisher: 'Skerry Post' })
const CLUSTER: ClusterFold = { id: 'c1', principalId: '1', memberIds: ['1', '2'] }

const REQUEST: SearchRequest = { q: 'gull', filters: {}, facets: [], sort: 'relevance', page: 1, perPage: 10, collapse: true }

/** A store of plain values, and an engine that found these ids. */
function parts(live: readonly Article[], found: readonly string[] | Error): SearchParts {
  return {
    store: {
      articles: {
        getMany: async (ids) => ids.flatMap((id) => live.filter((one) => one.id === id)),
        heads: async (ids) => ids.flatMap((id) => live.filter((one) => one.id === id)).map(({ body: _body, ...head }) => head),
        list: async () => ({ data: live, total: live.length }),
      },
      clusters: { folds: async (ids) => (ids.includes('c1') ? [CLUSTER] : []) },
    },
    engine: {
      search: async () => {
        if (found instanceof Error) throw found
        const hits = found.map((id) => ({ id, score: 1, snippet: '<i>gull', headline: 'gull', folded: 1 }))
        return { hits, total: hits.length, totalFolded: hits.length, exact: true, facets: {}, facetStats: {}, understoodAs: [] }
      },
    },
  }
}

test('a cluster is led by its principal and names the member that matched', async () => {
  const answer = await search(REQUEST, parts([LEADER, COPY], ['2']))
  expect(answer.hits).toHaveLength(1)
  expect(answer.hits[0]).toMatchObject({ id: '1', copies: 1, copyIds: ['2'], snippet: '&lt;i&gt;gull', matched: { id: '2', headline: 'The copy', publisher: 'Skerry Post' } })
  expect(answer.hits[0]).not.toHaveProperty('body')
})

test('without collapsing, the member itself is shown', async () => {
  const answer = await search({ ...REQUEST, collapse: false }, parts([LEADER, COPY], ['2', '1']))
  expect(answer.hits.map((hit) => hit.id)).toEqual(['2', '1'])
  expect(answer.hits[0]).not.toHaveProperty('matched')
})

test('what is binned or gone never comes through and does not count', async () => {
  const answer = await search({ ...REQUEST, collapse: false }, parts([LEADER, article('3', { status: 'binned' })], ['1', '3', '4']))
  expect(answer.hits.map((hit) => hit.id)).toEqual(['1'])
  expect(answer.total).toBe(1)
})

test('with the engine away, articles are listed by date and it is said so', async () => {
  const answer = await search(REQUEST, parts([LEADER], new ProblemError('engine-away', 'It is away')))
  expect(answer.hits.map((hit) => hit.id)).toEqual(['1'])
  expect(answer.degraded).toMatch(/not answering/)
})

test('a search that took too long is a problem, not a listing', async () => {
  await expect(search(REQUEST, parts([LEADER], new ProblemError('search-too-slow', 'slow')))).rejects.toMatchObject({ problem: { code: 'search-too-slow' } })
})
