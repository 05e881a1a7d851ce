// What was odd about a text? A remark that travels with the value instead of an exception.
import type { Span } from './span.ts'

export interface Issue {
  /** Stable, kebab-case: `cut-by-paywall`, `no-headline`, `encoding-guessed` … */
  readonly code: string
  /** One sentence for a person. */
  readonly message: string
  /** Into the document's text, where the remark has a place. */
  readonly span?: Span
}
