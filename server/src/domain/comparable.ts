// What of a body is compared? Its words, folded, each with its place and kind.

export const ORDINARY = 0
export const NAME = 1
export const NUMBER = 2

/** The comparable text of a body. All arrays have one entry a token. Offsets are into `text`, UTF-16, `[begin, end)`. */
export interface Comparable {
  readonly text: string
  /** Folded: NFKC, lower case, quotes and dashes made plain. */
  readonly words: readonly string[]
  readonly begins: Int32Array
  readonly ends: Int32Array
  /** `ORDINARY`, `NAME` (capitalised, not only for standing first in a sentence) or `NUMBER` (digits, number words, months, days). */
  readonly kinds: Uint8Array
  /** Hash of the words in order: the same for texts that differ in spacing, marks and case only. */
  readonly contentHash: string
}
