// How is work on texts spread over the cores? A crew of worker threads, each with one job in hand; results come back
// in the order of the jobs, and the next job is read only when a worker will soon be free, so that memory stays flat.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { builtEntry } from '../domain/built-entry.ts'
import type { Job, JobResult } from './jobs.ts'

/** Jobs in hand a worker: one at work, one waiting, one on its way back. */
const JOBS_A_WORKER = 3

export class Crew {
  private readonly workers: Worker[] = []
  private readonly waiting = new Map<number, { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void; readonly worker: number }>()
  private readonly load: number[] = []
  private next = 0

  constructor(size: number = availableParallelism()) {
    const entry = builtEntry(import.meta.url, './crew-worker.ts')
    for (let at = 0; at < Math.max(1, size); at++) {
      const worker = new Worker(entry)
      worker.on('message', (reply: { id: number; result: JobResult }) => this.settle(at, reply.id, (one) => one.resolve(reply.result as never)))
      worker.on('error', (error: Error) => this.lose(at, error))
      this.workers.push(worker)
      this.load.push(0)
    }
  }

  /** Runs one job on the least busy worker; rejects where that worker ends. */
  run<J extends Job>(job: J): Promise<Extract<JobResult, { kind: J['kind'] }>> {
    const worker = this.load.indexOf(Math.min(...this.load))
    const id = this.next++
    this.load[worker] = (this.load[worker] as number) + 1
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: never) => void, reject, worker })
      this.workers[worker]?.postMessage({ id, job })
    })
  }

  /** Runs jobs as they come; results in the order of the jobs, a few in hand at a time. */
  async *inOrder<J extends Job>(jobs: AsyncIterable<J> | Iterable<J>): AsyncGenerator<Extract<JobResult, { kind: J['kind'] }>> {
    const inHand: Promise<Extract<JobResult, { kind: J['kind'] }>>[] = []
    for await (const job of jobs) {
      const running = this.run(job)
      running.catch(() => undefined) // awaited below, in its turn
      inHand.push(running)
      if (inHand.length >= this.workers.length * JOBS_A_WORKER) yield await (inHand.shift() as (typeof inHand)[number])
    }
    for (const running of inHand) yield await running
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }

  private settle(worker: number, id: number, how: (one: { resolve: (result: never) => void; reject: (error: Error) => void }) => void): void {
    const one = this.waiting.get(id)
    if (one === undefined) return
    this.waiting.delete(id)
    this.load[worker] = (this.load[worker] as number) - 1
    how(one)
  }

  private lose(worker: number, error: Error): void {
    for (const [id, one] of this.waiting) if (one.worker === worker) this.settle(worker, id, (lost) => lost.reject(error))
    this.load[worker] = Number.POSITIVE_INFINITY
  }
}
