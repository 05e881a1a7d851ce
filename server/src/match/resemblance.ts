// What share of their shingles do two texts have in common? Jaccard of the sets of word trigrams (Broder 1997).
import type { Prepared } from './prepared.ts'

/** 0 to 1; texts too short for a shingle resemble each other only where they are equal. */
export function resemblance(left: Prepared, right: Prepared): number {
  if (left.text.contentHash === right.text.contentHash) return left.length === 0 ? 0 : 1
  const lefts = new Set(left.seeds)
  const rights = new Set(right.seeds)
  let shared = 0
  for (const seed of lefts) if (rights.has(seed)) shared++
  const union = lefts.size + rights.size - shared
  return union === 0 ? 0 : shared / union
}
