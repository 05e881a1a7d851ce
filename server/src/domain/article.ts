// What is one news item? Fields are named after schema.org's NewsArticle.
import type { Issue } from './issue.ts'
import type { Match } from './match.ts'
import type { Span } from './span.ts'

export type Completeness = 'complete' | 'incomplete'
export type ArticleStatus = 'live' | 'binned'

/** The fields that are found in a text and that an editor may correct. */
export const ARTICLE_FIELDS = [
  'headline',
  'dek',
  'byline',
  'dateline',
  'publisher',
  'publishedAt',
  'language',
  'completeness',
] as const
export type ArticleField = (typeof ARTICLE_FIELDS)[number]

/**
 * The words that a field was read from. `text`: words of the document, at `span`. `markup`: a machine-readable
 * mark of the page (JSON-LD, meta, mail header, document properties). `record`: a field of the sender's record.
 * `sender`: said with the upload. `body`: concluded from the whole body (language, completeness). `editor`: a person.
 */
export interface FieldGround {
  readonly field: ArticleField
  readonly source: 'text' | 'markup' | 'record' | 'sender' | 'body' | 'editor'
  readonly words: string
  /** Into the document's text, for source `text`. */
  readonly span?: Span
}

/** An article as the pipeline reads it from a document, before it is stored. */
export interface ArticleDraft {
  readonly externalId?: string
  readonly url?: string
  /** Into the document's text: from the first to the last character of its headings and body. */
  readonly span: Span
  readonly headline: string
  readonly dek?: string
  readonly byline: readonly string[]
  readonly dateline?: string
  readonly publisher?: string
  /** ISO 8601, UTC. */
  readonly publishedAt?: string
  /** ISO 639-1, `und` where it can't be told. */
  readonly language: string
  /** Paragraphs joined by a blank line; no furniture. */
  readonly body: string
  /** Where each paragraph of `body` stands in the document's text, in order of `body`. */
  readonly bodySpans: readonly Span[]
  /** Headings (headline, dek, byline, dateline, date, publisher lines) in the document's text. */
  readonly headingSpans: readonly Span[]
  readonly wordCount: number
  readonly completeness: Completeness
  readonly grounds: readonly FieldGround[]
  readonly issues: readonly Issue[]
}

/** An article in the archive. */
export interface Article {
  readonly id: string
  readonly externalId?: string
  readonly url?: string
  readonly documentId: string
  readonly documentName: string
  readonly span: Span
  readonly headline: string
  readonly dek?: string
  readonly byline: readonly string[]
  readonly dateline?: string
  readonly publisher?: string
  readonly publishedAt?: string
  readonly language: string
  readonly body: string
  readonly wordCount: number
  readonly completeness: Completeness
  readonly clusterId: string
  readonly clusterSize: number
  readonly principal: boolean
  /** The match to the principal of its cluster; absent for the principal. */
  readonly relation?: Match
  readonly issues: readonly Issue[]
  readonly grounds: readonly FieldGround[]
  readonly tags: readonly string[]
  readonly status: ArticleStatus
  /** Rises with each edit by a person; for `If-Match`. */
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}
