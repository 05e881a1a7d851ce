// What can be measured on an alignment? Everything that the rules of relation.ts look at, worked out once.
import { NAME, ORDINARY } from '../domain/comparable.ts'
import type { Stretch } from './alignment.ts'
import { extent } from './alignment.ts'
import type { Edit, KindCounts } from './edits.ts'
import { countKinds, editsOf, isReplacement } from './edits.ts'
import type { Prepared } from './prepared.ts'
import { EVEN_SWAP_WORDS, SWAP_WORDS } from './thresholds.ts'

/** Counts are words. Shares are between 0 and 1; of nothing, 1. */
export interface Measures {
  readonly leftWords: number
  readonly rightWords: number
  /** Words aligned and equal. */
  readonly matched: number
  /** Share of each text inside aligned stretches. */
  readonly coverLeft: number
  readonly coverRight: number
  /** Equal words over the words of the aligned stretches' longer side. */
  readonly identity: number
  /** Share kept of what was either kept or replaced. */
  readonly ordinaryKept: number
  readonly factsKept: number
  readonly numbersKept: number
  /** Names and numbers (numbers alone) kept or replaced. */
  readonly facts: number
  readonly numbers: number
  /** Share of aligned words that stand in short replacements, and of the replaced words that do. */
  readonly swapped: number
  /** Words in short replacements. */
  readonly swaps: number
  readonly swapsOfChanges: number
  readonly longestRun: number
  /** Longer text: words from the first to the last aligned one, over aligned ones. */
  readonly stretched: number
  /** The longer text's first aligned word stands at this share of it. */
  readonly beginsAt: number
  /** Stretches in the same order in both, over all. */
  readonly ordered: number
  readonly stretches: number
}

export function measure(left: Prepared, right: Prepared, stretches: readonly Stretch[]): Measures {
  let matched = 0
  let alignedLeft = 0
  let alignedRight = 0
  let longestRun = 0
  for (const stretch of stretches) {
    matched += stretch.left.length
    alignedLeft += extent(stretch.left)
    alignedRight += extent(stretch.right)
    longestRun = Math.max(longestRun, longestRunOf(stretch))
  }
  const longer = left.length >= right.length ? ('left' as const) : ('right' as const)
  return {
    leftWords: left.length,
    rightWords: right.length,
    matched,
    coverLeft: share(alignedLeft, left.length, 0),
    coverRight: share(alignedRight, right.length, 0),
    identity: share(matched, Math.max(alignedLeft, alignedRight), 0),
    ...changes(left, right, stretches),
    longestRun,
    ...placeIn(stretches, longer, Math.max(left.length, right.length), longer === 'left' ? alignedLeft : alignedRight),
    ordered: orderOf(stretches),
    stretches: stretches.length,
  }
}

/** Different names and numbers of left's aligned stretches, and how many of them stand in right's too. Initials are left out. */
export function keptFacts(left: Prepared, stretches: readonly Stretch[]): { readonly kept: number; readonly all: number } {
  const all = new Set<string>()
  const kept = new Set<string>()
  const isFact = (at: number) => left.text.kinds[at] !== ORDINARY && (left.text.words[at] as string).length > (left.text.kinds[at] === NAME ? 1 : 0)
  for (const stretch of stretches) {
    const last = stretch.left[stretch.left.length - 1] as number
    for (let at = stretch.left[0] as number; at <= last; at++) if (isFact(at)) all.add(left.text.words[at] as string)
    for (const at of stretch.left) if (isFact(at)) kept.add(left.text.words[at] as string)
  }
  return { kept: kept.size, all: all.size }
}

export function share(part: number, whole: number, ofNothing = 1): number {
  return whole === 0 ? ofNothing : Math.min(1, part / whole)
}

function changes(left: Prepared, right: Prepared, stretches: readonly Stretch[]) {
  const kept: KindCounts = { ordinary: 0, names: 0, numbers: 0 }
  const lost = { ordinary: 0, names: 0, numbers: 0, swaps: 0, all: 0 }
  let aligned = 0
  for (const stretch of stretches) {
    for (const at of stretch.left) countKinds(left, at, at + 1, kept)
    for (const edit of editsOf(stretch)) if (isReplacement(edit)) addLost(left, right, edit, lost)
    aligned += Math.max(extent(stretch.left), extent(stretch.right))
  }
  const factsKept = kept.names + kept.numbers
  const factsLost = lost.names + lost.numbers
  return {
    ordinaryKept: share(kept.ordinary, kept.ordinary + lost.ordinary),
    factsKept: share(factsKept, factsKept + factsLost),
    numbersKept: share(kept.numbers, kept.numbers + lost.numbers),
    facts: factsKept + factsLost,
    numbers: kept.numbers + lost.numbers,
    swaps: lost.swaps,
    swapped: share(lost.swaps, aligned, 0),
    swapsOfChanges: share(lost.swaps, lost.all, 0),
  }
}

/** A name is lost where another name stands for it; where none does, it was only moved or left out. */
function addLost(left: Prepared, right: Prepared, edit: Edit, lost: KindCounts & { swaps: number; all: number }): void {
  const was = countKinds(left, edit.leftBegin, edit.leftEnd)
  const is = countKinds(right, edit.rightBegin, edit.rightEnd)
  lost.numbers += Math.min(was.numbers, is.numbers)
  lost.names += Math.min(was.names, is.names)
  lost.ordinary += (was.ordinary + is.ordinary) / 2
  const words = Math.max(edit.leftEnd - edit.leftBegin, edit.rightEnd - edit.rightBegin)
  lost.all += words
  const even = edit.leftEnd - edit.leftBegin === edit.rightEnd - edit.rightBegin
  if (words <= (even ? EVEN_SWAP_WORDS : SWAP_WORDS)) lost.swaps += words
}

function longestRunOf(stretch: Stretch): number {
  let longest = 1
  let run = 1
  for (let at = 1; at < stretch.left.length; at++) {
    const next = stretch.left[at] === (stretch.left[at - 1] as number) + 1 && stretch.right[at] === (stretch.right[at - 1] as number) + 1
    run = next ? run + 1 : 1
    if (run > longest) longest = run
  }
  return longest
}

function placeIn(stretches: readonly Stretch[], side: 'left' | 'right', words: number, aligned: number) {
  if (stretches.length === 0) return { stretched: 1, beginsAt: 0 }
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const stretch of stretches) {
    first = Math.min(first, stretch[side][0] as number)
    last = Math.max(last, stretch[side][stretch[side].length - 1] as number)
  }
  return { stretched: (last - first + 1) / Math.max(1, aligned), beginsAt: first / Math.max(1, words) }
}

function orderOf(stretches: readonly Stretch[]): number {
  let rising = 0
  for (let at = 1; at < stretches.length; at++) {
    if ((stretches[at]?.right[0] as number) > (stretches[at - 1]?.right[0] as number)) rising++
  }
  return share(rising, stretches.length - 1)
}
