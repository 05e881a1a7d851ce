// Does a reader that misbehaves fall alone, and may it touch nothing but its spool?
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { ReadEvent } from '../../src/domain/reading.ts'
import { openReaders } from '../../src/isolate/isolate.ts'
import type { ReaderPool } from '../../src/isolate/isolate.ts'
import { all, LIMITS, received, scratchFolder } from '../intake/scratch.ts'

const spool = scratchFolder()
const inbox = scratchFolder()
const pools: ReaderPool[] = []
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

function opened(processes = 1, changes: object = {}): ReaderPool {
  const pool = openReaders({
    entry: new URL('./prober.mjs', import.meta.url),
    spool,
    readable: [inbox, fileURLToPath(new URL('../../dist', import.meta.url))],
    memoryBytes: 300 * 2 ** 20,
    seconds: 2,
    filesPerReader: 200,
    ...changes,
  }, processes)
  pools.push(pool)
  return pool
}

const order = (deed: string) => ({ ...received(inbox, deed, 'bytes') })
const read = (pool: ReaderPool, deed: string) => all(pool.readIsolated(order(deed), LIMITS))
const ending = (events: readonly ReadEvent[]) => events.map((event) => (event.kind === 'refused' ? event.problem.code : event.kind)).at(-1)

describe('a reader process', () => {
  it('reads its file and writes its spool, and may do nothing else', async () => {
    const [event] = await read(opened(), 'probe')
    expect(event?.kind === 'record-refused' ? JSON.parse(event.problem.detail) : event).toEqual({
      readOwn: 'allowed', readForeign: 'ERR_ACCESS_DENIED', writeSpool: 'allowed', writeForeign: 'ERR_ACCESS_DENIED',
      spawn: 'ERR_ACCESS_DENIED', thread: 'ERR_ACCESS_DENIED', evaluate: 'EvalError', environment: 'empty',
    })
    expect(existsSync(join(spool, 'probe'))).toBe(true)
  })

  it.each([['hang', 'parser-time'], ['hoard', 'parser-memory'], ['heap', 'parser-memory'], ['abort', 'parser-crash'], ['exit', 'parser-crash']])(
    'that goes wrong by %s is refused as %s, and the next file is read', async (deed, code) => {
      const pool = opened(1, { seconds: deed === 'hang' ? 2 : 20 })
      expect(ending(await read(pool, deed))).toBe(code)
      expect(ending(await read(pool, 'fine'))).toBe('done')
    })

  it('whose own code is at fault throws here, so that nobody blames the file', async () => {
    const pool = opened()
    await expect(read(pool, 'fault')).rejects.toThrow('a fault of ours')
    expect(ending(await read(pool, 'fine'))).toBe('done')
  })

  it('may take as long as it likes while it brings something', async () => {
    expect(await read(opened(1, { seconds: 1 }), 'slow')).toHaveLength(7)
  })

  it('waits where the archive is behind, and is not ended for that', async () => {
    const times: number[] = []
    for await (const event of opened(1, { seconds: 1 }).readIsolated(order('flood'), LIMITS)) {
      if (event.kind !== 'record-refused') break
      times.push(Number(event.problem.detail.split(' ')[1]))
      if (times.length === 1) await new Promise((resolve) => setTimeout(resolve, 1500))
      if (times.length === 20) break
    }
    expect((times[10] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1000)
  })

  it('hands over fingerprints as the typed arrays that they are', async () => {
    const [event] = await read(opened(), 'prints')
    expect(event?.kind === 'page' && event.articles[0]?.fingerprint).toMatchObject({ shingles: [Int32Array.from([-5, 7])], names: Int32Array.from([3]) })
  })
})

describe('a pool of readers', () => {
  it('runs no more than it may, and reads all that waits', async () => {
    const pool = opened(2)
    const endings = await Promise.all(Array.from({ length: 8 }, async () => ending(await read(pool, 'fine'))))
    expect(endings).toEqual(Array.from({ length: 8 }, () => 'done'))
    expect(pool.pids().length).toBeLessThanOrEqual(2)
  })

  it('keeps a reader warm, and replaces it after its share of files', async () => {
    const pool = opened(1, { filesPerReader: 2 })
    await read(pool, 'fine')
    const first = pool.pids()
    await read(pool, 'fine')
    await read(pool, 'fine')
    expect(pool.pids()).not.toEqual(first)
  })

  it('that closes breaks off what is in hand without a verdict on the file', async () => {
    const pool = opened(1, { seconds: 20 })
    const reading = read(pool, 'hang')
    setTimeout(() => void pool.close(), 1000)
    await expect(reading).rejects.toMatchObject({ problem: { code: 'stopping' } })
    expect(pool.pids()).toEqual([])
  })

  it('has no reader that outlives its reading when the loop is left', async () => {
    const pool = opened(1)
    for await (const event of pool.readIsolated(order('flood'), LIMITS)) if (event.kind === 'record-refused') break
    expect(ending(await read(pool, 'fine'))).toBe('done')
  })
})

it('the built reader starts inside its fences', async () => {
  const pool = opened(1, { entry: new URL('../../dist/reader.js', import.meta.url), readable: [inbox], memoryBytes: 512 * 2 ** 20, seconds: 20 })
  const file = received(inbox, 'story.txt', 'The bridge is open\n\nThe bridge over the river was opened on Tuesday by the people who had built it.')
  writeFileSync(join(inbox, 'other'), readFileSync(file.path))
  expect((await all(pool.readIsolated(file, LIMITS))).map((event) => event.kind)).toEqual(['identified', 'page', 'done'])
})
