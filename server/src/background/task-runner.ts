// Who carries out the tasks? One after the other, a few articles in each transaction, so that uploads and decisions get their
// turn in between. The rows say what is left, so that a start after a crash goes on where the last step ended.
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { doItem, type StepContext } from '../curation/bulk-steps.ts'
import { toldTask } from '../curation/bulk.ts'
import type { Clock } from '../domain/clock.ts'
import type { Notify } from '../domain/event.ts'
import { isPassing, problem, ProblemError } from '../domain/problem.ts'
import type { ItemOutcome, Task } from '../domain/task.ts'
import type { SearchEngine } from '../engine/port.ts'
import { regroup } from '../regroup.ts'
import type { CorrectParts } from '../reading/correcting.ts'
import { reconcile } from '../reindex.ts'
import type { ComparableCache } from '../seek.ts'
import type { ArchiveStore } from '../store/port.ts'
import { rereadStep } from './reread-step.ts'

export interface RunnerParts extends Pick<CorrectParts, 'read' | 'discard' | 'blobPath'> {
  readonly store: ArchiveStore
  readonly engines: readonly SearchEngine[]
  readonly cache: ComparableCache
  readonly clock: Clock
  readonly notify: Notify
  readonly log: Logger
}

/** Articles looked at in one transaction, and the milliseconds after which it ends early. */
const STEP_ARTICLES = 40
const STEP_MS = 80
/** Between two steps, so that a writer in another thread gets in. */
const BREATH_MS = 2
const IDLE_MS = 2_000
const TOLD_EVERY_MS = 500
/** A step that fails on our side is tried so often before the task is given up. */
const ATTEMPTS = 3
const RETRY_MS = 300

export class TaskRunner {
  readonly #parts: RunnerParts
  readonly #stop = new AbortController()
  #running: Promise<void> | undefined
  #rouse: (() => void) | undefined
  #toldAt = 0
  #failures = 0

  constructor(parts: RunnerParts) {
    this.#parts = parts
  }

  start(): void {
    this.#running ??= this.#forEver()
  }

  wake(): void {
    this.#rouse?.()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    this.wake()
    await this.#running
  }

  async #forEver(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const worked = await this.#attempt()
      if (worked) await pause(BREATH_MS)
      else await this.#sleep()
    }
  }

  /** False where nothing waits. */
  async #attempt(): Promise<boolean> {
    let task: Task | undefined
    try {
      task = await this.#parts.store.tasks.next(this.#parts.clock().toISOString())
      if (task === undefined) return false
      await (task.kind === 'verify' ? this.#verify(task) : this.#step(task))
      this.#failures = 0
      return true
    } catch (error) {
      this.#failures++
      this.#parts.log.error({ err: error, task: task?.id, failures: this.#failures }, 'a step of a task failed')
      if (task !== undefined && this.#failures >= ATTEMPTS) await this.#giveUp(task, error)
      await pause(RETRY_MS * this.#failures)
      return true
    }
  }

  async #step(task: Task): Promise<void> {
    const { store, notify } = this.#parts
    const { ended, clusters } = await (task.kind === 'reread' ? rereadStep(task, this.#parts) : store.transaction((inside) => this.#within(inside, task)))
    if (clusters.length > 0) notify({ kind: 'clusters.changed', clusters, actor: task.actor.name })
    if (ended) return this.#end(task)
    await this.#tell(task.id)
  }

  async #within(store: ArchiveStore, task: Task): Promise<{ ended: boolean; clusters: readonly string[] }> {
    const { engines, cache, clock } = this.#parts
    const items = await store.tasks.waiting(task.id, STEP_ARTICLES)
    const undone = task.undoes === undefined ? undefined : await store.tasks.get(task.undoes)
    const now = clock().toISOString()
    const unsettled = new Set<string>()
    const context: StepContext = { task, store, engines, cache, now, unsettled, ...(undone !== undefined && { undone }) }
    const outcomes: ItemOutcome[] = []
    const begun = performance.now()
    for (const item of items) {
      // Each by itself, so that one that fails leaves no half of a change behind.
      outcomes.push(await store.transaction((inner) => doItem(item, { ...context, store: inner })))
      if (performance.now() - begun > STEP_MS) break
    }
    const clusters = await regroup([...unsettled], store, cache, now)
    await store.tasks.settle(task.id, outcomes)
    return { ended: items.length < STEP_ARTICLES && outcomes.length === items.length, clusters }
  }

  /** Not in one transaction: an engine takes its time. */
  async #verify(task: Task): Promise<void> {
    const { store, engines } = this.#parts
    const total = (await store.articles.count()).articles
    const faulty = new Set<string>()
    for (const engine of engines) {
      if (!(await engine.state()).up) throw new ProblemError('engine-away', 'The search engine is not answering: what it holds could not be looked through.')
      for (const { articleId } of await reconcile(store.outbox, engine)) faulty.add(articleId)
    }
    await store.tasks.report(task.id, { total: Math.max(total, faulty.size), changed: faulty.size, same: Math.max(0, total - faulty.size) })
    await this.#end(task)
  }

  async #end(task: Task): Promise<void> {
    const { store, clock, notify } = this.#parts
    notify(toldTask(await store.tasks.end(task.id, 'done', clock().toISOString())))
  }

  /** Waits for room on a full disk; anything else stands as failed, to be retried by a person. */
  async #giveUp(task: Task, error: unknown): Promise<void> {
    const { store, clock, notify, log } = this.#parts
    if (isPassing(error)) return
    const known = error instanceof ProblemError ? error.problem : problem('internal', `Task ${task.id} broke off; what was done so far stands.`)
    this.#failures = 0
    await store.tasks.end(task.id, 'failed', clock().toISOString(), known).then(
      (ended) => notify(toldTask(ended)),
      (again: unknown) => log.error({ err: again, task: task.id }, 'a task could not be given up'),
    )
  }

  async #tell(id: string): Promise<void> {
    const now = performance.now()
    if (now - this.#toldAt < TOLD_EVERY_MS) return
    this.#toldAt = now
    const task = await this.#parts.store.tasks.get(id)
    if (task !== undefined) this.#parts.notify(toldTask(task))
  }

  /** Until the time is over or somebody wakes us. */
  async #sleep(): Promise<void> {
    if (this.#stop.signal.aborted) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS)
      this.#rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#rouse = undefined
  }
}
