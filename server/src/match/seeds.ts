// Where do two texts hold the same words in a row? Maximal equal runs of at least three words, in order of the left text.
// Set phrases are skipped by their repeats, so that the number of runs stays a small multiple of the length.
import type { Prepared } from './prepared.ts'
import { slotOf } from './prepared.ts'
import { SEED_REPEATS, SEED_WORDS } from './thresholds.ts'

/** Runs of equal words: begin in left, begin in right, length. Ordered by `left`. */
export interface Runs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly length: Int32Array
  readonly count: number
}

export function equalRuns(left: Prepared, right: Prepared): Runs {
  const lefts: number[] = []
  const rights: number[] = []
  const lengths: number[] = []
  const openAt = new Int32Array(left.length + right.length + 1).fill(-1)
  for (let i = 0; i < left.seeds.length; i++) {
    const seed = left.seeds[i] as number
    const slot = slotOf(right, seed)
    const first = right.table.firsts[slot] as number
    if (first === -1 || (right.table.counts[slot] as number) > SEED_REPEATS) continue
    if ((left.table.counts[slotOf(left, seed)] as number) > SEED_REPEATS) continue
    for (let j = first; j !== -1; j = right.table.nexts[j] as number) {
      const diagonal = j - i + left.length
      const open = openAt[diagonal] as number
      if (open >= 0 && (lefts[open] as number) + (lengths[open] as number) >= i + SEED_WORDS - 1) {
        lengths[open] = i + SEED_WORDS - (lefts[open] as number)
        continue
      }
      openAt[diagonal] = lefts.length
      lefts.push(i)
      rights.push(j)
      lengths.push(SEED_WORDS)
    }
  }
  addEnds(left, right, lefts, rights, lengths)
  return { left: Int32Array.from(lefts), right: Int32Array.from(rights), length: Int32Array.from(lengths), count: lefts.length }
}

/** Common beginning and end, where the seeds did not show them: texts that repeat themselves have no rare runs. */
function addEnds(left: Prepared, right: Prepared, lefts: number[], rights: number[], lengths: number[]): void {
  const most = Math.min(left.length, right.length)
  let begin = 0
  while (begin < most && left.ids[begin] === right.ids[begin]) begin++
  let end = 0
  while (end < most - begin && left.ids[left.length - 1 - end] === right.ids[right.length - 1 - end]) end++
  const shown = (length: number, at: number) => lefts[at] !== undefined && (lengths[at] as number) >= length
  if (begin >= SEED_WORDS && !(shown(begin, 0) && lefts[0] === 0 && rights[0] === 0)) {
    lefts.unshift(0)
    rights.unshift(0)
    lengths.unshift(begin)
  }
  if (end < SEED_WORDS || shown(end, lefts.length - 1)) return
  let at = lefts.length
  while (at > 0 && (lefts[at - 1] as number) > left.length - end) at--
  lefts.splice(at, 0, left.length - end)
  rights.splice(at, 0, right.length - end)
  lengths.splice(at, 0, end)
}
