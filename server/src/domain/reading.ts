// What does reading one file tell, bit by bit? The child process that reads sends these events.
import type { ArticleDraft } from './article.ts'
import type { Corrections } from './correction.ts'
import type { Furniture, FurnitureReason, MediaType, SenderNote } from './document.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { FurnitureRule } from './furniture-rule.ts'
import type { Confidence } from './page.ts'
import type { Problem } from './problem.ts'
import type { Span } from './span.ts'
import type { SplitRule } from './split-rule.ts'

/** A file to read, on this machine's disk. */
export interface SourceFile {
  readonly path: string
  /** As the sender named it; never used as a path. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly note: SenderNote
  /** How many archives it came out of. */
  readonly depth: number
  /** What people said of these bytes. */
  readonly corrections?: Corrections
  /** Lines that people called page furniture, in every file. */
  readonly rules?: readonly FurnitureRule[]
  /** How people want the files of their sources cut; the first that fits holds. */
  readonly splitRules?: readonly SplitRule[]
  /** Tell every line too, for somebody who corrects. */
  readonly detailed?: boolean
}

/** A line or paragraph, and what it was taken for. */
export interface ReadLine {
  /** Into the document's whole text. */
  readonly span: Span
  readonly text: string
  readonly as: 'heading' | 'body' | 'furniture'
  /** Of furniture. */
  readonly reason?: FurnitureReason
}

/** Where the reading of an article begins, and what speaks for it. What stands there may turn out to be furniture only. */
export interface ReadBorder {
  readonly at: number
  readonly hints: readonly string[]
  readonly confidence: Confidence
}

/** Bounds on what is read. Bytes, counts, ratios. */
export interface ReadLimits {
  readonly fileBytes: number
  readonly members: number
  readonly depth: number
  /** Bytes unpacked over bytes packed. */
  readonly ratio: number
  readonly unpackedBytes: number
  /** UTF-16 code units of text out of one file that is not a list of records. */
  readonly textLength: number
}

export interface ReadArticle {
  readonly draft: ArticleDraft
  readonly fingerprint: Fingerprint
}

/** What some pages of a file hold. */
export interface ReadShare {
  readonly articles: readonly ReadArticle[]
  readonly furniture: readonly Furniture[]
  /** Borders of which it is not sure that an article begins there. */
  readonly unsure: number
  /** Where the file is read in detail. */
  readonly lines?: readonly ReadLine[]
  readonly borders?: readonly ReadBorder[]
}

export type ReadEvent =
  | { readonly kind: 'identified'; readonly mediaType: MediaType; readonly encoding?: string }
  /** Articles and furniture of one page, in document order; spans are into the document's whole text. */
  | ({ readonly kind: 'page' } & ReadShare)
  /** A member of an archive or an attachment, unpacked to `path` in the spool folder. */
  | { readonly kind: 'member'; readonly name: string; readonly path: string; readonly size: number }
  | { readonly kind: 'member-refused'; readonly name: string; readonly size: number; readonly problem: Problem }
  /** A record that could not be read; the others go on. */
  | { readonly kind: 'record-refused'; readonly line: number; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'done'; readonly articles: number }
