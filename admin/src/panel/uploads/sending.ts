// How do files get into the archive? In forms of many files, one after the other; a broken line is tried again, and what
// the archive says of each file comes back over the event stream, or is asked for where something may have been missed.
import { mayHelp } from '../../../../server/src/domain/again.ts'
import type { UploadFileAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { call, problemOf } from '../archive/call.ts'
import { follow, type StreamEvent } from '../archive/stream.ts'
import { outdated } from '../archive/queries.ts'
import { allItems, canRetry, changed, type CorrectionsOf, enqueue, isEnded, ofDocument, refuse, remember, type Item, type Refusal } from './queue.ts'
import { refusalOf } from './taking.ts'

const BATCH_FILES = 500
const BATCH_BYTES = 200 * 1024 * 1024
/** After so long without a word the archive is asked; looked for that often. */
const SILENT_MS = 60_000
const LOOK_MS = 10_000
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

export interface Note {
  readonly publisher: string
  readonly tags: string
}

let note: Note = { publisher: '', tags: '' }
let sending: { readonly request: XMLHttpRequest; readonly batch: readonly Item[] } | undefined
let failures = 0
/** When the archive last said something, in milliseconds since 1970. */
let heard = 0
let listening = false

export function noteNow(): Note {
  return note
}

/** Said with every file from now on. */
export function setNote(next: Note): void {
  note = next
}

/** Puts files into the queue, refuses at once what the archive could only refuse, and begins to send. */
export function take(files: readonly File[], mostBytes: number, said?: CorrectionsOf): void {
  const [refusals, taken]: [Refusal[], File[]] = [[], []]
  for (const file of files) {
    const refusal = refusalOf(file, mostBytes)
    if (refusal === undefined) taken.push(file)
    else refusals.push(refusal)
  }
  if (refusals.length > 0) refuse(refusals)
  enqueue(taken, said)
  begin()
}

export async function cancel(item: Item): Promise<void> {
  if (item.phase === 'sending' && sending !== undefined) {
    // The others of the same form go out again at once.
    for (const other of sending.batch) other.phase = 'waiting'
    sending.request.abort()
  }
  if (item.phase === 'waiting') item.phase = 'cancelled'
  else if (item.phase === 'processing' && item.document !== undefined) {
    await call(`/api/documents/${item.document}/cancel`, { method: 'POST' })
    item.phase = 'cancelled'
  }
  changed()
  begin()
}

export function cancelWaiting(): void {
  for (const item of allItems()) if (item.phase === 'waiting' || item.phase === 'sending') item.phase = 'cancelled'
  sending?.request.abort()
  changed()
}

/** Only what failed or was refused or cancelled, and can end otherwise. */
export async function retryFailed(): Promise<number> {
  const again = allItems().filter(canRetry)
  for (const item of again) {
    if (item.document === undefined) Object.assign(item, { phase: 'waiting', sent: 0 })
    else {
      await call(`/api/documents/${item.document}/retry`, { method: 'POST' })
      Object.assign(item, { phase: 'processing', reason: undefined, hint: undefined })
    }
  }
  changed()
  begin()
  return again.length
}

function begin(): void {
  if (!listening) {
    follow(hear)
    setInterval(askWhereSilent, LOOK_MS)
  }
  listening = true
  if (sending !== undefined) return
  const batch: Item[] = []
  let bytes = 0
  for (const item of allItems()) {
    if (item.phase !== 'waiting') continue
    if (batch.length > 0 && (batch.length >= BATCH_FILES || bytes + item.size > BATCH_BYTES || item.corrections !== undefined || batch[0]?.corrections !== undefined)) break
    batch.push(item)
    bytes += item.size
  }
  if (batch.length > 0) send(batch)
}

function send(batch: readonly Item[]): void {
  const form = new FormData()
  if (note.publisher.trim() !== '') form.append('publisher', note.publisher.trim())
  if (note.tags.trim() !== '') form.append('tags', note.tags.trim())
  // A file that was corrected goes alone: should its correction come too late, no other file is held up.
  const corrections = batch.flatMap((item) => item.corrections ?? [])
  if (corrections.length > 0) form.append('corrections', JSON.stringify(corrections))
  for (const item of batch) {
    item.phase = 'sending'
    if (item.file !== undefined) form.append('files', item.file, item.name.split('/').at(-1) ?? item.name)
  }
  const request = new XMLHttpRequest()
  sending = { request, batch }
  request.open('POST', '/api/documents')
  request.responseType = 'json'
  request.upload.addEventListener('progress', ({ loaded }) => spread(batch, loaded))
  request.addEventListener('load', () => answered(batch, request))
  request.addEventListener('error', () => interrupted(batch))
  request.addEventListener('abort', () => {
    sending = undefined
    changed()
  })
  request.send(form)
  changed()
}

/** Bytes go out in the order of the form. */
function spread(batch: readonly Item[], loaded: number): void {
  let left = loaded
  for (const item of batch) {
    item.sent = Math.max(item.sent, Math.min(1, left / Math.max(1, item.size)))
    left = Math.max(0, left - item.size)
  }
  changed()
}

interface Receipt {
  readonly upload: string
  readonly documents: readonly (Pick<UploadFileAnswer, 'id' | 'status' | 'problem' | 'duplicateOf' | 'articles'>)[]
}

function answered(batch: readonly Item[], request: XMLHttpRequest): void {
  sending = undefined
  if (request.status === 200 || request.status === 202) {
    failures = 0
    const { upload, documents } = request.response as Receipt
    batch.forEach((item, index) => {
      const document = documents[index]
      if (document === undefined) return
      remember(item, document.id, upload)
      Object.assign(item, { file: undefined, sent: 1, phase: 'processing' })
      settle(item, document)
    })
    outdated('uploads', 'stats', 'documents')
    // What was settled before this answer came is asked for.
    setTimeout(() => reconcileSoon(upload), 400)
  } else if (request.status === 429 || request.status >= 500) return interrupted(batch)
  else {
    const problem = problemOf(request.status, request.response)
    for (const item of batch) Object.assign(item, { phase: 'failed', reason: problem.message, hint: problem.hint })
  }
  changed()
  begin()
}

/** The line broke: all of the form waits and goes out again, later each time; what arrived twice is stored once. */
function interrupted(batch: readonly Item[]): void {
  sending = undefined
  for (const item of batch) if (item.phase === 'sending') Object.assign(item, { phase: 'waiting', reason: 'The line broke; it will be sent again.' })
  changed()
  setTimeout(begin, PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)])
}

/** Should an event have been lost on the way, the counts still end right. */
function askWhereSilent(): void {
  const uploads = unsettledUploads()
  if (uploads.size === 0 || Date.now() - heard < SILENT_MS) return
  heard = Date.now()
  for (const upload of uploads) reconcileSoon(upload)
}

function hear(event: StreamEvent): void {
  heard = Date.now()
  if (event.kind === 'resync') for (const upload of unsettledUploads()) reconcileSoon(upload)
  if (event.kind === 'upload.settled') reconcileSoon(event.upload)
  if (event.kind !== 'document.settled' && event.kind !== 'document.progress') return
  const item = ofDocument(event.document)
  if (item === undefined) return
  item.articles = event.articles
  if (event.kind === 'document.settled') settle(item, event)
  changed()
}

function settle(item: Item, { status, problem, duplicateOf }: { status: string; problem?: { code: string; detail: string; hint: string } | undefined; duplicateOf?: string | undefined }): void {
  if (isEnded(item.phase) && item.phase !== 'processing') return
  if (status === 'done' || status === 'refused' || status === 'failed') item.phase = status
  if (duplicateOf !== undefined) item.reason = 'Already in the archive (same bytes): linked, not stored twice.'
  if (problem !== undefined) Object.assign(item, { reason: problem.detail, hint: problem.hint, hopeless: !mayHelp(problem.code) })
}

function unsettledUploads(): ReadonlySet<string> {
  return new Set(allItems().flatMap((item) => (item.phase === 'processing' && item.upload !== undefined ? [item.upload] : [])))
}

/** Right after a restart the service may not answer yet: asked again a little later. */
function reconcileSoon(upload: string, tries = 0): void {
  reconcile(upload).catch(() => {
    if (tries < PAUSES_MS.length) setTimeout(() => reconcileSoon(upload, tries + 1), PAUSES_MS[tries])
  })
}

async function reconcile(upload: string): Promise<void> {
  if (!unsettledUploads().has(upload)) return
  for (let page = 1; ; page++) {
    const { data, total } = await call<{ data: readonly UploadFileAnswer[]; total: number }>(`/api/uploads/${upload}/files?page=${page}&perPage=100`)
    for (const file of data) {
      const item = ofDocument(file.id)
      if (item === undefined) continue
      item.articles = file.articles.length
      settle(item, file)
    }
    if (page * 100 >= total) break
  }
  changed()
}
