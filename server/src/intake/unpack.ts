// How is one member of an archive inflated? No further than it declared, and its checksum must hold.
// Small ones in one step, since setting up streams costs a millisecond each and an archive may have ten thousand.
// (Written synchronously for the same reason: a reader process does nothing else meanwhile.)
import { createWriteStream, writeFileSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, inflateRawSync } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { problem } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import { figure } from './archive.ts'
import type { ArchiveMember } from './archive.ts'

/** Packed and unpacked bytes up to which a member is inflated in memory. */
const SMALL = 4 * 1024 * 1024

/** Writes the member to `path`, a new file. Returns why it could not, and then leaves no file. */
export async function unpackMember(zip: ZipFile, member: ArchiveMember, path: string): Promise<Problem | undefined> {
  const { entry, name } = member
  try {
    if (entry.compressedSize <= SMALL && entry.uncompressedSize <= SMALL) writeFileSync(path, await inflated(zip, entry), { flag: 'wx' })
    else await pipeline(await zip.openReadStreamPromise(entry), (bytes) => checked(bytes, entry), createWriteStream(path, { flags: 'wx' }))
    return undefined
  } catch (error) {
    await unlink(path).catch(ignoreMissing)
    return faultOf(error, name, entry.uncompressedSize)
  }
}

async function inflated(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const packed = Buffer.concat(await (await zip.openReadStreamPromise(entry, { decodeFileData: false })).toArray())
  const bytes = entry.compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw new Error('not what was packed')
  return bytes
}

async function* checked(bytes: AsyncIterable<Buffer>, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0
  for await (const piece of bytes) {
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== entry.crc32) throw new Error('not what was packed')
}

function faultOf(error: unknown, name: string, declared: number): Problem {
  const { message, code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') throw error
  if (code === 'ERR_BUFFER_TOO_LARGE' || /too many bytes/.test(message)) {
    return problem('archive-expands-too-much', `“${name}” holds more than the ${figure(declared)} bytes that the archive declares for it.`)
  }
  return problem('damaged', `“${name}” cannot be unpacked: its bytes in the archive are damaged.`)
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
