// What does a format give us? A page: text in blocks, before anyone asks how many articles it holds.
import type { ArticleField } from './article.ts'
import type { FurnitureReason } from './document.ts'
import type { Issue } from './issue.ts'
import type { Span } from './span.ts'

export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'table-row' | 'caption' | 'rule'

/** A line or paragraph. `text` is the page's text at `span`, to the letter. */
export interface Block {
  readonly span: Span
  readonly text: string
  readonly kind: BlockKind
  /** 1 to 6 for a heading, where the format says. */
  readonly level?: number
  /** Set where the block is page furniture. */
  readonly furniture?: FurnitureReason
  /** The rule that made it furniture, in words. */
  readonly struckBy?: string
  /** A person said that it is this; what is read later does not change it. */
  readonly settled?: 'text' | 'heading'
}

/** A machine-readable statement about the article: JSON-LD, meta, mail header, a record's field. */
export interface Clue {
  readonly field: Exclude<ArticleField, 'completeness'> | 'url' | 'externalId'
  readonly value: string
  readonly source: 'markup' | 'record'
}

/**
 * One unit of extraction: a web page, a mail, a PDF, one record of JSON Lines.
 * The blocks cover all of `text` but white space, in order, without overlap.
 */
export interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly clues: readonly Clue[]
  /** The sender said that this is exactly one article (a record): it is never split. */
  readonly wholeArticle: boolean
  /** No markup said what is story and what is menu: both may stand in the text. */
  readonly plain?: true
  readonly issues: readonly Issue[]
}

export type Confidence = 'high' | 'medium' | 'low'

/** A page's share that is one article: a run of its blocks, furniture included. */
export interface Unit {
  readonly blocks: readonly Block[]
  /** The hints that agreed on its borders, for the report: `closing-headline`, `separator` … */
  readonly hints: readonly string[]
  /** How sure is it that an article begins here? Absent: nobody doubts it. */
  readonly confidence?: Confidence
}
