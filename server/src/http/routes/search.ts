// The question, and what the archive answers.
import { SearchAnswerBody, SearchQuery } from '../contract/search.ts'
import { topValues } from '../top-values.ts'
import { type Route, json, ok, route } from '../route.ts'

export const searchRoutes: readonly Route[] = [
  route({
    id: 'search', method: 'get', path: '/api/search', needs: 'searcher', summary: 'Search; one hit a cluster unless `collapse=false`.',
    query: SearchQuery, answers: [json(200, 'Hits.', SearchAnswerBody)],
    handle: async ({ query }, house) => {
      const { q, facets, facetValues, sort, page, perPage, collapse, ...filters } = query
      const end = house.metrics.searchSeconds.startTimer()
      try {
        const answer = await house.search({ q, filters, facets, sort, page, perPage, collapse })
        end({ outcome: 'answered' })
        return ok(facetValues === undefined ? answer : { ...answer, facets: topValues(answer.facets, facetValues, filters) })
      } catch (error) {
        end({ outcome: 'failed' })
        throw error
      }
    },
  }),
]
