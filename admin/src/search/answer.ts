// How is an answer read? Its shape is the service's own; its snippets become plain pieces, so that nothing is ever set as HTML.
import type { SearchAnswerBody } from '../../../server/src/http/contract/search.ts'

export type Answer = SearchAnswerBody
export type Hit = Answer['hits'][number]

export interface Piece {
  readonly text: string
  readonly marked: boolean
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with `<mark>` only, all else escaped, as pieces. */
export function pieces(snippet: string): readonly Piece[] {
  const parts = snippet.split(/<\/?mark>/)
  return parts.map((part, index) => ({ text: unescaped(part), marked: index % 2 === 1 })).filter((piece) => piece.text !== '')
}

/** The headline with the words marked that the snippet has marked. */
export function markedLike(headline: string, snippet: readonly Piece[]): readonly Piece[] {
  const found = new Set(snippet.filter((piece) => piece.marked).flatMap((piece) => words(piece.text)))
  return headline
    .split(/([\p{L}\p{N}]+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, marked: found.has(text.toLowerCase()) }))
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function unescaped(text: string): string {
  return text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
