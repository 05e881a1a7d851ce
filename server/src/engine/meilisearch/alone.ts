// How does only one thread of one process build an index at a time? By a file that only one can create; one that was left
// behind by a process that ended is too old to count.
import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Waits its turn, works, and lets the next one in. */
export async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!taken(path)) await pause(BETWEEN)
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** Milliseconds between two tries, and after which a lock counts as left behind. */
const BETWEEN = 50
const LEFT_BEHIND = 60_000

function taken(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (made !== undefined && made < Date.now() - LEFT_BEHIND) rmSync(path, { force: true })
    return false
  }
}
