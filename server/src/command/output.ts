// How does a command speak? Results on standard output, progress and messages on standard error, one exit code of three.

export const DONE = 0
export const DONE_WITH_PROBLEMS = 1
export const USED_WRONGLY = 2

/** Thrown for a wrong use of a command. */
export class UsageError extends Error {}

/** Waits where the reader of a pipe is slow, so that no output is lost or piles up. */
export async function printLine(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return
  await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()))
}

export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}

/** A line that is written over on a terminal, and now and then elsewhere. */
export class ProgressLine {
  #last = 0

  show(text: string): void {
    const now = performance.now()
    const pause = process.stderr.isTTY ? 100 : 5_000
    if (now - this.#last < pause) return
    this.#last = now
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
  }

  end(): void {
    if (process.stderr.isTTY && this.#last > 0) process.stderr.write('\r\u001b[K')
  }
}
