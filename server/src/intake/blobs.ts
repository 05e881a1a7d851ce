// Where are received bytes kept? Under their own checksum, and durable before anybody is told:
// file synced, renamed into place, folder synced. A crash leaves at most a stray file in `incoming/`.
import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import type { ReadStream, Stats } from 'node:fs'
import { mkdir, open, opendir, readdir, rename, stat, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { onDisk } from '../domain/disk.ts'
import { ProblemError } from '../domain/problem.ts'

/** Files worked on at a time. */
const ABREAST = 16
/** Bytes of a file that is read in one go. */
const AT_ONCE = 256 * 1024

export interface Received {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

export interface Blobs {
  /** Where a file may be written before it is kept; on the same disk, so that keeping it is a rename. */
  newIncoming(): string
  /** Keep a finished and synced file of `incoming/` whose checksum is known already. Durable when it resolves. */
  keep(path: string, sha256: string): Promise<void>
  /** Take over files that others wrote on the same disk (hashed here, the path is gone after). Durable when it resolves. */
  adopt(paths: readonly string[]): Promise<readonly Received[]>
  /** Write a stream of bytes; `file-too-large` above `cap`. Durable when it resolves. */
  receive(bytes: AsyncIterable<Uint8Array>, name: string, cap: number): Promise<Received>
  path(sha256: string): string
  read(sha256: string): ReadStream
  /** Remove blobs older than `before` that nobody holds, and what an interrupted upload left. Returns how many went. */
  sweep(held: (sha256: string) => Promise<boolean>, before: Date): Promise<number>
}

/** Makes `incoming/` and `blobs/` under the data folder. */
export async function openBlobs(dataDir: string): Promise<Blobs> {
  const incoming = join(dataDir, 'incoming')
  const root = join(dataDir, 'blobs')
  await mkdir(incoming, { recursive: true })
  await mkdir(root, { recursive: true })
  await syncFolder(dataDir)
  const place = (sha256: string): string => blobPath(root, sha256)
  const known = new Set<string>()
  const keep = (path: string, sha256: string): Promise<void> => onDisk(() => keepAt(root, known, path, sha256))
  return {
    newIncoming: () => join(incoming, randomUUID()),
    keep,
    adopt: (paths) => onDisk(() => adoptAll(root, known, paths)),
    receive: (bytes, name, cap) => onDisk(async () => {
      const path = join(incoming, randomUUID())
      const received = await writeDurably(path, bytes, name, cap)
      await keepAt(root, known, path, received.sha256)
      return received
    }),
    path: place,
    read: (sha256) => createReadStream(place(sha256)),
    sweep: (held, before) => sweep(root, incoming, held, before),
  }
}

/** Streams to `path`, hashing and counting; synced when it resolves, removed when it fails. */
export async function writeDurably(path: string, bytes: AsyncIterable<Uint8Array>, name: string, cap: number): Promise<Received> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of bytes) {
      size += piece.byteLength
      if (size > cap) throw tooLarge(name, cap)
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.datasync()
  } catch (error) {
    await file.close()
    await unlink(path)
    throw error
  }
  await file.close()
  return { sha256: hash.digest('hex'), size }
}

export function tooLarge(name: string, cap: number): ProblemError {
  return new ProblemError('file-too-large', `“${name}” is larger than ${cap.toLocaleString('en-GB')} bytes, the limit for one file.`)
}

function blobPath(root: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256 checksum: ${sha256.length} characters`)
  return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

async function keepAt(root: string, known: Set<string>, path: string, sha256: string): Promise<void> {
  await placeAll(root, known, [{ path, sha256 }])
}

async function adoptAll(root: string, known: Set<string>, paths: readonly string[]): Promise<readonly Received[]> {
  const received = await abreast(paths, hashAndSync)
  await placeAll(root, known, received.map(({ sha256 }, at) => ({ path: paths[at] ?? '', sha256 })))
  return received
}

/** Each folder is synced once, however many files go into it. */
async function placeAll(root: string, known: Set<string>, files: readonly { readonly path: string; readonly sha256: string }[]): Promise<void> {
  const moves = files.map(({ path, sha256 }) => ({ path, target: blobPath(root, sha256) }))
  const folders = [...new Set(moves.map(({ target }) => dirname(target)))]
  await ensureFolders(root, known, folders)
  // Renaming over a blob of the same name is harmless: the bytes are the same.
  await abreast(moves, ({ path, target }) => rename(path, target))
  await abreast(folders, syncFolder)
}

/** Makes the folders and syncs those above them, so that the names of the folders themselves are durable. */
async function ensureFolders(root: string, known: Set<string>, folders: readonly string[]): Promise<void> {
  const made = await abreast(folders, (folder) => mkdir(folder, { recursive: true }))
  const fresh = folders.filter((folder, at) => made[at] !== undefined || !known.has(folder))
  if (fresh.length === 0) return
  // Somebody may have cleared the whole folder away under the running service.
  if (made.includes(root)) await syncFolder(dirname(root))
  await abreast([...new Set(fresh.map((folder) => dirname(folder)))], syncFolder)
  await syncFolder(root)
  for (const folder of fresh) known.add(folder)
}

/** Waits for the disk several times at once: it takes syncs together. */
async function abreast<T, R>(values: readonly T[], work: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < values.length; at += ABREAST) results.push(...(await Promise.all(values.slice(at, at + ABREAST).map(work))))
  return results
}

/** Only plain files: a link could make any file of the machine part of the archive. */
async function hashAndSync(path: string): Promise<Received> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const { size } = await plainStat(file)
    const hash = createHash('sha256')
    if (size <= AT_ONCE) hash.update(await file.readFile())
    else for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) hash.update(piece)
    await file.datasync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await file.close()
  }
}

async function plainStat(file: FileHandle): Promise<Stats> {
  const found = await file.stat()
  if (!found.isFile()) throw new Error('not a plain file')
  return found
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function sweep(root: string, incoming: string, held: (sha256: string) => Promise<boolean>, before: Date): Promise<number> {
  let removed = 0
  for (const name of await readdir(incoming)) removed += await removeOld(join(incoming, name), before)
  for await (const first of await opendir(root)) {
    for await (const second of await opendir(join(root, first.name))) {
      const folder = join(root, first.name, second.name)
      for (const sha256 of await readdir(folder)) {
        if (!(await held(sha256))) removed += await removeOld(join(folder, sha256), before)
      }
    }
  }
  return removed
}

// The change time, not the modification time: a rename into place makes an adopted file young again.
async function removeOld(path: string, before: Date): Promise<number> {
  if ((await stat(path)).ctime >= before) return 0
  await unlink(path)
  return 1
}
