// What does a zip archive hold, and may it be unpacked? Judged from its directory alone, before a byte is inflated.
// Names are decoded and judged here, not by the zip library, which would give up a whole archive for one bad name.
import iconv from 'iconv-lite'
import { open as openZip } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { isUtf8 } from 'node:buffer'
import { problem, ProblemError } from '../domain/problem.ts'
import type { Problem } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { displayName, escapes } from './names.ts'

/** A ratio means nothing below this: a small text of one letter compresses a thousandfold and harms nobody. Bytes. */
const RATIO_FROM = 1024 * 1024
const LOCAL_HEADER = 30
const SYMBOLIC_LINK = 0o120_000
const TYPE_BITS = 0o170_000
const STORED = 0
const DEFLATED = 8

export interface ArchiveMember {
  readonly entry: Entry
  /** Cleaned for display. */
  readonly name: string
  /** Why it may not be unpacked. */
  readonly problem?: Problem
}

export interface Archive {
  readonly zip: ZipFile
  readonly members: readonly ArchiveMember[]
}

/** Opens and lists an archive; the caller closes `zip`. Throws a `ProblemError` where the whole archive is refused. */
export async function openArchive(path: string, name: string, limits: ReadLimits): Promise<Archive> {
  const zip = await opened(path, name)
  try {
    const entries = await list(zip, name, limits)
    refuseOverlaps(entries, name)
    refuseTotal(entries, name, limits)
    const members = entries.filter((entry) => !isNoise(rawName(entry))).map((entry) => judged(entry, limits))
    if (members.length > 0 && members.every((member) => member.problem?.code === 'encrypted')) {
      throw new ProblemError('encrypted', `All members of “${name}” are encrypted.`)
    }
    return { zip, members }
  } catch (error) {
    zip.close()
    throw error
  }
}

function opened(path: string, name: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(damaged(name, error))
      else resolve(zip)
    })
  })
}

function damaged(name: string, cause: Error): ProblemError {
  if (/encrypt/i.test(cause.message)) return new ProblemError('encrypted', `“${name}” is encrypted.`, [], { cause })
  return new ProblemError('damaged', `“${name}” is not a whole zip archive: its directory cannot be read.`, [], { cause })
}

async function list(zip: ZipFile, name: string, limits: ReadLimits): Promise<Entry[]> {
  const entries: Entry[] = []
  await new Promise<void>((resolve, reject) => {
    zip.once('error', (error: Error) => reject(damaged(name, error)))
    zip.once('end', resolve)
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > limits.members) reject(tooMany(name, limits))
      else zip.readEntry()
    })
    zip.readEntry()
  })
  return entries
}

function tooMany(name: string, limits: ReadLimits): ProblemError {
  return new ProblemError('archive-too-many-members', `“${name}” has more than ${figure(limits.members)} members, the limit for one archive.`)
}

// Members that share bytes are how a small bomb declares terabytes; no honest packer writes them.
function refuseOverlaps(entries: readonly Entry[], name: string): void {
  const inOrder = entries.toSorted((left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) {
      throw new ProblemError('archive-overlap', `Members of “${name}” share the same bytes: ${displayName(rawName(entry))} lies over another member.`)
    }
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize
  }
}

function refuseTotal(entries: readonly Entry[], name: string, limits: ReadLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total <= limits.unpackedBytes) return
  throw new ProblemError('archive-too-large', `“${name}” unpacks to ${figure(total)} bytes; the limit is ${figure(limits.unpackedBytes)}.`)
}

function judged(entry: Entry, limits: ReadLimits): ArchiveMember {
  const name = displayName(rawName(entry))
  const found = fault(entry, name, limits)
  return found === undefined ? { entry, name } : { entry, name, problem: found }
}

function fault(entry: Entry, name: string, limits: ReadLimits): Problem | undefined {
  if (escapes(rawName(entry))) return problem('unsafe-name', `The name of “${name}” points outside the archive.`)
  if (((entry.externalFileAttributes >>> 16) & TYPE_BITS) === SYMBOLIC_LINK) return problem('unsafe-name', `“${name}” is a symbolic link, not a file.`)
  if (entry.isEncrypted()) return problem('encrypted', `“${name}” is encrypted.`)
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    return problem('damaged', `“${name}” is packed by method ${entry.compressionMethod}; only stored and deflated members can be read.`)
  }
  if (entry.uncompressedSize > limits.fileBytes) {
    return problem('file-too-large', `“${name}” has ${figure(entry.uncompressedSize)} bytes; the limit for one file is ${figure(limits.fileBytes)}.`)
  }
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (entry.uncompressedSize > RATIO_FROM && ratio > limits.ratio) {
    return problem('archive-expands-too-much', `“${name}” expands ${figure(Math.round(ratio))}-fold; the limit is ${figure(limits.ratio)}-fold.`)
  }
  return undefined
}

// Folders, and what file managers leave behind: never sent on purpose.
function isNoise(name: string): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name)
}

/** By the UTF-8 flag, by the bytes, else in the code page of the first PCs (as the format says). */
export function rawName(entry: Entry): string {
  const bytes = entry.fileNameRaw
  return isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'cp437')
}

export function figure(value: number): string {
  return value.toLocaleString('en-GB')
}
