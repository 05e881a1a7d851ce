// What is remembered while somebody reviews? The frozen queue, what was decided (to undo it), what could not be saved,
// and what others changed meanwhile. Kept for this tab, so that a reload goes on where it was; the decisions themselves
// are the service's.
import { useSyncExternalStore } from 'react'
import type { Act } from './acts.ts'
import type { Cluster } from './cluster.ts'
import type { Doing, Entry } from './desk.ts'
import { onSignedOut } from '../archive/signing-out.ts'
import type { Queue } from './queue.ts'

export interface Said {
  readonly text: string
  readonly tone: 'done' | 'failed'
  /** What may be undone from here. */
  readonly entry?: number
  /** Where it was, for what could not be saved. */
  readonly cluster?: string
  /** Rises with each, so that the same words are said again. */
  readonly turn: number
}

export interface Trouble {
  readonly act: Act
  readonly doing: Doing
  readonly error: unknown
}

export interface Fresh {
  readonly cluster: Cluster | undefined
  readonly actor?: string
}

export interface Session {
  readonly queue?: Queue | undefined
  readonly entries: readonly Entry[]
  readonly said?: Said | undefined
  /** By cluster: what could not be saved there. */
  readonly troubles: Readonly<Record<string, Trouble>>
  /** By cluster: how it is now, where that is not what is shown. */
  readonly fresh: Readonly<Record<string, Fresh>>
  /** Words that go with the next decision on a cluster. */
  readonly notes: Readonly<Record<string, string>>
  /** A cluster that was merged away, and the one that its articles are in now. */
  readonly moved: Readonly<Record<string, string>>
  /** Decisions that wait for the service to be there again. */
  readonly unsent: number
}

const NAME = 'copydesk:review'
const NOTHING: Session = { entries: [], troubles: {}, fresh: {}, notes: {}, moved: {}, unsent: 0 }

let session: Session = taken()
const watchers = new Set<() => void>()
// Nothing of one person is shown to the next.
onSignedOut(() => change({ ...NOTHING, unsent: session.unsent, queue: undefined, said: undefined }))

export function useSession(): Session {
  return useSyncExternalStore(watch, now)
}

export function now(): Session {
  return session
}

export function change(part: Partial<Session>): void {
  session = { ...session, ...part }
  keep()
  for (const watcher of watchers) watcher()
}

export function say(text: string, more: Omit<Said, 'text' | 'turn' | 'tone'> & { readonly tone?: Said['tone'] } = {}): void {
  change({ said: { tone: 'done', ...more, text, turn: (session.said?.turn ?? 0) + 1 } })
}

export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (record[key] === undefined) return record
  const { [key]: _, ...rest } = record
  return rest
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** What outlives a reload; what is on its way is kept by itself, for other windows too. */
function keep(): void {
  const { queue, notes, moved } = session
  const entries = session.entries.filter((entry) => entry.decisions.length > 0 && entry.state !== 'dropped').slice(-200)
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ queue, notes, moved, entries }))
  } catch {
    // This browser keeps nothing: a reload begins the queue anew, and the decisions are on the service anyway.
    return
  }
}

function taken(): Session {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Partial<Session> | null
    if (kept === null) return NOTHING
    return { ...NOTHING, ...kept, entries: (kept.entries ?? []).map((entry) => (entry.state === 'sending' ? { ...entry, state: 'kept' } : entry)) }
  } catch {
    // As above: nothing could be kept, or it cannot be read any more.
    return NOTHING
  }
}
