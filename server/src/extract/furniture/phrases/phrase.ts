// What is a set phrase? A wording that fills its line, and the reason for which such a line is furniture.
import type { FurnitureReason } from '../../../domain/document.ts'

export interface Phrase {
  readonly reason: FurnitureReason
  /** Matched against the folded line (straight quotes, single spaces). */
  readonly pattern: RegExp
  /** Longest line, in words, that it may take. */
  readonly words: number
}

/** One of several wordings between what all of them share; each a piece of a regular expression. */
export function form(reason: FurnitureReason, words: number, before: string, wordings: readonly string[], after: string, flags: string): Phrase {
  return { reason, words, pattern: new RegExp(`${before}(?:${wordings.join('|')})${after}`, flags) }
}
