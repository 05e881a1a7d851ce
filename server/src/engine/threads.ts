// Who does the work off the main thread? A small pool of threads, begun when first needed. A thread reads the fields of the
// whole index before it is given a search: no search pays for that with its own time while another thread could answer.
// A request past its deadline is refused at once; a thread that doesn't come back from it is ended and replaced.
import { Worker } from 'node:worker_threads'
import { ProblemError } from '../domain/problem.ts'
import type { Failure, Job, Reply } from './messages.ts'

/** The index of the archive in `dataDir`; with `path`, one that is built beside it. */
export interface IndexPlace {
  readonly dataDir: string
  readonly path?: string
}

export interface Threads {
  /** Milliseconds until `search-too-slow`; none: waits as long as it takes. */
  ask<T>(job: Job, deadline?: number): Promise<T>
  close(): Promise<void>
}

export function openThreads(place: IndexPlace, size: number): Threads {
  const pool: Pool = { place, size, threads: [], waiting: [], closed: false }
  return {
    ask: (job, deadline) => ask(pool, job, deadline),
    close: () => close(pool),
  }
}

/** A thread looks at the clock itself; only one that is stuck inside a single step needs ending. */
const GRACE = 250
/** Where no thread is ready yet, a search waits so much longer for the first. */
const PREPARING = 10_000

interface Task {
  readonly job: Job
  readonly settle: (reply: Omit<Reply, 'number'>) => void
  readonly endsAt: number | undefined
  settled: boolean
}

interface Thread {
  readonly worker: Worker
  task: Task | undefined
  /** It has read the fields of the index. */
  ready: boolean
}

interface Pool {
  readonly place: IndexPlace
  readonly size: number
  readonly threads: Thread[]
  readonly waiting: Task[]
  closed: boolean
}

function entry(): URL {
  const here = new URL(import.meta.url)
  // Run from the sources, threads are still started from the build.
  return here.pathname.endsWith('.ts') ? new URL('./worker.js', here.href.replace('/src/', '/dist/')) : new URL('./worker.js', here)
}

function ask<T>(pool: Pool, job: Job, deadline: number | undefined): Promise<T> {
  if (pool.closed) return Promise.reject(new ProblemError('stopping', 'The search engine is closed'))
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const wait = deadline === undefined ? undefined : deadline + (pool.threads.some((one) => one.ready) ? 0 : PREPARING)
    const task: Task = {
      job,
      endsAt: wait === undefined ? undefined : performance.now() + wait,
      settled: false,
      settle: (reply) => {
        if (task.settled) return
        task.settled = true
        clearTimeout(timer)
        if (reply.failure === undefined) resolve((reply as { readonly value: unknown }).value as T)
        else reject(thrown(reply.failure))
      },
    }
    if (wait !== undefined) timer = setTimeout(() => expire(pool, task, wait), wait + GRACE)
    pool.waiting.push(task)
    next(pool)
  })
}

function thrown(failure: Failure): Error {
  return new ProblemError(failure.problem ?? 'engine-away', failure.detail)
}

function next(pool: Pool): void {
  for (const task of pool.waiting.splice(0)) {
    if (task.settled) continue
    const thread = freeFor(pool, task.job)
    if (thread === undefined) pool.waiting.push(task)
    else give(thread, task)
  }
}

/** A thread for this job; for a search one that is ready. Where none is, one is made ready. */
function freeFor(pool: Pool, job: Job): Thread | undefined {
  const free = pool.threads.filter((one) => one.task === undefined)
  if (job.kind !== 'search') return free.find((one) => !one.ready) ?? free[0] ?? begin(pool)
  const ready = free.find((one) => one.ready)
  if (ready === undefined) prepare(free[0] ?? begin(pool))
  return ready
}

function prepare(thread: Thread | undefined): void {
  if (thread !== undefined) give(thread, { job: { kind: 'prepare' }, endsAt: undefined, settled: false, settle: () => {} })
}

function give(thread: Thread, task: Task): void {
  const left = task.endsAt === undefined ? undefined : task.endsAt - performance.now()
  if (left !== undefined && left <= 0) {
    task.settle({ failure: { problem: 'search-too-slow', detail: 'The search waited too long for its turn' } })
    return
  }
  thread.task = task
  thread.worker.ref()
  // The time spent waiting for other searches counts.
  const job = task.job.kind === 'search' && left !== undefined ? { ...task.job, deadline: Math.min(left, task.job.deadline) } : task.job
  thread.worker.postMessage({ ...job, number: 0 })
}

function begin(pool: Pool): Thread | undefined {
  if (pool.threads.length >= pool.size) return undefined
  const thread: Thread = { worker: new Worker(entry(), { workerData: pool.place }), task: undefined, ready: false }
  pool.threads.push(thread)
  thread.worker.on('message', (reply: Reply) => {
    const task = thread.task
    thread.task = undefined
    // Also where that failed: the search that comes next is told why.
    thread.ready ||= task?.job.kind === 'prepare'
    thread.worker.unref()
    task?.settle(reply)
    next(pool)
  })
  const gone = (detail: string): void => {
    drop(pool, thread)
    thread.task?.settle({ failure: { detail } })
    // A thread that cannot even begin would be begun for ever.
    if (!thread.ready) for (const task of pool.waiting) task.settle({ failure: { detail } })
    next(pool)
  }
  thread.worker.on('error', (error) => gone(`A search thread ended: ${error.message}`))
  thread.worker.on('exit', () => gone('A search thread ended'))
  return thread
}

function drop(pool: Pool, thread: Thread): void {
  const at = pool.threads.indexOf(thread)
  if (at >= 0) pool.threads.splice(at, 1)
}

function expire(pool: Pool, task: Task, wait: number): void {
  const thread = pool.threads.find((one) => one.task === task)
  task.settle({ failure: { problem: 'search-too-slow', detail: `The search was ended after ${Math.round(wait)} ms` } })
  if (thread === undefined) return
  drop(pool, thread)
  void thread.worker.terminate()
  if (task.job.kind === 'search') prepare(begin(pool))
  next(pool)
}

async function close(pool: Pool): Promise<void> {
  if (pool.closed) return
  pool.closed = true
  for (const task of pool.waiting.splice(0)) task.settle({ failure: { problem: 'stopping', detail: 'The search engine is closing' } })
  await Promise.all(pool.threads.splice(0).map((thread) => finish(thread)))
}

/** What a thread has in hand is finished; its connection is closed by itself. */
async function finish(thread: Thread): Promise<void> {
  await new Promise<void>((resolve) => {
    thread.worker.ref()
    thread.worker.once('exit', () => resolve())
    thread.worker.postMessage({ kind: 'close', number: 1 })
    thread.worker.on('message', (reply: Reply) => {
      if (reply.number === 1) void thread.worker.terminate()
    })
  })
}
