// Which stretches say the same in other words? Sentence pairs alike by tf-isf cosine and Dice, joined over small gaps
// and checked as wholes, after Sanchez-Perez, Sidorov and Gelbukh (PAN 2014). Finds what alignment cannot see: word
// order lost in machine translation, sentences shuffled, a summary. It counts as evidence, never as a copy by itself.
import { type Sentence, sentencesOf, type StemNumbers } from './sentences.ts'
import type { Prepared } from './prepared.ts'
import * as limits from './thresholds.ts'

/** Words `[begin, end)` of both texts. */
export interface Paraphrase {
  readonly left: readonly [number, number]
  readonly right: readonly [number, number]
}

/** Sentences of left and right by number. */
type Seed = readonly [number, number]

interface Weighed {
  readonly weights: ReadonlyMap<number, number>
  readonly norm: number
}

export function paraphrases(left: Prepared, right: Prepared): readonly Paraphrase[] {
  const numbers: StemNumbers = new Map()
  const [lefts, rights] = [sentencesOf(left, numbers), sentencesOf(right, numbers)]
  if (lefts.length + rights.length < limits.PARAPHRASE_SENTENCES) return []
  const rarity = raritiesOf(lefts, rights, numbers.size)
  const [ones, others] = [lefts.map((one) => weigh(one.stems, rarity)), rights.map((one) => weigh(one.stems, rarity))]
  const seeds = seedsOf(lefts, rights, ones, others)
  const join = (gap: number) => grown(seeds, gap).flatMap((group) => valid(group, gap, lefts, rights, rarity))
  const summary = join(limits.SUMMARY_GAP).map((group) => rangeOf(group, lefts, rights))
  const isSummary = summary.length > 0 && total(summary, 'right') >= limits.SUMMARY_RATIO * total(summary, 'left')
  const found = isSummary ? summary : join(limits.PARAPHRASE_GAP).map((group) => rangeOf(group, lefts, rights))
  return found.filter((one) => length(left, one.left) >= limits.PARAPHRASE_LENGTH && length(right, one.right) >= limits.PARAPHRASE_LENGTH)
}

function raritiesOf(lefts: readonly Sentence[], rights: readonly Sentence[], stems: number): Float64Array {
  const holders = new Int32Array(stems)
  for (const sentence of [...lefts, ...rights]) for (const stem of sentence.stems.keys()) holders[stem] = (holders[stem] as number) + 1
  return Float64Array.from(holders, (count) => Math.log((lefts.length + rights.length) / count))
}

function weigh(stems: ReadonlyMap<number, number>, rarity: Float64Array): Weighed {
  const weights = new Map<number, number>()
  let sum = 0
  for (const [stem, count] of stems) {
    const weight = count * (rarity[stem] as number)
    weights.set(stem, weight)
    sum += weight * weight
  }
  return { weights, norm: Math.sqrt(sum) }
}

function seedsOf(lefts: readonly Sentence[], rights: readonly Sentence[], ones: readonly Weighed[], others: readonly Weighed[]): readonly Seed[] {
  const holders = holdersOf(rights)
  const seeds: Seed[] = []
  let looks = 0
  for (let i = 0; i < lefts.length && looks < limits.PARAPHRASE_LOOKS; i++) {
    const near = new Set<number>()
    for (const stem of (lefts[i] as Sentence).stems.keys()) {
      const list = holders.get(stem)
      if (list !== undefined && list.length <= limits.COMMON_STEM) for (const j of list) near.add(j)
    }
    looks += near.size
    for (const j of [...near].sort((one, other) => one - other)) {
      if (cosine(ones[i] as Weighed, others[j] as Weighed) > limits.SEED_COSINE && dice(lefts[i] as Sentence, rights[j] as Sentence) > limits.SEED_DICE) seeds.push([i, j])
    }
  }
  return seeds
}

function holdersOf(sentences: readonly Sentence[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>()
  sentences.forEach((sentence, at) => {
    for (const stem of sentence.stems.keys()) {
      const list = holders.get(stem)
      if (list === undefined) holders.set(stem, [at])
      else list.push(at)
    }
  })
  return holders
}

function cosine(one: Weighed, other: Weighed): number {
  const [small, large] = one.weights.size <= other.weights.size ? [one, other] : [other, one]
  let dot = 0
  for (const [stem, weight] of small.weights) dot += weight * (large.weights.get(stem) ?? 0)
  return dot === 0 ? 0 : dot / (one.norm * other.norm)
}

function dice(one: Sentence, other: Sentence): number {
  let shared = 0
  for (const stem of one.stems.keys()) if (other.stems.has(stem)) shared++
  return (2 * shared) / (one.stems.size + other.stems.size)
}

/** Groups of seeds with no gap above `gap` sentences on either side: parted by left and right in turn until nothing parts. */
function grown(seeds: readonly Seed[], gap: number): readonly (readonly Seed[])[] {
  let groups: readonly (readonly Seed[])[] = seeds.length === 0 ? [] : [seeds]
  for (let side: 0 | 1 = 0, still = 0; still < 2; side = side === 0 ? 1 : 0) {
    const parted = groups.flatMap((group) => partedBy(group, side, gap))
    still = parted.length === groups.length ? still + 1 : 0
    groups = parted
  }
  return groups
}

function partedBy(group: readonly Seed[], side: 0 | 1, gap: number): readonly (readonly Seed[])[] {
  const ordered = [...group].sort((one, other) => one[side] - other[side])
  const parts: Seed[][] = []
  for (let at = 0; at < ordered.length; at++) {
    const seed = ordered[at] as Seed
    if (at === 0 || seed[side] - (ordered[at - 1] as Seed)[side] > gap + 1) parts.push([seed])
    else (parts[parts.length - 1] as Seed[]).push(seed)
  }
  return parts
}

/** A group that is not alike as a whole is parted anew over smaller gaps. */
function valid(group: readonly Seed[], gap: number, lefts: readonly Sentence[], rights: readonly Sentence[], rarity: Float64Array): readonly (readonly Seed[])[] {
  const one = weigh(together(lefts, reach(group, 0)), rarity)
  const other = weigh(together(rights, reach(group, 1)), rarity)
  if (cosine(one, other) > limits.WHOLE_COSINE) return [group]
  if (gap === 0) return []
  const smaller = Math.min(gap - 1, limits.PARAPHRASE_GAP)
  return grown(group, smaller).flatMap((part) => valid(part, smaller, lefts, rights, rarity))
}

function reach(group: readonly Seed[], side: 0 | 1): readonly [number, number] {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const seed of group) {
    first = Math.min(first, seed[side])
    last = Math.max(last, seed[side])
  }
  return [first, last]
}

function together(sentences: readonly Sentence[], [first, last]: readonly [number, number]): ReadonlyMap<number, number> {
  const stems = new Map<number, number>()
  for (let at = first; at <= last; at++) for (const [stem, count] of (sentences[at] as Sentence).stems) stems.set(stem, (stems.get(stem) ?? 0) + count)
  return stems
}

function rangeOf(group: readonly Seed[], lefts: readonly Sentence[], rights: readonly Sentence[]): Paraphrase {
  const [a, b] = [reach(group, 0), reach(group, 1)]
  return {
    left: [(lefts[a[0]] as Sentence).begin, (lefts[a[1]] as Sentence).end],
    right: [(rights[b[0]] as Sentence).begin, (rights[b[1]] as Sentence).end],
  }
}

function total(found: readonly Paraphrase[], side: 'left' | 'right'): number {
  return found.reduce((sum, one) => sum + one[side][1] - one[side][0], 0)
}

function length(side: Prepared, [begin, end]: readonly [number, number]): number {
  return (side.text.ends[end - 1] as number) - (side.text.begins[begin] as number)
}
