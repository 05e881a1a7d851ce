// What came of each upload, and how does the archive stand as a whole? Counted by the store, never from a page of rows.
// An article counts as a copy where its cluster holds one that came earlier, whichever of them leads it now.
import type { Document } from '../domain/document.ts'
import type { Relation } from '../domain/match.ts'
import type { Listed, ListQuery } from './port.ts'

/**
 * Of one file: `new` holds at least one article that nobody told before, `copy` none (or the very same bytes came
 * before), `archive` only other files. Every file has one of them, so that they add up to what was received.
 */
export const OUTCOMES = ['waiting', 'new', 'copy', 'archive', 'refused', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface UploadReceipt {
  readonly id: string
  readonly receivedAt: string
  /** Absent while something waits or runs. */
  readonly settledAt?: string
  /** Of the first file. */
  readonly name: string
  /** Files received, members of archives included. */
  readonly files: number
  readonly bytes: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Live articles read from its files. */
  readonly articles: { readonly new: number; readonly copies: number }
}

export interface ReceivedOutcome extends Omit<Document, 'furniture'> {
  readonly outcome: Outcome
  /** Those of `articles` that were told before. */
  readonly copies: readonly string[]
}

export interface FileFilter {
  readonly upload: string
  readonly outcomes?: readonly Outcome[]
}

export interface Standing {
  readonly articles: number
  readonly binned: number
  readonly clusters: number
  /** Live articles that were told before. */
  readonly copies: number
  /** Clusters of more than one that nobody looked through yet, and those that somebody did. */
  readonly toReview: number
  readonly reviewed: number
  readonly documents: Readonly<Record<Document['status'], number>>
  /** ISO 8601; of the oldest file that waits. */
  readonly waitingSince?: string
}

export interface Day {
  /** `2024-11-21`, UTC. */
  readonly day: string
  readonly new: number
  readonly copies: number
}

export interface PublisherShare {
  readonly publisher: string
  readonly articles: number
  readonly copies: number
}

export interface Figures {
  standing(): Promise<Standing>
  /** Articles by the day on which they came in, from that time on; days without any are left out. */
  days(from: string): Promise<readonly Day[]>
  /** Relations of live articles that came in from that time on to the principals of their clusters. */
  relations(from: string): Promise<Readonly<Partial<Record<Relation, number>>>>
  /** Those with the most articles first. */
  publishers(from: string, limit: number): Promise<readonly PublisherShare[]>
  /** The newest first. */
  uploads(page: { readonly offset: number; readonly limit: number }): Promise<Listed<UploadReceipt>>
  upload(id: string): Promise<UploadReceipt | undefined>
  /** In the order of arrival unless sorted. */
  files(query: ListQuery<FileFilter>): Promise<Listed<ReceivedOutcome>>
}
