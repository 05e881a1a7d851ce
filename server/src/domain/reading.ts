// What does reading one file tell, bit by bit? The child process that reads sends these events.
import type { ArticleDraft } from './article.ts'
import type { Furniture, MediaType, SenderNote } from './document.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { Problem } from './problem.ts'

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

export type ReadEvent =
  | { readonly kind: 'identified'; readonly mediaType: MediaType; readonly encoding?: string }
  /** Articles and furniture of one page, in document order; spans are into the document's whole text. */
  | { readonly kind: 'page'; readonly articles: readonly ReadArticle[]; readonly furniture: readonly Furniture[] }
  /** A member of an archive or an attachment, unpacked to `path` in the spool folder. */
  | { readonly kind: 'member'; readonly name: string; readonly path: string; readonly size: number }
  | { readonly kind: 'member-refused'; readonly name: string; readonly size: number; readonly problem: Problem }
  /** A record that could not be read; the others go on. */
  | { readonly kind: 'record-refused'; readonly line: number; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'done'; readonly articles: number }
