// Where do these tests keep their files? In a folder of their own that goes when they end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadLimits, SourceFile } from '../../src/domain/reading.ts'
import { afterAll } from 'vitest'

export const LIMITS: ReadLimits = {
  fileBytes: 100_000_000,
  members: 10_000,
  depth: 2,
  ratio: 200,
  unpackedBytes: 500_000_000,
  textLength: 10_000_000,
}

/** A new folder, removed after the tests of the calling file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a file and describes it as received under `name`. */
export function received(folder: string, name: string, bytes: string | Buffer, depth = 0): SourceFile {
  const path = join(folder, `file-${Math.random().toString(36).slice(2)}`)
  writeFileSync(path, bytes)
  return { path, name, size: Buffer.byteLength(bytes), note: { tags: [] }, depth }
}

export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const kept: T[] = []
  for await (const value of values) kept.push(value)
  return kept
}
