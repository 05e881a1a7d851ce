// What just happened in the archive? One event stream a browser, however many tabs: a browser holds six connections to a
// site at most. The tab that holds the lock listens and tells the others; when it closes, the next one takes over.
import type { ArchiveEvent } from '../../../../server/src/domain/event.ts'

export type LineState = 'connecting' | 'live' | 'lost'
/** `resync`: something may have been missed. */
export type StreamEvent = ArchiveEvent | { readonly kind: 'resync' }

type Told = { readonly type: 'event'; readonly event: StreamEvent } | { readonly type: 'state'; readonly state: LineState; readonly since: number } | { readonly type: 'who' }

const NAME = 'copydesk:stream'
const KINDS = ['document.received', 'document.progress', 'document.settled', 'upload.settled', 'clusters.changed', 'task.changed', 'index.progress', 'decision.made', 'decision.withdrawn', 'decision.restored'] as const
const RETRY_MS = 3_000

export interface Line {
  readonly state: LineState
  /** When this state began, in milliseconds since 1970. */
  readonly since: number
}

let line: Line = { state: 'connecting', since: Date.now() }
let leading = false
let begun = false
const listeners = new Set<(event: StreamEvent) => void>()
const watchers = new Set<() => void>()
const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME)

export function follow(listener: (event: StreamEvent) => void): () => void {
  begin()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function watchLine(watcher: () => void): () => void {
  begin()
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function lineNow(): Line {
  return line
}

function begin(): void {
  if (begun) return
  begun = true
  others?.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))
  others?.postMessage({ type: 'who' } satisfies Told)
  if (navigator.locks === undefined || others === undefined) lead()
  else void navigator.locks.request(NAME, () => new Promise<void>(() => lead()))
}

function hear(told: Told): void {
  if (told.type === 'event') tell(told.event)
  else if (told.type === 'state') become(told.state, told.since)
  else if (leading) others?.postMessage({ type: 'state', ...line } satisfies Told)
}

function lead(): void {
  // Whatever the tab before heard last is not known here.
  if (line.state === 'live') share({ kind: 'resync' })
  leading = true
  let seen = false
  const open = (): void => {
    const source = new EventSource('/api/events')
    // The browser's own next try tells what it heard last, and what was missed is told again; a new source knows nothing of that.
    let ignorant = seen
    source.addEventListener('hello', () => {
      if (ignorant) share({ kind: 'resync' })
      ignorant = false
      seen = true
      lineIs('live')
    })
    source.addEventListener('resync', () => share({ kind: 'resync' }))
    for (const kind of KINDS) source.addEventListener(kind, ({ data }: MessageEvent<string>) => share(JSON.parse(data) as ArchiveEvent))
    source.addEventListener('error', () => {
      lineIs('lost')
      // The browser tries again by itself unless the service refused; then we ask again, for it may have restarted.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, RETRY_MS)
    })
  }
  open()
}

function share(event: StreamEvent): void {
  others?.postMessage({ type: 'event', event } satisfies Told)
  tell(event)
}

function lineIs(state: LineState): void {
  if (line.state === state) return
  become(state, Date.now())
  others?.postMessage({ type: 'state', ...line } satisfies Told)
}

function tell(event: StreamEvent): void {
  for (const listener of listeners) listener(event)
}

function become(state: LineState, since: number): void {
  line = { state, since }
  for (const watcher of watchers) watcher()
}
