// Where do files wait that are only looked at? In the scratch folder, for the length of one request.
// A storage engine of multer, like the sink for keeps, but nothing needs to be durable here.
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { StorageEngine } from 'multer'
import { problem } from '../domain/problem.ts'
import type { BorrowedFile } from './parts.ts'

type Named = (raw: string) => string

export function scratchSink(folder: string, fileBytes: number, nameOf: Named): StorageEngine {
  return {
    _handleFile: (_request, file, done) => {
      borrow(folder, file.stream, nameOf(file.originalname), fileBytes).then(
        (borrowed) => done(null, borrowed as object),
        (error: unknown) => done(error),
      )
    },
    _removeFile: (_request, file, done) => {
      const { path } = file as { path?: string }
      discard(path === undefined ? [] : [path]).then(() => done(null), done)
    },
  }
}

/** Safe to call for paths that are gone already. */
export async function discard(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(path, { force: true })))
}

async function borrow(folder: string, stream: Readable, name: string, most: number): Promise<BorrowedFile> {
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const counted = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      size += piece.length
      // What is past the limit is read and dropped: the next file of the form comes after it.
      if (size > most) continue
      hash.update(piece)
      yield piece
    }
  }
  await mkdir(folder, { recursive: true })
  try {
    await pipeline(stream, counted, createWriteStream(path, { flags: 'wx' }))
  } catch (error) {
    await discard([path])
    throw error
  }
  if (size <= most) return { name, size, sha256: hash.digest('hex'), path }
  await discard([path])
  const detail = `“${name}” is larger than ${most.toLocaleString('en-GB')} bytes, the limit for one file.`
  return { name, size, problem: problem('file-too-large', detail) }
}
