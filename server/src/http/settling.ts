// When is an upload done? Woken by its events, and looking again now and then in case one was missed.
import type { DocumentStatus } from '../domain/document.ts'
import type { House } from './house.ts'

const FIRST_LOOK_MS = 20
const SLOWEST_LOOK_MS = 1_000
/** How long a caller waits, at most, for the engine to catch up once everything is stored. */
const INDEX_MS = 5_000

type Counts = Readonly<Record<DocumentStatus, number>>

export function isSettled(counts: Counts): boolean {
  return counts.queued + counts.processing === 0
}

/** True once nothing of the upload waits or runs; false after so many seconds, or when the caller hangs up. */
export async function settled(upload: string, seconds: number, house: House, signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  const done = await look(async () => isSettled(await house.store.documents.counts(upload)), end, house, signal)
  if (done) await look(() => indexed(house), Math.min(end, performance.now() + INDEX_MS), house, signal)
  return done
}

async function indexed(house: House): Promise<boolean> {
  return (await house.store.outbox.state(await house.engine.identity())).pending === 0
}

async function look(isSo: () => Promise<boolean>, end: number, house: House, signal: AbortSignal): Promise<boolean> {
  let pause = FIRST_LOOK_MS
  while (!(await isSo())) {
    const left = end - performance.now()
    if (left <= 0 || signal.aborted || house.life.phase() === 'stopping') return false
    await nap(Math.min(pause, left), house, signal)
    pause = Math.min(pause * 2, SLOWEST_LOOK_MS)
  }
  return true
}

/** Until something is settled or indexed, the time is over or the caller hangs up. */
function nap(milliseconds: number, house: House, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      forget()
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    const forget = house.events.follow(({ event }) => {
      if (event.kind === 'upload.settled' || event.kind === 'index.progress') wake()
    })
    signal.addEventListener('abort', wake)
  })
}
