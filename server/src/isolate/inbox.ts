// How does a loop wait for messages that arrive by callback? A queue with one reader.

export class Inbox<T> {
  readonly #kept: T[] = []
  #waiting: ((message: T | undefined) => void) | undefined
  #closed = false

  put(message: T): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting !== undefined) waiting(message)
    else this.#kept.push(message)
  }

  /** The next message, `undefined` once closed and empty. */
  take(): Promise<T | undefined> {
    const first = this.#kept.shift()
    if (first !== undefined || this.#closed) return Promise.resolve(first)
    return new Promise((resolve) => { this.#waiting = resolve })
  }

  close(): void {
    this.#closed = true
    this.#waiting?.(undefined)
    this.#waiting = undefined
  }
}
