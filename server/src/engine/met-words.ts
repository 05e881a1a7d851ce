// What is known of a word that was met before? Its plain form, its stem and whether it is a stop word, found by one
// look-up: an index meets the same words millions of times, and a map more on the way costs more than the work itself.
// For the same reason the words of one text are counted in these very objects.
import { isStopWord, stem } from './stemming.ts'
import { withoutAccents } from './tokens.ts'

export interface MetStem {
  readonly stem: string
  /** Its number in the index; 0 where it was not asked for yet. */
  id: number
  /** Weighted occurrences in the text of number `text`. */
  count: number
  text: number
}

export interface MetWord {
  /** Without accents. */
  readonly plain: string
  readonly stem: MetStem
  readonly stop: boolean
  /** Does the index know this form? */
  written: boolean
  text: number
}

/** The words of one language. */
export class MetWords {
  readonly #language: string
  readonly #words = new Map<string, MetWord>()
  readonly #stems = new Map<string, MetStem>()
  #text = 0
  #distinct: MetWord[] = []
  #distinctStems: MetStem[] = []

  constructor(language: string) {
    this.#language = language
  }

  /** A new text begins. */
  begin(): void {
    this.#text += 1
    this.#distinct = []
    this.#distinctStems = []
  }

  /** One more occurrence in this text; `word` as tokens.ts gives it. */
  meet(word: string, weight: number): MetWord {
    const met = this.#words.get(word) ?? this.#learn(word)
    if (met.text !== this.#text) {
      met.text = this.#text
      this.#distinct.push(met)
    }
    const { stem: of } = met
    if (of.text === this.#text) of.count += weight
    else {
      of.text = this.#text
      of.count = weight
      this.#distinctStems.push(of)
    }
    return met
  }

  /** The distinct words of this text. */
  distinct(): readonly MetWord[] {
    return this.#distinct
  }

  /** The distinct stems of this text, each with its count, but for those of stop words, which rank nothing. */
  telling(): readonly MetStem[] {
    for (const word of this.#distinct) if (word.stop) word.stem.count = 0
    return this.#distinctStems.filter((one) => one.count > 0)
  }

  #learn(word: string): MetWord {
    if (this.#words.size >= REMEMBERED) {
      this.#words.clear()
      this.#stems.clear()
      // The text at hand goes on with the words that it has.
      for (const one of this.#distinctStems) this.#stems.set(one.stem, one)
    }
    const plain = withoutAccents(word)
    const made = stem(word, this.#language)
    let known = this.#stems.get(made)
    if (known === undefined) this.#stems.set(made, (known = { stem: made, id: 0, count: 0, text: 0 }))
    const met = { plain, stem: known, stop: isStopWord(plain, [this.#language, 'en']), written: false, text: 0 }
    this.#words.set(word, met)
    return met
  }
}

/** The words of a language; made where they are missing. */
export function rememberedWords(languages: Map<string, MetWords>, language: string): MetWords {
  let words = languages.get(language)
  if (words === undefined) languages.set(language, (words = new MetWords(language)))
  return words
}

/** Of one language; real news of 100,000 articles has a few hundred thousand words, most of them met once. */
const REMEMBERED = 200_000
