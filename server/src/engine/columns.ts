// What are the filterable fields of every article? Held in memory by row, values as small numbers, so that
// filters, facets and folding cost nothing beside the full-text query. Kept up by the index's change counter.
import type { FilterableField, SortableField } from './port.ts'
import type { Connection } from './index-file.ts'

/** Values of a field with text: a dictionary, and codes by row. A code of -1 is null. */
export interface TextColumn {
  readonly values: string[]
  readonly codes: Map<string, number>
  /** Codes of the values that are the same but for case. */
  readonly folded: Map<string, number[]>
  /** By row; for fields with one value. */
  readonly one: number[]
  /** By row; for fields with several values. */
  readonly many: (readonly number[])[]
  readonly several: boolean
}

export const NUMBER_FIELDS = ['wordCount', 'publishedAtUnix', 'createdAtUnix'] as const
export type NumberField = (typeof NUMBER_FIELDS)[number]
export type TextField = Exclude<FilterableField, NumberField>

export function isNumberField(field: FilterableField | SortableField): field is NumberField {
  return (NUMBER_FIELDS as readonly string[]).includes(field)
}

export class Columns {
  /** 1 where the row holds an article. */
  live: Uint8Array = new Uint8Array(1024)
  /** Rows run from 1 to this. */
  lastRow = 0
  articles = 0
  readonly ids: string[] = []
  readonly headlines: string[] = []
  readonly texts: Readonly<Record<TextField, TextColumn>> = {
    publisher: column(), language: column(), byline: column(true), tags: column(true), relation: column(), completeness: column(),
    principal: column(), clusterId: column(), documentId: column(), externalId: column(), id: column(),
    publishedYear: column(), publishedMonth: column(),
  }
  /** Words in all fields, by row. */
  readonly lengths: number[] = []
  readonly numbers: Readonly<Record<NumberField, number[]>> = { wordCount: [], publishedAtUnix: [], createdAtUnix: [] }
  #change = 0
  #words = 0
  #languages: readonly string[] | undefined

  /** Takes over what was committed since the last call; within the caller's read transaction. */
  refresh(db: Connection): void {
    const last = this.#change
    this.#languages = undefined
    const rows = db.prepare('SELECT row, id, change, headline, fields, length FROM article JOIN vector USING (row) WHERE change > ?').raw()
    for (const [row, id, change, headline, fields, length] of rows.iterate(last) as Iterable<[number, string, number, string, string, number]>) {
      this.#set(row, id, headline, JSON.parse(fields) as Fields)
      this.#setLength(row, length)
      this.#change = Math.max(this.#change, change)
    }
    for (const [row, change] of db.prepare('SELECT row, change FROM removed WHERE change > ?').raw().iterate(last) as Iterable<[number, number]>) {
      if (this.live[row] === 1) this.articles -= 1
      this.#setLength(row, 0)
      if (row < this.live.length) this.live[row] = 0
      this.#change = Math.max(this.#change, change)
    }
  }

  /** The languages of the index, the most frequent first. */
  languages(): readonly string[] {
    return (this.#languages ??= this.#countLanguages())
  }

  /** Words in an article, on average. */
  averageLength(): number {
    return this.#words / this.articles || 1
  }

  #setLength(row: number, length: number): void {
    this.#words += length - (this.lengths[row] ?? 0)
    this.lengths[row] = length
  }

  #countLanguages(): readonly string[] {
    const column = this.texts.language
    const counts = column.values.map((value, code) => ({ value, count: 0, code }))
    for (let row = 1; row <= this.lastRow; row += 1) {
      const entry = this.live[row] === 1 ? counts[column.one[row] ?? -1] : undefined
      if (entry !== undefined) entry.count += 1
    }
    return counts.filter((entry) => entry.count > 0).sort((left, right) => right.count - left.count).map((entry) => entry.value)
  }

  #set(row: number, id: string, headline: string, fields: Fields): void {
    this.#grow(row)
    if (this.live[row] !== 1) this.articles += 1
    this.live[row] = 1
    this.lastRow = Math.max(this.lastRow, row)
    this.ids[row] = id
    this.headlines[row] = headline
    for (const [name, column] of Object.entries(this.texts)) {
      const value = fields[name]
      if (column.several) column.many[row] = [...new Set((value as readonly string[]).map((one) => codeOf(column, one)))]
      else column.one[row] = value === null || value === undefined ? -1 : codeOf(column, String(value))
    }
    for (const name of NUMBER_FIELDS) this.numbers[name][row] = typeof fields[name] === 'number' ? fields[name] : Number.NaN
  }

  #grow(row: number): void {
    if (row < this.live.length) return
    const larger = new Uint8Array(Math.max(row + 1, this.live.length * 2))
    larger.set(this.live)
    this.live = larger
  }
}

/** Values are told apart without case and compatibility forms, as in Meilisearch. */
export function foldValue(value: string): string {
  return value.normalize('NFKD').toLowerCase()
}

/** The codes that a row holds in a field; empty where it is null. */
export function codesAt(column: TextColumn, row: number): readonly number[] {
  if (column.several) return column.many[row] ?? []
  const code = column.one[row] ?? -1
  return code < 0 ? [] : [code]
}

type Fields = Readonly<Record<string, unknown>>

function column(several = false): TextColumn {
  return { values: [], codes: new Map(), folded: new Map(), one: [], many: [], several }
}

function codeOf(column: TextColumn, value: string): number {
  let code = column.codes.get(value)
  if (code === undefined) {
    code = column.values.length
    column.values.push(value)
    column.codes.set(value, code)
    const folded = foldValue(value)
    const alike = column.folded.get(folded)
    if (alike === undefined) column.folded.set(folded, [code])
    else alike.push(code)
  }
  return code
}
