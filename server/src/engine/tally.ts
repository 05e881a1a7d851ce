// How well do the rows answer, added up word by word? One place a row in arrays that are kept from question to question;
// only the rows that were touched are cleared, so that a rare word costs no more in a large archive.
import { rarity, saturation } from './bm25.ts'
import type { Columns } from './columns.ts'
import type { Ranked } from './ranked.ts'

export class Tally {
  #scores = new Float64Array(0)
  /** Weighted occurrences of the word at hand. */
  #counts = new Float64Array(0)
  /** How many words of the question the row holds, and the last of them. */
  #held = new Uint16Array(0)
  #last = new Uint16Array(0)
  #rows: number[] = []
  #of: number[] = []
  #columns: Columns

  constructor(columns: Columns) {
    this.#columns = columns
  }

  begin(): void {
    for (const row of this.#rows) this.#scores[row] = this.#held[row] = this.#last[row] = 0
    this.#rows = []
    const size = this.#columns.lastRow + 1
    if (size <= this.#scores.length) return
    const grown = size + (size >> 2)
    this.#scores = new Float64Array(grown)
    this.#counts = new Float64Array(grown)
    this.#held = new Uint16Array(grown)
    this.#last = new Uint16Array(grown)
  }

  /** One more occurrence of the word at hand. */
  readonly count = (row: number, weight: number): void => {
    if (this.#counts[row] === 0) this.#of.push(row)
    this.#counts[row] = (this.#counts[row] ?? 0) + weight
  }

  /** The word at hand was counted everywhere: its share of the scores. `number` from 1; `whole`: a row with it holds that word of the question. */
  weigh(number: number, times: number, whole: boolean): void {
    const { articles, lengths } = this.#columns
    const scale = { articles, average: this.#columns.averageLength() }
    const rare = times * rarity(articles, this.#of.length)
    for (const row of this.#of) {
      this.add(row, rare * saturation(this.#counts[row] ?? 0, lengths[row] ?? 0, scale), number, whole)
      this.#counts[row] = 0
    }
    this.#of = []
  }

  add(row: number, score: number, number: number, whole: boolean): void {
    if (this.#scores[row] === 0) this.#rows.push(row)
    this.#scores[row] = (this.#scores[row] ?? 0) + (score || Number.MIN_VALUE)
    if (!whole || this.#last[row] === number) return
    this.#last[row] = number
    this.#held[row] = (this.#held[row] ?? 0) + 1
  }

  /** All rows that hold anything. */
  ranked(): Ranked {
    return { rows: [...this.#rows], scores: this.#rows.map((row) => this.#scores[row] ?? 0) }
  }

  /** Does it hold so many words of the question? */
  holds(row: number, words: number): boolean {
    return (this.#held[row] ?? 0) >= words
  }
}
