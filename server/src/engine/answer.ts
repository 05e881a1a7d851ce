// What is the answer, once rows are ranked? Order, folding, totals and facets, all true counts, over rows in memory.
import type { EngineAnswer, EngineQuery, FilterableField } from './port.ts'
import type { Columns } from './columns.ts'
import { codesAt, isNumberField } from './columns.ts'
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
  const order = orderOf(query, columns)
  const fold = query.distinct === undefined ? undefined : foldOf(query.distinct, columns)
  const placed = fold === undefined ? found.rows.map((row, at) => ({ row, score: found.scores[at] ?? 0, folded: 1 })) : folded(found, fold, order)
  return { rows: firstInOrder(placed, order, query.offset, query.limit), total: placed.length, totalFolded: found.rows.length }
}

/** Counts by value; distinct values are counted once where rows are folded. */
export function facetsOf(found: Ranked, query: EngineQuery, columns: Columns): Pick<EngineAnswer, 'facets' | 'facetStats'> {
  const facets: Record<string, Record<string, number>> = {}
  const facetStats: Record<string, { min: number; max: number }> = {}
  const fold = query.distinct === undefined ? undefined : foldOf(query.distinct, columns)
  for (const field of query.facets) {
    facets[field] = isNumberField(field) ? countNumbers(found, columns.numbers[field], fold) : countCodes(found, field, columns, fold)
    const values = isNumberField(field) ? Object.keys(facets[field]).map(Number) : []
    if (values.length > 0) facetStats[field] = { min: least(values), max: -least(values.map((value) => -value)) }
  }
  return { facets, facetStats }
}

type Fold = (row: number) => number
type Order = (left: PlacedRow, right: PlacedRow) => number

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)
}

/** A number for each distinct value; rows without a value stand for themselves. */
function foldOf(field: FilterableField, columns: Columns): Fold {
  if (isNumberField(field)) {
    const numbers = columns.numbers[field]
    const codes = new Map<number, number>()
    return (row) => {
      const value = numbers[row] ?? Number.NaN
      if (Number.isNaN(value)) return -row
      const known = codes.get(value) ?? codes.size
      codes.set(value, known)
      return known
    }
  }
  const column = columns.texts[field]
  return (row) => codesAt(column, row)[0] ?? -row
}

/** The asked order; then the better, the newer, the earlier taken in. */
function orderOf(query: EngineQuery, columns: Columns): Order {
  const sorts = query.sort.map(({ field, order }) => {
    const sign = order === 'asc' ? 1 : -1
    return field === 'headline' ? byHeadline(columns, sign) : byNumber(columns.numbers[field], sign)
  })
  const newer = byNumber(columns.numbers.publishedAtUnix, -1)
  return (left, right) => {
    for (const sort of sorts) {
      const found = sort(left.row, right.row)
      if (found !== 0) return found
    }
    return right.score - left.score || newer(left.row, right.row) || left.row - right.row
  }
}

/** Nothing known comes last, whichever way round. */
function byNumber(numbers: readonly number[], sign: number): (left: number, right: number) => number {
  return (left, right) => {
    const one = numbers[left] ?? Number.NaN
    const other = numbers[right] ?? Number.NaN
    if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : 1
    return Number.isNaN(other) ? -1 : (one - other) * sign
  }
}

const headlineOrder = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function byHeadline(columns: Columns, sign: number): (left: number, right: number) => number {
  return (left, right) => headlineOrder.compare(columns.headlines[left] ?? '', columns.headlines[right] ?? '') * sign
}

function folded(found: Ranked, fold: Fold, order: Order): PlacedRow[] {
  const byValue = new Map<number, { row: number; score: number; folded: number }>()
  found.rows.forEach((row, at) => {
    const score = found.scores[at] ?? 0
    const value = fold(row)
    const best = byValue.get(value)
    if (best === undefined) byValue.set(value, { row, score, folded: 1 })
    else {
      best.folded += 1
      if (order({ row, score, folded: 1 }, best) < 0) {
        best.row = row
        best.score = score
      }
    }
  })
  return [...byValue.values()]
}

/** Sorts no more than needed: with one page asked by score, only rows above the page's least score. */
function firstInOrder(placed: readonly PlacedRow[], order: Order, offset: number, limit: number): readonly PlacedRow[] {
  const wanted = offset + limit
  if (wanted <= 0 || limit <= 0) return []
  let rows = placed
  if (wanted * 4 < placed.length && order !== undefined) rows = aboveThreshold(placed, order, wanted)
  return [...rows].sort(order).slice(offset, wanted)
}

/** Keeps the first `wanted` and few more: a sample tells where to cut, and the cut is checked. */
function aboveThreshold(placed: readonly PlacedRow[], order: Order, wanted: number): readonly PlacedRow[] {
  const step = Math.max(1, Math.floor(placed.length / SAMPLE))
  const sample = placed.filter((_, at) => at % step === 0).sort(order)
  const cut = sample[Math.min(sample.length - 1, Math.ceil((wanted / placed.length) * sample.length * 2) + 2)]
  if (cut === undefined) return placed
  const rows = placed.filter((one) => order(one, cut) <= 0)
  return rows.length >= wanted ? rows : placed
}

const SAMPLE = 256

function countCodes(found: Ranked, field: Exclude<FilterableField, 'wordCount' | 'publishedAtUnix' | 'createdAtUnix'>, columns: Columns, fold: Fold | undefined): Record<string, number> {
  const column = columns.texts[field]
  const counts = new Map<number, number>()
  const seen = new Map<number, Set<number>>()
  for (const row of found.rows) {
    for (const code of codesAt(column, row)) if (isFirst(seen, code, fold, row)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].map(([code, count]) => [column.values[code] ?? '', count]))
}

function countNumbers(found: Ranked, numbers: readonly number[], fold: Fold | undefined): Record<string, number> {
  const counts = new Map<number, number>()
  const seen = new Map<number, Set<number>>()
  for (const row of found.rows) {
    const value = numbers[row] ?? Number.NaN
    if (!Number.isNaN(value) && isFirst(seen, value, fold, row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

function isFirst(seen: Map<number, Set<number>>, value: number, fold: Fold | undefined, row: number): boolean {
  if (fold === undefined) return true
  let folds = seen.get(value)
  if (folds === undefined) seen.set(value, (folds = new Set()))
  const before = folds.size
  folds.add(fold(row))
  return folds.size > before
}
