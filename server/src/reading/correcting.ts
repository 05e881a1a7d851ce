// How does a person correct what was read from a file that is in the archive? The bytes are read again, in every detail for
// who looks, and with the corrections for who changes; a rehearsal of it is the same, rolled back.
import type { Corrections } from '../domain/correction.ts'
import type { Document } from '../domain/document.ts'
import { ProblemError } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { CurateParts } from '../curation/curate.ts'
import { type FileReading, newBudget, readWhole, type RehearsedDocument, type RehearseParts, report } from './rehearsal.ts'
import { reread } from './reread.ts'
import type { ArchiveStore } from '../store/port.ts'

export interface CorrectParts extends CurateParts, RehearseParts {
  /** Where the bytes with this checksum are. */
  readonly blobPath: (sha256: string) => string
}

/** A document as it was read, and what must be said to correct it. */
export interface OpenReading {
  /** Of bytes that came twice: the document that was read. */
  readonly document: RehearsedDocument
  /** Names the corrections that stand; null where nobody made any. */
  readonly base: string | null
}

export interface Correcting {
  readonly corrections: Corrections
  readonly base: string | null
  /** Show what would be, and store nothing. */
  readonly dryRun: boolean
}

/** `conflict` for archives, and for documents that are not read yet. */
export async function openReading(id: string, parts: CorrectParts): Promise<OpenReading> {
  const document = await readable(id, parts.store)
  const standing = await parts.store.corrections.of(document.sha256)
  const reading = await readAgain(document, standing, parts)
  return { document: await report(document.id, reading, parts.store), base: standing?.id ?? null }
}

/** `version-stale` where somebody else corrected it meanwhile. */
export async function correctReading(id: string, { corrections, base, dryRun }: Correcting, actor: Actor, parts: CorrectParts): Promise<OpenReading> {
  const document = await readable(id, parts.store)
  const reading = await readAgain(document, corrections, parts)
  const now = parts.clock().toISOString()
  let changed: readonly string[] = []
  const work = async (store: ArchiveStore): Promise<OpenReading> => {
    const given = { documentId: document.id, sha256: document.sha256, reading, corrections, base }
    changed = await reread(given, actor, store, parts.cache, now)
    const standing = await store.corrections.of(document.sha256)
    return { document: await report(document.id, reading, store), base: dryRun ? base : (standing?.id ?? null) }
  }
  const result = await (dryRun ? parts.store.rehearse(work) : parts.store.transaction(work))
  if (dryRun) return result
  const { upload, name, articles, status } = result.document
  parts.notify({ kind: 'document.settled', upload, document: document.id, name, status, articles: articles.length })
  if (changed.length > 0) parts.notify({ kind: 'clusters.changed', clusters: changed, actor: actor.name })
  return result
}

/**
 * Reads a document anew as the rules stand today; corrections hold as they are. Call it outside a transaction; what it
 * returns goes into one, and gives the ids of the clusters that changed.
 */
export async function readAnew(id: string, actor: Actor, parts: Omit<CorrectParts, 'notify'>): Promise<(store: ArchiveStore) => Promise<readonly string[]>> {
  const document = await readable(id, parts.store)
  const standing = await parts.store.corrections.of(document.sha256)
  const reading = await readAgain(document, standing, parts)
  const given = { documentId: document.id, sha256: document.sha256, reading, base: standing?.id ?? null }
  return (store) => reread(given, actor, store, parts.cache, parts.clock().toISOString())
}

async function readable(id: string, store: ArchiveStore): Promise<Document> {
  const asked = await store.documents.get(id)
  const document = asked?.duplicateOf === undefined ? asked : await store.documents.get(asked.duplicateOf)
  if (document === undefined) throw new ProblemError('not-found', `There is no document ${id}.`)
  if (document.mediaType === 'application/zip') throw new ProblemError('conflict', `“${document.name}” is an archive; open one of the files in it.`)
  if (document.status !== 'done') throw new ProblemError('conflict', `“${document.name}” is ${document.status}; its reading can be corrected once it is done.`)
  return document
}

async function readAgain(document: Document, corrections: Corrections | undefined, parts: Pick<CorrectParts, 'store' | 'read' | 'discard' | 'blobPath'>): Promise<FileReading> {
  const received = await parts.store.documents.received(document.id)
  if (received === undefined) throw new ProblemError('not-found', `There is no document ${document.id}.`)
  const { name, size, sha256, note, depth } = received
  const file = { name, size, sha256, path: parts.blobPath(sha256) }
  // Attachments are documents of their own, with readings of their own: they are passed over here.
  const reading = await readWhole(file, note, depth, newBudget(), parts, { detailed: true, correctionsOf: async (asked) => (asked === sha256 ? corrections : undefined) })
  if (reading.problem !== undefined && reading.articles.length === 0 && reading.detail === undefined) {
    throw new ProblemError(reading.problem.code, reading.problem.detail)
  }
  return reading
}
