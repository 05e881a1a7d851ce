// Which parts of the two texts answer each other? The texts are cut where both may be cut: at the borders of paragraphs on
// either side and of moved passages, met on the other side by a border of its own between the same two shared words.
import type { AlignedWords } from '../domain/match.ts'
import type { Moved } from './order.ts'
import { between } from './pieces.ts'
import { NO_BORDER, PARAGRAPH, type Side, type Words } from './side.ts'

/** Words of a paragraph after which it is cut at the end of a sentence. */
const LONG_PARAGRAPH = 60

/** A part of one or both texts, in words; a side that has no part in it has an empty range. */
export interface Row {
  readonly left: Words
  readonly right: Words
  /** Equal words of the two ranges, empty where one side stands alone. */
  readonly pairs: AlignedWords
  /** This row is one end of a moved passage: which, and on which side. */
  readonly moved?: { readonly passage: number; readonly side: 'left' | 'right' }
}

/** In order of both texts: each word of each side is in one row. */
export function rowsOf(left: Side, right: Side, pairs: AlignedWords, moved: readonly Moved[]): readonly Row[] {
  const [leftCuts, rightCuts] = [cutsOf(left, moved.map((one) => one.left)), cutsOf(right, moved.map((one) => one.right))]
  const rows: Row[] = []
  let [fromL, fromR, firstPair] = [0, 0, 0]
  for (let at = 0; at <= pairs.left.length; at++) {
    const gap = {
      left: { begin: at === 0 ? 0 : (pairs.left[at - 1] as number) + 1, end: pairs.left[at] ?? left.length },
      right: { begin: at === 0 ? 0 : (pairs.right[at - 1] as number) + 1, end: pairs.right[at] ?? right.length },
    }
    const cut = cutIn(left, right, gap, leftCuts, rightCuts)
    if (cut === undefined) continue
    rows.push({
      left: { begin: fromL, end: cut.left[0] as number },
      right: { begin: fromR, end: cut.right[0] as number },
      pairs: { left: pairs.left.slice(firstPair, at), right: pairs.right.slice(firstPair, at) },
    })
    rows.push(...alone(cut.left, 'left', cut.right[0] as number), ...alone(cut.right, 'right', cut.left.at(-1) as number))
    ;[fromL, fromR, firstPair] = [cut.left.at(-1) as number, cut.right.at(-1) as number, at]
  }
  return named(rows.flatMap(parted), left, right, moved)
}

/** Borders at which the text is cut where it can be, in order. */
function cutsOf(side: Side, moved: readonly Words[]): readonly number[] {
  const cuts = new Set(moved.flatMap(({ begin, end }) => [begin, end]))
  let last = 0
  side.borders.forEach((border, at) => {
    // A text without paragraphs would be one block; its sentences serve as borders from time to time.
    if (border === PARAGRAPH || (border !== NO_BORDER && at - last >= LONG_PARAGRAPH)) {
      cuts.add(at)
      last = at
    }
  })
  return [...cuts].sort((one, other) => one - other)
}

interface Cut {
  /** Borders, in order; between two of them a part that stands alone. */
  readonly left: readonly number[]
  readonly right: readonly number[]
}

function cutIn(left: Side, right: Side, gap: { readonly left: Words; readonly right: Words }, leftCuts: readonly number[], rightCuts: readonly number[]): Cut | undefined {
  const [here, there] = [within(leftCuts, gap.left), within(rightCuts, gap.right)]
  if (here.length === 0 && there.length === 0) return undefined
  const lefts = here.length > 0 ? here : ends(bordersIn(left, gap.left, there.length > 1))
  const rights = there.length > 0 ? there : ends(bordersIn(right, gap.right, here.length > 1))
  return lefts.length === 0 || rights.length === 0 ? undefined : { left: lefts, right: rights }
}

function within(cuts: readonly number[], { begin, end }: Words): readonly number[] {
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle] as number) < begin) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < cuts.length && (cuts[at] as number) <= end; at++) found.push(cuts[at] as number)
  return found
}

/** Borders of sentences; where a whole paragraph must find room between two words, of a clause, or any. */
function bordersIn(side: Side, { begin, end }: Words, anywhere: boolean): readonly number[] {
  const all = Array.from({ length: end - begin + 1 }, (_, at) => begin + at)
  const sentences = all.filter((at) => side.borders[at] !== NO_BORDER)
  if (sentences.length > 0 || !anywhere) return sentences
  const clause = all.find((at) => at > 0 && at < side.length && /[,;:—–(]/.test(between(side, at)))
  return [clause ?? begin]
}

function ends(borders: readonly number[]): readonly number[] {
  return borders.length < 2 ? borders : [borders[0] as number, borders.at(-1) as number]
}

const NOTHING: AlignedWords = { left: [], right: [] }

function alone(cuts: readonly number[], side: 'left' | 'right', other: number): readonly Row[] {
  return cuts.slice(1).map((end, at) => {
    const [own, none] = [{ begin: cuts[at] as number, end }, { begin: other, end: other }]
    return side === 'left' ? { left: own, right: none, pairs: NOTHING } : { left: none, right: own, pairs: NOTHING }
  })
}

/** Two parts that share no word stand one after the other. */
function parted(row: Row): readonly Row[] {
  const [here, there] = [row.left.end > row.left.begin, row.right.end > row.right.begin]
  if (!here && !there) return []
  if (!here || !there || row.pairs.left.length > 0) return [row]
  const { begin } = row.right
  return [{ ...row, right: { begin, end: begin } }, { ...row, left: { begin: row.left.end, end: row.left.end } }]
}

/** Rows that are the ends of a moved passage, where both ends came to stand in rows of their own. */
function named(rows: readonly Row[], left: Side, right: Side, moved: readonly Moved[]): readonly Row[] {
  const places = { left: new Int32Array(left.length + 1).fill(-1), right: new Int32Array(right.length + 1).fill(-1) }
  rows.forEach((row, at) => {
    for (const side of ['left', 'right'] as const) if (row[side].end > row[side].begin) places[side][row[side].begin] = at
  })
  const done = [...rows]
  moved.forEach((one, passage) => {
    const [here, there] = [rows[places.left[one.left.begin] as number], rows[places.right[one.right.begin] as number]]
    if (here?.left.end !== one.left.end || there?.right.end !== one.right.end) return
    if (here.pairs.left.length > 0 || there.pairs.left.length > 0) return
    done[places.left[one.left.begin] as number] = { ...here, moved: { passage, side: 'left' } }
    done[places.right[one.right.begin] as number] = { ...there, moved: { passage, side: 'right' } }
  })
  return done
}
