// What is the answer, once rows are ranked? Order, folding, totals and facets, all true counts, over rows in memory.
// Found rows are spoken of by their place among those found: no object a row.
import type { EngineAnswer, EngineQuery, FilterableField } from './port.ts'
import type { Columns, NumberField, TextField } from './columns.ts'
import { codesAt, isNumberField } from './columns.ts'
import { firstOf } from './first.ts'
import type { Order } from './first.ts'
import type { Ranked } from './ranked.ts'

export interface PlacedRow {
  readonly row: number
  readonly score: number
  /** Rows with the same value of the distinct field among the hits, this one included. */
  readonly folded: number
}

export interface Page {
  readonly rows: readonly PlacedRow[]
  readonly total: number
  readonly totalFolded: number
}

/** One page of the ranked rows, folded by `distinct`. */
export function pageOf(found: Ranked, query: EngineQuery, columns: Columns): Page {
  const order = orderOf(found, query, columns)
  const fold = query.distinct === undefined ? undefined : foldOf(query.distinct, columns)
  const count = found.rows.length
  const wanted = query.limit <= 0 ? 0 : query.offset + query.limit
  const placed = (at: number, folded: number): PlacedRow => ({ row: found.rows[at] ?? 0, score: found.scores[at] ?? 0, folded })
  if (fold === undefined) {
    const rows = firstOf(count, wanted, order).slice(query.offset).map((at) => placed(at, 1))
    return { rows, total: count, totalFolded: count }
  }
  const { leaders, members } = folded(found, fold, order)
  const first = firstOf(leaders.length, wanted, (left, right) => order(leaders[left] ?? 0, leaders[right] ?? 0))
  const rows = first.slice(query.offset).map((group) => placed(leaders[group] ?? 0, members[group] ?? 1))
  return { rows, total: leaders.length, totalFolded: count }
}

/** Counts by value; distinct values are counted once where rows are folded. */
export function facetsOf(found: Ranked, query: EngineQuery, columns: Columns): Pick<EngineAnswer, 'facets' | 'facetStats'> {
  const facets: Record<string, Record<string, number>> = {}
  const facetStats: Record<string, { min: number; max: number }> = {}
  if (query.facets.length === 0) return { facets, facetStats }
  const fold = query.distinct === undefined ? undefined : foldOf(query.distinct, columns)
  for (const field of query.facets) {
    facets[field] = isNumberField(field) ? countNumbers(found, columns.numbers[field], fold) : countCodes(found, field, columns, fold)
    const values = isNumberField(field) ? Object.keys(facets[field]).map(Number) : []
    if (values.length > 0) facetStats[field] = { min: least(values), max: -least(values.map((value) => -value)) }
  }
  return { facets, facetStats }
}

/** A number for each distinct value of a row, below `size`; rows without a value stand for themselves. */
interface Fold {
  readonly of: (row: number) => number
  readonly size: number
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)
}

function foldOf(field: FilterableField, columns: Columns): Fold {
  if (isNumberField(field)) return foldOfNumbers(columns.numbers[field], columns.lastRow)
  const column = columns.texts[field]
  const values = column.values.length
  const size = values + columns.lastRow + 1
  const codes = column.one
  if (column.several) return { size, of: (row) => column.many[row]?.[0] ?? values + row }
  return {
    size,
    of: (row) => {
      const code = codes[row] ?? -1
      return code < 0 ? values + row : code
    },
  }
}

function foldOfNumbers(numbers: readonly number[], lastRow: number): Fold {
  const known = new Map<number, number>()
  const of = (row: number): number => {
    const value = numbers[row] ?? Number.NaN
    if (Number.isNaN(value)) return lastRow + 1 + row
    let code = known.get(value)
    if (code === undefined) known.set(value, (code = known.size))
    return code
  }
  return { of, size: 2 * lastRow + 2 }
}

/** The asked order; then the better, the newer, the earlier taken in. */
function orderOf({ rows, scores }: Ranked, query: EngineQuery, columns: Columns): Order {
  const newer = byNumber(columns.numbers.publishedAtUnix, -1)
  const byScore: Order = (left, right) => {
    const better = (scores[right] ?? 0) - (scores[left] ?? 0)
    if (better !== 0) return better
    const [one, other] = [rows[left] ?? 0, rows[right] ?? 0]
    return newer(one, other) || one - other
  }
  if (query.sort.length === 0) return byScore
  const sorts = query.sort.map(({ field, order }) => {
    const sign = order === 'asc' ? 1 : -1
    return field === 'headline' ? byHeadline(columns, sign) : byNumber(columns.numbers[field], sign)
  })
  return (left, right) => {
    for (const sort of sorts) {
      const found = sort(rows[left] ?? 0, rows[right] ?? 0)
      if (found !== 0) return found
    }
    return byScore(left, right)
  }
}

/** Nothing known comes last, whichever way round. */
function byNumber(numbers: readonly number[], sign: number): Order {
  return (left, right) => {
    const one = numbers[left] ?? Number.NaN
    const other = numbers[right] ?? Number.NaN
    if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : 1
    return Number.isNaN(other) ? -1 : (one - other) * sign
  }
}

const headlineOrder = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function byHeadline(columns: Columns, sign: number): Order {
  return (left, right) => headlineOrder.compare(columns.headlines[left] ?? '', columns.headlines[right] ?? '') * sign
}

/** The first of each group, and how many are in it. */
function folded({ rows }: Ranked, { of, size }: Fold, order: Order): { readonly leaders: readonly number[]; readonly members: readonly number[] } {
  /** One more than the group's number; 0: not met yet. */
  const groups = new Uint32Array(size)
  const leaders: number[] = []
  const members: number[] = []
  for (let at = 0; at < rows.length; at += 1) {
    const value = of(rows[at] ?? 0)
    const known = groups[value] ?? 0
    if (known === 0) {
      groups[value] = leaders.push(at)
      members.push(1)
    } else {
      members[known - 1] = (members[known - 1] ?? 0) + 1
      if (order(at, leaders[known - 1] ?? 0) < 0) leaders[known - 1] = at
    }
  }
  return { leaders, members }
}

function countCodes({ rows }: Ranked, field: TextField, columns: Columns, fold: Fold | undefined): Record<string, number> {
  const column = columns.texts[field]
  const counts = new Uint32Array(column.values.length)
  const count = counter(counts.length, fold, (code) => {
    counts[code] = (counts[code] ?? 0) + 1
  })
  for (const row of rows) {
    if (column.several) for (const code of codesAt(column, row)) count(code, row)
    else if ((column.one[row] ?? -1) >= 0) count(column.one[row] ?? 0, row)
  }
  const entries: [string, number][] = []
  counts.forEach((number, code) => {
    if (number > 0) entries.push([column.values[code] ?? '', number])
  })
  return Object.fromEntries(entries)
}

function countNumbers({ rows }: Ranked, numbers: Columns['numbers'][NumberField], fold: Fold | undefined): Record<string, number> {
  const codes = new Map<number, number>()
  const counts: number[] = []
  const count = counter(rows.length, fold, (code) => {
    counts[code] = (counts[code] ?? 0) + 1
  })
  for (const row of rows) {
    const value = numbers[row] ?? Number.NaN
    if (Number.isNaN(value)) continue
    let code = codes.get(value)
    if (code === undefined) codes.set(value, (code = codes.size))
    count(code, row)
  }
  return Object.fromEntries([...codes].map(([value, code]) => [value, counts[code] ?? 0]))
}

/** Counts a code below `codes` once a group of folded rows: a pair of both is one number. */
function counter(codes: number, fold: Fold | undefined, add: (code: number) => void): (code: number, row: number) => void {
  if (fold === undefined) return add
  const seen = new Set<number>()
  return (code, row) => {
    const pair = fold.of(row) * codes + code
    if (seen.has(pair)) return
    seen.add(pair)
    add(code)
  }
}
