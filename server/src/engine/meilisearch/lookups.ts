// Which words does the index know? The understanding of a question asks word by word and cannot wait; so it is run on
// what is known so far, what it lacked is fetched in one go, and it is run again until it lacks nothing.
import type { EngineQuery } from '../port.ts'
import type { Understanding } from '../understanding.ts'
import { understand } from '../understanding.ts'
import { likely } from '../typing.ts'
import { stem } from '../stemming.ts'
import type { KnownStem, KnownWord } from '../vocabulary.ts'
import { among } from './filter-text.ts'

/** Where counts and words come from. */
export interface Words {
  /** How many articles hold each term. */
  counts(terms: readonly string[]): Promise<readonly number[]>
  /** Words that begin so or nearly so, with how many articles hold each. */
  like(text: string): Promise<readonly { readonly value: string; readonly count: number }[]>
}

/** Counts of terms, remembered for a while: a word that nobody knew may be in the index a moment later. */
export class Lookups {
  readonly #counts = new Map<string, { readonly count: number; readonly until: number }>()
  readonly #likes = new Map<string, { readonly found: readonly { readonly value: string; readonly count: number }[]; readonly until: number }>()

  forget(): void {
    this.#counts.clear()
    this.#likes.clear()
  }

  async understand(query: EngineQuery, languages: readonly string[], words: Words): Promise<Understanding> {
    for (let round = 0; ; round += 1) {
      const missing: Missing = { terms: new Set(), likes: new Set() }
      const understanding = understand(query, this.#vocabulary(languages, missing), languages)
      if ((missing.terms.size === 0 && missing.likes.size === 0) || round === ROUNDS) return understanding
      await this.#fetch(missing, words)
    }
  }

  /** How many articles hold each term; fetched where unknown. */
  async counts(terms: readonly string[], words: Words): Promise<ReadonlyMap<string, number>> {
    const now = performance.now()
    await this.#fetch({ terms: new Set(terms.filter((term) => !this.#fresh(this.#counts.get(term), now))), likes: new Set() }, words)
    return new Map(terms.map((term) => [term, this.#counts.get(term)?.count ?? 0]))
  }

  #fresh<T extends { readonly until: number }>(one: T | undefined, now: number): one is T {
    return one !== undefined && one.until > now
  }

  async #fetch(missing: Missing, words: Words): Promise<void> {
    if (this.#counts.size > REMEMBERED || this.#likes.size > REMEMBERED) this.forget()
    const terms = [...missing.terms]
    const likes = [...missing.likes].slice(0, MOST_LIKES)
    const [counts, ...found] = await Promise.all([terms.length === 0 ? [] : words.counts(terms), ...likes.map((text) => words.like(text))])
    const now = performance.now()
    terms.forEach((term, at) => {
      const count = counts[at] ?? 0
      this.#counts.set(term, { count, until: now + (count === 0 ? BRIEFLY : LONG) })
    })
    // What was cut off is nothing for now, so that a question of a thousand mistakes ends.
    for (const text of missing.likes) this.#likes.set(text, { found: [], until: now + BRIEFLY })
    likes.forEach((text, at) => this.#likes.set(text, { found: found[at] ?? [], until: now + BRIEFLY }))
  }

  #vocabulary(languages: readonly string[], missing: Missing) {
    const now = performance.now()
    const known = (term: string): KnownStem | undefined => {
      const held = this.#counts.get(term)
      if (!this.#fresh(held, now)) {
        missing.terms.add(term)
        return { id: 0, articles: PLENTY }
      }
      return held.count === 0 ? undefined : { id: 0, articles: held.count }
    }
    const like = (text: string): readonly KnownWord[] => {
      const held = this.#likes.get(text)
      if (!this.#fresh(held, now)) {
        missing.likes.add(text)
        return []
      }
      return held.found.map(({ value, count }) => ({ word: value, stem: stem(value, languages[0] ?? 'en'), articles: count }))
    }
    return {
      stem: known,
      forms: (): readonly KnownWord[] => [],
      startingWith: (begin: string, limit: number) => like(begin).filter((one) => one.word.startsWith(begin)).sort((left, right) => right.articles - left.articles).slice(0, limit),
      similar: (word: string, distance: number, unfinished: boolean, limit: number) => similar(like(word), { word, distance, unfinished, limit }),
    }
  }
}

interface Missing {
  readonly terms: Set<string>
  readonly likes: Set<string>
}

interface Mistyped {
  readonly word: string
  readonly distance: number
  readonly unfinished: boolean
  readonly limit: number
}

/** Two rounds know the stems and the mistyped words, a third the stems of those that stood in. */
const ROUNDS = 4
const REMEMBERED = 50_000
/** Mistyped words of one question that are looked up. */
const MOST_LIKES = 12
/** Milliseconds for which an answer is remembered. */
const BRIEFLY = 2_000
const LONG = 300_000
/** Of a term whose count is not known yet: often enough not to be taken for a mistake. */
const PLENTY = 1_000

/** The engine finds by beginning; the distance is ours, so that both engines forgive alike. */
function similar(words: readonly KnownWord[], { word, distance, unfinished, limit }: Mistyped): readonly KnownWord[] {
  const byWord = new Map(words.map((one) => [one.word, one]))
  const near = likely([...byWord.keys()].sort(), word, distance, unfinished).filter((one) => one.word !== word)
  const known = near.flatMap((one) => ({ ...(byWord.get(one.word) as KnownWord), distance: one.distance }))
  return known.sort((left, right) => left.distance - right.distance || right.articles - left.articles).slice(0, limit)
}

/** The query that counts the articles of a term. */
export function countOf(index: string, term: string) {
  return { indexUid: index, q: '', filter: among('terms', [term]), limit: 0 }
}
