// Which stretches of a received text are what? Furniture, the words that values were read from, text of this article and
// of others, in the order of the text. Marks that overlap are told by the inner one.

export type PieceKind = 'article' | 'other' | 'furniture' | 'ground'

export interface Mark {
  readonly begin: number
  readonly end: number
  readonly kind: PieceKind
  /** Why it is furniture, or which field it gave. */
  readonly label?: string
}

export interface Piece {
  /** Where it begins in the text. */
  readonly at: number
  readonly text: string
  readonly kind: PieceKind | 'rest'
  readonly label?: string
}

const RANK: Readonly<Record<PieceKind, number>> = { other: 0, article: 1, furniture: 2, ground: 3 }

export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ begin, end }) => [begin, end])])].filter((cut) => cut >= 0 && cut <= text.length).sort((one, other) => one - other)
  const sorted = [...marks].sort((one, other) => one.begin - other.begin)
  const pieces: Piece[] = []
  let open: Mark[] = []
  let next = 0
  cuts.slice(0, -1).forEach((begin, index) => {
    const end = cuts[index + 1] ?? begin
    while (next < sorted.length && (sorted[next]?.begin ?? 0) <= begin) open.push(sorted[next++] as Mark)
    open = open.filter((mark) => mark.end > begin)
    const inner = open.reduce<Mark | undefined>((best, mark) => (best === undefined || RANK[mark.kind] >= RANK[best.kind] ? mark : best), undefined)
    const before = pieces.at(-1)
    const kind = inner?.kind ?? 'rest'
    if (before !== undefined && before.kind === kind && before.label === inner?.label && kind !== 'ground') {
      pieces[pieces.length - 1] = { ...before, text: before.text + text.slice(begin, end) }
    } else pieces.push({ at: begin, text: text.slice(begin, end), kind, ...(inner?.label !== undefined && { label: inner.label }) })
  })
  return pieces
}

/** Do these spans stand in this text? Only then is it the text that they were made of. */
export function stands(text: string, spans: readonly { readonly span: { readonly begin: number; readonly end: number }; readonly text: string }[]): boolean {
  return spans.every(({ span, text: words }) => text.slice(span.begin, span.end).replace(/\s+/g, ' ').trim() === words.replace(/\s+/g, ' ').trim())
}
