// What does `rematch` do? It judges all stored pairs anew, or says what that would do; exit code 1 where it would turn the
// rules against a person's verdict, so that it can stand in a pipeline as a test.
import type { Config } from '../config.ts'
import { SYSTEM } from '../domain/role.ts'
import { rematch, type RematchReport } from '../curation/rematch.ts'
import { openWorkshop } from '../wiring.ts'
import { DONE, DONE_WITH_PROBLEMS, printLine, ProgressLine, UsageError } from './output.ts'

export interface RematchOptions {
  readonly dryRun: boolean
  readonly json: boolean
  /** `NAME=VALUE`. */
  readonly set: readonly string[]
}

export async function rematchCommand({ dryRun, json, set }: RematchOptions, config: Config): Promise<number> {
  const thresholds = Object.fromEntries(set.map(named))
  const workshop = await openWorkshop(config, () => {})
  const line = new ProgressLine()
  try {
    const report = await rematch({ dryRun, thresholds }, SYSTEM, workshop, (judged) => line.show(`${judged} pairs judged`))
    line.end()
    if (json) await printLine(JSON.stringify(report))
    else for (const told of linesOf(report)) await printLine(told)
    return report.overturnedCount === 0 ? DONE : DONE_WITH_PROBLEMS
  } finally {
    await workshop.close()
  }
}

function named(given: string): readonly [string, number] {
  const at = given.indexOf('=')
  const value = Number(given.slice(at + 1))
  if (at < 1 || given.slice(at + 1).trim() === '' || !(value > 0)) throw new UsageError(`--set ${given}: give NAME=VALUE with a number above 0.`)
  return [given.slice(0, at), value]
}

function* linesOf(report: RematchReport): Generator<string> {
  const { verdicts, agreed, overturned, overturnedCount, mended, pairs, clusters, dryRun } = report
  const would = (now: string, then: string) => (dryRun ? then : now)
  yield `${pairs.judged} pairs judged, ${pairs.changed} ${would('have', 'would have')} another relation`
  yield `${verdicts} verdicts of people: the rules ${would('agreed', 'agree')} with ${agreed.before}, and ${would('agree', 'would')} with ${agreed.after}`
  yield `${overturnedCount} overturned, ${mended} mended`
  for (const [name, tally] of [...Object.entries(report.byRelation), ...Object.entries(report.byPublisher)]) {
    if (tally.overturned > 0) yield `  ${name}: ${tally.overturned} of ${tally.verdicts} overturned`
  }
  for (const { left, right, was, becomes, relation, decision } of overturned) yield `  ${left}\t${right}\t${was} → ${becomes}\tdecision ${decision}: ${relation}`
  yield `clusters of several: ${clusters.more} more, ${clusters.fewer} fewer, ${clusters.split} split, ${clusters.merged} merged`
}
