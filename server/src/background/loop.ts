// What is to be done next? Documents that wait are read and stored, and the engine is brought level with the store;
// both go on for ever, survive every failure of a single document, and pick up where an ended process stopped.
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { isPassing, problem, ProblemError } from '../domain/problem.ts'
import { ingestDocument, type IngestParts } from '../ingest.ts'
import type { ArchiveStore, QueuedDocument } from '../store/port.ts'
import { isDead, ownName } from './turn.ts'

export interface LoopParts extends Omit<IngestParts, 'signal'> {
  /** Brings the engines level; returns how many articles they took, 0 where nothing is due. */
  readonly drain: () => Promise<number>
  /** Finds and mends what engines and store do not agree on; returns how many articles differed. */
  readonly reconcile: () => Promise<number>
  /** Documents read side by side. */
  readonly readers: number
  readonly log: Logger
}

const LEASE = 'ingest'
/** Renewed far more often; long, because one heavy comparison may hold the thread for a while. */
const LEASE_SECONDS = 60
const RENEW_MS = 10_000
const IDLE_MS = 1_000
const RECONCILE_MS = 600_000
/** While documents are in hand the engine waits so long for more: a batch of a few hundred costs it a third of many small ones. */
const LINGER_MS = 200
/** A command looks so often whether its upload is settled. */
const LOOK_MS = 50
/** Documents claimed in one transaction, so that small files share a disk sync. */
const CLAIMED = 16
/** A document that fails on our side is tried so often before it is settled as failed. */
const ATTEMPTS = 3

export class WorkLoop {
  readonly #parts: LoopParts
  readonly #owner = ownName()
  readonly #stop = new AbortController()
  #holding = false
  #nextReconcile = 0
  /** Marked as ours and not yet begun. What a stop leaves here is taken up by the next start. */
  #claimed: QueuedDocument[] = []
  /** Documents being read, by upload. */
  readonly #inHand = new Map<string, number>()
  readonly #sleepers = new Set<() => void>()
  #renewal: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined

  constructor(parts: LoopParts) {
    this.#parts = parts
  }

  start(): void {
    this.#running ??= Promise.all([this.#ingestForEver(), this.#drainForEver()]).then(() => {})
  }

  /** Something new is there to do. */
  wake(): void {
    for (const done of [...this.#sleepers]) done()
  }

  /** What is being written is finished; what is being read is put back and waits for the next start. */
  async stop(): Promise<void> {
    this.#stop.abort()
    this.wake()
    await this.#running
    clearInterval(this.#renewal)
    await this.#parts.store.lease.release(LEASE, this.#owner)
  }

  /** For the command line: works until nothing waits, then returns. */
  async untilIdle(upload: string): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const counts = await this.#parts.store.documents.counts(upload)
      if (counts.queued + counts.processing === 0) return
      // Not woken by every document: ten thousand small ones would be counted ten thousand times.
      await pause(LOOK_MS)
    }
  }

  /** Should the lease be lost (the machine slept), what is in hand is finished and the lease taken anew. */
  async #ingestForEver(): Promise<void> {
    while (await this.#takeLease()) await this.#ingestWhileHolding()
  }

  async #ingestWhileHolding(): Promise<void> {
    this.#claimed = []
    const requeued = await this.#parts.store.documents.requeueInterrupted()
    if (requeued > 0) this.#parts.log.info({ requeued }, 'documents of an interrupted run wait again')
    const inHand = new Set<Promise<void>>()
    while (!this.#stop.signal.aborted && this.#holding) {
      const document = inHand.size < this.#parts.readers ? await this.#claim() : undefined
      if (document !== undefined) {
        const work = this.#ingest(document).finally(() => inHand.delete(work))
        inHand.add(work)
      } else if (inHand.size > 0) await Promise.race([...inHand, this.#sleep(IDLE_MS)])
      else await this.#sleep(IDLE_MS)
    }
    await Promise.all(inHand)
  }

  async #claim(): Promise<QueuedDocument | undefined> {
    try {
      if (this.#claimed.length === 0) this.#claimed = await this.#parts.store.transaction((store) => this.#claimSome(store))
      return this.#claimed.shift()
    } catch (error) {
      this.#parts.log.error({ err: error }, 'no document could be claimed')
      await this.#sleep(IDLE_MS)
      return undefined
    }
  }

  async #claimSome(store: ArchiveStore): Promise<QueuedDocument[]> {
    const claimed: QueuedDocument[] = []
    while (claimed.length < CLAIMED) {
      const document = await store.documents.claim(this.#parts.clock().toISOString())
      if (document === undefined) break
      claimed.push(document)
    }
    return claimed
  }

  async #ingest(document: QueuedDocument): Promise<void> {
    const { upload } = document
    this.#inHand.set(upload, (this.#inHand.get(upload) ?? 0) + 1)
    try {
      await this.#attempt(document)
    } finally {
      const left = (this.#inHand.get(upload) ?? 1) - 1
      if (left > 0) this.#inHand.set(upload, left)
      else this.#inHand.delete(upload)
    }
    await this.#announceWhenSettled(upload)
  }

  async #attempt(document: QueuedDocument): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await ingestDocument(document, { ...this.#parts, signal: this.#stop.signal })
        return
      } catch (error) {
        if (this.#stop.signal.aborted) return
        this.#parts.log.error({ err: error, document: document.id, attempt }, 'a document could not be taken in')
        if (await this.#giveUp(document, error, attempt)) return
        await pause(200 * attempt)
      }
    }
  }

  /** A full disk is waited out; anything else is given up after a few attempts. */
  async #giveUp(document: QueuedDocument, error: unknown, attempt: number): Promise<boolean> {
    if (attempt < ATTEMPTS || isPassing(error)) return false
    const known = error instanceof ProblemError ? error.problem : problem('internal', `“${document.name}” could not be taken in, although it was read.`)
    await this.#parts.store.documents.settle(document.id, 'failed', this.#parts.clock().toISOString(), known)
    this.#parts.notify({ kind: 'document.settled', upload: document.upload, document: document.id, name: document.name, status: 'failed', articles: 0, problem: known })
    return true
  }

  /** Counted only where nothing more of the upload is at hand: one of many small files never settles it by itself. */
  async #announceWhenSettled(upload: string): Promise<void> {
    if (this.#inHand.has(upload) || this.#claimed.some((document) => document.upload === upload)) return
    this.wake()
    const counts = await this.#parts.store.documents.counts(upload)
    if (counts.queued + counts.processing === 0) this.#parts.notify({ kind: 'upload.settled', upload, counts })
  }

  async #drainForEver(): Promise<void> {
    let failures = 0
    while (!this.#stop.signal.aborted) {
      try {
        const done = await this.#parts.drain()
        failures = 0
        if (done === 0) {
          await this.#reconcileNowAndThen()
          await this.#sleep(IDLE_MS)
        } else if (this.#inHand.size > 0) await this.#sleep(LINGER_MS)
      } catch (error) {
        failures++
        this.#parts.log.warn({ err: error, failures }, 'the search engine could not be brought level')
        await this.#sleep(Math.min(30_000, IDLE_MS * 2 ** Math.min(failures, 5)))
      }
    }
  }

  /** An engine can lose what it held without knowing: looked through when it is first level, and every ten minutes. */
  async #reconcileNowAndThen(): Promise<void> {
    if (performance.now() < this.#nextReconcile) return
    this.#nextReconcile = performance.now() + RECONCILE_MS
    const differed = await this.#parts.reconcile()
    if (differed > 0) this.#parts.log.warn({ differed }, 'articles differed between store and search engine and are sent again')
  }

  /** One process ingests at a time. A holder that died on this host does not keep the others waiting. */
  async #takeLease(): Promise<boolean> {
    while (!this.#stop.signal.aborted) {
      if (await this.#parts.store.lease.take(LEASE, this.#owner, LEASE_SECONDS)) {
        this.#holding = true
        this.#renewal ??= setInterval(() => void this.#renew(), RENEW_MS)
        return true
      }
      const holder = await this.#parts.store.lease.holder(LEASE)
      if (holder !== undefined && isDead(holder)) await this.#parts.store.lease.release(LEASE, holder)
      else await this.#sleep(IDLE_MS)
    }
    return false
  }

  async #renew(): Promise<void> {
    try {
      if (this.#holding) this.#holding = await this.#parts.store.lease.take(LEASE, this.#owner, LEASE_SECONDS)
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'the lease could not be renewed')
    }
  }

  /** Until the time is over or somebody wakes us. */
  #sleep(milliseconds: number): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#sleepers.delete(done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      this.#sleepers.add(done)
    })
  }
}
