// How is the background thread started and spoken to? It ingests, compares, re-clusters and keeps the engine level
// (background-thread.ts is its program), so that no heavy text holds up an answer to the web.
import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { builtEntry } from '../domain/built-entry.ts'
import { type Desk, DESK_CALLS } from './desk.ts'
import type { ArchiveEvent, Notify } from '../domain/event.ts'
import { type Callable, Caller, remote } from './relay.ts'

export interface Background {
  readonly desk: Callable<Desk>
  /** Something waits. */
  wake(): void
  /** Finishes or puts back what is in hand. */
  stop(): Promise<void>
}

const RESTART_MS = 1_000

/** Starts the thread; starts it anew should it ever fall. Resolves when it works. */
export async function startBackground(config: Config, notify: Notify, log: Logger): Promise<Background> {
  let stopping = false
  let current = await begin()

  async function begin(): Promise<{ caller: Caller; ended: Promise<void> }> {
    const worker = new Worker(builtEntry(import.meta.url, './background-thread.ts'), { workerData: config })
    const caller = new Caller(worker)
    worker.on('message', (message: { event?: ArchiveEvent }) => {
      if (message?.event !== undefined) notify(message.event)
    })
    worker.on('error', (error) => log.error({ err: error }, 'the background thread fell'))
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    void ended.then(() => {
      caller.end()
      if (!stopping) setTimeout(() => void begin().then((next) => (current = next)), RESTART_MS)
    })
    await Promise.race([caller.call('wake', []), ended.then(() => Promise.reject(new Error('the background thread could not start')))])
    return { caller, ended }
  }

  const forward = { call: (name: string, args: readonly unknown[]) => current.caller.call(name, args) }
  return {
    desk: remote<Desk>(forward, DESK_CALLS),
    wake: () => void current.caller.call('wake', []).catch((error: unknown) => log.debug({ err: error }, 'nobody to wake')),
    stop: async () => {
      stopping = true
      await current.caller.call('stop', [])
      await current.ended
    },
  }
}
