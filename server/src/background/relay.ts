// How does one thread ask another to do something? Calls by name over a message port, answers in any order.
// A problem for a person crosses over as what it is; anything else becomes `internal` with its stack for the log.
import type { MessagePort, Worker } from 'node:worker_threads'
import { diskProblem } from '../domain/disk.ts'
import { type Problem, ProblemError } from '../domain/problem.ts'

type Call = { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
type Answer =
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly problem: Problem; readonly faults: ProblemError['faults']; readonly more: ProblemError['more'] }
  | { readonly answer: number; readonly stack: string }

/** What can be called: functions of structured-cloneable values, all asynchronous. */
export type Callable<H> = { readonly [K in keyof H]: H[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => Promise<R> : never }

/** Answers calls that come in over `port` until it closes. */
export function answerCalls(port: MessagePort, handlers: Readonly<Record<string, (...args: never[]) => Promise<unknown>>>): void {
  port.on('message', (message: Call) => {
    if (typeof message?.call !== 'number') return
    void answer(message, handlers).then((reply) => port.postMessage(reply))
  })
}

async function answer(message: Call, handlers: Readonly<Record<string, (...args: never[]) => Promise<unknown>>>): Promise<Answer> {
  try {
    const handler = handlers[message.name]
    if (handler === undefined) throw new Error(`nobody answers to ${message.name}`)
    return { answer: message.call, value: await handler(...(message.args as never[])) }
  } catch (error) {
    const known = error instanceof ProblemError ? error : diskProblem(error)
    if (known !== undefined) return { answer: message.call, problem: known.problem, faults: known.faults, more: known.more }
    return { answer: message.call, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Calls over a port. Every call fails with `stopping` once the other side has ended. */
export class Caller {
  readonly #port: MessagePort | Worker
  readonly #waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>()
  #next = 1
  #ended = false

  constructor(port: MessagePort | Worker) {
    this.#port = port
    port.on('message', (message: Answer) => this.#settle(message))
  }

  call(name: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(new ProblemError('stopping', 'The service is stopping; nothing was changed.'))
    const call = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject })
      this.#port.postMessage({ call, name, args } satisfies Call)
    })
  }

  /** The other side is gone: whoever waits is told. */
  end(): void {
    this.#ended = true
    for (const waiting of this.#waiting.values()) waiting.reject(new ProblemError('stopping', 'The service stopped before it could answer.'))
    this.#waiting.clear()
  }

  #settle(message: Answer): void {
    if (typeof message?.answer !== 'number') return
    const waiting = this.#waiting.get(message.answer)
    this.#waiting.delete(message.answer)
    if (waiting === undefined) return
    if ('value' in message) waiting.resolve(message.value)
    else if ('problem' in message) waiting.reject(new ProblemError(message.problem.code, message.problem.detail, message.faults, { more: message.more }))
    else waiting.reject(Object.assign(new Error('the background thread failed'), { stack: message.stack }))
  }
}

/** The other side's functions, as if they were here. */
export function remote<H>(caller: Pick<Caller, 'call'>, names: readonly (keyof H & string)[]): Callable<H> {
  const entries = names.map((name) => [name, (...args: unknown[]) => caller.call(name, args)] as const)
  return Object.fromEntries(entries) as Callable<H>
}
