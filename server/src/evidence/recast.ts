// Which sentences between two shared stretches say the same in other words? A spinner or an editor may leave no three words
// in a row; rare stems still tell. Paired in order by the weight of what they share, then word by word.
import type { AlignedWords } from '../domain/match.ts'
import { subsequence } from '../domain/subsequence.ts'
import type { Ordered } from './order.ts'
import type { Side, Words } from './side.ts'
import { RECAST_SENTENCES, RECAST_SHARE } from './thresholds.ts'

/** Letters of a stem: the first so many; needs no language. */
const STEM_LETTERS = 6

interface Weighed extends Words {
  /** With their weights: the fewer sentences hold a stem, the heavier. */
  readonly stems: ReadonlyMap<string, number>
  readonly weight: number
}

/** The same order with the words of recast sentences in it. */
export function withRecast(left: Side, right: Side, { pairs, moved }: Ordered): AlignedWords {
  const rarity = raritiesOf(left, right)
  const [lefts, rights] = [freeSentences(left, pairs.left, moved.map((one) => one.left), rarity), freeSentences(right, pairs.right, moved.map((one) => one.right), rarity)]
  if (lefts.length === 0 || rights.length === 0) return pairs
  const numbers = new Map<string, number>()
  const [ids, others] = [idsOf(left, numbers), idsOf(right, numbers)]
  const all: { left: number[]; right: number[] } = { left: [], right: [] }
  let [l, r] = [0, 0]
  for (let at = 0; at <= pairs.left.length; at++) {
    const [leftEnd, rightEnd] = [pairs.left[at] ?? left.length, pairs.right[at] ?? right.length]
    const [fromL, fromR] = [l, r]
    while (l < lefts.length && (lefts[l] as Weighed).end <= leftEnd) l++
    while (r < rights.length && (rights[r] as Weighed).end <= rightEnd) r++
    for (const [one, other] of partners(lefts.slice(fromL, l), rights.slice(fromR, r))) subsequence(ids, one.begin, one.end, others, other.begin, other.end, all)
    if (at === pairs.left.length) break
    all.left.push(leftEnd)
    all.right.push(rightEnd)
  }
  return all
}

/** Weights by how few sentences hold a stem. */
function raritiesOf(left: Side, right: Side): ReadonlyMap<string, number> {
  const holders = new Map<string, number>()
  let sentences = 0
  for (const side of [left, right]) {
    for (let at = 0; at + 1 < side.sentences.length; at++) {
      sentences++
      for (const stem of stemsOf(side, side.sentences[at] as number, side.sentences[at + 1] as number)) holders.set(stem, (holders.get(stem) ?? 0) + 1)
    }
  }
  return new Map(Array.from(holders, ([stem, count]) => [stem, Math.log((sentences + 1) / count)]))
}

function stemsOf({ of }: Side, begin: number, end: number): ReadonlySet<string> {
  const stems = new Set<string>()
  for (let at = begin; at < end; at++) stems.add((of.words[at] as string).slice(0, STEM_LETTERS))
  return stems
}

/** Sentences that have no word in any stretch. */
function freeSentences(side: Side, places: readonly number[], moved: readonly Words[], rarity: ReadonlyMap<string, number>): readonly Weighed[] {
  const taken = new Uint8Array(side.sentences.length)
  for (const at of places) taken[side.sentenceOf[at] as number] = 1
  for (const { begin, end } of moved) for (let at = begin; at < end; at++) taken[side.sentenceOf[at] as number] = 1
  const free: Weighed[] = []
  for (let at = 0; at + 1 < side.sentences.length; at++) {
    if (taken[at] === 1) continue
    const [begin, end] = [side.sentences[at] as number, side.sentences[at + 1] as number]
    const stems = new Map(Array.from(stemsOf(side, begin, end), (stem) => [stem, rarity.get(stem) ?? 0]))
    free.push({ begin, end, stems, weight: [...stems.values()].reduce((sum, weight) => sum + weight, 0) })
  }
  return free
}

/** Pairs in order with the most shared weight in all. */
function partners(lefts: readonly Weighed[], rights: readonly Weighed[]): readonly (readonly [Weighed, Weighed])[] {
  if (lefts.length === 0 || rights.length === 0 || lefts.length > RECAST_SENTENCES || rights.length > RECAST_SENTENCES) return []
  const width = rights.length + 1
  const best = new Float64Array((lefts.length + 1) * width)
  const gains = new Float64Array((lefts.length + 1) * width)
  for (let l = lefts.length - 1; l >= 0; l--) {
    for (let r = rights.length - 1; r >= 0; r--) {
      const gain = likeness(lefts[l] as Weighed, rights[r] as Weighed)
      gains[l * width + r] = gain
      const both = gain === 0 ? 0 : gain + (best[(l + 1) * width + r + 1] as number)
      best[l * width + r] = Math.max(best[(l + 1) * width + r] as number, best[l * width + r + 1] as number, both)
    }
  }
  const pairs: (readonly [Weighed, Weighed])[] = []
  for (let l = 0, r = 0; l < lefts.length && r < rights.length; ) {
    const here = best[l * width + r] as number
    if (here === best[(l + 1) * width + r]) l++
    else if (here === best[l * width + r + 1]) r++
    else pairs.push([lefts[l++] as Weighed, rights[r++] as Weighed])
  }
  return pairs
}

/** The shared weight, 0 where it is too small a share of either sentence's. */
function likeness(one: Weighed, other: Weighed): number {
  let shared = 0
  let stems = 0
  for (const [stem, weight] of one.stems) {
    if (!other.stems.has(stem)) continue
    shared += weight
    stems++
  }
  return stems >= 3 && shared >= Math.min(one.weight, other.weight) * RECAST_SHARE ? shared : 0
}

function idsOf({ of }: Side, numbers: Map<string, number>): Int32Array {
  return Int32Array.from(of.words, (word) => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  })
}
