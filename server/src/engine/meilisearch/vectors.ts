// Which terms do the gathered articles hold, and how often? The engine reads and writes whole documents to give a part of
// them, which is most of what a sentence costs; so what was fetched is kept, by id and revision, and only new ones are fetched.
import type { Calls } from './calls.ts'
import type { Candidate } from './ranking.ts'

/** What a search says of a hit; the rest is looked up here. */
export type Found = Pick<Candidate, 'id' | 'publishedAtUnix' | 'createdAtUnix'> & { readonly revision: number } & Readonly<Record<string, unknown>>

interface Vector {
  readonly revision: number
  readonly terms: readonly string[]
  readonly counts: readonly number[]
  readonly length: number
}

export class Vectors {
  readonly #most: number
  /** The longest unused first. */
  readonly #held = new Map<string, Vector>()
  #index = ''
  #size = 0

  /** `most`: terms of all articles together that are kept. */
  constructor(most = MOST_TERMS) {
    this.#most = most
  }

  /** In the same order; articles that went meanwhile are left out. */
  async filled<F extends Found>(found: readonly F[], calls: Pick<Calls, 'index' | 'documents'>): Promise<readonly (F & Candidate)[]> {
    this.#begin(calls.index)
    const missing = found.filter(({ id, revision }) => this.#held.get(id)?.revision !== revision).map(({ id }) => id)
    const fetched = await calls.documents<Vector & { readonly id: string }>(missing, ['id', 'revision', 'terms', 'counts', 'length'])
    // Another search may have turned to another index while this one waited.
    this.#begin(calls.index)
    const fresh = new Map(fetched.map(({ id, ...vector }) => [id, vector]))
    const filled = found.flatMap((one) => {
      const vector = fresh.get(one.id) ?? this.#held.get(one.id)
      if (vector === undefined) return []
      this.#hold(one.id, vector)
      return [{ ...one, terms: vector.terms, counts: vector.counts, length: vector.length }]
    })
    this.#trim()
    return filled
  }

  #begin(index: string): void {
    if (this.#index === index) return
    this.#index = index
    this.#held.clear()
    this.#size = 0
  }

  #hold(id: string, vector: Vector): void {
    this.#size += vector.terms.length - (this.#held.get(id)?.terms.length ?? 0)
    this.#held.delete(id)
    this.#held.set(id, vector)
  }

  #trim(): void {
    for (const [id, { terms }] of this.#held) {
      if (this.#size <= this.#most) return
      this.#held.delete(id)
      this.#size -= terms.length
    }
  }
}

/** About 16 bytes each, beside the words themselves; 20,000 articles of the usual length. */
const MOST_TERMS = 4_000_000
