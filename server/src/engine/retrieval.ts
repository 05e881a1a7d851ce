// Which rows hold the words asked for, and how well? FTS5 finds and scores them (BM25, Robertson 1994, with field
// weights); rows that hold every word of a short question come first.
import { ProblemError } from '../domain/problem.ts'
import type { SearchableField } from './port.ts'
import type { Columns } from './columns.ts'
import type { Connection } from './index-file.ts'
import { FIELD_WEIGHTS } from './index-file.ts'
import type { Chain, Group, Understanding } from './understanding.ts'
import { SHORT_QUESTION } from './understanding.ts'

/** Rows in no order, with their scores. */
export interface Ranked {
  readonly rows: number[]
  readonly scores: number[]
}

/** Throws `search-too-slow` once the time is up. */
export type Clocked = () => void

export function deadlineClock(milliseconds: number): Clocked {
  const end = performance.now() + milliseconds
  return () => {
    if (performance.now() > end) throw new ProblemError('search-too-slow', `The search was ended after ${milliseconds} ms`)
  }
}

export class Retrieval {
  readonly #sql

  constructor(db: Connection) {
    const weights = Object.values(FIELD_WEIGHTS).join(', ')
    this.#sql = {
      scored: db.prepare<[string], [number, number]>(`SELECT rowid, bm25(stems, ${weights}) FROM stems WHERE stems MATCH ?`).raw(),
      stems: db.prepare<[string], number>('SELECT rowid FROM stems WHERE stems MATCH ?').pluck(),
      words: db.prepare<[string], number>('SELECT rowid FROM words WHERE words MATCH ?').pluck(),
    }
  }

  /** What answers the question by its words. */
  find(asked: Understanding, match: 'any' | 'all', fields: readonly SearchableField[] | undefined, columns: Columns, clock: Clocked): Ranked {
    const found = this.#candidates(asked, match, fields, columns, clock)
    const must = (asked.strict ? asked.phrases : []).map((phrase) => this.#marked(this.#sql.words, inFields(quoted(phrase), fields), columns, clock))
    const mustNot = asked.without.map((phrase) => this.#marked(this.#sql.words, quoted(phrase), columns, clock))
    if (must.length === 0 && mustNot.length === 0) return found
    return kept(found, (row) => must.every((marks) => marks[row] === 1) && mustNot.every((marks) => marks[row] !== 1))
  }

  #candidates(asked: Understanding, match: 'any' | 'all', fields: readonly SearchableField[] | undefined, columns: Columns, clock: Clocked): Ranked {
    if (asked.empty) return everything(columns)
    if (asked.groups.length === 0) return { rows: [], scores: [] }
    const every = inFields(asked.groups.map((group) => `(${anyOf(group.chains)})`).join(' AND '), fields, STEM_COLUMNS)
    if (match === 'all') return this.#scored(every, clock)
    const found = this.#scored(inFields(asked.groups.map(weighed).join(' OR '), fields, STEM_COLUMNS), clock)
    if (asked.groups.length > 1 || hasParts(asked.groups)) {
      if (asked.groups.length <= SHORT_QUESTION) this.#lift(found, this.#marked(this.#sql.stems, every, columns, clock))
    }
    this.#addBeginnings(found, asked.beginnings, fields, columns, clock)
    return found
  }

  #scored(expression: string, clock: Clocked): Ranked {
    const rows: number[] = []
    const scores: number[] = []
    for (const [row, score] of this.#sql.scored.iterate(expression)) {
      rows.push(row)
      scores.push(-score)
      if ((rows.length & 255) === 0) clock()
    }
    return { rows, scores }
  }

  #marked(statement: { iterate(expression: string): IterableIterator<number> }, expression: string, columns: Columns, clock: Clocked): Uint8Array {
    const marks = new Uint8Array(columns.lastRow + 1)
    let seen = 0
    for (const row of statement.iterate(expression)) {
      marks[row] = 1
      seen += 1
      if ((seen & 255) === 0) clock()
    }
    return marks
  }

  /** Rows with every word stand above all that lack one. */
  #lift(found: Ranked, whole: Uint8Array): void {
    let best = 0
    found.rows.forEach((row, at) => {
      if (whole[row] !== 1) best = Math.max(best, found.scores[at] ?? 0)
    })
    found.rows.forEach((row, at) => {
      if (whole[row] === 1) found.scores[at] = (found.scores[at] ?? 0) + best
    })
  }

  #addBeginnings(found: Ranked, beginnings: readonly string[], fields: readonly SearchableField[] | undefined, columns: Columns, clock: Clocked): void {
    if (beginnings.length === 0) return
    const seen = new Set(found.rows)
    const expression = inFields(anyOf(beginnings.map((one) => [one])), fields, STEM_COLUMNS)
    const marks = this.#marked(this.#sql.stems, expression, columns, clock)
    for (let row = 1; row < marks.length; row += 1) {
      if (marks[row] === 1 && !seen.has(row)) {
        found.rows.push(row)
        found.scores.push(0)
      }
    }
  }
}

const MOST_TIMES = 4
const STEM_COLUMNS = ['compound']

/** A word that was said twice weighs double: FTS5 sums over the words of the expression. */
function weighed(group: Group): string {
  const once = anyOf([...group.chains, ...group.parts])
  return new Array<string>(Math.min(group.times, MOST_TIMES)).fill(once).join(' OR ')
}

function hasParts(groups: readonly Group[]): boolean {
  return groups.some((group) => group.parts.length > 0)
}

function everything(columns: Columns): Ranked {
  const rows: number[] = []
  for (let row = 1; row <= columns.lastRow; row += 1) if (columns.live[row] === 1) rows.push(row)
  return { rows, scores: new Array<number>(rows.length).fill(0) }
}

export function kept(found: Ranked, keep: (row: number) => boolean): Ranked {
  const rows: number[] = []
  const scores: number[] = []
  found.rows.forEach((row, at) => {
    if (!keep(row)) return
    rows.push(row)
    scores.push(found.scores[at] ?? 0)
  })
  return { rows, scores }
}

/** A chain holds only letters and digits (see tokens.ts); doubled quotes are the second lock on the door. */
function quoted(chain: Chain): string {
  return `"${chain.join(' ').replaceAll('"', '""')}"`
}

function anyOf(chains: readonly Chain[]): string {
  return [...new Set(chains.map(quoted))].join(' OR ')
}

function inFields(expression: string, fields: readonly SearchableField[] | undefined, more: readonly string[] = []): string {
  return fields === undefined || fields.length === 0 ? expression : `{${[...fields, ...more].join(' ')}} : (${expression})`
}
