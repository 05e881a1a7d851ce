// Which columns does a person want to see? Their own choice, kept in this browser; the headline always stands.
import { useSyncExternalStore } from 'react'
import { remember, remembered } from '../../search/frame/memory.ts'

export const COLUMNS = { publisher: 'Publisher', publishedAt: 'Published', createdAt: 'Added', byline: 'Byline', language: 'Language', wordCount: 'Words', completeness: 'Completeness', tags: 'Tags', documentName: 'File', relation: 'Versions' } as const
export type Column = keyof typeof COLUMNS

const USUAL: readonly Column[] = ['publisher', 'publishedAt', 'wordCount', 'relation']

const listeners = new Set<() => void>()
let shown: ReadonlySet<Column> = new Set(read())

export function useColumns(): ReadonlySet<Column> {
  return useSyncExternalStore(watch, () => shown)
}

export function showColumn(column: Column, on: boolean): void {
  const next = (Object.keys(COLUMNS) as Column[]).filter((one) => (one === column ? on : shown.has(one)))
  shown = new Set(next)
  remember('columns', next.join() === USUAL.join() ? undefined : next.join())
  for (const listener of listeners) listener()
}

function read(): readonly Column[] {
  const kept = remembered('columns')
  return kept === undefined ? USUAL : (Object.keys(COLUMNS) as Column[]).filter((column) => kept.split(',').includes(column))
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
