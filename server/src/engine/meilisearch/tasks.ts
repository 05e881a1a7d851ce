// What became of a task? The client's own waiting gives up after five seconds and takes a failed task for an answer, so a
// task is followed here, with growing pauses, for as long as the engine answers at all.
import { setTimeout as pause } from 'node:timers/promises'
import type { Meilisearch, Task } from 'meilisearch'
import { codeOf } from './connection.ts'

/** Throws where the task failed, but for the codes that are `forgiven`. */
export async function finished(client: Meilisearch, sent: PromiseLike<{ readonly taskUid: number }>, forgiven: readonly string[] = []): Promise<Task> {
  const { taskUid } = await sent
  return followed(client, taskUid, forgiven)
}

export async function followed(client: Meilisearch, uid: number, forgiven: readonly string[] = []): Promise<Task> {
  for (let wait = SHORTEST; ; wait = Math.min(wait * GROWTH, LONGEST)) {
    const task = await looked(client, uid)
    if (task.status === 'succeeded') return task
    if (task.status === 'failed' && forgiven.includes(task.error?.code ?? '')) return task
    if (task.status === 'failed') throw new Error(`Meilisearch could not carry out task ${uid}: ${task.error?.message ?? 'it does not say why'}`)
    if (task.status === 'canceled') throw new Error(`Meilisearch was told to drop task ${uid}`)
    await pause(wait)
  }
}

/** A moment without an answer is no reason to send everything again. */
async function looked(client: Meilisearch, uid: number): Promise<Task> {
  const until = performance.now() + SILENT
  for (;;) {
    try {
      return await client.tasks.getTask(uid)
    } catch (error) {
      if (codeOf(error) !== undefined || performance.now() > until) throw error
      await pause(BETWEEN)
    }
  }
}

/** Milliseconds between two looks. */
const SHORTEST = 5
const LONGEST = 2_000
const GROWTH = 1.6
/** Milliseconds without any answer after which the engine counts as away, and between two tries. */
const SILENT = 10_000
const BETWEEN = 250
