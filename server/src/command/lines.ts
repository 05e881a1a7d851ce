// What do `dedupe` and `align` do? Lines in, lines out; nothing is stored and no service is needed.
import { align } from '../batch/align.ts'
import { dedupe } from '../batch/dedupe.ts'
import type { LineOutlet, StreamReport } from '../batch/lines.ts'
import { openInput } from './input.ts'
import { DONE, DONE_WITH_PROBLEMS, printLine, ProgressLine, say } from './output.ts'

export async function dedupeCommand(path: string): Promise<number> {
  return streamed((outlet) => dedupe(openInput(path), outlet))
}

export async function alignCommand(path: string): Promise<number> {
  return streamed((outlet) => align(openInput(path), outlet))
}

async function streamed(run: (outlet: LineOutlet) => Promise<StreamReport>): Promise<number> {
  const progress = new ProgressLine()
  const report = await run({
    write: printLine,
    problem: ({ line, message }) => say(`line ${line}: ${message}`),
    progress: (done) => progress.show(`${done} lines`),
  })
  progress.end()
  say(`${report.lines} lines, ${report.problems} of them with problems`)
  return report.problems === 0 ? DONE : DONE_WITH_PROBLEMS
}
