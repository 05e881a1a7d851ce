// What happened lately? Events with ids that only rise, kept for a while, so that a screen that lost its line
// gets what it missed, or is told to load anew.
import type { Clock } from '../domain/clock.ts'
import type { ArchiveEvent } from '../domain/event.ts'
import type { Parts } from './parts.ts'

const KEPT = 5_000

export interface LoggedEvent {
  readonly id: number
  readonly event: ArchiveEvent
}

export interface EventLog {
  lastId(): number
  /** Events after this id; `undefined` where some of them are gone already, or the id isn't ours. */
  since(id: number): readonly LoggedEvent[] | undefined
  /** Calls back for each event from now on; returns how to stop. */
  follow(listener: (logged: LoggedEvent) => void): () => void
}

/** Ids begin at the clock, in microseconds, so that they rise over a restart too. */
export function newEventLog(subscribe: Parts['subscribe'], clock: Clock): EventLog {
  const first = clock().getTime() * 1000
  const kept: LoggedEvent[] = []
  const listeners = new Set<(logged: LoggedEvent) => void>()
  let last = first
  subscribe((event) => {
    const logged = { id: ++last, event }
    kept.push(logged)
    if (kept.length > KEPT * 2) kept.splice(0, kept.length - KEPT)
    for (const listener of listeners) listener(logged)
  })
  return {
    lastId: () => last,
    since: (id) => {
      const oldest = kept[0]?.id ?? last + 1
      if (id > last || id < oldest - 1) return undefined
      return kept.slice(id - oldest + 1)
    },
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
