// Where between the paragraphs did the page furniture stand? A body has no furniture and its white space is folded, so
// each piece goes to the border between paragraphs that is nearest to its place in the file.
import type { DocumentAnswer } from '../../../../server/src/http/contract/documents.ts'
import type { Article } from './article.ts'

export type FurniturePiece = DocumentAnswer['furniture'][number]

export interface Placed {
  /** Before the paragraph of this number; the number of paragraphs for the end. */
  readonly before: number
  readonly piece: FurniturePiece
}

/** The furniture of an article: within it, and around it as far as the next article of the file. */
export function furnitureOf(article: Article, document: DocumentAnswer): readonly FurniturePiece[] {
  const { begin, end } = article.span
  const ends = document.articles.map((other) => other.span.end).filter((other) => other <= begin)
  const begins = document.articles.map((other) => other.span.begin).filter((other) => other >= end)
  const from = Math.max(0, ...ends)
  const to = Math.min(Number.POSITIVE_INFINITY, ...begins)
  return document.furniture.filter((piece) => piece.span.begin >= from && piece.span.end <= to && piece.text.trim() !== '')
}

export function placed(article: Article, pieces: readonly FurniturePiece[]): readonly Placed[] {
  const paragraphs = article.body.split('\n\n')
  const inside = pieces.filter((piece) => piece.span.begin >= article.span.begin && piece.span.end <= article.span.end)
  const ownLength = article.span.end - article.span.begin - inside.reduce((sum, piece) => sum + piece.span.end - piece.span.begin, 0)
  // Headings stand first; what the body does not account for is theirs.
  const headings = Math.max(0, ownLength - article.body.length)
  return pieces.map((piece) => {
    if (piece.span.end <= article.span.begin) return { before: 0, piece }
    if (piece.span.begin >= article.span.end) return { before: paragraphs.length, piece }
    const cut = inside.filter((other) => other.span.end <= piece.span.begin).reduce((sum, other) => sum + other.span.end - other.span.begin, 0)
    return { before: nearest(paragraphs, piece.span.begin - article.span.begin - cut - headings), piece }
  })
}

function nearest(paragraphs: readonly string[], offset: number): number {
  let at = 0
  let best = 0
  let distance = Math.abs(offset)
  paragraphs.forEach((paragraph, index) => {
    at += paragraph.length + 2
    if (Math.abs(at - offset) >= distance) return
    distance = Math.abs(at - offset)
    best = index + 1
  })
  return best
}

export function linesOf(pieces: readonly FurniturePiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.split('\n').filter((line) => line.trim() !== '').length, 0)
}

/** `related-links` as "Related links"; what is a sentence already stays. */
export function reasonName(reason: string): string {
  const words = reason.includes(' ') ? reason : reason.replace(/-/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
