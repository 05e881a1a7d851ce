// How does a screen hear of what happens? A stream of server-sent events (WHATWG HTML, section 9.2): ids that rise,
// replay from Last-Event-ID, a heartbeat so that proxies keep the line. The identity is looked at again at each beat.
import type { Request, Response } from 'express'
import type { ArchiveEvent } from '../domain/event.ts'
import type { LoggedEvent } from './event-log.ts'
import type { House } from './house.ts'
import { identify } from './identity.ts'
import { isSettled } from './settling.ts'

const HEARTBEAT_MS = 15_000
const RETRY_MS = 3_000
/** A progress event of one document is sent at most so often. */
const PROGRESS_MS = 500
/** A reader that lets more than this pile up is cut off; it comes back with Last-Event-ID. */
const BACKLOG_BYTES = 1024 * 1024

export interface Wanted {
  readonly upload?: string | undefined
  readonly topics?: readonly string[] | undefined
}

export async function streamEvents(request: Request, response: Response, wanted: Wanted, house: House): Promise<void> {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
    'Connection': 'keep-alive',
  })
  response.flushHeaders()
  const send = sender(response)
  const listener = filtered(wanted, (logged) => send(logged.event.kind, logged.event, logged.id))
  response.write(`retry: ${RETRY_MS}\n\n`)
  const lastId = house.events.lastId()
  // Who comes for the first time knows from where on to ask, should the line break before anything happens.
  send('hello', { lastId }, request.headers['last-event-id'] === undefined ? lastId : undefined)
  replay(request, listener, send, house)
  const forget = house.events.follow(listener)
  const beat = setInterval(() => {
    response.write(':\n\n')
    stillWelcome(request, house).then((welcome) => welcome || response.end(), () => response.end())
  }, HEARTBEAT_MS)
  const forgetStop = house.life.onStop(() => response.end())
  response.once('close', () => {
    clearInterval(beat)
    forget()
    forgetStop()
  })
  if (wanted.upload !== undefined) await tellCounts(wanted.upload, send, house)
}

type Send = (name: string, data: unknown, id?: number) => void

function sender(response: Response): Send {
  return (name, data, id) => {
    if (response.writableEnded || response.destroyed) return
    if (response.writableLength > BACKLOG_BYTES) {
      response.destroy()
      return
    }
    response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  }
}

/** What was missed; `resync` where that isn't known any more. */
function replay(request: Request, listener: (logged: LoggedEvent) => void, send: Send, house: House): void {
  const given = request.headers['last-event-id']
  if (typeof given !== 'string') return
  const missed = /^\d{1,16}$/.test(given) ? house.events.since(Number(given)) : undefined
  if (missed === undefined) send('resync', {}, house.events.lastId())
  else for (const logged of missed) listener(logged)
}

function filtered(wanted: Wanted, listener: (logged: LoggedEvent) => void): (logged: LoggedEvent) => void {
  const sentAt = new Map<string, number>()
  return (logged) => {
    const { event } = logged
    if (!isWanted(event, wanted)) return
    if (event.kind === 'document.progress') {
      const now = performance.now()
      if (now - (sentAt.get(event.document) ?? -PROGRESS_MS) < PROGRESS_MS) return
      sentAt.set(event.document, now)
    }
    if (event.kind === 'document.settled') sentAt.delete(event.document)
    listener(logged)
  }
}

function isWanted(event: ArchiveEvent, wanted: Wanted): boolean {
  const topic = event.kind.slice(0, event.kind.indexOf('.'))
  if (wanted.topics !== undefined && !wanted.topics.includes(topic)) return false
  if (wanted.upload === undefined) return true
  return 'upload' in event && event.upload === wanted.upload
}

/** Where the upload stands now: who connects late has missed nothing. */
async function tellCounts(upload: string, send: Send, house: House): Promise<void> {
  const counts = await house.store.documents.counts(upload)
  send('upload.counts', { upload, counts })
  if (isSettled(counts)) send('upload.settled', { kind: 'upload.settled', upload, counts })
}

async function stillWelcome(request: Request, house: House): Promise<boolean> {
  const identity = await identify(request, house)
  return identity.by !== 'nothing' && house.life.phase() !== 'stopping'
}
