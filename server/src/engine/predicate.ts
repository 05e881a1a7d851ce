// Which rows does a filter mean? The tree of values becomes one function on rows; no text of a person is ever a query.
// Text compares without case, as in Meilisearch; over a field with several values, one that fits is enough.
import type { Filter, FilterValue } from '../domain/filter.ts'
import { ProblemError } from '../domain/problem.ts'
import type { FilterableField } from './port.ts'
import { FILTERABLE_FIELDS } from './port.ts'
import type { Columns, NumberField, TextColumn } from './columns.ts'
import { codesAt, foldValue, isNumberField } from './columns.ts'

export type Predicate = (row: number) => boolean

/** `unknown-filter` for a field that is not filterable. */
export function predicate(filter: Filter, columns: Columns): Predicate {
  switch (filter.op) {
    case 'and': {
      const parts = filter.of.map((one) => predicate(one, columns))
      return (row) => parts.every((part) => part(row))
    }
    case 'or': {
      const parts = filter.of.map((one) => predicate(one, columns))
      return (row) => parts.some((part) => part(row))
    }
    case 'not': {
      const part = predicate(filter.of, columns)
      return (row) => !part(row)
    }
    case '!=':
      return negated(equals(columns, filter.field, [filter.value]))
    case '=':
      return equals(columns, filter.field, [filter.value])
    case 'in':
      return equals(columns, filter.field, filter.values)
    case 'not-in':
      return negated(equals(columns, filter.field, filter.values))
    case '>':
    case '>=':
    case '<':
    case '<=':
      return compares(columns, { op: filter.op, field: filter.field, value: filter.value })
    case 'between':
      return compares(columns, filter)
    case 'exists':
    case 'is-null':
    case 'is-empty':
      return absence(columns, filter)
    case 'contains':
    case 'starts-with':
      return textual(columns, filter)
  }
}

export function filterable(field: string): FilterableField {
  const known = FILTERABLE_FIELDS.find((one) => one === field)
  if (known === undefined) throw new ProblemError('unknown-filter', `"${field}" is not one of the filters ${FILTERABLE_FIELDS.join(', ')}`)
  return known
}

function negated(part: Predicate): Predicate {
  return (row) => !part(row)
}

function plain(value: FilterValue): string {
  return foldValue(String(value))
}

function equals(columns: Columns, name: string, values: readonly FilterValue[]): Predicate {
  const field = filterable(name)
  if (isNumberField(field)) {
    const numbers = columns.numbers[field]
    const wanted = new Set(values.filter((value) => value !== '' && typeof value !== 'boolean').map(Number))
    return (row) => wanted.has(numbers[row] ?? Number.NaN) && !Number.isNaN(numbers[row])
  }
  const column = columns.texts[field]
  return among(column, new Set(values.flatMap((value) => column.folded.get(plain(value)) ?? [])))
}

/** Rows that hold a value for which `fits` is true; asked once for each distinct value. */
function holding(column: TextColumn, fits: (value: string) => boolean): Predicate {
  const fitting = new Set<number>()
  column.values.forEach((value, code) => {
    if (fits(value)) fitting.add(code)
  })
  return among(column, fitting)
}

function among(column: TextColumn, fitting: ReadonlySet<number>): Predicate {
  if (!column.several) return (row) => fitting.has(column.one[row] ?? -1)
  return (row) => codesAt(column, row).some((code) => fitting.has(code))
}

type Between = Extract<Filter, { readonly op: 'between' }>
type Comparison = Between | { readonly op: '>' | '>=' | '<' | '<='; readonly field: string; readonly value: FilterValue }

function compares(columns: Columns, filter: Comparison): Predicate {
  const field = filterable(filter.field)
  const fits = comparison(filter)
  if (!isNumberField(field)) {
    return holding(columns.texts[field], (value) => value.trim() !== '' && fits(Number(value)))
  }
  const numbers = columns.numbers[field as NumberField]
  return (row) => fits(numbers[row] ?? Number.NaN)
}

function comparison(filter: Comparison): (value: number) => boolean {
  if (filter.op === 'between') return (value) => value >= filter.from && value <= filter.to
  const bound = typeof filter.value === 'boolean' || filter.value === '' ? Number.NaN : Number(filter.value)
  switch (filter.op) {
    case '>':
      return (value) => value > bound
    case '>=':
      return (value) => value >= bound
    case '<':
      return (value) => value < bound
    case '<=':
      return (value) => value <= bound
  }
}

function absence(columns: Columns, filter: { readonly op: 'exists' | 'is-null' | 'is-empty'; readonly field: string }): Predicate {
  const field = filterable(filter.field)
  // Every article has every field, with null where nothing is known.
  if (filter.op === 'exists') return () => true
  if (isNumberField(field)) {
    const numbers = columns.numbers[field]
    return filter.op === 'is-null' ? (row) => Number.isNaN(numbers[row] ?? Number.NaN) : () => false
  }
  const column = columns.texts[field]
  if (filter.op === 'is-null') return column.several ? () => false : (row) => (column.one[row] ?? -1) < 0
  if (column.several) return (row) => (column.many[row] ?? []).length === 0
  return holding(column, (value) => value === '')
}

function textual(columns: Columns, filter: { readonly op: 'contains' | 'starts-with'; readonly field: string; readonly value: string }): Predicate {
  const field = filterable(filter.field)
  const wanted = plain(filter.value)
  const fits = (value: string): boolean => (filter.op === 'contains' ? plain(value).includes(wanted) : plain(value).startsWith(wanted))
  if (!isNumberField(field)) return holding(columns.texts[field], fits)
  const numbers = columns.numbers[field]
  return (row) => !Number.isNaN(numbers[row] ?? Number.NaN) && fits(String(numbers[row]))
}
