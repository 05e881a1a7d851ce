// What does the child do all day? Waits for a file, reads it, sends each event and waits where the parent is behind.
import type { ReadEvent, ReadLimits, SourceFile } from '../domain/reading.ts'
import { WINDOW } from './protocol.ts'
import type { FromChild, ToChild } from './protocol.ts'

type Read = (file: SourceFile, limits: ReadLimits, spool: string) => AsyncIterable<ReadEvent>

/** Serves reads over the IPC channel until the parent is gone. */
export function serveReads(read: Read): void {
  let free = WINDOW
  let resume: (() => void) | undefined
  process.on('disconnect', () => process.exit(0))
  // A Ctrl-C reaches every process of the terminal; it is the parent that decides what becomes of a file in hand.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('message', (message: ToChild) => {
    if (message.kind === 'taken') {
      free++
      resume?.()
    } else {
      free = WINDOW
      void work(message)
    }
  })
  send({ kind: 'ready' })

  async function work(order: Extract<ToChild, { kind: 'read' }>): Promise<void> {
    try {
      for await (const event of read(order.file, order.limits, order.spool)) {
        while (free === 0) await new Promise<void>((resolve) => { resume = resolve })
        free--
        send({ kind: 'event', event })
      }
      send({ kind: 'finished' })
    } catch (error) {
      const { code } = (error ?? {}) as NodeJS.ErrnoException
      send({ kind: 'broke', ...(code !== undefined && { code }), message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
}

function send(message: FromChild): void {
  process.send?.(message)
}
