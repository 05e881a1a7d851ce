// Which stems and words does the index know, and how many articles hold each? Counted in memory over a batch and
// written once, since a batch meets the same words again and again.
import type { Connection } from './index-file.ts'
import type { MetStem, MetWord, MetWords } from './met-words.ts'
import { rememberedWords } from './met-words.ts'

export class Lexicon {
  readonly #sql
  readonly #languages = new Map<string, MetWords>()
  readonly #changes = new Map<number, number>()

  constructor(db: Connection) {
    this.#sql = {
      find: db.prepare<[string], number>('SELECT id FROM stem WHERE stem = ?').pluck(),
      add: db.prepare('INSERT INTO stem (stem, articles) VALUES (?, 0)'),
      count: db.prepare('UPDATE stem SET articles = articles + ? WHERE id = ?'),
      addForm: db.prepare('INSERT OR IGNORE INTO word (word, stem) VALUES (?, ?)'),
    }
  }

  words(language: string): MetWords {
    return rememberedWords(this.#languages, language)
  }

  /** The number of a stem; made where it is new. */
  id(stem: MetStem): number {
    if (stem.id === 0) stem.id = this.#sql.find.get(stem.stem) ?? Number(this.#sql.add.run(stem.stem).lastInsertRowid)
    return stem.id
  }

  addForm(word: MetWord): void {
    if (word.written) return
    this.#sql.addForm.run(word.plain, word.stem.stem)
    word.written = true
  }

  /** One article more, or less, holds these stems. */
  count(ids: Iterable<number>, by: 1 | -1): void {
    for (const id of ids) this.#changes.set(id, (this.#changes.get(id) ?? 0) + by)
  }

  /** Writes the counts; within the transaction of the batch. */
  flush(): void {
    for (const [id, by] of this.#changes) if (by !== 0) this.#sql.count.run(by, id)
    this.#changes.clear()
  }

  /** A record's changes were rolled back: what was learnt with them may not be in the file. */
  forgetLearnt(): void {
    this.#languages.clear()
  }

  forgetAll(): void {
    this.forgetLearnt()
    this.#changes.clear()
  }
}
