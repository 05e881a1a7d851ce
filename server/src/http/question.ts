// What may be asked of the search, and what is answered? The shapes of `GET /api/search`, before they are JSON.
import type { Article } from '../domain/article.ts'
import type { Relation } from '../domain/match.ts'
import type { FilterableField } from '../engine/port.ts'

export interface SearchFilters {
  /** Any of the values given for a field; all fields must agree. */
  readonly publisher?: readonly string[]
  readonly language?: readonly string[]
  readonly byline?: readonly string[]
  readonly tags?: readonly string[]
  readonly relation?: readonly string[]
  readonly completeness?: readonly string[]
  readonly documentId?: readonly string[]
  readonly clusterId?: readonly string[]
  readonly externalId?: readonly string[]
  readonly principal?: boolean
  /** Published at or after, and before; ISO 8601. */
  readonly publishedFrom?: string
  readonly publishedTo?: string
}

export interface SearchRequest {
  readonly q: string
  readonly filters: SearchFilters
  readonly facets: readonly FilterableField[]
  readonly sort: 'relevance' | 'newest' | 'oldest'
  /** From 1. */
  readonly page: number
  readonly perPage: number
  /** One hit a cluster, led by its principal. */
  readonly collapse: boolean
}

/** The member of a cluster that matches better than the principal that leads the hit. */
export interface MatchedMember {
  readonly id: string
  readonly headline: string
  readonly publisher?: string
  readonly relation?: Relation
}

export type SearchHit = Omit<Article, 'body'> & {
  /** Text with `<mark>` only, all else escaped. */
  readonly snippet: string
  /** Other members of the cluster. */
  readonly copies: number
  readonly copyIds: readonly string[]
  readonly score: number
  readonly matched?: MatchedMember
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  /** Clusters where collapsed, else articles. */
  readonly total: number
  readonly totalArticles: number
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly processingTimeMs: number
}
