// Which rows hold the words asked for, and how well? FTS5 finds and scores them (BM25 with field weights), the first
// are weighed anew, and rows that hold every word of a short question come before all others.
import { ProblemError } from '../domain/problem.ts'
import type { EngineQuery, SearchableField } from './port.ts'
import type { Columns } from './columns.ts'
import type { Connection } from './index-file.ts'
import { FIELD_WEIGHTS } from './index-file.ts'
import type { Ranked } from './ranked.ts'
import { everything, kept } from './ranked.ts'
import type { Chain, Group, Understanding } from './understanding.ts'
import { SHORT_QUESTION } from './understanding.ts'
import type { Weighing } from './weighing.ts'

/** One question on its way: what it means, over which rows, until when. */
export interface Asking {
  readonly asked: Understanding
  readonly query: Pick<EngineQuery, 'match' | 'fields' | 'sort'>
  readonly columns: Columns
  readonly clock: Clocked
}

/** Throws `search-too-slow` once the time is up. */
export type Clocked = () => void

export function deadlineClock(milliseconds: number): Clocked {
  const end = performance.now() + milliseconds
  return () => {
    if (performance.now() > end) throw new ProblemError('search-too-slow', `The search was ended after ${Math.round(milliseconds)} ms`)
  }
}

export class Retrieval {
  readonly #weighing: Weighing
  readonly #sql

  constructor(db: Connection, weighing: Weighing) {
    this.#weighing = weighing
    const weights = Object.values(FIELD_WEIGHTS).join(', ')
    this.#sql = {
      scored: db.prepare<[string], [number, number]>(`SELECT rowid, bm25(stems, ${weights}) FROM stems WHERE stems MATCH ?`).raw(),
      stems: db.prepare<[string], number>('SELECT rowid FROM stems WHERE stems MATCH ?').pluck(),
      words: db.prepare<[string], number>('SELECT rowid FROM words WHERE words MATCH ?').pluck(),
    }
  }

  /** What answers the question by its words. */
  find(asking: Asking): Ranked {
    const { asked, query } = asking
    const found = this.#candidates(asking)
    const must = (asked.strict ? asked.phrases : []).map((phrase) => this.#marked(this.#sql.words, inFields(quoted(phrase), query.fields), asking))
    const mustNot = asked.without.map((phrase) => this.#marked(this.#sql.words, quoted(phrase), asking))
    if (must.length === 0 && mustNot.length === 0) return found
    return kept(found, (row) => must.every((marks) => marks[row] === 1) && mustNot.every((marks) => marks[row] !== 1))
  }

  #candidates(asking: Asking): Ranked {
    const { asked, query, columns } = asking
    if (asked.empty) return everything(columns)
    if (asked.groups.length === 0) return { rows: [], scores: [] }
    const every = inFields(asked.groups.map((group) => `(${anyOf(group.chains)})`).join(' AND '), query.fields)
    if (query.match === 'all') return this.#scored(every, asking)
    const scored = this.#scored(inFields(asked.groups.map(weighed).join(' OR '), query.fields), asking)
    const byScore = query.sort.length === 0 && query.fields === undefined
    const found = byScore ? this.#weighing.weigh(scored, asked, columns.articles) : scored
    if (isShort(asked.groups)) lift(found, this.#marked(this.#sql.stems, every, asking))
    if (asked.beginnings.length > 0) {
      addRows(found, this.#marked(this.#sql.stems, inFields(anyOf(asked.beginnings.map((one) => [one])), query.fields), asking))
    }
    return found
  }

  #scored(expression: string, { clock }: Asking): Ranked {
    const rows: number[] = []
    const scores: number[] = []
    // All at once: row by row costs double. A thread that is held up here past its deadline is replaced.
    for (const [row, score] of this.#sql.scored.all(expression)) {
      rows.push(row)
      scores.push(-score)
    }
    clock()
    return { rows, scores }
  }

  #marked(statement: { iterate(expression: string): IterableIterator<number> }, expression: string, { columns, clock }: Asking): Uint8Array {
    const marks = new Uint8Array(columns.lastRow + 1)
    let seen = 0
    for (const row of statement.iterate(expression)) {
      marks[row] = 1
      seen += 1
      if ((seen & 255) === 0) clock()
    }
    return marks
  }
}

const MOST_TIMES = 4

/** Is there a "whole" to prefer: two or three words, or one that has parts? */
function isShort(groups: readonly Group[]): boolean {
  return groups.length <= SHORT_QUESTION && (groups.length > 1 || groups.some((group) => group.parts.length > 0))
}

/** Rows with every word stand above all that lack one. */
function lift(found: Ranked, whole: Uint8Array): void {
  let best = 0
  found.rows.forEach((row, at) => {
    if (whole[row] !== 1) best = Math.max(best, found.scores[at] ?? 0)
  })
  found.rows.forEach((row, at) => {
    if (whole[row] === 1) found.scores[at] = (found.scores[at] ?? 0) + best
  })
}

/** Rows that only the ending of an unfinished word brings in, below all others. */
function addRows(found: Ranked, marks: Uint8Array): void {
  const seen = new Uint8Array(marks.length)
  for (const row of found.rows) seen[row] = 1
  for (let row = 1; row < marks.length; row += 1) {
    if (marks[row] === 1 && seen[row] !== 1) {
      found.rows.push(row)
      found.scores.push(0)
    }
  }
}

/** A word that was said twice weighs double: FTS5 sums over the words of the expression. */
function weighed(group: Group): string {
  const once = anyOf([...group.chains, ...group.parts])
  return new Array<string>(Math.min(group.times, MOST_TIMES)).fill(once).join(' OR ')
}

/** A chain holds only letters and digits (see tokens.ts); doubled quotes are the second lock on the door. */
function quoted(chain: Chain): string {
  return `"${chain.join(' ').replaceAll('"', '""')}"`
}

function anyOf(chains: readonly Chain[]): string {
  return [...new Set(chains.map(quoted))].join(' OR ')
}

/** Field names come from a fixed list. */
function inFields(expression: string, fields: readonly SearchableField[] | undefined): string {
  return fields === undefined || fields.length === 0 ? expression : `{${fields.join(' ')}} : (${expression})`
}
