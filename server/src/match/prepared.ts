// What is worked out once for a text and used against many? Word numbers and the places of its word trigrams.
// Held weakly by the comparable text, so that thirty candidates cost one preparation and nothing outlives the text.
import type { Comparable } from '../domain/comparable.ts'
import { factsOf, type Facts } from './facts.ts'
import { quotedWords } from '../domain/quotation.ts'
import { QUOTATION_WORDS, SEED_WORDS } from './thresholds.ts'

export interface Prepared {
  readonly text: Comparable
  readonly length: number
  /** A 32-bit number a word: equal words, equal numbers; unequal words collide once in four thousand million. */
  readonly ids: Int32Array
  /** A number for the seed that starts at each word. */
  readonly seeds: Int32Array
  readonly table: SeedTable
  readonly facts: Facts
  /** For each word: the number of the quotation that it stands in, from 1; 0 for none. */
  readonly quoted: Int32Array
}

/** Places of each seed: an open-addressed table of first places, and from each place the next. */
export interface SeedTable {
  readonly mask: number
  readonly firsts: Int32Array
  readonly nexts: Int32Array
  readonly counts: Int32Array
  /** Different seeds. */
  readonly distinct: number
}

const known = new WeakMap<Comparable, Prepared>()

export function prepared(text: Comparable): Prepared {
  let ready = known.get(text)
  if (ready === undefined) {
    const ids = Int32Array.from(text.words, idOf)
    const seeds = seedsOf(ids)
    ready = { text, length: ids.length, ids, seeds, table: tableOf(seeds), facts: factsOf(text, ids), quoted: quotedWords(text.text, text.begins, text.ends, QUOTATION_WORDS) }
    known.set(text, ready)
  }
  return ready
}

/** The slot of a seed, or of the free place where it would stand. */
export function slotOf(side: { readonly seeds: Int32Array; readonly table: Pick<SeedTable, 'mask' | 'firsts'> }, seed: number): number {
  const { mask, firsts } = side.table
  let slot = seed & mask
  while (firsts[slot] !== -1 && side.seeds[firsts[slot] as number] !== seed) slot = (slot + 1) & mask
  return slot
}

function idOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

function mixed(hash: number): number {
  let turned = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  turned = Math.imul(turned ^ (turned >>> 13), 0xc2b2ae35)
  return turned ^ (turned >>> 16)
}

function seedsOf(ids: Int32Array): Int32Array {
  const seeds = new Int32Array(Math.max(0, ids.length - SEED_WORDS + 1))
  for (let at = 0; at < seeds.length; at++) {
    let seed = 0
    for (let inside = 0; inside < SEED_WORDS; inside++) seed = Math.imul(seed, 0x2c1b3c6d) + (ids[at + inside] as number)
    seeds[at] = mixed(seed)
  }
  return seeds
}

function tableOf(seeds: Int32Array): SeedTable {
  let size = 16
  while (size < seeds.length * 2) size *= 2
  const table = { mask: size - 1, firsts: new Int32Array(size).fill(-1), nexts: new Int32Array(seeds.length).fill(-1), counts: new Int32Array(size) }
  let distinct = 0
  for (let at = seeds.length - 1; at >= 0; at--) {
    const slot = slotOf({ seeds, table }, seeds[at] as number)
    if (table.firsts[slot] === -1) distinct++
    table.nexts[at] = table.firsts[slot] as number
    table.firsts[slot] = at
    table.counts[slot] = (table.counts[slot] as number) + 1
  }
  return { ...table, distinct }
}
