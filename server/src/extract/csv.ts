// How is a table of articles read? Its first line names the columns, every other line is one article.
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { problem, ProblemError } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { decodedPieces, figure } from './decode.ts'
import type { Extracted, FormattedFile } from './extract.ts'
import { hasBodyColumn, recordPage } from './records.ts'

interface Row {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

export async function* csvPages(file: FormattedFile, limits: ReadLimits): AsyncIterable<Extracted> {
  let columns: readonly string[] | undefined
  try {
    for await (const { record, info } of await rowsOf(file, limits)) {
      if (columns === undefined) columns = headLine(record, file.name)
      else yield rowRecord(columns, record, info.lines)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw asProblem(error, file.name, limits)
  }
}

async function rowsOf(file: FormattedFile, limits: ReadLimits): Promise<AsyncIterable<Row>> {
  const pieces = decodedPieces(file)[Symbol.asyncIterator]()
  const first = await pieces.next()
  const head = first.done === true ? '' : first.value
  const parser = parse({
    delimiter: delimiterOf(head),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.textLength,
  })
  const text = (async function* () {
    yield head
    yield* { [Symbol.asyncIterator]: () => pieces }
  })()
  return Readable.from(text, { objectMode: false }).pipe(parser)
}

/** The mark that most often stands in the head line: comma, semicolon (as spreadsheets write in Europe) or tab. */
function delimiterOf(head: string): string {
  const line = (head.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

function headLine(record: readonly string[], name: string): readonly string[] {
  if (hasBodyColumn(record)) return record
  throw new ProblemError('record-invalid', `The first line of “${name}” names no column \`text\` or \`body\`, so its articles cannot be told.`)
}

function rowRecord(columns: readonly string[], record: readonly string[], line: number): Extracted {
  const page = recordPage(Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ''])))
  return 'fault' in page ? { recordProblem: { line, problem: problem('record-invalid', `The row that ends on line ${line} ${page.fault}.`) } } : page
}

function asProblem(error: CsvError, name: string, limits: ReadLimits): ProblemError {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new ProblemError('record-invalid', `A row of “${name}” is longer than ${figure(limits.textLength)} characters, the limit for one text; a quotation mark may not be closed.`)
  }
  return new ProblemError('damaged', `“${name}” is not a readable table: ${error.code ?? 'its quotation marks do not match'}.`, [], { cause: error })
}
