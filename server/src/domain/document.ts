// What is a received file, and what became of it?
import type { CorrectionNote } from './correction.ts'
import type { Problem } from './problem.ts'
import type { Relation } from './match.ts'
import type { Span } from './span.ts'

/** The formats that the archive reads. */
export const MEDIA_TYPES = [
  'text/plain',
  'text/markdown',
  'text/html',
  'application/json',
  'application/x-ndjson',
  'text/csv',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'message/rfc822',
  'application/zip',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** Refused is the sender's to mend, failed is ours. */
export type DocumentStatus = 'queued' | 'processing' | 'done' | 'refused' | 'failed'

/** Why is a stretch of a document not part of any article? */
export type FurnitureReason =
  | 'navigation'
  | 'advertisement'
  | 'promotion'
  | 'paywall'
  | 'sharing'
  | 'caption'
  | 'read-more'
  | 'repeated-headline'
  | 'author-note'
  | 'print-note'
  | 'copyright'
  | 'separator'
  | 'comments'
  | 'related-links'
  | 'masthead'
  | 'cookie-notice'
  | 'signature'
  | 'database-field'
  | 'page-number'
  | 'boilerplate'
  | 'editor'
  | 'rule'

/** Page furniture: kept with its place and reason, so that a person can see what was cut. */
export interface Furniture {
  /** Into the document's text. */
  readonly span: Span
  readonly text: string
  readonly reason: FurnitureReason
  /** More than the reason says: the rule and who made it. */
  readonly says?: string
}

/** What the sender said of a file. Applies where the text itself says nothing. */
export interface SenderNote {
  readonly publisher?: string
  readonly publishedAt?: string
  readonly tags: readonly string[]
}

export interface DocumentArticle {
  readonly id: string
  readonly headline: string
  /** Into the document's text. */
  readonly span: Span
  readonly clusterId: string
  /** To the principal of its cluster; absent for the principal itself. */
  readonly relation?: Relation
}

/** A received file. */
export interface Document {
  readonly id: string
  readonly upload: string
  readonly name: string
  /** The archive (or mail) that it came out of. */
  readonly parent?: string
  /** `application/octet-stream` until its type is known. */
  readonly mediaType: MediaType | 'application/octet-stream'
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly status: DocumentStatus
  readonly problem?: Problem
  /** An earlier document with the very same bytes. */
  readonly duplicateOf?: string
  /** In their order; the first ones, where there are thousands. */
  readonly articles: readonly DocumentArticle[]
  /** How many there are. */
  readonly articleCount: number
  readonly furniture: readonly Furniture[]
  /** Borders of which it is not sure that an article begins there; absent for none. */
  readonly unsure?: number
  /** Who corrected its reading, where somebody did. */
  readonly corrected?: CorrectionNote
  readonly receivedAt: string
  readonly settledAt?: string
}
