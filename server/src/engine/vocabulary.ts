// Which words does the index know? For stems as the index made them, unfinished words and typing mistakes.
import type { Connection } from './index-file.ts'
import { likely } from './typing.ts'

export interface KnownStem {
  readonly id: number
  /** How many articles hold it. */
  readonly articles: number
}

export interface KnownWord {
  readonly word: string
  readonly stem: string
  readonly articles: number
}

export class Vocabulary {
  readonly #sql
  /** Sorted by code unit, for the search of mistyped words. */
  #words: readonly string[] = []
  #lastNumber = 0

  constructor(db: Connection) {
    this.#sql = {
      stem: db.prepare<[string], KnownStem>('SELECT id, articles FROM stem WHERE stem = ?'),
      name: db.prepare<[number], { stem: string; articles: number }>('SELECT stem, articles FROM stem WHERE id = ?'),
      forms: db.prepare<[string], KnownWord>(`${FORMS} WHERE word.word = ? AND stem.articles > 0`),
      from: db.prepare<[string, string, number], KnownWord>(`${FORMS} WHERE word.word >= ? AND word.word < ? AND stem.articles > 0 ORDER BY stem.articles DESC, word.word LIMIT ?`),
      since: db.prepare<[number], { number: number; word: string }>('SELECT number, word FROM word WHERE number > ?'),
    }
  }

  stem(stem: string): KnownStem | undefined {
    return this.#sql.stem.get(stem)
  }

  /** The stem of this number. */
  named(id: number): { readonly stem: string; readonly articles: number } | undefined {
    return this.#sql.name.get(id)
  }

  /** A word with each stem that the index made of it. */
  forms(word: string): readonly KnownWord[] {
    return this.#sql.forms.all(word)
  }

  /** Words that begin so, the most frequent first. */
  startingWith(begin: string, limit: number): readonly KnownWord[] {
    return this.#sql.from.all(begin, `${begin}\u{10FFFF}`, limit)
  }

  /** Known words within `distance` edits, the nearest and then the most frequent first. `unfinished`: their beginnings count. */
  similar(word: string, distance: number, unfinished: boolean, limit: number): readonly KnownWord[] {
    this.#load()
    const found = likely(this.#words, word, distance, unfinished).filter((one) => one.word !== word)
    const known = found.flatMap((one) => this.forms(one.word).map((form) => ({ ...form, distance: one.distance })))
    return known.sort((left, right) => left.distance - right.distance || right.articles - left.articles).slice(0, limit)
  }

  #load(): void {
    const fresh = this.#sql.since.all(this.#lastNumber)
    if (fresh.length === 0) return
    for (const one of fresh) this.#lastNumber = Math.max(this.#lastNumber, one.number)
    const words = fresh.map((one) => one.word).filter((word) => word.length <= LONGEST && !/\d/.test(word))
    this.#words = mergedWords(this.#words, [...new Set(words)].sort())
  }
}

/** Longer words are no typing mistakes. */
const LONGEST = 40

const FORMS = 'SELECT word.word, word.stem, stem.articles FROM word JOIN stem ON stem.stem = word.stem'

/** Both sorted by code unit and without repetitions; so is the answer. */
function mergedWords(known: readonly string[], fresh: readonly string[]): readonly string[] {
  const merged: string[] = []
  let at = 0
  for (const word of known) {
    for (let next = fresh[at]; next !== undefined && next <= word; next = fresh[at]) {
      if (next < word) merged.push(next)
      at += 1
    }
    merged.push(word)
  }
  return [...merged, ...fresh.slice(at)]
}
