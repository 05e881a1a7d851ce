// How does a screen stay true? What the event stream tells makes the lists on screen stale, a few at a time.
import { useEffect, useSyncExternalStore } from 'react'
import { outdated } from './queries.ts'
import { follow, lineNow, watchLine, type Line, type StreamEvent } from './stream.ts'

export function useLine(): Line {
  return useSyncExternalStore(watchLine, lineNow)
}

export function useEvents(listener: (event: StreamEvent) => void): void {
  useEffect(() => follow(listener), [listener])
}

/** For the frame: once for the whole panel. */
export function useFreshness(): void {
  useEvents(refresh)
}

function refresh(event: StreamEvent): void {
  if (event.kind === 'resync') outdated('*')
  else if (event.kind === 'clusters.changed') outdated('articles', 'clusters', 'stats')
  else if (event.kind === 'task.changed') outdated('tasks')
  else if (event.kind.startsWith('decision.')) outdated('decisions', 'exclusions', 'clusters', 'stats')
  else if (event.kind === 'index.progress') outdated('articles', 'facets', 'system', 'stats')
  else if (event.kind !== 'document.progress') outdated('documents', 'uploads', 'articles', 'stats', 'system')
}
