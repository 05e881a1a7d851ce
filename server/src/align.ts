// What do the pairs of a file share? Each line `{id, left, right}` becomes a line `{id, match}`, in the same order.
// Lines are read as a stream and compared on all cores; a bad line is told and the rest goes on.
import { Crew } from './crew.ts'
import { faultOf, idOf, linesOf, recordOf, textOf, type Line } from './lines.ts'
import { matchTexts } from './match/match.ts'
import { comparable } from './normalise/normalise.ts'

export interface LineProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

export interface StreamReport {
  /** Lines that were read, bad ones included. */
  readonly lines: number
  readonly problems: number
}

/** How a flow over lines talks to its caller. `write` gets whole lines without their end and may hold the flow up. */
export interface LineOutlet {
  readonly write: (line: string) => void | Promise<void>
  readonly problem: (problem: LineProblem) => void
  /** After each batch: lines done so far. */
  readonly progress?: (lines: number) => void
}

export interface AlignJob {
  readonly kind: 'align'
  readonly lines: readonly Line[]
}

export interface AlignResult {
  readonly kind: 'align'
  readonly out: readonly string[]
  readonly problems: readonly LineProblem[]
}

/** Lines a batch, at most; a batch also ends at `BATCH_LENGTH`. */
const BATCH_LINES = 64
/** UTF-16 code units. */
const BATCH_LENGTH = 500_000
/** UTF-16 code units of one line: two books. */
export const LINE_LIMIT = 50_000_000

/** Reads `{id, left, right}` lines from `input` (UTF-8) and writes `{id, match}` lines; offsets are into the texts as given. */
export async function align(input: AsyncIterable<Uint8Array | string>, outlet: LineOutlet, crew = new Crew()): Promise<StreamReport> {
  let lines = 0
  let problems = 0
  try {
    for await (const result of crew.inOrder(alignJobs(input))) {
      for (const line of result.out) await outlet.write(line)
      for (const problem of result.problems) outlet.problem(problem)
      lines += result.out.length + result.problems.length
      problems += result.problems.length
      outlet.progress?.(lines)
    }
  } finally {
    await crew.close()
  }
  return { lines, problems }
}

/** What a worker does with some lines. */
export function alignLines(job: AlignJob): AlignResult {
  const out: string[] = []
  const problems: LineProblem[] = []
  for (const line of job.lines) {
    try {
      const record = recordOf(line, LINE_LIMIT)
      const side = (field: 'left' | 'right') => ({ id: field, text: comparable(textOf(record, field)) })
      out.push(JSON.stringify({ id: idOf(record), match: matchTexts(side('left'), side('right')) }))
    } catch (error) {
      problems.push({ line: line.number, message: faultOf(error) })
    }
  }
  return { kind: 'align', out, problems }
}

async function* alignJobs(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<AlignJob> {
  for await (const lines of batchesOf(linesOf(input, LINE_LIMIT))) yield { kind: 'align', lines }
}

/** Lines in batches that are worth a message to a worker. */
export async function* batchesOf(lines: AsyncIterable<Line>): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = []
  let length = 0
  for await (const line of lines) {
    batch.push(line)
    length += line.text.length
    if (batch.length < BATCH_LINES && length < BATCH_LENGTH) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}
