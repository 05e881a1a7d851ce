// How does an upload reach the disk? As a stream that is hashed while it is written, so that no byte is read twice.
// Shaped as a storage engine of multer, without importing it: this room knows nothing of HTTP.
import type { Readable } from 'node:stream'
import { onDisk } from '../domain/disk.ts'
import { ProblemError } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { problem } from '../domain/problem.ts'
import { tooLarge, writeDurably } from './blobs.ts'
import type { Blobs } from './blobs.ts'
import { displayName } from './names.ts'

/** What a stored file carries afterwards; multer copies these fields onto its file object. */
export interface SinkFile {
  /** Cleaned for display. */
  readonly name: string
  readonly size: number
  /** Absent where the file was refused and no byte of it kept. */
  readonly sha256?: string
  readonly problem?: Problem
}

interface Incoming {
  readonly originalname: string
  readonly stream: Readable
}

type Stored = (error?: unknown, file?: SinkFile) => void

export interface IncomingSink {
  _handleFile(request: unknown, file: Incoming, done: Stored): void
  _removeFile(request: unknown, file: unknown, done: (error: Error | null) => void): void
}

/**
 * A file above the cap is refused by itself: the rest of it is read past, the other files of the upload go through.
 * A blob is shared by its checksum, so a failed request leaves it to the sweep.
 */
export function incomingSink(blobs: Blobs, fileBytes: number): IncomingSink {
  return {
    _handleFile: (_request, file, done) => {
      onDisk(() => store(blobs, file, fileBytes)).then((stored) => done(null, stored), done)
    },
    _removeFile: (_request, _file, done) => done(null),
  }
}

async function store(blobs: Blobs, file: Incoming, cap: number): Promise<SinkFile> {
  const name = displayName(file.originalname)
  let size = 0
  const path = blobs.newIncoming()
  try {
    const received = await writeDurably(path, counted(file.stream, (bytes) => { size += bytes }), name, cap)
    await blobs.keep(path, received.sha256)
    return { name, ...received }
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'file-too-large') throw error
    return { name, size, problem: problem('file-too-large', tooLarge(name, cap).message) }
  }
}

// Past the cap the stream must still be emptied, or the multipart parser never reaches the next file.
async function* counted(stream: Readable, count: (bytes: number) => void): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      count(piece.length)
      yield piece
    }
  } finally {
    if (!stream.readableEnded && !stream.destroyed) stream.resume()
  }
}
