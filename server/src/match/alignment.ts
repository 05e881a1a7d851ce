// Which word stands for which? Equal runs are joined by a longest common subsequence inside the small boxes between
// them and carried on at both ends, so that the cost grows with the length of the text and not with its square.
import type { AlignedWords } from '../domain/match.ts'
import { chainsOf } from './chains.ts'
import { subsequence } from '../domain/subsequence.ts'
import type { Prepared } from './prepared.ts'
import { equalRuns, type Runs } from './seeds.ts'
import { CHAIN_IDENTITY, CHAIN_MATCHED, CHAIN_MATCHED_SHARE, CHAIN_SEEDED, EXTEND_WORDS } from './thresholds.ts'

/** An aligned stretch. Its borders are its first and last pair. */
export type Stretch = AlignedWords

/** Stretches that share no word, in order of the left text. */
export function align(left: Prepared, right: Prepared): readonly Stretch[] {
  const runs = equalRuns(left, right)
  const shorter = Math.min(left.length, right.length)
  const enough = Math.max(3, Math.min(CHAIN_MATCHED, Math.ceil(shorter * CHAIN_MATCHED_SHARE)))
  const least = Math.min(enough, CHAIN_SEEDED)
  const stretches: Stretch[] = []
  const usedLeft = new Uint8Array(left.length)
  const usedRight = new Uint8Array(right.length)
  for (const chain of chainsOf(runs)) {
    const found = pairsOf(left, right, runs, chain)
    if (found.left.length < least) continue
    const pairs = extended(left, right, found)
    for (const stretch of freeParts(pairs, usedLeft, usedRight)) {
      if (stretch.left.length < enough || identity(stretch) < CHAIN_IDENTITY) continue
      mark(usedLeft, stretch.left)
      mark(usedRight, stretch.right)
      stretches.push(stretch)
    }
  }
  return stretches.sort((one, other) => (one.left[0] as number) - (other.left[0] as number))
}

/** Words from a stretch's first to its last, on one side. */
export function extent(places: readonly number[]): number {
  return (places[places.length - 1] as number) - (places[0] as number) + 1
}

/** Equal words over the words of the longer side. */
function identity(stretch: Stretch): number {
  return stretch.left.length / Math.max(extent(stretch.left), extent(stretch.right))
}

function pairsOf(left: Prepared, right: Prepared, runs: Runs, chain: readonly number[]): { left: number[]; right: number[] } {
  const pairs: { left: number[]; right: number[] } = { left: [], right: [] }
  let nextLeft = -1
  let nextRight = -1
  for (const run of chain) {
    let i = runs.left[run] as number
    let j = runs.right[run] as number
    const end = i + (runs.length[run] as number)
    if (nextLeft >= 0) {
      const overlap = Math.max(0, nextLeft - i, nextRight - j)
      i += overlap
      j += overlap
      subsequence(left.ids, nextLeft, i, right.ids, nextRight, j, pairs)
    }
    for (; i < end; i++, j++) {
      pairs.left.push(i)
      pairs.right.push(j)
    }
    nextLeft = Math.max(i, nextLeft)
    nextRight = Math.max(j, nextRight)
  }
  return pairs
}

/** Carries the alignment on past both ends for as long as about half of the words agree. */
function extended(left: Prepared, right: Prepared, pairs: { left: number[]; right: number[] }): Stretch {
  const firstLeft = pairs.left[0] as number
  const firstRight = pairs.right[0] as number
  const ahead = tail(reversed(left.ids, firstLeft), reversed(right.ids, firstRight))
  const lastLeft = (pairs.left[pairs.left.length - 1] as number) + 1
  const lastRight = (pairs.right[pairs.right.length - 1] as number) + 1
  const behind = tail(left.ids.subarray(lastLeft, lastLeft + EXTEND_WORDS), right.ids.subarray(lastRight, lastRight + EXTEND_WORDS))
  return {
    left: [...ahead.left.map((at) => firstLeft - 1 - at).reverse(), ...pairs.left, ...behind.left.map((at) => lastLeft + at)],
    right: [...ahead.right.map((at) => firstRight - 1 - at).reverse(), ...pairs.right, ...behind.right.map((at) => lastRight + at)],
  }
}

function reversed(ids: Int32Array, end: number): Int32Array {
  return ids.slice(Math.max(0, end - EXTEND_WORDS), end).reverse()
}

/** The common subsequence of two tails, cut after the pair where matches most outweigh what is passed over. */
function tail(left: Int32Array, right: Int32Array): { left: number[]; right: number[] } {
  const pairs: { left: number[]; right: number[] } = { left: [], right: [] }
  subsequence(left, 0, left.length, right, 0, right.length, pairs)
  let best = 0
  let kept = 0
  for (let at = 0; at < pairs.left.length; at++) {
    const passed = Math.max((pairs.left[at] as number) + 1, (pairs.right[at] as number) + 1)
    const score = at + 1 - passed * CHAIN_IDENTITY
    if (score > best) {
      best = score
      kept = at + 1
    }
  }
  return { left: pairs.left.slice(0, kept), right: pairs.right.slice(0, kept) }
}

/** The parts of a stretch none of whose words are taken, parted where words were. */
function freeParts(pairs: Stretch, usedLeft: Uint8Array, usedRight: Uint8Array): readonly Stretch[] {
  const parts: { left: number[]; right: number[] }[] = []
  let open: { left: number[]; right: number[] } | undefined
  let nextLeft = 0
  let nextRight = 0
  for (let at = 0; at < pairs.left.length; at++) {
    const i = pairs.left[at] as number
    const j = pairs.right[at] as number
    if (open !== undefined && (anyUsed(usedLeft, nextLeft, i) || anyUsed(usedRight, nextRight, j))) open = undefined
    nextLeft = i + 1
    nextRight = j + 1
    if (usedLeft[i] === 1 || usedRight[j] === 1) {
      open = undefined
      continue
    }
    if (open === undefined) parts.push((open = { left: [], right: [] }))
    open.left.push(i)
    open.right.push(j)
  }
  return parts
}

function anyUsed(used: Uint8Array, begin: number, end: number): boolean {
  for (let at = begin; at < end; at++) if (used[at] === 1) return true
  return false
}

function mark(used: Uint8Array, places: readonly number[]): void {
  used.fill(1, places[0], (places[places.length - 1] as number) + 1)
}
