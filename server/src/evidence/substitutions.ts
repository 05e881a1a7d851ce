// Which words stand for which in the whole pair, how often, and how often they could have? Every place is kept, so that a
// table can lead through the texts.
import type { EvidenceSubstitution, Occurrence, SubstitutionClass } from '../domain/evidence.ts'
import { classOf } from './classes.ts'
import type { Swapped } from './ops.ts'
import { folded, keyOf } from './pieces.ts'
import { oneLine, type Side, slice, type Words } from './side.ts'

/** Weighty kinds first among equally frequent ones; marks at the end of all. */
const ORDER: readonly SubstitutionClass[] = ['name', 'number', 'date', 'quotation', 'synonym', 'spelling', 'punctuation']

interface Found {
  readonly from: string
  readonly to: string
  readonly class: SubstitutionClass
  /** Folded words of `from`; empty for marks. */
  readonly words: string
  readonly at: Occurrence[]
  quoted: number
}

export class Substitutions {
  readonly #left: Side
  readonly #right: Side
  readonly #found: Found[] = []
  readonly #numbers = new Map<string, number>()

  constructor(left: Side, right: Side) {
    this.#left = left
    this.#right = right
  }

  /** The number of the substitution that this place belongs to, before `listed` puts them in order. */
  add(swap: Swapped, block: number): number {
    const [from, to] = [oneLine(slice(this.#left, swap.left)), oneLine(slice(this.#right, swap.right))]
    const key = swap.words === undefined ? `${from}\n${to}` : `${keyOf(this.#left, this.#right, swap.words)}\n${from.toLowerCase() === to.toLowerCase()}`
    const known = this.#numbers.get(key)
    const number = known ?? this.#found.length
    const found = this.#found[number] ?? this.#new(swap, from, to)
    if (known === undefined) {
      this.#numbers.set(key, number)
      this.#found.push(found)
    }
    found.at.push({ left: swap.left, right: swap.right, block })
    if (swap.words !== undefined && this.#left.quoted[swap.words.left.begin] !== 0 && this.#right.quoted[swap.words.right.begin] !== 0) found.quoted++
    return number
  }

  #new(swap: Swapped, from: string, to: string): Found {
    const kind = swap.words === undefined ? 'punctuation' : classOf(this.#left, this.#right, swap.words)
    return { from, to, class: kind, words: swap.words === undefined ? '' : folded(this.#left, swap.words.left), at: [], quoted: 0 }
  }

  /** Most frequent first. `renumber` gives the place in the list for a number of `add`. */
  listed(aligned: readonly Words[]): { readonly substitutions: readonly EvidenceSubstitution[]; readonly renumber: Int32Array } {
    const chances = countOf(this.#left, aligned, this.#found.map((one) => one.words))
    const order = this.#found.map((found, number) => ({ one: { ...told(found), of: Math.max(found.at.length, chances.get(found.words) ?? 0) }, number }))
    order.sort(({ one }, { one: other }) => weightier(one, other))
    const renumber = new Int32Array(order.length)
    order.forEach(({ number }, id) => (renumber[number] = id))
    const substitutions = order.map(({ one }, id) => ({ id, from: one.from, to: one.to, count: one.at.length, of: one.of, class: one.class, at: one.at }))
    return { substitutions, renumber }
  }
}

/** Marks last; then by places, by kind, and by how consistently it was done. */
function weightier(one: Found & { readonly of: number }, other: Found & { readonly of: number }): number {
  const marks = Number(one.class === 'punctuation') - Number(other.class === 'punctuation')
  return marks || other.at.length - one.at.length || ORDER.indexOf(one.class) - ORDER.indexOf(other.class) || one.of - other.of
}

/** Wording changed inside quotations only is a matter of its own: people are quoted with what they did not say. */
function told(found: Found): Found {
  return found.class === 'synonym' && found.quoted === found.at.length ? { ...found, class: 'quotation' } : found
}

/** How often each run of folded words stands in these ranges. */
function countOf({ of }: Side, ranges: readonly Words[], runs: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const starts = new Map<string, Set<string>>()
  for (const run of runs) {
    if (run === '') continue
    const first = run.split(' ', 1)[0] as string
    starts.set(first, (starts.get(first) ?? new Set()).add(run))
  }
  for (const { begin, end } of ranges) {
    for (let at = begin; at < end; at++) {
      for (const run of starts.get(of.words[at] as string) ?? []) {
        const words = run.split(' ')
        if (at + words.length <= end && words.every((word, index) => of.words[at + index] === word)) counts.set(run, (counts.get(run) ?? 0) + 1)
      }
    }
  }
  return counts
}
