// What does one worker of the crew do? It aligns pairs, fingerprints texts and matches rows; the entry of its thread.
import { parentPort } from 'node:worker_threads'
import { alignLines, type AlignJob, type AlignResult } from './align.ts'
import { matchRows, readRows, type MatchJob, type MatchResult, type ReadJob, type ReadResult } from './dedupe-rows.ts'

export type Job = AlignJob | ReadJob | MatchJob
export type JobResult = AlignResult | ReadResult | MatchResult

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: Job }) => {
  parentPort?.postMessage({ id, result: done(job) })
})

function done(job: Job): JobResult {
  switch (job.kind) {
    case 'align':
      return alignLines(job)
    case 'read':
      return readRows(job)
    case 'match':
      return matchRows(job)
  }
}
