// Which files does a command mean? Paths as given, folders to the bottom, `-` for standard input; foreign formats are
// read in isolation, as in the service, in a scratch folder that is gone afterwards.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, opendir, rm, stat, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config.ts'
import type { ReadEvent, SourceFile } from '../domain/reading.ts'
import { openPool } from '../wiring.ts'
import { UsageError } from './output.ts'

export interface NamedFile {
  readonly path: string
  /** Relative to the folder that was named. */
  readonly name: string
}

export function isStandardInput(path: string): boolean {
  return path === '-' || path === '/dev/stdin'
}

/** Standard input or the file, as a stream. */
export function openInput(path: string): Readable {
  return isStandardInput(path) ? process.stdin : createReadStream(path)
}

/** Files of these paths, folders walked in name order; hidden files are passed over. */
export async function* filesOf(paths: readonly string[]): AsyncGenerator<NamedFile> {
  for (const path of paths) {
    if (isStandardInput(path)) yield { path: '/dev/stdin', name: 'standard input' }
    else if ((await statOf(path)).isDirectory()) yield* walk(resolve(path), resolve(path))
    else yield { path, name: basename(path) }
  }
}

async function* walk(folder: string, top: string): AsyncGenerator<NamedFile> {
  const entries = []
  for await (const entry of await opendir(folder)) if (!entry.name.startsWith('.')) entries.push(entry)
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path, top)
    else if (entry.isFile()) yield { path, name: relative(top, path) }
  }
}

async function statOf(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(`There is no file or folder ${path}.`)
    throw error
  }
}

export interface ScratchReader {
  /** A file on disk for this path; standard input is written to the scratch folder first. */
  source(path: string): Promise<SourceFile>
  read(file: SourceFile): AsyncIterable<ReadEvent>
  discard(path: string): Promise<void>
}

/** Reads files without an archive. */
export async function withScratchReader<T>(config: Config, work: (reader: ScratchReader) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-'))
  const pool = await openPool({ ...config, dataDir: folder })
  try {
    return await work({
      source: (path) => sourceOf(path, folder),
      read: (file) => pool.readIsolated(file, config.limits),
      discard: (path) => unlink(path),
    })
  } finally {
    await pool.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A copy in the scratch folder: the child that reads may look nowhere else. */
export async function sourceOf(path: string, folder: string): Promise<SourceFile> {
  if (!isStandardInput(path)) await statOf(path)
  const copy = join(folder, 'spool', `input-${Math.random().toString(36).slice(2)}`)
  await pipeline(openInput(path), createWriteStream(copy))
  const name = isStandardInput(path) ? 'standard input' : basename(path)
  return { path: copy, name, size: (await stat(copy)).size, note: { tags: [] }, depth: 0 }
}
