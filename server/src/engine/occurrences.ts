// Where does a stem stand? FTS5's own list of occurrences, read in one go: counting them here costs a third of what
// FTS5's bm25() does, which steps through every row and looks up its length anew.
import type { SearchableField } from './port.ts'
import type { Connection } from './index-file.ts'
import { FIELD_WEIGHTS } from './index-file.ts'

const FIELDS = Object.keys(FIELD_WEIGHTS) as readonly (keyof typeof FIELD_WEIGHTS)[]
/** A place is a row and the number of a field: `row * SHARES + field`. */
const SHARES = 8

/** What an occurrence weighs, by the number of its field. */
export type FieldWeights = readonly number[]

/** In all fields, or in these alone. */
export function fieldWeights(fields: readonly SearchableField[] | undefined): FieldWeights {
  const all = fields === undefined || fields.length === 0
  return FIELDS.map((field) => (all || (fields as readonly string[]).includes(field) ? FIELD_WEIGHTS[field] : 0))
}

export class Occurrences {
  readonly #places

  constructor(db: Connection) {
    // Of this connection alone: nothing is written into the file.
    db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.occurrence USING fts5vocab('main', 'stems', 'instance')")
    // Nearly every occurrence stands in the body, so that it is asked for first.
    const fields = FIELDS.map((name, at) => ({ name, at })).sort((left, right) => Number(right.name === 'body') - Number(left.name === 'body'))
    const field = `CASE col ${fields.map(({ name, at }) => `WHEN '${name}' THEN ${at}`).join(' ')} END`
    this.#places = db.prepare<[string], string>(`SELECT json_group_array(doc * ${SHARES} + ${field}) FROM temp.occurrence WHERE term = ?`).pluck()
  }

  /** Calls back with each occurrence's row and what it weighs. */
  each(stem: string, weights: FieldWeights, take: (row: number, weight: number) => void): void {
    for (const place of JSON.parse(this.#places.get(stem) ?? '[]') as readonly number[]) {
      const field = place % SHARES
      const weight = weights[field] ?? 0
      if (weight > 0) take((place - field) / SHARES, weight)
    }
  }
}
