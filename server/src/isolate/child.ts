// What does the parent know of one child? Whether it lives, what it said, and why it was ended.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { diskProblem } from '../domain/disk.ts'
import { problem, ProblemError } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import type { ReadEvent, ReadLimits, SourceFile } from '../domain/reading.ts'
import { fences } from './fences.ts'
import { Inbox } from './inbox.ts'
import type { FromChild, ToChild } from './protocol.ts'
import { processorSeconds, residentBytes, secondsLeft, WATCH_EVERY_MS } from './watch.ts'

export interface ReaderSettings {
  /** The child's program, built JavaScript. */
  readonly entry: URL
  /** The only folder that a child may write to. */
  readonly spool: string
  /** Files and folders that a child may read, besides its own program. */
  readonly readable: readonly string[]
  /** Resident bytes at which a child is ended. */
  readonly memoryBytes: number
  /** Work without an event at which a child is ended, as processor time (twice that by the clock); each event counts anew. */
  readonly seconds: number
  /** Files after which a child is replaced, so that no leak of a parser lasts. */
  readonly filesPerReader: number
}

/** Why the parent ended a child; `stopping` says nothing of the file. */
type Verdict = 'memory' | 'time' | 'stopping'

const START_SECONDS = 60
const STDERR_KEPT = 8192

export class Reader {
  readonly #settings: ReaderSettings
  readonly #child: ChildProcess
  readonly #inbox = new Inbox<FromChild>()
  readonly #exited: Promise<void>
  #stderr = ''
  #files = 0
  #alive = true
  #started = false
  #verdict: Verdict | undefined

  constructor(settings: ReaderSettings) {
    this.#settings = settings
    this.#child = fork(settings.entry, [], {
      execArgv: fences(settings.entry, [settings.spool, ...settings.readable], settings.spool),
      env: { TZ: 'UTC' },
      cwd: settings.spool,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => { this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT) })
    this.#child.on('message', (message) => this.#inbox.put(message as FromChild))
    // A child that dies makes its channel fail too; the exit says all there is to say.
    this.#child.on('error', (error) => { this.#stderr += error.message })
    this.#exited = new Promise((resolve) => this.#child.once('close', () => {
      this.#alive = false
      this.#inbox.close()
      resolve()
    }))
    this.#idle(true)
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get usable(): boolean {
    return this.#alive && this.#child.connected && this.#verdict === undefined && this.#files < this.#settings.filesPerReader
  }

  async end(): Promise<void> {
    // Nobody would wait for the end of an idle child: the parent would end in the middle of its own last step.
    if (this.#alive) this.#idle(false)
    if (this.#alive) this.#condemn('stopping')
    await this.#exited
  }

  async *read(file: SourceFile, limits: ReadLimits): AsyncGenerator<ReadEvent> {
    this.#idle(false)
    await this.#ready()
    this.#files++
    this.#tell({ kind: 'read', file, limits, spool: this.#settings.spool })
    const watch = setInterval(() => this.#watchMemory(), WATCH_EVERY_MS)
    let finished = false
    try {
      for (;;) {
        const message = await this.#next(this.#settings.seconds)
        if (message === undefined) break
        if (message.kind === 'event') yield message.event
        if (message.kind === 'broke') throw diskProblem(message) ?? new Error(`reading “${file.name}” broke: ${message.message}`)
        finished = message.kind === 'finished'
        if (finished) return
        this.#tell({ kind: 'taken' })
      }
      await this.#exited
      if (this.#verdict === 'stopping') throw new ProblemError('stopping', `Reading “${file.name}” was broken off: the readers are being stopped.`)
      yield { kind: 'refused', problem: this.#causeOfDeath(file) }
    } finally {
      clearInterval(watch)
      if (!finished) await this.end()
      else this.#idle(true)
    }
  }

  async #ready(): Promise<void> {
    if (this.#started) return
    const first = await this.#next(START_SECONDS)
    if (first?.kind !== 'ready') {
      const stopping = this.#verdict === 'stopping'
      await this.end()
      if (stopping) throw new ProblemError('stopping', 'The readers are being stopped.')
      throw new Error(`the reader process did not start: ${this.#stderr.trim() || 'no word from it'}`)
    }
    this.#started = true
  }

  /** The next message; `undefined` where the child is gone, by itself or for its silence. */
  async #next(seconds: number): Promise<FromChild | undefined> {
    const since = performance.now()
    const before = this.#processor()
    let timer: NodeJS.Timeout | undefined
    const look = (): void => {
      const now = this.#processor()
      const worked = before === undefined || now === undefined ? undefined : now - before
      const left = secondsLeft(seconds, worked, (performance.now() - since) / 1000)
      if (left <= 0) this.#condemn('time')
      else timer = setTimeout(look, Math.max(left * 1000, WATCH_EVERY_MS))
    }
    timer = setTimeout(look, seconds * 1000)
    try {
      return await this.#inbox.take()
    } finally {
      clearTimeout(timer)
    }
  }

  #processor(): number | undefined {
    return this.pid === undefined ? undefined : processorSeconds(this.pid)
  }

  #watchMemory(): void {
    if (this.#alive && this.pid !== undefined && residentBytes(this.pid) > this.#settings.memoryBytes) this.#condemn('memory')
  }

  #condemn(verdict: Verdict): void {
    this.#verdict ??= verdict
    this.#child.kill('SIGKILL')
  }

  #tell(message: ToChild): void {
    // The answer to a failed send is the exit, which ends the reading.
    if (this.#child.connected) this.#child.send(message, (error) => { if (error) this.#stderr += error.message })
  }

  /** An idle child must not keep the parent from ending. */
  #idle(idle: boolean): void {
    const channel = this.#child.channel
    const stderr = this.#child.stderr as { ref?(): void; unref?(): void } | null
    if (idle) {
      this.#child.unref()
      channel?.unref()
      stderr?.unref?.()
    } else {
      this.#child.ref()
      channel?.ref()
      stderr?.ref?.()
    }
  }

  #causeOfDeath(file: SourceFile): Problem {
    const name = `“${file.name}”`
    const { memoryBytes, seconds } = this.#settings
    if (this.#verdict === 'time') return problem('parser-time', `Reading ${name} brought nothing in ${seconds} seconds of work, the limit.`)
    if (this.#verdict === 'memory' || /heap out of memory|allocation failed/i.test(this.#stderr)) {
      return problem('parser-memory', `Reading ${name} took more than ${Math.round(memoryBytes / 2 ** 20)} MiB of memory, the limit.`)
    }
    return problem('parser-crash', `Reading ${name} ended the process that read it.`)
  }
}
