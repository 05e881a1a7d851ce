// Which stems and words does the index know, and how many articles hold each? Counted in memory over a batch and
// written once, since a batch meets the same words again and again.
import type { Connection } from './index-file.ts'

export class Lexicon {
  readonly #sql
  readonly #ids = new Map<string, number>()
  readonly #forms = new Map<string, string>()
  readonly #changes = new Map<number, number>()

  constructor(db: Connection) {
    this.#sql = {
      find: db.prepare<[string], number>('SELECT id FROM stem WHERE stem = ?').pluck(),
      add: db.prepare('INSERT INTO stem (stem, articles) VALUES (?, 0)'),
      count: db.prepare('UPDATE stem SET articles = articles + ? WHERE id = ?'),
      addForm: db.prepare('INSERT OR IGNORE INTO word (word, stem) VALUES (?, ?)'),
    }
  }

  /** The number of a stem; made where it is new. */
  id(stem: string): number {
    let id = this.#ids.get(stem)
    if (id === undefined) {
      id = this.#sql.find.get(stem) ?? Number(this.#sql.add.run(stem).lastInsertRowid)
      if (this.#ids.size >= REMEMBERED) this.#ids.clear()
      this.#ids.set(stem, id)
    }
    return id
  }

  addForm(word: string, stem: string): void {
    if (this.#forms.get(word) === stem) return
    this.#sql.addForm.run(word, stem)
    if (this.#forms.size >= REMEMBERED) this.#forms.clear()
    this.#forms.set(word, stem)
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
    this.#ids.clear()
    this.#forms.clear()
  }

  forgetAll(): void {
    this.forgetLearnt()
    this.#changes.clear()
  }
}

const REMEMBERED = 500_000
