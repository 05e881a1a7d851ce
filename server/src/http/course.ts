// Which points has a plot over a range, and what holds at each? Every step of the range is there, also those in which
// nothing happened, so that no page has to guess what is missing.
import { STEP_LETTERS, type Step } from '../domain/step.ts'
import type { Day, Verdicts, Wait } from '../store/port.ts'
import type { Range } from './contract/figures.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Beyond so many days, the whole of the archive is told by months. */
const DAYS_MOST = 92

export interface Course {
  readonly step: Step
  /** Names of all steps, the oldest first; the last one is now's. */
  readonly steps: readonly string[]
  /** ISO 8601: the begin of the first step, or empty for the whole archive. */
  readonly from: string
}

export interface QueuePoint {
  readonly day: string
  /** Clusters that waited at the end of the step. */
  readonly depth: number
  /** ISO 8601: since when the oldest of them had waited. */
  readonly oldest?: string
}

/** `begin` is when the first article came, for the range that holds all. */
export function courseOf(range: Range, now: Date, begin: string | undefined): Course {
  if (range === '24h') return evenly('hour', HOUR, 24, now)
  if (range === '7d') return evenly('day', DAY, 7, now)
  if (range === '30d') return evenly('day', DAY, 30, now)
  const first = begin === undefined ? now : new Date(begin)
  const days = Math.floor(now.getTime() / DAY) - Math.floor(first.getTime() / DAY) + 1
  if (days <= DAYS_MOST) return { ...evenly('day', DAY, Math.max(1, days), now), from: '' }
  return { step: 'month', steps: months(first, now), from: '' }
}

/** One row a step, `nothing` where none was counted. */
export function everyStep<T extends Day | Verdicts>(steps: readonly string[], counted: readonly T[], nothing: Omit<T, 'day'>): readonly T[] {
  const byStep = new Map(counted.map((one) => [one.day, one]))
  return steps.map((day) => byStep.get(day) ?? ({ ...nothing, day } as unknown as T))
}

/** How deep was the queue at the end of each step? Of the clusters as they are now; those that were emptied since are not told. */
export function queueOver(steps: readonly string[], waits: readonly Wait[]): readonly QueuePoint[] {
  return steps.map((day) => {
    const waiting = waits.filter(({ came, went }) => came <= day && (went === undefined || went > day))
    const oldest = waiting.map(({ since }) => since).sort()[0]
    return { day, depth: waiting.reduce((sum, { count }) => sum + count, 0), ...(oldest !== undefined && { oldest }) }
  })
}

function evenly(step: Step, length: number, count: number, now: Date): Course {
  const last = Math.floor(now.getTime() / length) * length
  const begins = Array.from({ length: count }, (_, index) => new Date(last - (count - 1 - index) * length).toISOString())
  return { step, steps: begins.map((begin) => begin.slice(0, STEP_LETTERS[step])), from: begins[0] ?? '' }
}

function months(first: Date, now: Date): readonly string[] {
  const name = (index: number): string => new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index)).toISOString().slice(0, STEP_LETTERS.month)
  const count = (now.getUTCFullYear() - first.getUTCFullYear()) * 12 + now.getUTCMonth() - first.getUTCMonth() + 1
  return Array.from({ length: Math.max(1, count) }, (_, index) => name(index))
}
