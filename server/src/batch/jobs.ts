// What can the crew be asked to do? Messages to a worker and its answers.
import type { AlignJob, AlignResult } from './align-pairs.ts'
import type { MatchJob, MatchResult, ReadJob, ReadResult } from './dedupe-rows.ts'

export type Job = AlignJob | ReadJob | MatchJob
export type JobResult = AlignResult | ReadResult | MatchResult
