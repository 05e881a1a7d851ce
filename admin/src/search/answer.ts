// What does a search answer look like, as far as this page shows it?

export interface Hit {
  readonly id: string
  readonly headline: string
  readonly byline: readonly string[]
  readonly publisher?: string
  readonly publishedAt?: string
  readonly completeness: 'complete' | 'incomplete'
  /** HTML text with `<mark>` only, all else escaped. */
  readonly snippet: string
  readonly copies: number
  readonly matched?: { readonly id: string; readonly headline?: string; readonly relation?: string }
}

export interface Answer {
  readonly hits: readonly Hit[]
  readonly total: number
  readonly totalArticles: number
  readonly processingTimeMs: number
}

export interface Piece {
  readonly text: string
  readonly marked: boolean
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'", '#x2F': '/' }

/** The snippet as plain pieces, so that nothing from the service is ever set as HTML. */
export function pieces(snippet: string): readonly Piece[] {
  const parts = snippet.split(/<\/?mark>/)
  return parts.map((part, index) => ({ text: unescaped(part), marked: index % 2 === 1 })).filter((piece) => piece.text !== '')
}

function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => NAMED[name] ?? whole)
}
