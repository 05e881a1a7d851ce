// How are JSON Lines read? A line at a time, however long the file: a bad line is one remark, and the rest goes on.
import type { ReadLimits } from '../domain/reading.ts'
import { problem } from '../domain/problem.ts'
import { decodedPieces, figure } from './decode.ts'
import type { Extracted, FormattedFile } from './extract.ts'
import { recordPage } from './records.ts'

export async function* jsonlPages(file: FormattedFile, limits: ReadLimits): AsyncIterable<Extracted> {
  for await (const { line, text } of linesOf(decodedPieces(file), limits.textLength)) {
    if (text === undefined) yield tooLong(line, limits)
    else if (text.trim() !== '') yield lineRecord(line, text)
  }
}

/** Lines from 1; `text` is missing where the line is longer than the limit: it is read past, not kept. */
export async function* linesOf(pieces: AsyncIterable<string>, limit: number): AsyncIterable<{ readonly line: number; readonly text?: string }> {
  let line = 1
  let kept: string[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      length += end - from
      if (length <= limit) yield { line, text: kept.join('') + piece.slice(from, end) }
      else yield { line }
      line++
      kept = []
      length = 0
      from = end + 1
    }
    length += piece.length - from
    if (length <= limit) kept.push(piece.slice(from))
    else kept = []
  }
  if (length > limit) yield { line }
  else if (length > 0) yield { line, text: kept.join('') }
}

function lineRecord(line: number, text: string): Extracted {
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch (error) {
    return refused(line, `is not valid JSON (${place(error)})`)
  }
  const page = recordPage(record)
  return 'fault' in page ? refused(line, page.fault) : page
}

// The engine's message repeats the text; only the position is fit for a report.
function place(error: unknown): string {
  const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  return at === undefined ? 'it ends early' : `at character ${Number(at) + 1}`
}

function tooLong(line: number, limits: ReadLimits): Extracted {
  return refused(line, `is longer than ${figure(limits.textLength)} characters, the limit for one text`)
}

function refused(line: number, fault: string): Extracted {
  return { recordProblem: { line, problem: problem('record-invalid', `Line ${line} ${fault}.`) } }
}
