// How is a JSON file read? As one article, a list of them, or an object that holds the list: always as a stream,
// cut into records by brackets alone, so that a file of any length takes the memory of one record.
import { problem } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { decodedPieces, figure } from './decode.ts'
import type { Extracted, FormattedFile } from './extract.ts'
import { RecordScanner } from './json-scanner.ts'
import type { ScannedRecord } from './json-scanner.ts'
import { recordPage } from './records.ts'

export async function* jsonPages(file: FormattedFile, limits: ReadLimits): AsyncIterable<Extracted> {
  const scanner = new RecordScanner(limits.textLength)
  for await (const piece of decodedPieces(file)) {
    for (const record of scanner.push(piece)) yield recordOf(record, limits)
  }
  if (scanner.open) yield refused(scanner.line, 'is cut: the file ends before its brackets are closed')
}

function recordOf(record: ScannedRecord, limits: ReadLimits): Extracted {
  if (record.fault === 'long') return refused(record.line, `is longer than ${figure(limits.textLength)} characters, the limit for one text`)
  if (record.fault === 'deep') return refused(record.line, 'is nested too deeply for an article')
  let value: unknown
  try {
    value = JSON.parse(record.text)
  } catch {
    // The message of the engine repeats the text; the line is enough to find it.
    return refused(record.line, 'is not valid JSON')
  }
  const page = recordPage(value)
  return 'fault' in page ? refused(record.line, page.fault) : page
}

function refused(line: number, fault: string): Extracted {
  return { recordProblem: { line, problem: problem('record-invalid', `The record on line ${line} ${fault}.`) } }
}
