// What does the reader know of an article? Itself, its file, its story and what else shares its words.
import { useMemo } from 'react'
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import type { ClusterAnswer } from '../../../../server/src/http/contract/clusters.ts'
import type { DocumentAnswer } from '../../../../server/src/http/contract/documents.ts'
import type { MatchAnswer } from '../../../../server/src/http/contract/matches.ts'
import { type Asked, useAsked } from '../frame/asked.ts'
import { useSession } from '../frame/session.ts'

export type Article = ArticleAnswer
export type Match = MatchAnswer

export interface Surroundings {
  readonly document?: DocumentAnswer
  readonly cluster?: ClusterAnswer
  /** The article is `left` in each. */
  readonly matches: readonly Match[]
  /** The other articles of the story and of the matches, by id. */
  readonly others: ReadonlyMap<string, Article>
}

export function useArticle(id: string): Asked<Article> {
  return useAsked<Article>(`/api/articles/${id}`)
}

export function useSurroundings(article: Article | undefined): Surroundings {
  const mayReadFiles = useSession()?.may.includes('documents.get') ?? false
  const document = useAsked<DocumentAnswer>(article !== undefined && mayReadFiles ? `/api/documents/${article.documentId}` : undefined)
  const cluster = useAsked<ClusterAnswer>(article && `/api/clusters/${article.clusterId}`)
  const matches = useAsked<{ readonly data: readonly Match[] }>(article && `/api/articles/${article.id}/matches?perPage=100`)
  const ids = useMemo(() => idsOf(article?.id, cluster.answer, matches.answer?.data), [article?.id, cluster.answer, matches.answer])
  const others = useAsked<{ readonly data: readonly Article[] }>(ids.length > 0 ? '/api/articles/by-id' : undefined, { ids })
  return {
    ...(document.answer && { document: document.answer }),
    ...(cluster.answer && { cluster: cluster.answer }),
    matches: matches.answer?.data ?? [],
    others: new Map((others.answer?.data ?? []).map((other) => [other.id, other])),
  }
}

function idsOf(own: string | undefined, cluster: ClusterAnswer | undefined, matches: readonly Match[] | undefined): readonly string[] {
  if (cluster === undefined || matches === undefined) return []
  const ids = [...cluster.members.map((member) => member.articleId), ...matches.map((match) => match.right)]
  return [...new Set(ids)].filter((id) => id !== own).slice(0, 200)
}

/** The member that holds most of the story: complete, not spun, and longer than this one. */
export function fullestOf(article: Article, { cluster, others }: Surroundings): Article | undefined {
  const members = (cluster?.members ?? []).flatMap((member) => others.get(member.articleId) ?? [])
  const whole = members.filter((other) => other.completeness === 'complete' && other.relation?.relation !== 'spun' && other.wordCount > article.wordCount)
  return [...whole].sort((one, other) => other.wordCount - one.wordCount)[0]
}

/** The match that shows that this text was spun out of another one. */
export function spunFrom(article: Article, { matches, cluster }: Surroundings): Match | undefined {
  const own = article.relation?.relation === 'spun' ? article.relation : undefined
  const taken = matches.find((match) => match.relation === 'spun' && match.direction === 'left-from-right' && cluster?.members.some((member) => member.articleId === match.right))
  return taken ?? (own?.direction === 'right-from-left' ? undefined : own)
}
