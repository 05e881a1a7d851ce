// How does a file that was written to disk become a document that waits? The bytes are durable before the rows are,
// and nobody is told before both are.
import { randomUUID } from 'node:crypto'
import type { Clock } from './domain/clock.ts'
import type { Document, SenderNote } from './domain/document.ts'
import type { Notify } from './domain/event.ts'
import type { Problem } from './domain/problem.ts'
import type { Actor } from './domain/role.ts'
import type { ArchiveStore } from './store/port.ts'

/** A file of an upload. With a `problem` it was refused before all its bytes were read. */
export interface ReceivedFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Absent where the file was refused and no byte of it kept. */
  readonly sha256?: string
  readonly problem?: Problem
}

export interface Receipt {
  readonly upload: string
  /** In the order of the files given. */
  readonly documents: readonly Document[]
}

export interface ReceiveParts {
  readonly store: Pick<ArchiveStore, 'documents'>
  readonly clock: Clock
  readonly notify: Notify
}

export function newUpload(): string {
  return randomUUID()
}

/** Durable when it resolves. Reading goes on in the background. */
export async function receive(
  files: readonly ReceivedFile[],
  note: SenderNote,
  actor: Actor,
  parts: ReceiveParts,
  upload: string = newUpload(),
): Promise<Receipt> {
  const receivedAt = parts.clock().toISOString()
  const rows = files.map((file) => ({ ...file, sha256: file.sha256 ?? '', upload, depth: 0, note, receivedAt }))
  const documents = await parts.store.documents.receive(rows, actor)
  for (const { id, name } of documents) parts.notify({ kind: 'document.received', upload, document: id, name })
  return { upload, documents }
}
