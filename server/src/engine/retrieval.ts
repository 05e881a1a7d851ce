// Which rows hold the words asked for, and how well? Each word is counted in every article that holds it and weighed (BM25
// with field weights); rows that hold every word of a short question come before all others.
import { ProblemError } from '../domain/problem.ts'
import type { EngineQuery, SearchableField } from './port.ts'
import type { Columns } from './columns.ts'
import type { Connection } from './index-file.ts'
import { FIELD_WEIGHTS } from './index-file.ts'
import type { FieldWeights } from './occurrences.ts'
import { fieldWeights, Occurrences } from './occurrences.ts'
import type { Ranked } from './ranked.ts'
import { everything, kept } from './ranked.ts'
import { Tally } from './tally.ts'
import type { Chain, Group, Understanding } from './understanding.ts'
import { SHORT_QUESTION } from './understanding.ts'
import type { Weighing } from './weighing.ts'

/** One question on its way: what it means, over which rows, until when. */
export interface Asking {
  readonly asked: Understanding
  readonly query: Pick<EngineQuery, 'match' | 'fields' | 'sort'>
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
  readonly #columns: Columns
  readonly #weighing: Weighing
  readonly #occurrences: Occurrences
  readonly #tally: Tally
  readonly #sql

  constructor(db: Connection, columns: Columns, weighing: Weighing) {
    this.#columns = columns
    this.#weighing = weighing
    this.#occurrences = new Occurrences(db)
    this.#tally = new Tally(columns)
    const weights = Object.values(FIELD_WEIGHTS).join(', ')
    this.#sql = {
      scored: db.prepare<[string], [number, number]>(`SELECT rowid, bm25(stems, ${weights}) FROM stems WHERE stems MATCH ?`).raw(),
      stems: db.prepare<[string], string>('SELECT json_group_array(rowid) FROM stems WHERE stems MATCH ?').pluck(),
      words: db.prepare<[string], string>('SELECT json_group_array(rowid) FROM words WHERE words MATCH ?').pluck(),
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
    const { asked, query } = asking
    if (asked.empty) return everything(this.#columns)
    const words = asked.groups.length
    if (words === 0) return { rows: [], scores: [] }
    this.#count(asking)
    const tallied = this.#tally.ranked()
    if (query.match === 'all') return kept(tallied, (row) => this.#tally.holds(row, words))
    const byScore = query.sort.length === 0 && query.fields === undefined
    const found = byScore ? this.#weighing.weigh(tallied, asked, this.#columns) : tallied
    if (isShort(asked.groups)) lift(found, (row) => this.#tally.holds(row, words))
    if (asked.beginnings.length > 0) {
      addRows(found, this.#marked(this.#sql.stems, inFields(anyOf(asked.beginnings.map((one) => [one])), query.fields), asking))
    }
    return found
  }

  /** A word that was said twice weighs double. */
  #count({ asked, query, clock }: Asking): void {
    const weights = fieldWeights(query.fields)
    this.#tally.begin()
    asked.groups.forEach((group, at) => {
      const times = Math.min(group.times, MOST_TIMES)
      const counted = new Set<string>()
      for (const chain of [...group.chains, ...group.parts]) {
        const key = chain.join(' ')
        if (counted.has(key)) continue
        counted.add(key)
        this.#countChain(chain, { number: at + 1, times, whole: group.chains.includes(chain), weights, fields: query.fields })
        clock()
      }
    })
  }

  /** A run of words is found and scored by FTS5, which knows how they stand. */
  #countChain(chain: Chain, { number, times, whole, weights, fields }: Counted): void {
    const [stem = ''] = chain
    if (chain.length === 1) {
      this.#occurrences.each(stem, weights, this.#tally.count)
      this.#tally.weigh(number, times, whole)
    } else {
      for (const [row, score] of this.#sql.scored.all(inFields(quoted(chain), fields))) this.#tally.add(row, -score * times, number, whole)
    }
  }

  #marked(statement: { get(expression: string): string | undefined }, expression: string, { clock }: Asking): Uint8Array {
    const marks = new Uint8Array(this.#columns.lastRow + 1)
    for (const row of JSON.parse(statement.get(expression) ?? '[]') as readonly number[]) marks[row] = 1
    clock()
    return marks
  }
}

interface Counted {
  readonly number: number
  readonly times: number
  /** It stands for the whole word, not for a part of it. */
  readonly whole: boolean
  readonly weights: FieldWeights
  readonly fields: readonly SearchableField[] | undefined
}

const MOST_TIMES = 4

/** Is there a "whole" to prefer: two or three words, or one that has parts? */
function isShort(groups: readonly Group[]): boolean {
  return groups.length <= SHORT_QUESTION && (groups.length > 1 || groups.some((group) => group.parts.length > 0))
}

/** Rows with every word stand above all that lack one. */
function lift(found: Ranked, whole: (row: number) => boolean): void {
  let best = 0
  found.rows.forEach((row, at) => {
    if (!whole(row)) best = Math.max(best, found.scores[at] ?? 0)
  })
  found.rows.forEach((row, at) => {
    if (whole(row)) found.scores[at] = (found.scores[at] ?? 0) + best
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
