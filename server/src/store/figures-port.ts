// What came of each upload, and how does the archive stand as a whole? Counted by the store, never from a page of rows.
// An article counts as a copy where its cluster holds one that came earlier, whichever of them leads it now.
import type { Document } from '../domain/document.ts'
import type { Relation } from '../domain/match.ts'
import type { Step } from '../domain/step.ts'
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
  /** Files that somebody should look at: refused, failed, or split where it is not sure. */
  readonly attention: number
  /** Refused or failed files that may be read if they are tried again. */
  readonly again: number
  /** Files whose reading a person corrected. */
  readonly corrected: number
  /** Files that were taken out again, members of archives not counted; the other figures leave them out. */
  readonly removed?: { readonly files: number; readonly at: string; readonly by?: string }
  /** Live articles read from its files. */
  readonly articles: { readonly new: number; readonly copies: number }
}

export interface ReceivedOutcome extends Omit<Document, 'furniture'> {
  readonly outcome: Outcome
  /** Of a file that waits: how many are read before it. */
  readonly ahead?: number
  /** Those of `articles` that were told before. */
  readonly copies: readonly string[]
}

export interface FileFilter {
  readonly upload: string
  readonly outcomes?: readonly Outcome[]
  /** Only those that somebody should look at. */
  readonly attention?: boolean
  /** Only those that may be read if they are tried again. */
  readonly again?: boolean
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
  /** The step. */
  readonly day: string
  readonly new: number
  /** All that were told before, exact ones among them. */
  readonly copies: number
  /** Told before in the very same words. */
  readonly exact: number
}

export interface Verdicts {
  readonly day: string
  /** Clusters that a person looked through and found right. */
  readonly confirmed: number
  /** Decisions against what the rules had said: parted, joined, another relation. Withdrawn ones don't count, here nor above. */
  readonly overturned: number
}

/** Clusters of several that came to be in one step and were looked through in another, or wait still. */
export interface Wait {
  readonly came: string
  readonly went?: string
  readonly count: number
  /** ISO 8601: when the first of them came. */
  readonly since: string
}

export interface PublisherShare {
  readonly publisher: string
  readonly articles: number
  readonly copies: number
}

export interface Figures {
  standing(): Promise<Standing>
  /** When the first live article came in; absent in an empty archive. */
  begin(): Promise<string | undefined>
  /** Articles by the step in which they came in, from that time on; steps without any are left out. */
  days(from: string, step: Step): Promise<readonly Day[]>
  /** What people found of the clusters, from that time on; steps without any are left out. */
  verdicts(from: string, step: Step): Promise<readonly Verdicts[]>
  /** All clusters of several, as they are now, by when they came and went. */
  waits(step: Step): Promise<readonly Wait[]>
  /** Relations of live articles that came in from that time on to the principals of their clusters. */
  relations(from: string): Promise<Readonly<Partial<Record<Relation, number>>>>
  /** Those with the most copies first, then those with the most articles. */
  publishers(from: string, limit: number): Promise<readonly PublisherShare[]>
  /** The newest first. */
  uploads(page: { readonly offset: number; readonly limit: number }): Promise<Listed<UploadReceipt>>
  upload(id: string): Promise<UploadReceipt | undefined>
  /** In the order of arrival unless sorted. */
  files(query: ListQuery<FileFilter>): Promise<Listed<ReceivedOutcome>>
}
