// What does a worker do with a few lines of pairs? It matches each, and tells the lines that it could not read.
import { matchTexts } from '../match/match.ts'
import { comparable } from '../normalise/normalise.ts'
import { faultOf, idOf, type Line, LINE_LIMIT, type LineProblem, recordOf, textOf } from './lines.ts'

export interface AlignJob {
  readonly kind: 'align'
  readonly lines: readonly Line[]
}

export interface AlignResult {
  readonly kind: 'align'
  readonly out: readonly string[]
  readonly problems: readonly LineProblem[]
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
