// What share of their shingles do two texts have in common? Jaccard of the sets of word trigrams (Broder 1997).
import { slotOf, type Prepared } from './prepared.ts'

/** 0 to 1; texts too short for a shingle resemble each other only where they are equal. */
export function resemblance(left: Prepared, right: Prepared): number {
  if (left.text.contentHash === right.text.contentHash) return left.length === 0 ? 0 : 1
  let shared = 0
  for (const first of left.table.firsts) {
    if (first !== -1 && right.table.firsts[slotOf(right, left.seeds[first] as number)] !== -1) shared++
  }
  const union = left.table.distinct + right.table.distinct - shared
  return union === 0 ? 0 : shared / union
}
