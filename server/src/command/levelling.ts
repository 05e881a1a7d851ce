// How does a command wait until the engines hold what the store holds? It works where nobody else does, and otherwise
// watches the one who works. What an engine can't take now is no reason to wait for ever: the service goes on with it.
import { setTimeout as pause } from 'node:timers/promises'
import { unfinished } from '../reindex.ts'
import type { Workshop } from '../wiring.ts'
import { say } from './output.ts'

/** Resolves once nothing is due, or nothing has moved for a while. `onProgress` hears how many articles are left. */
export async function bringLevel(workshop: Workshop, onProgress: (pending: number) => void = () => {}): Promise<void> {
  let best = Number.POSITIVE_INFINITY
  let moved = performance.now()
  for (;;) {
    const [done, trouble] = await round(workshop)
    const left = await pendingOf(workshop)
    onProgress(left.pending)
    if (left.pending === 0 && left.generations === 0) return
    if (done > 0 || left.pending < best) moved = performance.now()
    best = Math.min(best, left.pending)
    if (performance.now() > moved + (trouble === undefined ? PATIENCE : AWAY)) {
      say(`${left.pending} articles are not indexed yet${trouble === undefined ? '' : ` (${trouble})`}; the service goes on with them.`)
      return
    }
    if (done === 0) await pause(LOOK_MS)
  }
}

/** Milliseconds without any progress after which a command gives up waiting, where an engine is away and otherwise; and between two looks. */
const AWAY = 5_000
const PATIENCE = 30_000
const LOOK_MS = 200

async function round(workshop: Workshop): Promise<readonly [number, string | undefined]> {
  try {
    return [await workshop.drain(), undefined]
  } catch (error) {
    return [0, error instanceof Error ? error.message : String(error)]
  }
}

async function pendingOf({ store, engine, engines }: Workshop): Promise<{ readonly pending: number; readonly generations: number }> {
  const building = await unfinished({ store, engines })
  if (building.length > 0) return { pending: building.reduce((sum, one) => sum + one.pending, 0), generations: building.length }
  return { pending: (await store.outbox.state(await engine.identity())).pending, generations: 0 }
}
