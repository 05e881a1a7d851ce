// What does the archive ask of a search engine? It holds a copy that can be thrown away at any time.
// Every implementation passes test/engine/contract.ts.
import type { Filter } from '../domain/filter.ts'
import type { Relation } from '../domain/match.ts'

/** An article as an engine holds it. Flat, so that every field can be a filter or facet. */
export interface EngineRecord {
  readonly id: string
  readonly revision: number
  readonly headline: string
  readonly dek: string
  readonly byline: readonly string[]
  readonly body: string
  readonly publisher: string | null
  readonly language: string
  readonly tags: readonly string[]
  readonly relation: Relation | null
  readonly completeness: 'complete' | 'incomplete'
  readonly principal: boolean
  readonly clusterId: string
  /** 1, or more: how many more is not kept up, for a copy that comes to thousands leaves them as they are. */
  readonly clusterSize: number
  readonly documentId: string
  readonly externalId: string | null
  readonly wordCount: number
  readonly publishedAtUnix: number | null
  /** `2024` and `2024-11` in UTC: a histogram by time is a facet like any other. */
  readonly publishedYear: string | null
  readonly publishedMonth: string | null
  readonly createdAtUnix: number
}

export const SEARCHABLE_FIELDS = ['headline', 'dek', 'byline', 'body', 'publisher'] as const
export type SearchableField = (typeof SEARCHABLE_FIELDS)[number]

export const FILTERABLE_FIELDS = [
  'publisher', 'language', 'byline', 'tags', 'relation', 'completeness', 'principal', 'clusterId',
  'documentId', 'externalId', 'wordCount', 'publishedAtUnix', 'createdAtUnix', 'id',
  'publishedYear', 'publishedMonth',
] as const
export type FilterableField = (typeof FILTERABLE_FIELDS)[number]

export const SORTABLE_FIELDS = ['publishedAtUnix', 'createdAtUnix', 'wordCount', 'headline'] as const
export type SortableField = (typeof SORTABLE_FIELDS)[number]

/** A question, taken apart once by `search` and understood alike by every engine. */
export interface EngineQuery {
  /** Free words, in order. */
  readonly words: readonly string[]
  /** The last word may be unfinished. */
  readonly lastIsPrefix: boolean
  readonly phrases: readonly (readonly string[])[]
  /** Words and phrases that a hit must not hold. */
  readonly without: readonly (readonly string[])[]
  /** `any`: ranked by how much is found. `all`: every word must be found. */
  readonly match: 'any' | 'all'
  readonly typos: boolean
  readonly fields?: readonly SearchableField[]
  readonly filter?: Filter
  readonly facets: readonly FilterableField[]
  readonly sort: readonly { readonly field: SortableField; readonly order: 'asc' | 'desc' }[]
  /** One hit a value of this field, the best-ranked; `clusterId` folds near-copies. */
  readonly distinct?: FilterableField
  readonly offset: number
  readonly limit: number
  /** Milliseconds; `search-too-slow` past it. */
  readonly deadline: number
  /** Words around a hit in a snippet; 0: no snippets. */
  readonly snippetWords: number
  /** Fields to be given whole, with their hits marked. */
  readonly marked?: readonly SearchableField[]
}

export interface EngineHit {
  readonly id: string
  /** Higher is better; comparable within one answer. */
  readonly score: number
  /** Text with hits between MARK_BEGIN and MARK_END, nothing escaped. */
  readonly snippet: string
  readonly headline: string
  /** With `distinct`: how many hits share the value, this one included. */
  readonly folded: number
  /** The fields of `marked` that the article has; a list for a field with several values. */
  readonly marked?: MarkedFields
}

export type MarkedFields = Partial<Readonly<Record<SearchableField, string | readonly string[]>>>

export interface EngineAnswer {
  readonly hits: readonly EngineHit[]
  /** Hits, or distinct values where `distinct` is set. */
  readonly total: number
  /** Hits before folding. */
  readonly totalFolded: number
  /** False where a total is an estimate. */
  readonly exact: boolean
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly facetStats: Readonly<Record<string, { readonly min: number; readonly max: number }>>
  /** The words of the index that stood in for a mistyped or unfinished word. */
  readonly understoodAs: readonly { readonly word: string; readonly as: readonly string[] }[]
  /** Another engine answered, for the one that was asked is away. */
  readonly standIn?: true
}

export interface EngineState {
  readonly kind: 'embedded' | 'meilisearch'
  /** Does it answer searches? */
  readonly up: boolean
  readonly detail: string
  readonly articles: number
  /** The identity of a generation that is built beside what serves. */
  readonly building?: string
  readonly version?: string
  /** Why it did not answer as it should the last time. */
  readonly trouble?: EngineTrouble
}

export interface EngineTrouble {
  /** The engine's own code, or `unreachable`. */
  readonly code: string
  /** Without keys and passwords. */
  readonly message: string
  /** ISO 8601. */
  readonly at: string
}

/** What became of one record of a batch. */
export type Applied = { readonly id: string; readonly ok: true } | { readonly id: string; readonly ok: false; readonly error: string }

/** What is written and compared with the store. */
export interface Holding {
  /** `embedded:3:…`, `meilisearch:…:g7`: names what the outbox's held revisions are true of; another where the index was made anew. */
  identity(): Promise<string>
  /** Resolves when the engine holds them for certain (not merely accepted). One result for each record and removal. */
  apply(records: readonly EngineRecord[], remove: readonly string[]): Promise<readonly Applied[]>
  /** Every article that it holds, in no particular order, for `verify`. */
  inventory(): AsyncIterable<{ readonly id: string; readonly revision: number }>
}

/** One filling of an engine's index. */
export interface Generation extends Holding {
  /** False: built beside what serves, and never searched. */
  readonly serving: boolean
}

/** Taken as a holding it is the generation that serves, or the first one where none serves yet. */
export interface SearchEngine extends Holding {
  readonly kind: EngineState['kind']
  state(): Promise<EngineState>
  search(query: EngineQuery): Promise<EngineAnswer>
  /** For the one that writes: what serves and what is built beside it. Looks what befell the engine, and begins a generation where none is left. */
  generations(): Promise<readonly Generation[]>
  /** Begins a generation beside what serves; nothing where one is begun. */
  renew(): Promise<void>
  /** The generation is whole: one pointer is moved, it serves from then on, and what served goes. Nothing where it is not being built. */
  promote(identity: string): Promise<void>
  close(): Promise<void>
}
