// What is an article's small signature, and who shares it? Two channels: sampled word 4-grams by segment, which find
// cuts and copies inside longer texts, and pairs of neighbouring names and numbers, which a spinner leaves alone.
import type { Comparable } from '../domain/comparable.ts'
import { ORDINARY } from '../domain/comparable.ts'
import type { Fingerprint } from '../domain/fingerprint.ts'
import { finish, hashWord, join, sampled } from './hash.ts'
import { FINGERPRINT_VERSION, NAME_PAIR_REACH, SAMPLE_ONE_IN, SEGMENT_STRIDE, SEGMENT_WORDS, SHINGLE_WORDS, UNSAMPLED_WORDS } from './thresholds.ts'

export { CandidateIndex } from './candidate-index.ts'
export { rankCandidates } from './candidates.ts'
export type { Holders, RankedRow } from './candidates.ts'
export { FINGERPRINT_VERSION, HOLDER_CAP } from './thresholds.ts'

/** The same text gives the same fingerprint, whatever its furniture, spacing and marks. */
export function fingerprint(text: Comparable): Fingerprint {
  const hashes = Int32Array.from(text.words, hashWord)
  return {
    version: FINGERPRINT_VERSION,
    shingles: segmentPrints(hashes),
    names: namePairs(text.kinds, hashes),
    contentHash: text.contentHash,
    tokenCount: hashes.length,
  }
}

/** All prints of an article, each once, sorted: what a store keeps of it. */
export function printsOf(print: Fingerprint): { readonly shingle: Int32Array; readonly name: Int32Array } {
  if (print.shingles.length === 1) return { shingle: print.shingles[0] as Int32Array, name: print.names }
  const all = new Set<number>()
  for (const segment of print.shingles) for (const one of segment) all.add(one)
  return { shingle: Int32Array.from(all).sort(), name: print.names }
}

function segmentPrints(hashes: Int32Array): readonly Int32Array[] {
  const oneIn = hashes.length <= UNSAMPLED_WORDS ? 1 : SAMPLE_ONE_IN
  const segments: Int32Array[] = []
  for (let begin = 0; begin === 0 || begin + SEGMENT_WORDS - SEGMENT_STRIDE < hashes.length; begin += SEGMENT_STRIDE) {
    segments.push(shinglesOf(hashes, begin, Math.min(begin + SEGMENT_WORDS, hashes.length), oneIn))
  }
  return segments
}

function shinglesOf(hashes: Int32Array, begin: number, end: number, oneIn: number): Int32Array {
  const prints = new Set<number>()
  const width = Math.min(SHINGLE_WORDS, end - begin)
  for (let at = begin; width > 0 && at + width <= end; at++) {
    let raw = width
    for (let inside = 0; inside < width; inside++) raw = join(raw, hashes[at + inside] as number)
    if (oneIn === 1 || sampled(raw, oneIn)) prints.add(finish(raw))
  }
  return Int32Array.from(prints).sort()
}

function namePairs(kinds: Uint8Array, hashes: Int32Array): Int32Array {
  const pairs = new Set<number>()
  let last = -1
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] === ORDINARY) continue
    if (last >= 0 && at - last <= NAME_PAIR_REACH) pairs.add(finish(join(join(2, hashes[last] as number), hashes[at] as number)))
    last = at
  }
  return Int32Array.from(pairs).sort()
}
