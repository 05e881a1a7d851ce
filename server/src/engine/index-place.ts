// Which file is the index? One serves, another may be built beside it; a note of one line names the one that serves, and
// moving to the next is replacing that note in one step. A file that served stays a moment for searches that still read it.
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeIndex } from './index-file.ts'

/** The file that serves; `engine.sqlite` until one was built beside it. */
export function servingPath(dataDir: string): string {
  return join(dataDir, nameOf(servingNumber(dataDir)))
}

/** The file that is built beside it, or would be. */
export function nextPath(dataDir: string): string {
  return join(dataDir, nameOf(servingNumber(dataDir) + 1))
}

/** The next file, closed by whoever built it, serves from now on. */
export function moveOn(dataDir: string): void {
  const note = join(dataDir, NOTE)
  writeFileSync(`${note}.new`, String(servingNumber(dataDir) + 1))
  renameSync(`${note}.new`, note)
}

/** Takes away the files that served before, once nobody reads them. */
export function clearLeftovers(dataDir: string): void {
  const moved = statSync(join(dataDir, NOTE), { throwIfNoEntry: false })?.mtimeMs
  if (moved === undefined || moved > Date.now() - READ_FOR) return
  const serving = servingNumber(dataDir)
  for (const name of readdirSync(dataDir)) {
    const number = numberOf(name)
    if (number !== undefined && number < serving) removeIndex(join(dataDir, name))
  }
}

const NOTE = 'engine.serving'
/** Milliseconds; longer than any search. */
const READ_FOR = 10_000

function nameOf(number: number): string {
  return number === 0 ? 'engine.sqlite' : `engine-${number}.sqlite`
}

function numberOf(name: string): number | undefined {
  if (name === nameOf(0)) return 0
  const [, number] = /^engine-(\d+)\.sqlite$/.exec(name) ?? []
  return number === undefined ? undefined : Number(number)
}

function servingNumber(dataDir: string): number {
  const note = join(dataDir, NOTE)
  // Looked at before every search: an exception for the usual case would cost more than the search of a rare word.
  if (statSync(note, { throwIfNoEntry: false }) === undefined) return 0
  return Number.parseInt(readFileSync(note, 'utf8'), 10) || 0
}
