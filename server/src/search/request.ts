// What may be asked of the search, and what is answered? The shapes of `GET /api/search`, before they are JSON.
import type { Article } from '../domain/article.ts'
import type { Relation } from '../domain/match.ts'
import type { FilterableField, SearchEngine } from '../engine/port.ts'

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
  /** Taken in at or after, and before; ISO 8601. */
  readonly createdFrom?: string
  readonly createdTo?: string
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

export type ArticleHead = Omit<Article, 'body'>

export interface ClusterFold {
  readonly id: string
  readonly principalId: string
  readonly memberIds: readonly string[]
}

export type SearchHit = ArticleHead & {
  /** Text with `<mark>` only, all else escaped. */
  readonly snippet: string
  /** The headline likewise; of the member that matched, where one is named. */
  readonly headlineMarked: string
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
  /** False where totals and facets are an estimate: say "about". */
  readonly exact: boolean
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Of facets that are numbers. */
  readonly facetStats: Readonly<Record<string, { readonly min: number; readonly max: number }>>
  /** Words of the archive that stood in for a mistyped or unfinished word. */
  readonly understoodAs: readonly { readonly word: string; readonly as: readonly string[] }[]
  readonly processingTimeMs: number
  /** A sentence, where the search engine did not answer and another index or a list by date stands in for it. */
  readonly degraded?: string
}

/** What of the store is needed here. */
export interface SearchStore {
  readonly articles: {
    getMany(ids: readonly string[]): Promise<readonly Article[]>
    heads(ids: readonly string[]): Promise<readonly ArticleHead[]>
    list(query: {
      readonly filter: { readonly publisher?: string; readonly language?: string; readonly completeness?: string; readonly clusterId?: string; readonly documentId?: string }
      readonly sort?: { readonly field: string; readonly order: 'asc' | 'desc' }
      readonly offset: number
      readonly limit: number
    }): Promise<{ readonly data: readonly Article[]; readonly total: number }>
  }
  readonly clusters: { folds(ids: readonly string[]): Promise<readonly ClusterFold[]> }
}

export interface SearchParts {
  readonly engine: Pick<SearchEngine, 'search'>
  readonly store: SearchStore
  /** Milliseconds; a slower search is ended. */
  readonly deadline?: number
}
