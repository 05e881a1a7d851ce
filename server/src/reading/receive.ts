// How does a file that was written to disk become a document that waits? The bytes are durable before the rows are,
// and nobody is told before both are.
import { randomUUID } from 'node:crypto'
import type { Clock } from '../domain/clock.ts'
import { type BoundCorrections, sayCorrections } from '../domain/correction.ts'
import type { Document, SenderNote } from '../domain/document.ts'
import type { Notify } from '../domain/event.ts'
import { type Problem, ProblemError } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { ArchiveStore } from '../store/port.ts'

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
  readonly store: Pick<ArchiveStore, 'transaction'>
  readonly clock: Clock
  readonly notify: Notify
}

export function newUpload(): string {
  return randomUUID()
}

/** What the sender says of an upload. */
export interface SenderWords {
  readonly upload?: string
  /** How the files are to be read; kept with the bytes that they name. */
  readonly corrections?: readonly BoundCorrections[]
}

/** Durable when it resolves. Reading goes on in the background. */
export async function receive(
  files: readonly ReceivedFile[],
  note: SenderNote,
  actor: Actor,
  parts: ReceiveParts,
  { upload = newUpload(), corrections = [] }: SenderWords = {},
): Promise<Receipt> {
  const receivedAt = parts.clock().toISOString()
  const rows = files.map((file) => ({ ...file, sha256: file.sha256 ?? '', upload, depth: 0, note, receivedAt }))
  const documents = await parts.store.transaction(async (store) => {
    for (const one of corrections) await keepCorrections(one, actor, store, receivedAt)
    return store.documents.receive(rows, actor)
  })
  for (const { id, name } of documents) parts.notify({ kind: 'document.received', upload, document: id, name })
  return { upload, documents }
}

/** Bytes that are in the archive already were read as they are: what is there is corrected there, with its own rights. */
async function keepCorrections(corrections: BoundCorrections, actor: Actor, store: ArchiveStore, now: string): Promise<void> {
  const standing = await store.corrections.of(corrections.sha256)
  // Sent again after the line broke: the very same stands already.
  if (standing !== undefined && alike(standing, corrections)) return
  const known = await store.documents.withBytes(corrections.sha256)
  if (known !== undefined) {
    throw new ProblemError('conflict', `“${known.name}” is in the archive already, as document ${known.id}; ${sayCorrections(corrections)} can be said of it there.`)
  }
  await store.corrections.keep(corrections.sha256, corrections, actor, now)
}

function alike(one: BoundCorrections, other: BoundCorrections): boolean {
  const told = ({ starts, marks, values }: BoundCorrections): string => JSON.stringify([starts ?? null, marks, values])
  return told(one) === told(other)
}
