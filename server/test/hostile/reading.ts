// How is a hostile file tried? Read in the real pool with the real program; what counts is that it ends as a report,
// soon, with the parent alive and awake.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll } from 'vitest'
import type { ReadEvent, SourceFile } from '../../src/domain/reading.ts'
import { openReaders } from '../../src/isolate/isolate.ts'
import { LIMITS, scratchFolder } from '../intake/scratch.ts'

export const SECONDS = 20

export interface Report {
  /** `done`, or the code of the refusal. */
  readonly end: string
  readonly detail: string
  readonly articles: number
  readonly bodies: readonly string[]
  readonly members: number
  /** Codes of members and records refused, each once. */
  readonly refused: readonly string[]
  readonly seconds: number
  /** How long the parent could not do anything else, at most. Milliseconds. */
  readonly lag: number
}

/**
 * A pool that reads in `folders` and writes to `spool`, with the limits of a fresh installation. Both end after the
 * tests of the calling file, so neither may be shared by files that run in one process.
 */
export function hostilePool(folders: readonly string[], spool = scratchFolder()): (file: SourceFile) => Promise<Report> {
  const pool = openReaders({
    entry: new URL('../../dist/reader.js', import.meta.url),
    spool,
    readable: folders,
    memoryBytes: 512 * 2 ** 20,
    seconds: SECONDS,
    filesPerReader: 200,
  }, 1)
  afterAll(() => pool.close())
  return async (file) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const begin = performance.now()
    delay.enable()
    const events: ReadEvent[] = []
    for await (const event of pool.readIsolated(file, { ...LIMITS, fileBytes: 500 * 2 ** 20 })) events.push(event)
    delay.disable()
    return report(events, (performance.now() - begin) / 1000, delay.max / 1e6)
  }
}

export function fileAt(path: string, name = basename(path)): SourceFile {
  return { path, name, size: statSync(path).size, note: { tags: [] }, depth: 0 }
}

function report(events: readonly ReadEvent[], seconds: number, lag: number): Report {
  const last = events.at(-1)
  const drafts = events.flatMap((event) => (event.kind === 'page' ? event.articles : []))
  const refused = events.flatMap((event) => (event.kind === 'member-refused' || event.kind === 'record-refused' ? [event.problem.code] : []))
  return {
    end: last?.kind === 'refused' ? last.problem.code : (last?.kind ?? 'nothing'),
    detail: last?.kind === 'refused' ? last.problem.detail : '',
    articles: drafts.length,
    bodies: drafts.map((article) => article.draft.body),
    members: events.filter((event) => event.kind === 'member').length,
    refused: [...new Set(refused)],
    seconds,
    lag,
  }
}
