// Articles: reading, correcting, to the bin and back.
import type { z } from 'zod'
import type { Article } from '../../domain/article.ts'
import { ProblemError } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import type { ArticleChanges } from '../../store/port.ts'
import { ArticleAnswer, ArticleListQuery, ArticlePatch, IdsBody, ListedArticleAnswer } from '../contract/articles.ts'
import { IdParams, listOf } from '../contract/shapes.ts'
import type { House } from '../house.ts'
import { toList } from '../listing.ts'
import { type Reply, type Route, json, ok, route } from '../route.ts'

export const articleRoutes: readonly Route[] = [
  route({
    id: 'articles.list', method: 'get', path: '/api/articles', needs: 'reader', summary: 'List articles.',
    query: ArticleListQuery, answers: [json(200, 'Articles.', listOf(ListedArticleAnswer))],
    handle: async ({ query: { body, ...query } }, { store: { articles } }) => ok(await (body ? articles.list(toList(query)) : articles.listHeads(toList(query)))),
  }),
  route({
    id: 'articles.byId', method: 'post', path: '/api/articles/by-id', needs: 'searcher', summary: 'Many articles at once, in the order asked for.',
    body: IdsBody, answers: [json(200, 'Those that exist.', listOf(ArticleAnswer))],
    handle: async ({ body, actor }, { store }) => {
      const data = (await store.articles.getMany(body.ids)).filter((article) => maySee(article, actor))
      return ok({ data, total: data.length })
    },
  }),
  route({
    id: 'articles.get', method: 'get', path: '/api/articles/:id', needs: 'searcher', summary: 'One article, body included.',
    params: IdParams, answers: [json(200, 'The article; `ETag` is its version.', ArticleAnswer)],
    handle: async ({ params, actor }, house) => withVersion(await readable(params.id, actor, house)),
  }),
  route({
    id: 'articles.edit', method: 'patch', path: '/api/articles/:id', needs: 'curator', summary: 'Correct what was found in the text. Needs `If-Match: "version"`.',
    params: IdParams, body: ArticlePatch, answers: [json(200, 'The article as it is now.', ArticleAnswer)],
    handle: async ({ params, body, actor, request }, house) => {
      const article = await readable(params.id, actor, house)
      const version = versionOf(request.headers['if-match'], article)
      return withVersion(await house.curation.edit(params.id, version, changesOf(body), actor))
    },
  }),
  route({
    id: 'articles.delete', method: 'delete', path: '/api/articles/:id', needs: 'curator', summary: 'Put an article into the bin.',
    params: IdParams, answers: [json(200, 'The article, binned.', ArticleAnswer)],
    handle: async ({ params, actor }, house) => {
      await readable(params.id, actor, house)
      return ok(await house.curation.bin(params.id, actor))
    },
  }),
  route({
    id: 'articles.restore', method: 'post', path: '/api/articles/:id/restore', needs: 'curator', summary: 'Take an article out of the bin.',
    params: IdParams, answers: [json(200, 'The article, live.', ArticleAnswer)],
    handle: async ({ params, actor }, house) => {
      await readable(params.id, actor, house)
      return ok(await house.curation.restore(params.id, actor))
    },
  }),
]

/** `not-found` where there is none, or where it is in the bin and nobody signed in. */
export async function readable(id: string, actor: Actor, house: House): Promise<Article> {
  const article = await house.store.articles.get(id)
  if (article === undefined || !maySee(article, actor)) throw new ProblemError('not-found', `There is no article ${id}.`)
  return article
}

function maySee(article: Article, actor: Actor): boolean {
  return article.status === 'live' || actor.kind !== 'anonymous'
}

function withVersion(article: Article): Reply {
  return ok(article, { ETag: `"${article.version}"` })
}

function versionOf(header: string | undefined, article: Article): number {
  if (header === undefined || header.trim() === '' || header.trim() === '*') {
    throw new ProblemError('version-missing', `A change of article ${article.id} needs the version that it was made on.`)
  }
  const version = Number(/^\s*(?:W\/)?"?(\d{1,15})"?\s*$/.exec(header)?.[1] ?? Number.NaN)
  if (version !== article.version) {
    throw new ProblemError('version-stale', `Article ${article.id} is at version ${article.version}, not at the one given.`)
  }
  return version
}

/** `null` takes a value away: for the store that is an empty text. */
function changesOf(patch: z.output<typeof ArticlePatch>): ArticleChanges {
  return Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, value ?? ''])) as ArticleChanges
}
