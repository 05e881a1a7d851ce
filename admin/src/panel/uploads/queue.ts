// Which files are on their way? Kept outside the pages, so that one may leave and come back; rows are known by a number
// of their own, for two files may bear one name. Ten thousand rows change often: watchers are told a few times a second.
import { useSyncExternalStore } from 'react'
import type { BoundCorrections } from '../../../../server/src/domain/correction.ts'

/** `sending` and `processing` are two things: the line to the archive, and the archive's own work. */
export type Phase = 'waiting' | 'sending' | 'processing' | 'done' | 'refused' | 'failed' | 'cancelled'

export interface Item {
  readonly key: number
  readonly name: string
  readonly size: number
  phase: Phase
  /** Share of its bytes that went out. */
  sent: number
  /** Dropped once it is safe in the archive. */
  file: File | undefined
  /** How it is to be read, where somebody looked at it before. */
  readonly corrections?: readonly BoundCorrections[]
  document?: string
  upload?: string
  articles?: number
  /** Why it was refused or failed, and what to do. */
  reason?: string
  hint?: string
  /** The file itself is the cause: sent again it could only end the same. */
  hopeless?: boolean
}

export interface Refusal {
  readonly name: string
  /** One word for the group: `image`, `too large`. */
  readonly kind: string
  readonly reason: string
}

export interface Totals {
  readonly items: number
  readonly bytes: number
  readonly sentBytes: number
  readonly phases: Readonly<Record<Phase, number>>
  /** How many can be tried again. */
  readonly again: number
  /** Uploads that files of this queue went into, the newest last. */
  readonly uploads: readonly string[]
}

const TELL_MS = 200

const items: Item[] = []
const byDocument = new Map<string, Item>()
let refusals: readonly Refusal[] = []
let totals = reckoned()
let timer: ReturnType<typeof setTimeout> | undefined
let nextKey = 1
const watchers = new Set<() => void>()

export function useQueue(): Totals {
  return useSyncExternalStore(watch, totalsNow)
}

export function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function totalsNow(): Totals {
  return totals
}

export function allItems(): readonly Item[] {
  return items
}

export function refused(): readonly Refusal[] {
  return refusals
}

export type CorrectionsOf = ReadonlyMap<File, readonly BoundCorrections[]>

export function enqueue(files: readonly File[], said: CorrectionsOf = new Map()): void {
  for (const file of files) {
    const corrections = said.get(file)
    items.push({ key: nextKey++, name: pathOf(file), size: file.size, phase: 'waiting', sent: 0, file, ...(corrections && { corrections }) })
  }
  changed()
}

export function refuse(more: readonly Refusal[]): void {
  refusals = [...refusals, ...more]
  changed()
}

export function dismissRefusals(): void {
  refusals = []
  changed()
}

export function remember(item: Item, document: string, upload: string): void {
  item.document = document
  item.upload = upload
  byDocument.set(document, item)
}

export function ofDocument(document: string): Item | undefined {
  return byDocument.get(document)
}

/** Takes rows out that are at an end. */
export function clearEnded(): void {
  const kept = items.filter((item) => !isEnded(item.phase))
  items.splice(0, items.length, ...kept)
  changed()
}

export function isEnded(phase: Phase): boolean {
  return phase === 'done' || phase === 'refused' || phase === 'failed' || phase === 'cancelled'
}

export function canRetry({ phase, hopeless }: Item): boolean {
  return phase === 'cancelled' || ((phase === 'failed' || phase === 'refused') && hopeless !== true)
}

export function changed(): void {
  if (timer !== undefined) return
  timer = setTimeout(() => {
    timer = undefined
    totals = reckoned()
    for (const watcher of watchers) watcher()
  }, TELL_MS)
}

/** The path within a dropped folder, or the name. */
function pathOf(file: File): string {
  const path = (file as { path?: string }).path ?? file.webkitRelativePath
  return (path || file.name).replace(/^\.?\//, '')
}

function reckoned(): Totals {
  const phases: Record<Phase, number> = { waiting: 0, sending: 0, processing: 0, done: 0, refused: 0, failed: 0, cancelled: 0 }
  const uploads = new Set<string>()
  let [bytes, sentBytes, again] = [0, 0, 0]
  for (const item of items) {
    phases[item.phase]++
    if (canRetry(item)) again++
    if (item.upload !== undefined) uploads.add(item.upload)
    if (item.phase === 'cancelled') continue
    bytes += item.size
    sentBytes += item.size * item.sent
  }
  return { items: items.length, bytes, sentBytes, phases, again, uploads: [...uploads] }
}
