// How do we run a foreign format without risk? In a pool of child processes that may read the given folders, write the spool
// and nothing else, are watched for memory and silence, and are replaced when they fall. Threads would fall with us.
import { mkdirSync } from 'node:fs'
import { ProblemError } from '../domain/problem.ts'
import type { ReadEvent, ReadLimits, SourceFile } from '../domain/reading.ts'
import { Reader } from './child.ts'
import type { ReaderSettings } from './child.ts'

export type { ReaderSettings } from './child.ts'
export { serveReads } from './serve.ts'

export interface ReaderPool {
  /**
   * Reads one file in a child process; waits for a free one. Ends after `done` or `refused`; a file that takes its reader down
   * is refused with `parser-memory`, `parser-time` or `parser-crash`. Throws where the fault is ours.
   * Leaving the loop early ends the child.
   */
  readIsolated(file: SourceFile, limits: ReadLimits): AsyncIterable<ReadEvent>
  /** Process ids of the children that run now. */
  pids(): readonly number[]
  /** Ends all children, also those at work. */
  close(): Promise<void>
}

/** `processes` children at most, begun when needed; one is warmed at once. */
export function openReaders(settings: ReaderSettings, processes: number): ReaderPool {
  const pool = new Pool(settings, processes)
  pool.warm()
  return {
    readIsolated: (file, limits) => pool.read(file, limits),
    pids: () => pool.pids(),
    close: () => pool.close(),
  }
}

class Pool {
  readonly #settings: ReaderSettings
  readonly #size: number
  readonly #all = new Set<Reader>()
  readonly #idle: Reader[] = []
  readonly #waiting: (() => void)[] = []
  #busy = 0
  #closed = false

  constructor(settings: ReaderSettings, size: number) {
    this.#settings = settings
    this.#size = size
  }

  warm(): void {
    this.#idle.push(this.#start())
  }

  pids(): readonly number[] {
    return [...this.#all].flatMap((reader) => reader.pid ?? [])
  }

  async *read(file: SourceFile, limits: ReadLimits): AsyncGenerator<ReadEvent> {
    const reader = await this.#take()
    try {
      yield* reader.read(file, limits)
    } finally {
      this.#giveBack(reader)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const next of this.#waiting.splice(0)) next()
    await Promise.all([...this.#all].map((reader) => reader.end()))
  }

  #start(): Reader {
    const reader = new Reader(this.#settings)
    this.#all.add(reader)
    return reader
  }

  async #take(): Promise<Reader> {
    while (!this.#closed && this.#busy >= this.#size) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    if (this.#closed) throw new ProblemError('stopping', 'The readers are stopped.')
    // A child begun in a folder that somebody cleared away would be blamed for it: “spawn node ENOENT”.
    mkdirSync(this.#settings.spool, { recursive: true })
    this.#busy++
    for (let reader = this.#idle.pop(); reader !== undefined; reader = this.#idle.pop()) {
      if (reader.usable) return reader
      this.#drop(reader)
    }
    return this.#start()
  }

  #giveBack(reader: Reader): void {
    this.#busy--
    if (reader.usable && !this.#closed) this.#idle.push(reader)
    else this.#drop(reader)
    this.#waiting.shift()?.()
  }

  #drop(reader: Reader): void {
    void reader.end().then(() => this.#all.delete(reader))
  }
}
