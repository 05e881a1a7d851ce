// What does the http room need of the house? Plain functions and ports, given once at the start by the wiring.
// Nothing here knows how they work; everything throws `ProblemError` where a person must hear of a problem.
import type { Readable } from 'node:stream'
import type { StorageEngine } from 'multer'
import type { Logger } from 'pino'
import type { Article } from '../domain/article.ts'
import type { Clock } from '../domain/clock.ts'
import type { BoundCorrections } from '../domain/correction.ts'
import type { Document, SenderNote } from '../domain/document.ts'
import type { ArchiveEvent } from '../domain/event.ts'
import type { Evidence, Family, Stack } from '../domain/evidence.ts'
import type { FurnitureRule } from '../domain/furniture-rule.ts'
import type { Match } from '../domain/match.ts'
import type { Correcting, OpenReading } from '../reading/correcting.ts'
import type { Batch, Decided, Made, Withdrawal, Withdrawn } from '../curation/curate.ts'
import type { Problem } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { Rehearsal, RehearsalWishes } from '../reading/rehearsal.ts'
import type { SplitTrial } from '../reading/split-trial.ts'
import type { RematchReport, RematchWish } from '../curation/rematch.ts'
import type { SearchEngine } from '../engine/port.ts'
import type { SearchAnswer, SearchRequest } from '../search/search.ts'
import type { NewSplitRule } from '../domain/split-rule.ts'
import type { BulkKind, Task } from '../domain/task.ts'
import type { ArticleChanges, ArticleFilter, ArchiveStore, ClusterFilter } from '../store/port.ts'
import type { Life } from './life.ts'
import type { SignInLinks } from './sign-in-links.ts'

/** Where do received bytes go? */
export interface Bytes {
  /**
   * Of `intake`: writes a stream by its hash, durable when it calls back; a file above the limit is refused by itself.
   * The file then carries what `ReceivedFile` has.
   */
  readonly sink: StorageEngine
  /** A folder for the files of a rehearsal or a check; each is removed after the answer. */
  readonly scratch: string
  /** Of `intake`: a sender's file name, cleaned for display. */
  readonly displayName: (raw: string) => string
  /** The bytes as received. */
  read(sha256: string): Readable
}

/** A file of an upload, its bytes durable. */
export interface ReceivedFile {
  /** Cleaned for display; never a path. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Absent where the file was refused and no byte of it kept. */
  readonly sha256?: string
  readonly problem?: Problem
}

/** A file of a rehearsal or a check, in the scratch folder. */
export interface BorrowedFile extends ReceivedFile {
  /** Absent where there is a problem. */
  readonly path?: string
}

export interface Receipt {
  readonly upload: string
  /** In the order of the files given. */
  readonly documents: readonly Document[]
}

/** What becomes of files. */
export interface DocumentFlow {
  /** Rows are durable when it resolves; reading goes on in the background. */
  receive(files: readonly ReceivedFile[], note: SenderNote, actor: Actor, corrections: readonly BoundCorrections[]): Promise<Receipt>
  /** The whole pipeline, nothing stored. The caller discards the files afterwards. */
  rehearse(files: readonly BorrowedFile[], note: SenderNote, actor: Actor, wishes: RehearsalWishes, signal: AbortSignal): Promise<Rehearsal>
  /** `conflict` for archives, and for what is not read yet. */
  reading(id: string): Promise<OpenReading>
  /** `version-stale` where somebody else corrected it meanwhile. */
  correct(id: string, given: Correcting, actor: Actor): Promise<OpenReading>
  /** `conflict` unless refused or failed. Goes on in the background. */
  retry(id: string, actor: Actor): Promise<Document>
  /** With its members; its articles go to the bin and their clusters are computed anew. */
  remove(id: string, actor: Actor): Promise<void>
  /** All of its files, a transaction for some at a time; returns how many. */
  removeUpload(upload: string, actor: Actor): Promise<number>
  restoreUpload(upload: string, actor: Actor): Promise<number>
}

/** What a person changes. Each is stored, re-clustered and marked for the engine when it resolves. */
export interface Curation {
  /** `version-stale` where another changed it first. */
  edit(id: string, version: number, changes: ArticleChanges, actor: Actor): Promise<Article>
  /** To the bin. `not-found` where there is none. */
  bin(id: string, actor: Actor): Promise<Article>
  restore(id: string, actor: Actor): Promise<Article>
  /** `cluster-changed` where a cluster is not as it was seen. */
  decide(made: Made, actor: Actor): Promise<Decided>
  /** `has-dependants` where later ones lean on it and are neither named nor left `alone`. */
  withdraw(id: string, how: Withdrawal, actor: Actor): Promise<Withdrawn>
  /** A withdrawn decision stands again. */
  decideAgain(id: string, actor: Actor): Promise<Decided>
  reviewBatch(filter: ClusterFilter, note: string | undefined, actor: Actor): Promise<Batch>
  withdrawBatch(batch: string, actor: Actor): Promise<Batch>
  /** Judges every stored pair anew; with `dryRun` only says what would come of it. */
  rematch(wish: RematchWish, actor: Actor): Promise<RematchReport>
}

/** One thing to be done to many articles: by a filter of the list, or by name. */
export interface BulkAsked {
  readonly kind: BulkKind
  readonly word?: string
  readonly filter?: ArticleFilter
  readonly ids?: readonly string[]
}

/** What is done to many articles at once. Each goes on in the background once it resolves. */
export interface TaskFlow {
  previewBulk(order: BulkAsked): Promise<{ readonly count: number; readonly same: number; readonly samples: readonly { readonly id: string; readonly headline: string; readonly publisher?: string }[] }>
  /** `conflict` where nothing fits. */
  startBulk(order: BulkAsked, actor: Actor): Promise<Task>
  /** `conflict` where nothing can be taken back. */
  undoBulk(id: string, actor: Actor): Promise<Task>
  startVerify(actor: Actor): Promise<Task>
  /** What a rule on page furniture would strike. */
  tryRule(rule: Pick<FurnitureRule, 'pattern' | 'publisher'>): Promise<{ readonly articles: number; readonly lines: number; readonly looked: number; readonly samples: readonly { readonly articleId: string; readonly headline: string; readonly publisher?: string; readonly line: string }[] }>
  /** What a rule on cutting would change. */
  trySplitRule(rule: NewSplitRule): Promise<SplitTrial>
  /** `conflict` unless it waits or runs. */
  cancelTask(id: string, actor: Actor): Promise<Task>
  /** `conflict` while it waits or runs. */
  retryTask(id: string, actor: Actor): Promise<Task>
}

/** One side of a comparison: an article of the archive, or a text as given. */
export type Comparand = { readonly articleId: string } | { readonly text: string }

/** A match with an article of the archive (`right`); `left` names the text or file that was checked. */
export interface CheckedMatch extends Match {
  readonly articleId: string
  readonly headline: string
  readonly publisher?: string
  /** The file that the left side came out of, where files were checked. */
  readonly file?: string
}

export interface CheckReport {
  /** The closest first. */
  readonly matches: readonly CheckedMatch[]
  /** Files (members included) that could not be read. */
  readonly problems: readonly { readonly name: string; readonly problem: Problem }[]
}

/** Who else tells this text? Nothing is stored. */
export interface Matching {
  /** Left and right as given; `not-found` for an unknown article. */
  compare(left: Comparand, right: Comparand): Promise<Match>
  /** What there is to see between two articles. */
  evidence(left: string, right: string): Promise<Evidence>
  /** Who derives from whom in a cluster. */
  family(clusterId: string): Promise<Family>
  /** All members against one, the principal unless said; `not-found` where that is no member. */
  stack(clusterId: string, reference?: string): Promise<Stack>
  check(input: { readonly text: string } | { readonly files: readonly BorrowedFile[] }, signal: AbortSignal): Promise<CheckReport>
}

/** Bounds on a request, in bytes and counts, and who may come in without a key. */
export interface HttpSettings {
  readonly version: string
  readonly publicSearch: boolean
  readonly masterKey?: string
  /** Where people reach the service if a proxy stands before it; with https, cookies are Secure. */
  readonly publicUrl?: string
  /** Hops of trusted proxies in front; 0: none, the peer's address counts. */
  readonly trustedProxies: number
  readonly fileBytes: number
  /** Files in one upload. */
  readonly files: number
  /** All bytes of one upload's request. */
  readonly requestBytes: number
  /** An upload that brings too few bytes for so long is ended. */
  readonly slowSeconds: number
  readonly sessionIdleSeconds: number
  readonly sessionSeconds: number
  /** scrypt's N, a power of two. */
  readonly passwordCost: number
  /** What else holds, for people to read: limits of the reader, thresholds of matching. */
  readonly told?: { readonly limits: readonly ToldSetting[]; readonly thresholds: readonly ToldSetting[] }
  /** Folders made by the build of `admin`; absent where not built. */
  readonly searchPage?: string
  readonly panel?: string
}

export interface ToldSetting {
  readonly name: string
  readonly value: number
  readonly unit: 'bytes' | 'count' | 'seconds' | 'share'
  readonly says: string
}

/** Sane values; the wiring overrides what the operator set. */
export const HTTP_DEFAULTS = {
  publicSearch: false,
  trustedProxies: 0,
  fileBytes: 500 * 1024 * 1024,
  files: 10_000,
  requestBytes: 4 * 1024 * 1024 * 1024,
  slowSeconds: 30,
  sessionIdleSeconds: 12 * 3600,
  sessionSeconds: 7 * 24 * 3600,
  passwordCost: 2 ** 16,
} as const satisfies Partial<HttpSettings>

/** Indexes built anew beside those that serve. */
export interface IndexUpkeep {
  /** Durable when it resolves; goes on in the background. */
  renew(): Promise<void>
  /** Those that are wanted or being built, with the articles that they still lack. */
  building(): Promise<readonly { readonly kind: string; readonly pending: number }[]>
}

export interface Parts {
  readonly store: ArchiveStore
  readonly engine: Pick<SearchEngine, 'identity' | 'state' | 'search'>
  readonly index: IndexUpkeep
  readonly bytes: Bytes
  readonly documents: DocumentFlow
  readonly curation: Curation
  readonly tasks: TaskFlow
  readonly matching: Matching
  /** The question as asked; `search` has the answer's shape of the contract. */
  readonly search: (request: SearchRequest) => Promise<SearchAnswer>
  /** Calls back for every event until the returned function is called. */
  readonly subscribe: (listener: (event: ArchiveEvent) => void) => () => void
  readonly settings: HttpSettings
  /** `newLife()`; the wiring calls `life.serve()` once everything stands. */
  readonly life: Life
  /** `signInLinks(clock)`. */
  readonly links: SignInLinks
  readonly clock: Clock
  readonly log: Logger
}
