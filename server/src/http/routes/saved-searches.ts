// Searches that people keep: each user's own, and a feed for each that a feed reader can follow without a sign-in.
import { ProblemError } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import type { SavedSearch } from '../../store/port.ts'
import { ATOM, atomFeed } from '../atom.ts'
import { ClusterListQuery } from '../contract/clusters.ts'
import { FeedQuery, SavedSearchAnswer, SavedSearchBody, SavedSearchListQuery, SavedSearchPatch } from '../contract/saved-searches.ts'
import { SearchQuery } from '../contract/search.ts'
import { IdParams, listOf } from '../contract/shapes.ts'
import { toList } from '../listing.ts'
import { invalid } from '../problem-answer.ts'
import type { SearchRequest } from '../../search/search.ts'
import { ANSWERED, EMPTY, type Route, created, json, NO_CONTENT, ok, route } from '../route.ts'
import { newSecret, sameSecret } from '../secrets.ts'
import { siteOf } from '../site.ts'

const FEED_ENTRIES = 50
const FEED_SECONDS = 300

export const savedSearchRoutes: readonly Route[] = [
  route({
    id: 'savedSearches.list', method: 'get', path: '/api/saved-searches', needs: 'reader', summary: 'The searches that you keep.',
    query: SavedSearchListQuery, answers: [json(200, 'Saved searches.', listOf(SavedSearchAnswer))],
    handle: async ({ query, actor }, { store }) => {
      const { data, total } = await store.savedSearches.list({ ...toList(query), filter: { userId: ownerOf(actor) ?? '', about: query.about } })
      return ok({ data: data.map(told), total })
    },
  }),
  route({
    id: 'savedSearches.add', method: 'post', path: '/api/saved-searches', needs: 'reader', summary: 'Keep a search under a name.',
    body: SavedSearchBody, answers: [json(201, 'The saved search.', SavedSearchAnswer)],
    handle: async ({ body, actor }, { store, clock }) => {
      const userId = ownerOf(actor)
      if (userId === undefined) throw new ProblemError('conflict', 'Saved searches belong to people; sign in with e-mail and password to keep one.')
      check(body)
      const saved = { userId, name: body.name, about: body.about, query: body.query.replace(/^\?/, ''), feedKey: newSecret() }
      return created(told(await store.savedSearches.add(saved, actor, clock().toISOString())))
    },
  }),
  route({
    id: 'savedSearches.rename', method: 'patch', path: '/api/saved-searches/:id', needs: 'reader', summary: 'Give a saved search another name.',
    params: IdParams, body: SavedSearchPatch, answers: [json(200, 'The saved search.', SavedSearchAnswer)],
    handle: async ({ params, body, actor }, { store, clock }) =>
      ok(told(await store.savedSearches.rename(params.id, ownerOf(actor) ?? '', body.name, actor, clock().toISOString()))),
  }),
  route({
    id: 'savedSearches.delete', method: 'delete', path: '/api/saved-searches/:id', needs: 'reader', summary: 'Forget a saved search; its feed ends.',
    params: IdParams, answers: [EMPTY],
    handle: async ({ params, actor }, { store, clock }) => {
      await store.savedSearches.remove(params.id, ownerOf(actor) ?? '', actor, clock().toISOString())
      return NO_CONTENT
    },
  }),
  route({
    id: 'savedSearches.feed', method: 'get', path: '/api/saved-searches/:id/feed.atom', needs: 'anyone', summary: 'The newest stories of a saved search as an Atom feed; its own key opens it.',
    params: IdParams, query: FeedQuery.partial(), answers: [{ status: 200, description: 'The feed.', mediaType: 'application/atom+xml' }],
    handle: async ({ params, query, request, response }, house) => {
      const saved = await house.store.savedSearches.forFeed(params.id)
      if (saved?.about !== 'search' || query.key === undefined || !sameSecret(query.key, saved.feedKey)) throw new ProblemError('not-found', 'There is no feed at this address.')
      const { hits } = await house.search({ ...requestOf(saved.query), sort: 'newest', page: 1, perPage: FEED_ENTRIES })
      const site = siteOf(request, house.settings)
      response.setHeader('Cache-Control', `private, max-age=${FEED_SECONDS}`)
      response.type(ATOM).send(atomFeed(saved, hits, site, site + feedOf(saved)))
      return ANSWERED
    },
  }),
]

/** Keys are programs: they have no list of their own. */
function ownerOf(actor: Actor): string | undefined {
  return actor.kind === 'user' ? actor.id : undefined
}

function told(saved: SavedSearch): SavedSearchAnswer {
  const { id, name, about, query, createdAt } = saved
  return { id, name, about, query, feed: feedOf(saved), createdAt }
}

function feedOf({ id, feedKey }: SavedSearch): string {
  return `/api/saved-searches/${id}/feed.atom?${new URLSearchParams({ key: feedKey })}`
}

/** A kept question is checked like one that is asked; `invalid-request` or `unknown-filter` otherwise. */
function check({ about, query }: Pick<SavedSearch, 'about' | 'query'>): void {
  if (about === 'search') return void requestOf(query)
  const parsed = ClusterListQuery.safeParse(givenIn(query))
  if (!parsed.success) throw invalid(parsed.error, 'query')
}

function requestOf(query: string): SearchRequest {
  const parsed = SearchQuery.safeParse(givenIn(query))
  if (!parsed.success) throw invalid(parsed.error, 'query')
  const { q, facets, facetValues: _facetValues, sort, page, perPage, collapse, ...filters } = parsed.data
  return { q, facets, sort, page, perPage, collapse, filters }
}

function givenIn(query: string): Readonly<Record<string, string | string[]>> {
  const given: Record<string, string | string[]> = {}
  const parameters = new URLSearchParams(query)
  for (const name of parameters.keys()) {
    const values = parameters.getAll(name)
    given[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return given
}
