// How does an article get into the index? One transaction a batch; only where that fails is each record given a
// savepoint, so that the one at fault is told and the others go on (FTS5 writes a segment at every savepoint, which
// costs several times the record). An article whose text is unchanged (its cluster grew) has only its fields rewritten.
import type { Applied, EngineRecord } from './port.ts'
import type { Connection } from './index-file.ts'
import { isDamage } from './index-file.ts'
import type { ReadText } from './indexed-text.ts'
import { readText, textHash, WORD_COLUMNS } from './indexed-text.ts'
import { Lexicon } from './lexicon.ts'
import { idsOf, termsOf } from './vector.ts'

export class Writing {
  readonly #sql
  readonly #lexicon: Lexicon
  readonly #batch

  constructor(db: Connection) {
    this.#sql = statements(db)
    this.#lexicon = new Lexicon(db)
    const savepoint = db.transaction((work: () => readonly Count[]) => work())
    this.#batch = db.transaction((records: readonly EngineRecord[], remove: readonly string[], guarded: boolean) => {
      const change = Number(this.#sql.lastChange.get()) + 1
      const one = (id: string, work: () => readonly Count[]): Applied => (guarded ? this.#attempt(id, () => savepoint(work)) : this.#count(id, work()))
      const removed = remove.map((id) => one(id, () => this.#take(id, change)))
      const written = records.map((record) => one(record.id, () => this.#put(record, change)))
      this.#lexicon.flush()
      return [...removed, ...written]
    })
  }

  /** Committed when it returns. */
  apply(records: readonly EngineRecord[], remove: readonly string[]): readonly Applied[] {
    try {
      return this.#write(records, remove, false)
    } catch (error) {
      if (endsBatch(error)) throw error
      return this.#write(records, remove, true)
    }
  }

  #write(records: readonly EngineRecord[], remove: readonly string[], guarded: boolean): readonly Applied[] {
    try {
      return this.#batch.immediate(records, remove, guarded)
    } catch (error) {
      this.#lexicon.forgetAll()
      throw error
    }
  }

  #count(id: string, counts: readonly Count[]): Applied {
    for (const { ids, by } of counts) this.#lexicon.count(ids, by)
    return { id, ok: true }
  }

  /** Each record has a savepoint of its own; its counts are taken over only when it holds. */
  #attempt(id: string, work: () => readonly Count[]): Applied {
    try {
      return this.#count(id, work())
    } catch (error) {
      if (endsBatch(error)) throw error
      this.#lexicon.forgetLearnt()
      return { id, ok: false, error: error instanceof Error ? error.message : String(error) }
    }
  }

  #put(record: EngineRecord, change: number): readonly Count[] {
    const { headline, body, ...fields } = record
    const hash = textHash(record)
    const held = this.#sql.find.get(record.id)
    if (held === undefined) {
      const row = Number(this.#sql.insert.run(record.id, record.revision, change, hash, JSON.stringify(fields), headline, body).lastInsertRowid)
      return [this.#index(row, this.#read(record))]
    }
    if (held.text_hash === hash) {
      this.#sql.update.run(record.revision, change, JSON.stringify(fields), held.row)
      return []
    }
    const gone = this.#unindex(held.row)
    this.#sql.update.run(record.revision, change, JSON.stringify(fields), held.row)
    this.#sql.rewrite.run(hash, headline, body, held.row)
    return [gone, this.#index(held.row, this.#read(record))]
  }

  #take(id: string, change: number): readonly Count[] {
    const held = this.#sql.find.get(id)
    if (held === undefined) return []
    const gone = this.#unindex(held.row)
    this.#sql.remove.run(held.row)
    this.#sql.tombstone.run(held.row, change)
    return [gone]
  }

  #read(record: EngineRecord): ReadText {
    return readText(record, this.#lexicon.words(record.language))
  }

  #index(row: number, text: ReadText): Count {
    this.#sql.addStems.run(row, ...text.stems)
    this.#sql.addWords.run(row, ...text.words)
    const terms = termsOf(text.telling, (stem) => this.#lexicon.id(stem))
    this.#sql.addVector.run(row, text.length, terms)
    for (const word of text.distinct) this.#lexicon.addForm(word)
    return { ids: idsOf(terms), by: 1 }
  }

  /** FTS5 takes a text out of its counts by that very text, which is made again from what the row holds. */
  #unindex(row: number): Count {
    const held = this.#sql.held.get(row)
    if (held === undefined) return { ids: [], by: -1 }
    const text = this.#read({ ...(JSON.parse(held.fields) as EngineRecord), headline: held.headline, body: held.body })
    this.#sql.dropStems.run(row, ...text.stems)
    this.#sql.dropWords.run(row, ...text.words)
    const terms = this.#sql.vector.get(row) ?? Buffer.alloc(0)
    this.#sql.dropVector.run(row)
    return { ids: idsOf(terms), by: -1 }
  }
}

interface Count {
  readonly ids: readonly number[]
  readonly by: 1 | -1
}

/** Is it the file's or the disk's fault, not the record's? */
function endsBatch(error: unknown): boolean {
  return isDamage(error) || /^SQLITE_(FULL|BUSY|LOCKED|READONLY|NOMEM|CANTOPEN|PROTOCOL)/.test(String((error as { code?: unknown }).code))
}

function statements(db: Connection) {
  const columns = WORD_COLUMNS.join(', ')
  return {
    lastChange: db.prepare('SELECT max((SELECT coalesce(max(change), 0) FROM article), (SELECT coalesce(max(change), 0) FROM removed))').pluck(),
    find: db.prepare<[string], { row: number; text_hash: string }>('SELECT row, text_hash FROM article WHERE id = ?'),
    held: db.prepare<[number], { fields: string; headline: string; body: string }>('SELECT fields, headline, body FROM article WHERE row = ?'),
    insert: db.prepare('INSERT INTO article (id, revision, change, text_hash, fields, headline, body) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    update: db.prepare('UPDATE article SET revision = ?, change = ?, fields = ? WHERE row = ?'),
    rewrite: db.prepare('UPDATE article SET text_hash = ?, headline = ?, body = ? WHERE row = ?'),
    remove: db.prepare('DELETE FROM article WHERE row = ?'),
    tombstone: db.prepare('INSERT INTO removed (row, change) VALUES (?, ?)'),
    addStems: db.prepare(`INSERT INTO stems (rowid, ${columns}, compound) VALUES (?, ?, ?, ?, ?, ?, ?)`),
    addWords: db.prepare(`INSERT INTO words (rowid, ${columns}) VALUES (?, ?, ?, ?, ?, ?)`),
    dropStems: db.prepare(`INSERT INTO stems (stems, rowid, ${columns}, compound) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)`),
    dropWords: db.prepare(`INSERT INTO words (words, rowid, ${columns}) VALUES ('delete', ?, ?, ?, ?, ?, ?)`),
    addVector: db.prepare('INSERT INTO vector (row, length, terms) VALUES (?, ?, ?)'),
    vector: db.prepare<[number], Buffer>('SELECT terms FROM vector WHERE row = ?').pluck(),
    dropVector: db.prepare('DELETE FROM vector WHERE row = ?'),
  }
}
