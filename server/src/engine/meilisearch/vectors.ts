// Which terms do the gathered articles hold, and how often? The engine reads and writes whole documents to give a part of
// them, which is most of what a sentence costs; so what was fetched is kept, by id and revision, and only new ones are fetched.
import type { Calls } from './calls.ts'
import type { Candidate } from './ranking.ts'
import { Words } from './words.ts'

/** What a search says of a hit; the rest is looked up here. */
export interface Found {
  readonly id: string
  readonly revision: number
}

/** The articles, and the words that their numbers stand for. */
export interface Filled {
  readonly candidates: readonly Candidate[]
  readonly words: Words
}

interface Told {
  readonly id: string
  readonly revision: number
  readonly fold: string | null
  readonly publishedAtUnix: number | null
  readonly createdAtUnix: number
  readonly length: number
  readonly terms: readonly string[]
  readonly counts: readonly number[]
}

type Held = Candidate & { readonly revision: number }

export class Vectors {
  readonly #most: number
  /** The longest unused first. */
  readonly #held = new Map<string, Held>()
  #words = new Words()
  #index = ''
  #size = 0

  /** `most`: terms of all articles together that are kept. */
  constructor(most = MOST_TERMS) {
    this.#most = most
  }

  /** In the same order; articles that went meanwhile are left out. */
  async filled(found: readonly Found[], calls: Pick<Calls, 'index' | 'documents'>): Promise<Filled> {
    this.#begin(calls.index)
    const words = this.#words
    const known = new Map(found.flatMap(({ id, revision }) => {
      const held = this.#held.get(id)
      return held?.revision === revision ? [[id, held]] : []
    }))
    const fetched = await calls.documents<Told>(found.flatMap(({ id }) => (known.has(id) ? [] : id)), ASKED)
    for (const told of fetched) known.set(told.id, heldOf(told, words))
    const candidates = found.flatMap(({ id }) => known.get(id) ?? [])
    // Another search may have turned to another index, with numbers of its own, while this one waited.
    if (words === this.#words) {
      candidates.forEach((one) => this.#hold(one))
      this.#trim()
    }
    return { candidates, words }
  }

  #begin(index: string): void {
    if (this.#index === index && this.#words.size < MOST_WORDS) return
    this.#index = index
    this.#held.clear()
    this.#words = new Words()
    this.#size = 0
  }

  #hold(held: Held): void {
    this.#size += held.terms.length - (this.#held.get(held.id)?.terms.length ?? 0)
    this.#held.delete(held.id)
    this.#held.set(held.id, held)
  }

  #trim(): void {
    for (const [id, { terms }] of this.#held) {
      if (this.#size <= this.#most) return
      this.#held.delete(id)
      this.#size -= terms.length
    }
  }
}

const ASKED = ['id', 'revision', 'fold', 'publishedAtUnix', 'createdAtUnix', 'length', 'terms', 'counts']
/** Eight bytes each; 20,000 articles of the usual length. */
const MOST_TERMS = 4_000_000
/** Those of articles that are no longer held count too; past this, all is begun anew. */
const MOST_WORDS = 1_000_000

function heldOf({ terms, counts, ...told }: Told, words: Words): Held {
  const numbers = Int32Array.from(terms, (term) => words.numbered(term))
  const order = Uint32Array.from(numbers.keys()).sort((left, right) => (numbers[left] ?? 0) - (numbers[right] ?? 0))
  return { ...told, terms: Int32Array.from(order, (at) => numbers[at] ?? 0), counts: Float32Array.from(order, (at) => counts[at] ?? 1) }
}
