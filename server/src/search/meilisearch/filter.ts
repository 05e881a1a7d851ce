// Which articles does a filter in Meilisearch's language mean? Read into the same tree of values that every filter here
// is, so that nothing of its text reaches an engine as syntax.
import type { Filter } from '../../domain/filter.ts'
import { filterableField, MeilisearchFault } from './fault.ts'
import { type Piece, piecesOf } from './filter-words.ts'

/** A text, or an array: its items must all hold, the items of an array within it need one. Empty: no filter. */
export function parseFilter(given: unknown): Filter | undefined {
  if (given === undefined || given === null) return undefined
  if (typeof given === 'string') return given.trim() === '' ? undefined : parseText(given)
  if (!Array.isArray(given)) throw invalid('The filter must be a string or an array.')
  const of = given.flatMap((item: unknown) => (Array.isArray(item) ? (anyOf(item) ?? []) : (parseFilter(item) ?? [])))
  return of.length === 0 ? undefined : { op: 'and', of }
}

/** Deeper nesting is refused, as by Meilisearch. */
const DEEPEST = 100

interface Reader {
  readonly pieces: readonly Piece[]
  at: number
}

function invalid(message: string): MeilisearchFault {
  return new MeilisearchFault('invalid_search_filter', message)
}

function anyOf(items: readonly unknown[]): Filter | undefined {
  const of = items.flatMap((item) => {
    if (typeof item !== 'string') throw invalid('The filter is nested too deeply: an array within an array holds strings only.')
    return parseFilter(item) ?? []
  })
  return of.length === 0 ? undefined : { op: 'or', of }
}

function parseText(text: string): Filter {
  const reader: Reader = { pieces: piecesOf(text), at: 0 }
  const filter = orOf(reader, 0)
  const rest = reader.pieces[reader.at]
  if (rest !== undefined) throw invalid(`Found unexpected \`${rest.text}\` after the end of the filter.`)
  return filter
}

function orOf(reader: Reader, depth: number): Filter {
  if (depth > DEEPEST) throw invalid('The filter is nested too deeply.')
  const of = [andOf(reader, depth)]
  while (takeWord(reader, 'OR')) of.push(andOf(reader, depth))
  return of.length === 1 && of[0] !== undefined ? of[0] : { op: 'or', of }
}

function andOf(reader: Reader, depth: number): Filter {
  const of = [notOf(reader, depth)]
  while (takeWord(reader, 'AND')) of.push(notOf(reader, depth))
  return of.length === 1 && of[0] !== undefined ? of[0] : { op: 'and', of }
}

function notOf(reader: Reader, depth: number): Filter {
  if (depth > DEEPEST) throw invalid('The filter is nested too deeply.')
  if (takeWord(reader, 'NOT')) return { op: 'not', of: notOf(reader, depth + 1) }
  if (!takeSign(reader, '(')) return conditionOf(reader)
  const filter = orOf(reader, depth + 1)
  if (!takeSign(reader, ')')) throw invalid('The filter is missing the following closing delimiter: `)`.')
  return filter
}

function conditionOf(reader: Reader): Filter {
  const field = filterableField(valueOf(reader, 'a field'), 'filter')
  const not = takeWord(reader, 'NOT')
  const plain = namedCondition(reader, field)
  if (plain !== undefined) return not ? { op: 'not', of: plain } : plain
  if (not) throw invalid(`Expected IN, EXISTS, CONTAINS or STARTS WITH after \`${field} NOT\`.`)
  if (takeWord(reader, 'IS')) {
    const negated = takeWord(reader, 'NOT')
    const filter = takeWord(reader, 'NULL') ? ({ op: 'is-null', field } as const) : takeWord(reader, 'EMPTY') ? ({ op: 'is-empty', field } as const) : undefined
    if (filter === undefined) throw invalid(`Expected NULL or EMPTY after \`${field} IS\`.`)
    return negated ? { op: 'not', of: filter } : filter
  }
  const sign = reader.pieces[reader.at]
  const op = (['=', '!=', '>', '>=', '<', '<='] as const).find((one) => sign?.kind === 'sign' && sign.text === one)
  if (op !== undefined) {
    reader.at += 1
    return { op, field, value: valueOf(reader, 'a value') }
  }
  return betweenOf(reader, field)
}

/** Operators that are words. */
function namedCondition(reader: Reader, field: string): Filter | undefined {
  if (takeWord(reader, 'IN')) return { op: 'in', field, values: listOf(reader) }
  if (takeWord(reader, 'EXISTS')) return { op: 'exists', field }
  if (takeWord(reader, 'CONTAINS')) return { op: 'contains', field, value: valueOf(reader, 'a value') }
  if (takeWord(reader, 'STARTS')) {
    if (!takeWord(reader, 'WITH')) throw invalid('Expected WITH after `STARTS`.')
    return { op: 'starts-with', field, value: valueOf(reader, 'a value') }
  }
  return undefined
}

function betweenOf(reader: Reader, field: string): Filter {
  const from = reader.pieces[reader.at]
  if (from === undefined || from.kind === 'sign') throw invalid(`Was expecting an operation \`=\`, \`!=\`, \`>=\`, \`>\`, \`<=\`, \`<\`, \`IN\`, \`NOT IN\`, \`TO\`, \`EXISTS\`, \`NOT EXISTS\`, \`IS NULL\`, \`IS NOT NULL\`, \`IS EMPTY\`, \`IS NOT EMPTY\`, \`CONTAINS\`, \`NOT CONTAINS\`, \`STARTS WITH\` or \`NOT STARTS WITH\` after \`${field}\`.`)
  reader.at += 1
  if (!takeWord(reader, 'TO')) throw invalid(`Expected TO after \`${field} ${from.text}\`.`)
  return { op: 'between', field, from: numberOf(from.text), to: numberOf(valueOf(reader, 'a number')) }
}

function listOf(reader: Reader): readonly string[] {
  if (!takeSign(reader, '[')) throw invalid('Expected `[` after `IN`.')
  const values: string[] = []
  while (!takeSign(reader, ']')) {
    values.push(valueOf(reader, 'a value or `]`'))
    if (!takeSign(reader, ',') && reader.pieces[reader.at]?.text !== ']') throw invalid('Expected only comma-separated field names inside `IN[..]`.')
  }
  return values
}

function valueOf(reader: Reader, what: string): string {
  const piece = reader.pieces[reader.at]
  if (piece === undefined || piece.kind === 'sign') throw invalid(`Was expecting ${what}, and found ${piece === undefined ? 'the end of the filter' : `\`${piece.text}\``}.`)
  reader.at += 1
  return piece.text
}

function numberOf(text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) throw invalid(`\`${text}\` is not a number.`)
  return number
}

function takeWord(reader: Reader, word: string): boolean {
  const piece = reader.pieces[reader.at]
  if (piece?.kind !== 'word' || piece.text.toUpperCase() !== word) return false
  reader.at += 1
  return true
}

function takeSign(reader: Reader, sign: string): boolean {
  const piece = reader.pieces[reader.at]
  if (piece?.kind !== 'sign' || piece.text !== sign) return false
  reader.at += 1
  return true
}
