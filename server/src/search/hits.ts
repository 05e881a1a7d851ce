// How does a found id become a hit? The store says what the article is now; in a collapsed list its cluster's
// principal leads, and the member that matched is named.
import type { Article } from '../domain/article.ts'
import type { EngineHit } from '../engine/port.ts'
import type { ArticleHead, ClusterFold, MatchedMember, SearchHit, SearchStore } from './request.ts'
import { snippetHtml } from './snippet-html.ts'

export interface Hydrated {
  readonly hits: readonly SearchHit[]
  /** Hits of the engine that the store does not know as live, or as part of a cluster shown already. */
  readonly missing: number
}

export async function hydrate(found: readonly EngineHit[], collapse: boolean, store: SearchStore): Promise<Hydrated> {
  const articles = await liveById(store, found.map((hit) => hit.id))
  const folds = await foldsOf([...articles.values()], store)
  const principals = collapse ? await principalsOf([...articles.values()], folds, store) : new Map<string, ArticleHead>()
  const hits: SearchHit[] = []
  const shown = new Set<string>()
  for (const hit of found) {
    const article = articles.get(hit.id)
    if (article === undefined || (collapse && shown.has(article.clusterId))) continue
    shown.add(article.clusterId)
    hits.push(hitOf(hit, article, collapse ? (principals.get(article.clusterId) ?? article) : article, folds.get(article.clusterId)))
  }
  return { hits, missing: found.length - hits.length }
}

/** A hit without a question: a listing. */
export function plainHit(article: Article): SearchHit {
  const { body, ...head } = article
  const beginning = body.slice(0, LISTED).replace(/\s+/g, ' ').trim()
  const hit: EngineHit = { id: article.id, score: 0, snippet: body.length > LISTED ? `${beginning} …` : beginning, headline: article.headline, folded: 1 }
  return hitOf(hit, head, head)
}

/** UTF-16 code units of a body that stand in for a snippet. */
const LISTED = 240

async function liveById(store: SearchStore, ids: readonly string[]): Promise<Map<string, ArticleHead>> {
  const articles = await store.articles.heads(ids)
  return new Map(articles.filter((article) => article.status === 'live').map((article) => [article.id, article]))
}

async function foldsOf(articles: readonly ArticleHead[], store: SearchStore): Promise<ReadonlyMap<string, ClusterFold>> {
  const ids = new Set(articles.filter((article) => article.clusterSize > 1).map((article) => article.clusterId))
  return ids.size === 0 ? new Map() : new Map((await store.clusters.folds([...ids])).map((fold) => [fold.id, fold]))
}

async function principalsOf(articles: readonly ArticleHead[], folds: ReadonlyMap<string, ClusterFold>, store: SearchStore): Promise<ReadonlyMap<string, ArticleHead>> {
  const wanted = articles.filter((article) => !article.principal).flatMap((article) => folds.get(article.clusterId)?.principalId ?? [])
  const found = wanted.length === 0 ? new Map<string, ArticleHead>() : await liveById(store, [...new Set(wanted)])
  return new Map([...found.values()].map((article) => [article.clusterId, article]))
}

/** What is said of an article is copied whole and then added to: a spread of what may be absent costs more than all the rest. */
function hitOf(hit: EngineHit, matched: ArticleHead, leading: ArticleHead, fold?: ClusterFold): SearchHit {
  const copyIds = (fold?.memberIds ?? []).filter((id) => id !== leading.id)
  const shown: Made<SearchHit> = {
    ...leading,
    snippet: snippetHtml(hit.snippet),
    headlineMarked: snippetHtml(hit.headline),
    copies: copyIds.length,
    copyIds,
    score: hit.score,
  }
  if (matched.id !== leading.id) shown.matched = memberOf(matched)
  return shown
}

/** While it is being put together. */
type Made<T> = { -readonly [K in keyof T]: T[K] }

function memberOf(article: ArticleHead): MatchedMember {
  const member: Made<MatchedMember> = { id: article.id, headline: article.headline }
  if (article.publisher !== undefined) member.publisher = article.publisher
  if (article.relation !== undefined) member.relation = article.relation.relation
  return member
}
