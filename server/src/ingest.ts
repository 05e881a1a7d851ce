// How does a received file become searchable articles? Reading starts here:
// receive → extract → split → describe → normalise → fingerprint (read.ts, in a child process)
// → match → cluster → store (here, one transaction a slice) → engine (outbox.ts, afterwards).
import type { Clock } from './domain/clock.ts'
import type { Furniture, MediaType } from './domain/document.ts'
import type { Notify } from './domain/event.ts'
import { isCopy, type Match } from './domain/match.ts'
import { problem, type Problem, ProblemError } from './domain/problem.ts'
import type { ReadArticle, ReadEvent, SourceFile } from './domain/reading.ts'
import { SYSTEM } from './domain/role.ts'
import { regroup } from './regroup.ts'
import { type ComparableCache, matchAgainst, seekMatches } from './seek.ts'
import type { ArchiveStore, NewDocument, QueuedDocument } from './store/port.ts'

export interface IngestParts {
  readonly store: ArchiveStore
  /** Reads a file in isolation; see read.ts for what happens there. */
  readonly read: (file: SourceFile) => AsyncIterable<ReadEvent>
  /** Where the bytes with this checksum are. */
  readonly blobPath: (sha256: string) => string
  /** Makes unpacked members durable; the files at `paths` are gone afterwards. */
  readonly adopt: (paths: readonly string[]) => Promise<readonly { readonly sha256: string; readonly size: number }[]>
  readonly cache: ComparableCache
  readonly clock: Clock
  readonly notify: Notify
  /** Aborted when the service stops: what is in hand is put back, to go on after the next start. */
  readonly signal: AbortSignal
}

/** Articles written in one transaction: few enough to let other writers in, enough to share a disk sync. */
const SLICE_ARTICLES = 48
const SLICE_MEMBERS = 200
/** Bad records named in a document's problem. */
const NAMED_RECORDS = 10
/** Matches kept of each article. Its copies come first; the rest is related coverage. */
const KEPT_MATCHES = 40

/**
 * Reads, matches and stores one document; settles it as done, refused or failed. An interrupted document goes on
 * after the articles that were written before. Throws only where the store itself fails.
 */
export async function ingestDocument(document: QueuedDocument, parts: IngestParts): Promise<void> {
  const progress = new Progress(document)
  const corrections = await parts.store.corrections.of(document.sha256)
  const file: SourceFile = {
    path: parts.blobPath(document.sha256),
    name: document.name,
    size: document.size,
    note: document.note,
    depth: document.depth,
    ...(corrections !== undefined && { corrections }),
  }
  for await (const event of parts.read(file)) {
    if (parts.signal.aborted) return
    progress.take(event)
    if (progress.sliceIsFull()) await writeSlice(document, progress, parts)
  }
  await writeSlice(document, progress, parts, progress.outcome(document.name))
}

interface Slice {
  readonly articles: readonly ReadArticle[]
  readonly furniture: readonly Furniture[]
  readonly members: readonly Member[]
  /** Where it was not yet written. */
  readonly mediaType: MediaType | undefined
}

type Member = Extract<ReadEvent, { kind: 'member' | 'member-refused' }>

/** What was read and is not yet written. */
class Progress {
  #skip: number
  #written: number
  #seen = 0
  #refusal: Problem | undefined
  #mediaType: MediaType | undefined
  #unsure = 0
  #badRecords: { line: number; detail: string }[] = []
  #badRecordCount = 0
  articles: ReadArticle[] = []
  furniture: Furniture[] = []
  members: Member[] = []

  constructor(document: QueuedDocument) {
    this.#skip = document.written
    this.#written = document.written
  }

  take(event: ReadEvent): void {
    switch (event.kind) {
      case 'page':
        this.#unsure += event.unsure
        this.#takePage(event.articles, event.furniture)
        return
      case 'member':
      case 'member-refused':
        this.members.push(event)
        return
      case 'record-refused':
        this.#badRecordCount++
        if (this.#badRecords.length < NAMED_RECORDS) this.#badRecords.push({ line: event.line, detail: event.problem.detail })
        return
      case 'refused':
        this.#refusal = event.problem
        return
      case 'identified':
        this.#mediaType = event.mediaType
        return
      case 'done':
        return
    }
  }

  /** Pages whose articles were all written before an interruption are passed over. */
  #takePage(articles: readonly ReadArticle[], furniture: readonly Furniture[]): void {
    const fresh = articles.slice(Math.min(this.#skip, articles.length))
    this.#seen += articles.length
    this.#skip -= articles.length - fresh.length
    if (fresh.length === 0 && articles.length > 0) return
    this.articles.push(...fresh)
    this.furniture.push(...furniture)
  }

  sliceIsFull(): boolean {
    return this.articles.length >= SLICE_ARTICLES || this.members.length >= SLICE_MEMBERS
  }

  taken(): Slice {
    const { articles, furniture, members } = this
    const mediaType = this.#mediaType
    this.#mediaType = undefined
    this.articles = []
    this.furniture = []
    this.members = []
    this.#written += articles.length
    return { articles, furniture, members, mediaType }
  }

  /** Borders of which it is not sure that an article begins there. */
  get unsure(): number {
    return this.#unsure
  }

  get written(): number {
    return this.#written
  }

  /** In order: refused as a whole, done with bad records, done. */
  outcome(name: string): Outcome {
    if (this.#refusal !== undefined && this.#seen === 0) return { status: 'refused', problem: this.#refusal }
    if (this.#refusal !== undefined) {
      const rest = `${this.#written} articles were taken before: ${this.#refusal.detail}`
      return { status: 'refused', problem: { ...this.#refusal, detail: rest } }
    }
    if (this.#badRecordCount === 0) return { status: 'done' }
    const named = this.#badRecords.map((bad) => `line ${bad.line}: ${bad.detail}`).join('; ')
    const more = this.#badRecordCount > NAMED_RECORDS ? ` and ${this.#badRecordCount - NAMED_RECORDS} more` : ''
    const detail = `${this.#badRecordCount} records of "${name}" could not be read (${named}${more}); the other ${this.#seen} were taken.`
    return { status: this.#seen === 0 ? 'refused' : 'done', problem: problem('record-invalid', detail) }
  }
}

interface Outcome {
  readonly status: 'done' | 'refused' | 'failed'
  readonly problem?: Problem
}

/** One transaction: articles, fingerprints, matches, clusters, members, the outbox and, at the end, the document's state. */
async function writeSlice(document: QueuedDocument, progress: Progress, parts: IngestParts, outcome?: Outcome): Promise<void> {
  const slice = progress.taken()
  const members = await receiveMembers(document, slice.members, parts)
  const now = parts.clock().toISOString()
  const changed = await parts.store.transaction(async (store) => {
    if (slice.mediaType !== undefined) await store.documents.identified(document.id, slice.mediaType)
    if (slice.furniture.length > 0) await store.documents.addFurniture(document.id, slice.furniture)
    if (members.length > 0) await store.documents.receive(members, SYSTEM)
    const clusters = await addArticles(document.id, slice.articles, store, parts.cache, now)
    if (outcome !== undefined && progress.unsure > 0) await store.documents.doubt(document.id, progress.unsure)
    if (outcome !== undefined) await store.documents.settle(document.id, outcome.status, now, outcome.problem)
    return clusters
  })
  const about = { upload: document.upload, document: document.id, name: document.name, articles: progress.written }
  if (changed.length > 0) parts.notify({ kind: 'clusters.changed', clusters: changed, actor: SYSTEM.name })
  if (outcome === undefined) parts.notify({ kind: 'document.progress', ...about })
  else parts.notify({ kind: 'document.settled', ...about, ...outcome })
}

/** Members of an archive are documents of their own; their bytes are durable before their rows are. */
async function receiveMembers(parent: QueuedDocument, members: readonly Member[], parts: IngestParts): Promise<readonly NewDocument[]> {
  const kept = await parts.adopt(members.flatMap((member) => (member.kind === 'member' ? [member.path] : [])))
  const bytes = kept.values()
  return members.map((member) => ({
    upload: parent.upload,
    parent: parent.id,
    depth: parent.depth + 1,
    note: parent.note,
    receivedAt: parts.clock().toISOString(),
    name: member.name,
    size: member.size,
    sha256: '',
    ...(member.kind === 'member' ? bytes.next().value : { problem: member.problem }),
  }))
}

/** Each is matched against all that is there, the ones before it in the same file included. Returns changed cluster ids. */
export async function addArticles(
  documentId: string,
  articles: readonly ReadArticle[],
  store: ArchiveStore,
  cache: ComparableCache,
  now: string,
  documentArticles = articles.length,
): Promise<readonly string[]> {
  const changed = new Set<string>()
  const ruled = articles.length > 0 && (await store.decisions.any())
  for (const article of articles) {
    const [id] = await store.articles.add(documentId, [article], now)
    if (id === undefined) throw new ProblemError('internal', 'The store gave no id for a new article.')
    const sought = { id, draft: article.draft, fingerprint: article.fingerprint, documentArticles }
    const found = await seekMatches(sought, store, cache)
    await store.matches.put(found.slice(0, KEPT_MATCHES))
    // A text that nobody copied and no decision can name is rightly the cluster of one that it began as.
    if (!ruled && !found.some((match) => isCopy(match.relation))) continue
    for (const cluster of await regroup([id], store, cache, now)) changed.add(cluster)
  }
  return [...changed]
}

/** The body as a person has it, without storing it: which articles of the archive share text with it? */
export async function checkArticle(article: ReadArticle, store: ArchiveStore, cache: ComparableCache): Promise<readonly Match[]> {
  const sought = { id: '', draft: article.draft, fingerprint: article.fingerprint, documentArticles: 1 }
  const found = await seekMatches(sought, store, cache)
  const clusters = await principalsOf(found, store)
  return [...found, ...matchAgainst(sought, clusters, cache)].sort((a, b) => b.matchedWords - a.matchedWords)
}

/** The principals of the clusters found that were not found themselves. */
async function principalsOf(found: readonly Match[], store: ArchiveStore) {
  const known = new Set(found.map((match) => match.right))
  const clusterIds = new Set((await store.articles.sides([...known])).map((side) => side.clusterId))
  const principals = await Promise.all([...clusterIds].map((id) => store.clusters.get(id)))
  const ids = principals.flatMap((cluster) => (cluster === undefined || known.has(cluster.principalId) ? [] : [cluster.principalId]))
  return store.articles.sides(ids)
}
