// What was received, how far are we with it, and how did people correct its reading?
import type { Corrections, KeptCorrections } from '../domain/correction.ts'
import type { Document, DocumentStatus, Furniture, MediaType, SenderNote } from '../domain/document.ts'
import type { Problem } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { Listed, ListQuery } from './port.ts'

export interface NewDocument {
  readonly upload: string
  readonly name: string
  readonly parent?: string
  readonly depth: number
  readonly size: number
  readonly sha256: string
  readonly note: SenderNote
  readonly receivedAt: string
  /** A member that was refused before it had bytes. */
  readonly problem?: Problem
}

export interface QueuedDocument extends NewDocument {
  readonly id: string
  /** Articles already written by an earlier, interrupted reading: skip that many. */
  readonly written: number
  readonly attempts: number
}

export interface DocumentFilter {
  readonly upload?: string
  readonly parent?: string
  readonly status?: DocumentStatus
  readonly name?: string
}

export interface Documents {
  /** Durable when it resolves. Rows with bytes seen before get `duplicateOf` and are settled at once; rows with a problem are refused. */
  receive(documents: readonly NewDocument[], actor: Actor): Promise<readonly Document[]>
  get(id: string): Promise<Document | undefined>
  list(query: ListQuery<DocumentFilter>): Promise<Listed<Document>>
  /** The next document in order of arrival, marked `processing`; `undefined` where nothing waits. */
  claim(now: string): Promise<QueuedDocument | undefined>
  /** Documents left `processing` by a process that ended: queued again. For the one process that ingests (see `Lease`). Returns how many. */
  requeueInterrupted(): Promise<number>
  identified(id: string, mediaType: MediaType): Promise<void>
  addFurniture(id: string, furniture: readonly Furniture[]): Promise<void>
  /** Once: a document that was settled or cancelled meanwhile stays so. Its duplicates meet the same end. */
  settle(id: string, status: 'done' | 'refused' | 'failed', settledAt: string, problem?: Problem): Promise<void>
  /** Refused, failed, or waiting still; `conflict` otherwise. */
  retry(id: string, actor: Actor): Promise<Document>
  /** Queued only; `conflict` otherwise. */
  cancel(id: string, actor: Actor): Promise<Document>
  /** With its members; articles go to the bin, bytes stay. The same bytes may then come in anew. */
  remove(id: string, actor: Actor): Promise<void>
  /**
   * Removed ones come back, with the articles that went to the bin with them; returns those articles. One whose bytes came
   * in again meanwhile comes back as a duplicate of the newer, and leaves its articles in the bin.
   */
  restore(id: string, actor: Actor): Promise<readonly string[]>
  /** Of an upload, those that were removed: the ones that were sent, not their members. */
  removed(upload: string): Promise<readonly RemovedDocument[]>
  /** As it was received, for reading it again. */
  received(id: string): Promise<NewDocument | undefined>
  /** How many borders are unsure; the place of all furniture that was told before. */
  readAnew(id: string, unsure: number, furniture: readonly Furniture[]): Promise<void>
  /** How many borders are unsure. */
  doubt(id: string, unsure: number): Promise<void>
  /** Articles that corrected readings took out. */
  takenOut(id: string): Promise<readonly string[]>
  setTakenOut(id: string, articles: readonly string[]): Promise<void>
  /** Counts by status of one upload (or of all), members included. */
  counts(upload?: string): Promise<Readonly<Record<DocumentStatus, number>>>
  /** The document that was, or is to be, read from these bytes. */
  withBytes(sha256: string): Promise<{ readonly id: string; readonly name: string } | undefined>
  /** Is any document with these bytes kept? For collecting blobs that nothing refers to. */
  holdsBytes(sha256: string): Promise<boolean>
}

export interface RemovedDocument {
  readonly id: string
  readonly name: string
  readonly receivedAt: string
  readonly removedAt: string
  readonly removedBy?: string
}

export interface ReadingCorrections {
  /** Those that stand for these bytes. */
  of(sha256: string): Promise<KeptCorrections | undefined>
  /** They take the place of those that stood; writes the audit row. */
  keep(sha256: string, corrections: Corrections, actor: Actor, now: string): Promise<KeptCorrections>
}
