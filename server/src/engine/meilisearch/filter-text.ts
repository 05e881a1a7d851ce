// How does a filter become Meilisearch's filter language? Only here: every value goes through one quoting, every field
// through the fixed list, so that no text of a person is ever read as syntax.
import { createHash } from 'node:crypto'
import type { Filter, FilterValue } from '../../domain/filter.ts'
import { ProblemError } from '../../domain/problem.ts'
import type { FilterableField } from '../port.ts'
import { FILTERABLE_FIELDS } from '../port.ts'
import { foldValue, isNumberField } from '../columns.ts'

/** `unknown-filter` for a field that is none, `invalid-request` for too many values. */
export function filterText(filter: Filter): string {
  if (termsOf(filter) > MOST_TERMS) throw new ProblemError('invalid-request', `The filter has more than ${MOST_TERMS} terms`)
  if (depthOf(filter) > DEEPEST) throw new ProblemError('invalid-request', `The filter is nested more than ${DEEPEST} deep`)
  return text(filter)
}

/** In double quotes, with quotes and backslashes escaped; never a lone surrogate. */
export function quoted(value: string): string {
  return `"${value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** `field = value` or `field IN [values]`. */
export function among(field: string, values: readonly string[]): string {
  return values.length === 1 ? `${field} = ${quoted(values[0] ?? '')}` : `${field} IN [${values.map(quoted).join(', ')}]`
}

export function both(parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part): part is string => part !== undefined && part !== '')
  return given.length < 2 ? given[0] : given.map((part) => `(${part})`).join(' AND ')
}

/** Halved and halved again where they are many: the engine refuses a hundred alternatives in a row. */
export function either(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? NOTHING
  if (parts.length <= IN_A_ROW) return parts.map((part) => `(${part})`).join(' OR ')
  const middle = parts.length >> 1
  return `(${either(parts.slice(0, middle))}) OR (${either(parts.slice(middle))})`
}

/** What the engine cannot compare, because only a value's first 468 bytes count there, is held under its hash. */
export function longValue(field: string, value: string): string | undefined {
  const folded = foldValue(value.toWellFormed())
  return Buffer.byteLength(folded) <= COMPARED ? undefined : `${field}:${createHash('sha256').update(folded).digest('hex')}`
}

const IN_A_ROW = 50
/** Each takes a moment, and ten thousand take seconds. */
const MOST_TERMS = 200
/** The engine takes little more. */
const DEEPEST = 20
/** Bytes, with room for what the engine's own folding adds. */
const COMPARED = 400
/** No article is without an id. */
export const NOTHING = 'id IS NULL'

function termsOf(filter: Filter): number {
  switch (filter.op) {
    case 'and':
    case 'or':
      return filter.of.reduce((sum, one) => sum + termsOf(one), 0)
    case 'not':
      return termsOf(filter.of)
    case 'in':
    case 'not-in':
      return filter.values.length
    default:
      return 1
  }
}

function depthOf(filter: Filter): number {
  if (filter.op === 'not') return 1 + depthOf(filter.of)
  if (filter.op !== 'and' && filter.op !== 'or') return 0
  return filter.of.reduce((most, one) => Math.max(most, 1 + depthOf(one)), 0)
}

function text(filter: Filter): string {
  switch (filter.op) {
    case 'and':
      return filter.of.length === 0 ? `NOT (${NOTHING})` : both(filter.of.map(text)) ?? NOTHING
    case 'or':
      return either(filter.of.map(text))
    case 'not':
      return filter.of.op === 'not' ? text(filter.of.of) : `NOT (${text(filter.of)})`
    case '=':
      return equals(filter.field, [filter.value])
    case '!=':
      return `NOT (${equals(filter.field, [filter.value])})`
    case 'in':
      return equals(filter.field, filter.values)
    case 'not-in':
      return `NOT (${equals(filter.field, filter.values)})`
    case '>':
    case '>=':
    case '<':
    case '<=':
      return compares(field(filter.field), filter.op, filter.value)
    case 'between':
      return `${compares(field(filter.field), '>=', filter.from)} AND ${compares(field(filter.field), '<=', filter.to)}`
    case 'exists':
      return `${field(filter.field)} EXISTS`
    case 'is-null':
      return `${field(filter.field)} IS NULL`
    case 'is-empty':
      return `${field(filter.field)} IS EMPTY`
    case 'contains':
      return `${field(filter.field)} CONTAINS ${quoted(filter.value)}`
    case 'starts-with':
      return `${field(filter.field)} STARTS WITH ${quoted(filter.value)}`
  }
}

function field(name: string): FilterableField {
  const known = FILTERABLE_FIELDS.find((one) => one === name)
  if (known === undefined) throw new ProblemError('unknown-filter', `"${name}" is not one of the filters ${FILTERABLE_FIELDS.join(', ')}`)
  return known
}

function equals(name: string, values: readonly FilterValue[]): string {
  const known = field(name)
  if (isNumberField(known)) {
    const numbers = values.filter((value) => value !== '' && typeof value !== 'boolean').map(Number).filter(Number.isFinite)
    return numbers.length === 0 ? NOTHING : among(known, numbers.map(String))
  }
  const texts = values.map(String)
  const short = texts.filter((value) => longValue(known, value) === undefined)
  const long = texts.flatMap((value) => longValue(known, value) ?? [])
  return either([...(short.length === 0 ? [] : [among(known, short)]), ...(long.length === 0 ? [] : [among('long', long)])])
}

function compares(known: FilterableField, op: string, value: FilterValue): string {
  const bound = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(bound) ? `${known} ${op} ${quoted(String(bound))}` : NOTHING
}
