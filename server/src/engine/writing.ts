// How does an article get into the index? One transaction a batch; a record that cannot be written is told and the
// others go on. An article whose text is unchanged (its cluster grew) has only its fields rewritten.
import type { Applied, EngineRecord } from './port.ts'
import type { Connection } from './index-file.ts'
import { isDamage } from './index-file.ts'
import { indexedText, textHash, WORD_COLUMNS } from './indexed-text.ts'
import type { IndexedText } from './indexed-text.ts'

export interface Writing {
  /** Committed when it returns. */
  apply(records: readonly EngineRecord[], remove: readonly string[]): readonly Applied[]
}

export function openWriting(db: Connection): Writing {
  const sql = statements(db)
  const known = new Set<string>()
  const write = db.transaction((record: EngineRecord, change: number) => put(sql, known, record, change))
  const erase = db.transaction((id: string, change: number) => take(sql, id, change))
  const one = (id: string, work: () => void): Applied => {
    try {
      work()
      return { id, ok: true }
    } catch (error) {
      // The savepoint was rolled back: what was learnt within it may not be there. Damage and a full disk end the batch.
      known.clear()
      if (endsBatch(error)) throw error
      return { id, ok: false, error: error instanceof Error ? error.message : String(error) }
    }
  }
  const batch = db.transaction((records: readonly EngineRecord[], remove: readonly string[]) => {
    const change = Number(sql.lastChange.get()) + 1
    return [...remove.map((id) => one(id, () => erase(id, change))), ...records.map((record) => one(record.id, () => write(record, change)))]
  })
  return {
    apply(records, remove) {
      try {
        return batch.immediate(records, remove)
      } catch (error) {
        known.clear()
        throw error
      }
    },
  }
}

/** Weighted counts are kept as whole quarters; the largest that fits. */
export const COUNT_UNIT = 4
const LARGEST_COUNT = 0xffff
const KNOWN_WORDS = 500_000

type Statements = ReturnType<typeof statements>

/** Is it the file's or the disk's fault, not the record's? */
function endsBatch(error: unknown): boolean {
  return isDamage(error) || /^SQLITE_(FULL|BUSY|LOCKED|READONLY|NOMEM|CANTOPEN|PROTOCOL)/.test(String((error as { code?: unknown }).code))
}

function statements(db: Connection) {
  const columns = WORD_COLUMNS.join(', ')
  return {
    lastChange: db.prepare('SELECT max((SELECT coalesce(max(change), 0) FROM article), (SELECT coalesce(max(change), 0) FROM removed))').pluck(),
    find: db.prepare<[string], { row: number; text_hash: string }>('SELECT row, text_hash FROM article WHERE id = ?'),
    insert: db.prepare('INSERT INTO article (id, revision, change, text_hash, fields, headline, body) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    update: db.prepare('UPDATE article SET revision = ?, change = ?, fields = ? WHERE row = ?'),
    rewrite: db.prepare('UPDATE article SET text_hash = ?, headline = ?, body = ? WHERE row = ?'),
    remove: db.prepare('DELETE FROM article WHERE row = ?'),
    tombstone: db.prepare('INSERT INTO removed (row, change) VALUES (?, ?)'),
    addStems: db.prepare(`INSERT INTO stems (rowid, ${columns}, compound) VALUES (?, ?, ?, ?, ?, ?, ?)`),
    addWords: db.prepare(`INSERT INTO words (rowid, ${columns}) VALUES (?, ?, ?, ?, ?, ?)`),
    dropStems: db.prepare('DELETE FROM stems WHERE rowid = ?'),
    dropWords: db.prepare('DELETE FROM words WHERE rowid = ?'),
    addVector: db.prepare('INSERT INTO vector (row, length, terms) VALUES (?, ?, ?)'),
    vector: db.prepare<[number], Buffer>('SELECT terms FROM vector WHERE row = ?').pluck(),
    dropVector: db.prepare('DELETE FROM vector WHERE row = ?'),
    countStem: db.prepare<[string], number>('INSERT INTO stem (stem, articles) VALUES (?, 1) ON CONFLICT (stem) DO UPDATE SET articles = articles + 1 RETURNING id').pluck(),
    discountStem: db.prepare('UPDATE stem SET articles = articles - 1 WHERE id = ?'),
    addForm: db.prepare('INSERT OR IGNORE INTO word (word, stem) VALUES (?, ?)'),
  }
}

function put(sql: Statements, known: Set<string>, record: EngineRecord, change: number): void {
  const { headline, dek: _dek, body, ...fields } = record
  const hash = textHash(record)
  const held = sql.find.get(record.id)
  if (held === undefined) {
    const row = Number(sql.insert.run(record.id, record.revision, change, hash, JSON.stringify(fields), headline, body).lastInsertRowid)
    index(sql, known, row, indexedText(record))
    return
  }
  sql.update.run(record.revision, change, JSON.stringify(fields), held.row)
  if (held.text_hash === hash) return
  unindex(sql, held.row)
  sql.rewrite.run(hash, headline, body, held.row)
  index(sql, known, held.row, indexedText(record))
}

function take(sql: Statements, id: string, change: number): void {
  const held = sql.find.get(id)
  if (held === undefined) return
  unindex(sql, held.row)
  sql.remove.run(held.row)
  sql.tombstone.run(held.row, change)
}

function index(sql: Statements, known: Set<string>, row: number, text: IndexedText): void {
  sql.addStems.run(row, ...text.stems)
  sql.addWords.run(row, ...text.words)
  const terms = Buffer.allocUnsafe(text.counts.size * 6)
  let at = 0
  for (const [stem, count] of text.counts) {
    at = terms.writeUInt32LE(sql.countStem.get(stem) ?? 0, at)
    at = terms.writeUInt16LE(Math.min(Math.round(count * COUNT_UNIT), LARGEST_COUNT), at)
  }
  sql.addVector.run(row, text.length, terms)
  for (const [word, stem] of text.forms) {
    const pair = `${word} ${stem}`
    if (known.has(pair)) continue
    sql.addForm.run(word, stem)
    if (known.size >= KNOWN_WORDS) known.clear()
    known.add(pair)
  }
}

function unindex(sql: Statements, row: number): void {
  const terms = sql.vector.get(row)
  for (let at = 0; at < (terms?.length ?? 0); at += 6) sql.discountStem.run(terms?.readUInt32LE(at))
  sql.dropVector.run(row)
  sql.dropStems.run(row)
  sql.dropWords.run(row)
}
