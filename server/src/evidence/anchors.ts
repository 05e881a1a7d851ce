// Which of two equal words is the better anchor? The alignment counts words alike; between two edits a lone "to" may have been
// taken where a name would have served. Such places are aligned anew with names and long words weighing more.
import { ORDINARY } from '../domain/comparable.ts'
import type { AlignedWords } from '../domain/match.ts'
import type { Side, Words } from './side.ts'

/** Words of a place on either side, at most. */
const PLACE_WORDS = 24
const FACT_WEIGHT = 4
const LONG_WEIGHT = 2
const LONG_WORD = 4

export function wellAnchored(left: Side, right: Side, pairs: AlignedWords): AlignedWords {
  const done: { left: number[]; right: number[] } = { left: [], right: [] }
  const count = pairs.left.length
  for (let at = 0; at < count; at++) {
    const [here, there] = [pairs.left[at] as number, pairs.right[at] as number]
    const [beforeL, beforeR] = [done.left.at(-1) ?? -1, done.right.at(-1) ?? -1]
    const [afterL, afterR] = [pairs.left[at + 1] ?? left.length, pairs.right[at + 1] ?? right.length]
    const lone = here > beforeL + 1 && there > beforeR + 1 && afterL > here + 1 && afterR > there + 1
    const small = afterL - beforeL <= PLACE_WORDS && afterR - beforeR <= PLACE_WORDS && beforeL >= 0 && at + 1 < count
    if (lone && small && left.of.kinds[here] === ORDINARY && weightOf(left, here) < FACT_WEIGHT) heaviest(left, right, [beforeL + 1, afterL], [beforeR + 1, afterR], done)
    else {
      done.left.push(here)
      done.right.push(there)
    }
  }
  return done
}

/** Words of an edit on either side in which equal words are looked for once more, and the share of the shorter that they must make. */
const EDIT_WORDS = 40
const EDIT_SHARE = 0.34

/** With the equal words at the ends of a part, which the alignment left out because it could not know where the part ends. */
export function filledIn<P extends Part>(left: Side, right: Side, row: P): P {
  const done: { left: number[]; right: number[] } = { left: [], right: [] }
  let [l, r] = [row.left.begin, row.right.begin]
  for (let at = 0; at <= row.pairs.left.length; at++) {
    const [here, there] = [row.pairs.left[at] ?? row.left.end, row.pairs.right[at] ?? row.right.end]
    const found: { left: number[]; right: number[] } = { left: [], right: [] }
    if (here > l && there > r && Math.max(here - l, there - r) <= EDIT_WORDS) heaviest(left, right, [l, here], [r, there], found)
    if (found.left.length >= Math.min(here - l, there - r) * EDIT_SHARE) done.left.push(...found.left), done.right.push(...found.right)
    if (at < row.pairs.left.length) done.left.push(here), done.right.push(there)
    ;[l, r] = [here + 1, there + 1]
  }
  return { ...row, pairs: done }
}

interface Part {
  readonly left: Words
  readonly right: Words
  readonly pairs: AlignedWords
}

function weightOf({ of }: Side, at: number): number {
  if (of.kinds[at] !== ORDINARY) return FACT_WEIGHT
  return (of.words[at] as string).length > LONG_WORD ? LONG_WEIGHT : 1
}

/** Appends the common subsequence of two stretches that weighs most. */
function heaviest(left: Side, right: Side, [i0, i1]: readonly [number, number], [j0, j1]: readonly [number, number], pairs: { left: number[]; right: number[] }): void {
  const width = j1 - j0 + 1
  const best = new Float64Array((i1 - i0 + 1) * width)
  const equal = (i: number, j: number): boolean => left.of.words[i] === right.of.words[j]
  for (let i = i1 - 1; i >= i0; i--) {
    for (let j = j1 - 1; j >= j0; j--) {
      const at = (i - i0) * width + j - j0
      const both = equal(i, j) ? weightOf(left, i) + (best[at + width + 1] as number) : 0
      best[at] = Math.max(both, best[at + width] as number, best[at + 1] as number)
    }
  }
  for (let i = i0, j = j0; i < i1 && j < j1; ) {
    const at = (i - i0) * width + j - j0
    if (equal(i, j) && best[at] === weightOf(left, i) + (best[at + width + 1] as number)) pairs.left.push(i++), pairs.right.push(j++)
    else if (best[at] === best[at + width]) i++
    else j++
  }
}
