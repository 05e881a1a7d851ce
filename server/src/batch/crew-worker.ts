// What does one worker of the crew do? It aligns pairs, fingerprints texts and matches rows; the entry of its thread.
import { parentPort } from 'node:worker_threads'
import { alignLines } from './align-pairs.ts'
import { matchRows, readRows } from './dedupe-rows.ts'
import type { Job, JobResult } from './jobs.ts'

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
