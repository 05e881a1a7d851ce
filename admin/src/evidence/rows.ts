// How do two texts stand side by side? In rows: a paragraph beside the one that answers it, the rest in between.
import type { Differences, Marked, PieceKind, Swap } from './differences.ts'

export interface Piece {
  readonly text: string
  readonly kind: PieceKind
  readonly swap?: Swap
}

export interface Paragraph {
  readonly begin: number
  readonly pieces: readonly Piece[]
}

export interface Row {
  readonly left: readonly Paragraph[]
  readonly right: readonly Paragraph[]
  /** Word for word the same on both sides. */
  readonly same: boolean
}

export function rowsOf(found: Differences): readonly Row[] {
  const [left, right] = [paragraphsOf(found.left), paragraphsOf(found.right)]
  const rows: Row[] = []
  let [from, to] = [0, 0]
  const put = (l: number, r: number): void => {
    if (l > from || r > to) rows.push(row(left.slice(from, l), right.slice(to, r)))
    ;[from, to] = [l, r]
  }
  for (const [l, r] of partners(found, left, right)) {
    put(l, r)
    put(l + 1, r + 1)
  }
  put(left.length, right.length)
  return rows
}

function row(left: readonly Paragraph[], right: readonly Paragraph[]): Row {
  const plain = (paragraphs: readonly Paragraph[]): boolean => paragraphs.every(({ pieces }) => pieces.every((piece) => piece.kind === 'shared'))
  return { left, right, same: left.length > 0 && right.length > 0 && plain(left) && plain(right) }
}

/** Cells of one table; longer texts stand side by side as they are. */
const CELLS_MOST = 4_000_000

/** Pairs of paragraphs, rising on both sides, with the most shared words in all. */
function partners(found: Differences, left: readonly Paragraph[], right: readonly Paragraph[]): readonly (readonly [number, number])[] {
  if (left.length * right.length > CELLS_MOST) return []
  const votes = new Map<number, number>()
  for (const [l, r] of found.shared) {
    const key = place(left, found.left.words[l]?.begin ?? 0) * right.length + place(right, found.right.words[r]?.begin ?? 0)
    votes.set(key, (votes.get(key) ?? 0) + 1)
  }
  const width = right.length + 1
  const best = new Uint32Array((left.length + 1) * width)
  const at = (l: number, r: number): number => best[l * width + r] as number
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      best[l * width + r] = Math.max(at(l + 1, r), at(l, r + 1), at(l + 1, r + 1) + (votes.get(l * right.length + r) ?? 0))
    }
  }
  const pairs: [number, number][] = []
  for (let l = 0, r = 0; l < left.length && r < right.length; ) {
    if (at(l, r) === at(l + 1, r)) l++
    else if (at(l, r) === at(l, r + 1)) r++
    else pairs.push([l++, r++])
  }
  return pairs
}

/** The last paragraph that begins at or before an offset. */
function place(paragraphs: readonly Paragraph[], offset: number): number {
  let [low, high] = [0, paragraphs.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((paragraphs[middle]?.begin ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function paragraphsOf(marked: Marked): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let word = 0
  for (const found of marked.text.matchAll(/[^\n]+/g)) {
    const end = found.index + found[0].length
    const first = word
    while (word < marked.words.length && (marked.words[word]?.begin ?? 0) < end) word++
    paragraphs.push({ begin: found.index, pieces: piecesOf(marked, found.index, end, first, word) })
  }
  return paragraphs
}

/** Neighbouring words of one kind are one piece; what stands between two kinds goes with the one that was not swapped. */
function piecesOf(marked: Marked, begin: number, end: number, first: number, after: number): readonly Piece[] {
  const pieces: Piece[] = []
  const add = (text: string, style: Style): void => {
    const last = pieces.at(-1)
    if (text === '') return
    if (last !== undefined && last.kind === style.kind && last.swap === style.swap) pieces[pieces.length - 1] = { ...last, text: last.text + text }
    else pieces.push({ text, ...style })
  }
  let cursor = begin
  for (let at = first; at < after; at++) {
    const word = marked.words[at]
    if (word === undefined) break
    const swap = marked.swaps[at]
    const style = { kind: marked.kinds[at] ?? 'own', ...(swap === undefined ? {} : { swap }) }
    add(marked.text.slice(cursor, word.begin), between(pieces.at(-1), style))
    add(marked.text.slice(word.begin, word.end), style)
    cursor = word.end
  }
  add(marked.text.slice(cursor, end), between(pieces.at(-1), { kind: 'own' }))
  return pieces
}

type Style = Pick<Piece, 'kind' | 'swap'>

function between(last: Style | undefined, next: Style): Style {
  if (last !== undefined && last.swap === undefined) return { kind: last.kind }
  if (last !== undefined && last.swap === next.swap) return last
  return { kind: next.swap === undefined ? next.kind : 'shared' }
}
