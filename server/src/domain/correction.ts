// How did a person correct what was read from a file? Bound to the bytes, so that every later reading of them comes out
// the same. All places are offsets into the document's whole text.
import type { ArticleDraft } from './article.ts'
import { type Span, spansOverlap } from './span.ts'

/** `text`: a paragraph of the body, come what may. `heading`: shown with the article, no part of its body. */
export type LineKind = 'furniture' | 'text' | 'heading'

export interface LineMark {
  readonly span: Span
  readonly is: LineKind
}

/** An empty text takes an optional field away. */
export type CorrectedFields = Partial<Pick<ArticleDraft, 'headline' | 'dek' | 'byline' | 'dateline' | 'publisher' | 'publishedAt' | 'language'>>

export interface FieldCorrection {
  /** Any place in the article that is meant. */
  readonly at: number
  readonly fields: CorrectedFields
}

export interface Corrections {
  /** Where articles begin, all of them, in order; absent: where the archive found that they do. */
  readonly starts?: readonly number[]
  /** Of marks that overlap the later one holds. */
  readonly marks: readonly LineMark[]
  readonly values: readonly FieldCorrection[]
}

export interface BoundCorrections extends Corrections {
  readonly sha256: string
}

/** Corrections that stand, with who made them. */
export interface KeptCorrections extends BoundCorrections {
  readonly id: string
  readonly by: string
  readonly at: string
}

/** What a document tells of them. */
export interface CorrectionNote {
  readonly id: string
  readonly by: string
  readonly at: string
  /** Borders drawn anew, lines marked, values corrected. */
  readonly says: string
}

export function isEmpty({ starts, marks, values }: Corrections): boolean {
  return starts === undefined && marks.length === 0 && values.length === 0
}

/** Those of one page of the document; places are then into the page's text. */
export function correctionsWithin(corrections: Corrections, base: number, length: number): Corrections {
  const page = { begin: base, end: base + length }
  const inside = (at: number): boolean => at >= page.begin && at < page.end
  const { starts, marks, values } = corrections
  return {
    ...(starts !== undefined && { starts: starts.filter(inside).map((at) => at - base) }),
    marks: marks.filter(({ span }) => spansOverlap(span, page)).map((mark) => ({ ...mark, span: { begin: mark.span.begin - base, end: mark.span.end - base } })),
    values: values.filter(({ at }) => inside(at)).map((value) => ({ ...value, at: value.at - base })),
  }
}

/** "Borders set, 3 lines marked, 1 value corrected". */
export function sayCorrections({ starts, marks, values }: Corrections): string {
  const fields = values.reduce((sum, value) => sum + Object.keys(value.fields).length, 0)
  const parts = [
    starts === undefined ? '' : 'borders set',
    marks.length === 0 ? '' : counted(marks.length, 'line marked', 'lines marked'),
    fields === 0 ? '' : counted(fields, 'value corrected', 'values corrected'),
  ]
  return parts.filter((part) => part !== '').join(', ') || 'back to what the archive reads'
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
