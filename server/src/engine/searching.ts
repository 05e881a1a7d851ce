// How is one question answered from the index file? Understand, find, filter, fold, count, and mark the page's hits.
import type { EngineAnswer, EngineHit, EngineQuery, EngineRecord } from './port.ts'
import { facetsOf, pageOf } from './answer.ts'
import type { PlacedRow } from './answer.ts'
import { Columns } from './columns.ts'
import type { Marking } from './highlight.ts'
import { highlighted, markedFields, markingOf, snippetOf } from './highlight.ts'
import type { Connection } from './index-file.ts'
import { predicate } from './predicate.ts'
import { kept } from './ranked.ts'
import { deadlineClock, Retrieval } from './retrieval.ts'
import { understand } from './understanding.ts'
import { Vocabulary } from './vocabulary.ts'
import { Weighing } from './weighing.ts'

export class Searching {
  readonly #db: Connection
  readonly #columns = new Columns()
  readonly #vocabulary: Vocabulary
  readonly #retrieval: Retrieval
  readonly #sql
  #seen: unknown

  constructor(db: Connection) {
    this.#db = db
    this.#vocabulary = new Vocabulary(db)
    this.#retrieval = new Retrieval(db, this.#columns, new Weighing(db, this.#vocabulary))
    this.#sql = {
      any: db.prepare('SELECT 1 FROM meta'),
      body: db.prepare<[number], string>('SELECT body FROM article WHERE row = ?').pluck(),
      record: db.prepare<[number], { headline: string; body: string; fields: string }>('SELECT headline, body, fields FROM article WHERE row = ?'),
    }
  }

  /** Reads what every search needs. */
  prepare(): void {
    this.#db.transaction(() => this.#refresh()).deferred()
  }

  /** One read transaction: words, fields and texts are of one moment. */
  search(query: EngineQuery, deadline: number): EngineAnswer {
    return this.#db.transaction(() => this.#answer(query, deadline)).deferred()
  }

  #answer(query: EngineQuery, deadline: number): EngineAnswer {
    const clock = deadlineClock(deadline)
    this.#refresh()
    const columns = this.#columns
    const asked = understand(query, this.#vocabulary, columns.languages())
    clock()
    const all = this.#retrieval.find({ asked, query, clock })
    const keep = query.filter === undefined ? undefined : predicate(query.filter, columns)
    const found = keep === undefined ? all : kept(all, keep)
    clock()
    const page = pageOf(found, query, columns)
    clock()
    const marking = markingOf(asked)
    return {
      hits: page.rows.map((placed) => this.#hit(placed, marking, query)),
      total: page.total,
      totalFolded: page.totalFolded,
      exact: true,
      ...facetsOf(found, query, columns),
      understoodAs: asked.understoodAs,
    }
  }

  /** The columns follow the file; its data version tells whether anything was committed by another connection. */
  #refresh(): void {
    // The pragma tells of changes once a read transaction has begun.
    this.#sql.any.get()
    const version = this.#db.pragma('data_version', { simple: true })
    if (version === this.#seen) return
    this.#columns.refresh(this.#db)
    this.#seen = version
  }

  #hit(placed: PlacedRow, marking: Marking, query: EngineQuery): EngineHit {
    const { row } = placed
    const languages = this.#columns.texts.language
    const language = languages.values[languages.one[row] ?? -1] ?? 'und'
    return {
      id: this.#columns.ids[row] ?? '',
      score: placed.score,
      snippet: snippetOf(this.#sql.body.get(row) ?? '', marking, language, query.snippetWords),
      headline: highlighted(this.#columns.headlines[row] ?? '', marking, language),
      folded: placed.folded,
      ...(query.marked === undefined ? {} : { marked: markedFields(this.#record(row), query.marked, marking, language) }),
    }
  }

  #record(row: number): EngineRecord {
    const { headline, body, fields } = this.#sql.record.get(row) ?? { headline: '', body: '', fields: '{}' }
    return { ...(JSON.parse(fields) as EngineRecord), headline, body }
  }
}
