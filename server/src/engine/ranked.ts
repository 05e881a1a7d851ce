// What was found: rows in no order, with their scores.
import type { Columns } from './columns.ts'

export interface Ranked {
  readonly rows: number[]
  readonly scores: number[]
}

export function everything(columns: Columns): Ranked {
  const rows: number[] = []
  for (let row = 1; row <= columns.lastRow; row += 1) if (columns.live[row] === 1) rows.push(row)
  return { rows, scores: new Array<number>(rows.length).fill(0) }
}

export function kept(found: Ranked, keep: (row: number) => boolean): Ranked {
  const rows: number[] = []
  const scores: number[] = []
  found.rows.forEach((row, at) => {
    if (!keep(row)) return
    rows.push(row)
    scores.push(found.scores[at] ?? 0)
  })
  return { rows, scores }
}
