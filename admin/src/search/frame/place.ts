// Where are we? The address is all the state that a person can keep, send and go back to, so the pages keep theirs in it.
// Typing rewrites the present entry of the history; a settled step (Enter, a facet, a link) adds one, and what was typed
// before it goes into an entry of its own, so that Back never skips a search and never walks through single letters.
import { useSyncExternalStore } from 'react'

export interface Place {
  readonly path: string
  readonly query: string
  /** Names the history entry; scroll positions are kept by it. */
  readonly key: string
}

const SCROLLS = 'copydesk:scrolls'
const scrolls = new Map<string, number>()
const listeners = new Set<() => void>()
/** The address that the present entry had before anything was typed. */
let settled = '/'
let place: Place = { path: '/', query: '', key: '' }
let popped = true

export function usePlace(): Place {
  return useSyncExternalStore(listen, () => place)
}

export function currentPlace(): Place {
  return place
}

/** Adds an entry to the history. */
export function goTo(address: string): void {
  keepScroll()
  const typed = location.pathname + location.search
  if (typed !== settled) {
    // What is on the screen keeps its key, and with it its place in the list; the entry before it is the new one.
    const { key } = entry()
    history.replaceState({ ...entry(), key: newKey() } satisfies Entry, '', settled)
    history.pushState({ ...nextEntry(settled), key }, '', typed)
  }
  if (address !== typed) history.pushState(nextEntry(typed), '', address)
  settled = address
  popped = false
  tell()
}

/** Rewrites the present entry for a moment's state: words being typed. */
export function rewrite(address: string): void {
  if (address === location.pathname + location.search) return
  history.replaceState(history.state, '', address)
  popped = false
  tell()
}

/** Puts another address in the place of the present one, for good. */
export function goInstead(address: string): void {
  history.replaceState(history.state, '', address)
  settled = address
  popped = false
  tell()
}

/** By the browser's own Back, so that the place in the list is found again; to the search where no results led here. */
export function backToResults(): void {
  const { depth, results } = entry()
  if (results !== undefined && results < depth) history.go(results - depth)
  else goTo('/')
}

/** Where the page was scrolled to when this entry was left; `undefined` where it is entered anew. */
export function scrollToRestore(): number | undefined {
  return popped ? scrolls.get(place.key) : undefined
}

export function beginPlaces(): void {
  history.scrollRestoration = 'manual'
  if (entry().key === '') history.replaceState({ key: newKey(), depth: 0 } satisfies Entry, '')
  for (const [key, scroll] of stored()) scrolls.set(key, scroll)
  settled = location.pathname + location.search
  place = read()
  addEventListener('popstate', () => {
    keepScroll()
    settled = location.pathname + location.search
    popped = true
    tell()
  })
  addEventListener('pagehide', () => {
    keepScroll()
    sessionStorage.setItem(SCROLLS, JSON.stringify([...scrolls].slice(-100)))
  })
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  place = read()
  for (const listener of listeners) listener()
}

function read(): Place {
  return { path: location.pathname, query: location.search, key: entry().key }
}

function keepScroll(): void {
  scrolls.set(place.key, window.scrollY)
}

/** What the history keeps of an entry: how deep it is, and how deep the results are that led here. */
interface Entry {
  readonly key: string
  readonly depth: number
  readonly results?: number
}

function entry(): Entry {
  const { key, depth, results } = (history.state ?? {}) as Partial<Record<keyof Entry, unknown>>
  return {
    key: typeof key === 'string' ? key : '',
    depth: typeof depth === 'number' ? depth : 0,
    ...(typeof results === 'number' ? { results } : {}),
  }
}

function nextEntry(from: string): Entry {
  const { depth, results } = entry()
  const found = /^\/(?:\?|$)/.test(from) ? depth : results
  return { key: newKey(), depth: depth + 1, ...(found === undefined ? {} : { results: found }) }
}

function newKey(): string {
  return Math.random().toString(36).slice(2)
}

function stored(): [string, number][] {
  try {
    return JSON.parse(sessionStorage.getItem(SCROLLS) ?? '[]') as [string, number][]
  } catch {
    // Another version of the page, or a hand, wrote something else: positions are a comfort and no more.
    return []
  }
}
