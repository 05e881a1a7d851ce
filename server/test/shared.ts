// Where are the real documents? Beside the project, where somebody put them; tests that need them skip with a reason otherwise.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const NO_SHARED = 'the folder ../shared with real documents is not beside the project'

/** An absolute path inside `../shared`, or `undefined` where it isn't there. */
export function sharedPath(inside: string): string | undefined {
  const path = fileURLToPath(new URL(`../../../shared/${inside}`, import.meta.url))
  return existsSync(path) ? path : undefined
}
