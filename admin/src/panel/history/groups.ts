// Which rows of the history belong together? Decisions of one batch that follow one another are one row.
import type { DecisionRecord } from '../../../../server/src/http/contract/decisions.ts'

export interface Group {
  readonly key: string
  /** At least one; several only of one batch. */
  readonly decisions: readonly DecisionRecord[]
}

export function grouped(decisions: readonly DecisionRecord[]): readonly Group[] {
  const groups: { key: string; batch: string | undefined; decisions: DecisionRecord[] }[] = []
  for (const decision of decisions) {
    const last = groups.at(-1)
    if (last !== undefined && last.batch !== undefined && last.batch === decision.batch) last.decisions.push(decision)
    else groups.push({ key: decision.id, batch: decision.batch, decisions: [decision] })
  }
  return groups
}
