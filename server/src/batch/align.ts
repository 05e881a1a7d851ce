// What do the pairs of a file share? Each line `{id, left, right}` becomes a line `{id, match}`, in the same order.
// Lines are read as a stream and compared on all cores; a bad line is told and the rest goes on.
import type { AlignJob } from './align-pairs.ts'
import { Crew } from './crew.ts'
import { batchesOf, LINE_LIMIT, type LineOutlet, linesOf, type StreamReport } from './lines.ts'

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

async function* alignJobs(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<AlignJob> {
  for await (const lines of batchesOf(linesOf(input, LINE_LIMIT))) yield { kind: 'align', lines }
}
