// What does the archive ask of a store? The truth is kept here; engines are only ever built from it.
// Every implementation passes test/store/contract.ts.
import type { Article, ArticleField, ArticleStatus, FieldGround } from '../domain/article.ts'
import type { Clusters, Decisions, Matches } from './curation-port.ts'
import type { Fingerprint } from '../domain/fingerprint.ts'
import type { ReadArticle } from '../domain/reading.ts'
import type { Actor } from '../domain/role.ts'
import type { AuditLog, People } from './people-port.ts'
import type { Documents, ReadingCorrections } from './documents-port.ts'
import type { Outbox } from './outbox-port.ts'
import type { Figures } from './figures-port.ts'
import type { SavedSearches } from './saved-searches-port.ts'
import type { FurnitureRules } from './furniture-rules-port.ts'
import type { SplitRules } from './split-rules-port.ts'
import type { Tasks } from './tasks-port.ts'

export type { ClusterNode, PlannedCluster } from '../domain/cluster.ts'
export type * from './curation-port.ts'
export type { DocumentFilter, Documents, NewDocument, QueuedDocument, ReadingCorrections, RemovedDocument } from './documents-port.ts'
export type { Day, Outcome, ReceivedOutcome, UploadReceipt, Verdicts, Wait } from './figures-port.ts'
export type { SavedAbout, SavedSearch } from './saved-searches-port.ts'

export interface ListQuery<F> {
  readonly filter: F
  readonly sort?: { readonly field: string; readonly order: 'asc' | 'desc' }
  /** From 0. */
  readonly offset: number
  readonly limit: number
}

export interface Listed<T> {
  readonly data: readonly T[]
  readonly total: number
}

export interface ArticleFilter {
  readonly documentId?: string
  readonly clusterId?: string
  readonly publisher?: string
  readonly language?: string
  readonly relation?: string
  readonly completeness?: string
  /** `live` unless said. */
  readonly status?: ArticleStatus
  readonly ids?: readonly string[]
  /** Articles that have this tag. */
  readonly tags?: string
  /** At or after, and before; ISO 8601, UTC. */
  readonly publishedFrom?: string
  readonly publishedTo?: string
  readonly createdFrom?: string
  readonly createdTo?: string
  /** Words that stand in headline or publisher, each of them. */
  readonly q?: string
}

/** A field that is absent or undefined stays; an empty text takes an optional field away. */
export type ArticleChanges = Partial<Pick<Article, ArticleField | 'tags'>>

export type ArticleHead = Omit<Article, 'body'>

/** What a hit that stands for a cluster must know of it. */
export interface ClusterFold {
  readonly id: string
  readonly principalId: string
  readonly memberIds: readonly string[]
}

/** What a comparison must know of an article. */
export interface ArticleSide {
  readonly id: string
  readonly clusterId: string
  readonly headline: string
  readonly body: string
  readonly byline: readonly string[]
  readonly publisher?: string
  readonly publishedAt?: string
  readonly completeness: Article['completeness']
  /** Articles in its document: above 1 it stands in a digest. */
  readonly documentArticles: number
}

export interface Articles {
  /** With fingerprints; each begins as a cluster of one. Returns ids, in order. Marks the outbox. */
  add(documentId: string, articles: readonly ReadArticle[], createdAt: string): Promise<readonly string[]>
  get(id: string): Promise<Article | undefined>
  /** In the order asked for; missing ones left out. */
  getMany(ids: readonly string[]): Promise<readonly Article[]>
  /** As `getMany`, without bodies: for hits, of which most is never opened. */
  heads(ids: readonly string[]): Promise<readonly ArticleHead[]>
  /** Live articles of other documents that share a cluster with one of this document's. */
  beside(documentId: string): Promise<readonly string[]>
  /** Only what a comparison needs, cheaply: for the candidates of each new article. Live and binned. */
  sides(ids: readonly string[]): Promise<readonly ArticleSide[]>
  list(query: ListQuery<ArticleFilter>): Promise<Listed<Article>>
  /** The same, and no text is read. */
  listHeads(query: ListQuery<ArticleFilter>): Promise<Listed<ArticleHead>>
  /** `version-stale` where `version` is not the stored one. Marks the outbox, writes the audit row. `grounds`: as they were, where an edit is undone. */
  edit(id: string, version: number, changes: ArticleChanges, actor: Actor, now: string, grounds?: readonly FieldGround[]): Promise<Article>
  /** What a new reading of the same text says of it, but for the fields to keep. Marks the outbox where something changed. */
  reread(id: string, article: ReadArticle, keep: readonly ArticleField[], now: string): Promise<void>
  /** To the bin, or back: as a cluster of one, or to its `old` cluster, from which the caller must re-cluster at once. */
  setStatus(id: string, status: ArticleStatus, actor: Actor, now: string, place?: 'own' | 'old'): Promise<Article>
  /** Every live article in id order, for rebuilding and export; a page at a time inside. */
  each(from?: { readonly afterId?: string; readonly status?: ArticleStatus | 'any' }): AsyncIterable<Article>
  count(): Promise<{ readonly articles: number; readonly clusters: number }>
}

export interface Fingerprints {
  /**
   * Who else holds these prints? Row numbers (`String(n)` is the article id) of live articles by print,
   * at most `cap` of each, oldest first.
   */
  holders(channel: 'shingle' | 'name', version: number, prints: Int32Array, cap: number): Promise<ReadonlyMap<number, Int32Array>>
  /** Live articles with the very same comparable text, oldest first, at most `limit`. */
  sameText(contentHash: string, limit: number): Promise<readonly string[]>
  /** Replace an article's fingerprint: after an upgrade of the method. */
  replace(articleId: string, fingerprint: Fingerprint): Promise<void>
  /** How many articles are fingerprinted (N in ln(N/df)). */
  total(): Promise<number>
}

export interface Lease {
  /** Take or renew; false where another holds it. Expiry by the store's own clock. */
  take(name: string, owner: string, seconds: number): Promise<boolean>
  /** Where nothing can be written it stands until it runs out. */
  release(name: string, owner: string): Promise<void>
  /** Who holds it now, expired or not. */
  holder(name: string): Promise<string | undefined>
}

export type StoreKind = 'sqlite' | 'postgres'

export interface ArchiveStore {
  readonly kind: StoreKind
  readonly documents: Documents
  readonly corrections: ReadingCorrections
  readonly articles: Articles
  readonly fingerprints: Fingerprints
  readonly matches: Matches
  readonly clusters: Clusters
  readonly decisions: Decisions
  readonly outbox: Outbox
  readonly people: People
  readonly audit: AuditLog
  readonly lease: Lease
  readonly savedSearches: SavedSearches
  readonly tasks: Tasks
  readonly furnitureRules: FurnitureRules
  readonly splitRules: SplitRules
  readonly figures: Figures
  readonly settings: {
    get(key: string): Promise<string | undefined>
    set(key: string, value: string): Promise<void>
  }
  /**
   * All or nothing, durable when it resolves. A nested call joins the outer one, is durable with it, and by itself
   * undone where it fails. Waits without blocking where another writes; `busy` in the end.
   */
  transaction<T>(work: (store: ArchiveStore) => Promise<T>): Promise<T>
  /** Like a transaction, but always rolled back: for a rehearsal. */
  rehearse<T>(work: (store: ArchiveStore) => Promise<T>): Promise<T>
  /** Answers where the store can be read and a writer let in, and writes nothing; throws otherwise. */
  probe(): Promise<{ readonly kind: StoreKind; readonly schema: number }>
  close(): Promise<void>
}
