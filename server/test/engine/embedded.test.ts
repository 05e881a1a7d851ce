// Does the embedded engine keep the contract, and what it promises beyond: a file that may be lost, a deadline, true counts?
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openEmbedded } from '../../src/engine/engine.ts'
import type { SearchEngine } from '../../src/engine/port.ts'
import { engineContract } from './contract.ts'
import { question, record, WEEK } from './records.ts'

engineContract('the embedded engine', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'engine-'))
  const engine = await openEmbedded({ dataDir })
  return {
    engine,
    discard: async () => {
      await engine.close()
      rmSync(dataDir, { recursive: true })
    },
  }
})

describe('the index file', () => {
  const opened: SearchEngine[] = []
  const folders: string[] = []
  const folder = (): string => {
    const dataDir = mkdtempSync(join(tmpdir(), 'engine-'))
    folders.push(dataDir)
    return dataDir
  }
  const open = async (dataDir: string): Promise<SearchEngine> => {
    const engine = await openEmbedded({ dataDir })
    opened.push(engine)
    return engine
  }
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((engine) => engine.close()))
    for (const dataDir of folders.splice(0)) rmSync(dataDir, { recursive: true })
  })

  test('keeps its identity and what it holds when it is opened again', async () => {
    const dataDir = folder()
    const first = await open(dataDir)
    await first.apply(WEEK, [])
    const identity = await first.identity()
    await first.close()
    const second = await open(dataDir)
    expect(await second.identity()).toBe(identity)
    expect((await second.search(question('ferry'))).total).toBe(3)
  })

  test.each([
    ['deleted', (path: string) => rmSync(path)],
    ['overwritten with something else', (path: string) => writeFileSync(path, 'not a database at all, but text. '.repeat(500))],
    ['cut short', (path: string) => writeFileSync(path, 'SQLite format 3\u0000')],
  ])('is made anew under another identity when it was %s while closed', async (_how, harm) => {
    const dataDir = folder()
    const first = await open(dataDir)
    await first.apply(WEEK, [])
    const identity = await first.identity()
    await first.close()
    harm(join(dataDir, 'engine.sqlite'))
    const second = await open(dataDir)
    expect(await second.identity()).not.toBe(identity)
    expect((await second.search(question('ferry'))).total).toBe(0)
    await second.apply(WEEK, [])
    expect((await second.search(question('ferry'))).total).toBe(3)
  })

  test('is made anew when it was deleted while in use', async () => {
    const dataDir = folder()
    const engine = await open(dataDir)
    await engine.apply(WEEK, [])
    const identity = await engine.identity()
    for (const ending of ['', '-wal', '-shm']) rmSync(join(dataDir, `engine.sqlite${ending}`), { force: true })
    expect(await engine.identity()).not.toBe(identity)
    expect((await engine.apply(WEEK, [])).every((one) => one.ok)).toBe(true)
    expect((await engine.search(question('ferry'))).total).toBe(3)
  })

  test('is made anew when its pages were damaged while in use', async () => {
    const dataDir = folder()
    const engine = await open(dataDir)
    await engine.apply(WEEK, [])
    await engine.close()
    const path = join(dataDir, 'engine.sqlite')
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 4096)
    writeFileSync(path, bytes)
    const again = await open(dataDir)
    const answer = await again.search(question('ferry'))
    expect(answer.total).toBe(0)
    await again.apply(WEEK, [])
    expect((await again.search(question('ferry'))).total).toBe(3)
  })

  test('what one opening writes, another finds', async () => {
    const dataDir = folder()
    const writer = await open(dataDir)
    const reader = await open(dataDir)
    expect((await reader.search(question('ferry'))).total).toBe(0)
    await writer.apply(WEEK, [])
    expect((await reader.search(question('ferry'))).total).toBe(3)
    await writer.apply([record('a1', 'Nothing of the sort', 'None at all.', { revision: 2 })], ['a2'])
    expect((await reader.search(question('ferry'))).total).toBe(1)
  })

  test('the first search waits for a thread that reads the whole index, and that is not its own time', async () => {
    const dataDir = folder()
    const writer = await open(dataDir)
    await writer.apply(Array.from({ length: 3000 }, (_, at) => record(`n${at}`, `Number ${at}`, `word${at % 10}`)), [])
    const engine = await openEmbedded({ dataDir, searchers: 1 })
    expect((await engine.search(question('word1', { deadline: 200 }))).total).toBe(300)
    await expect(engine.search(question('word1', { deadline: 0.1 }))).rejects.toMatchObject({ problem: { code: 'search-too-slow' } })
    expect((await engine.search(question('word1'))).total).toBe(300)
    await engine.close()
  })

  test('a search past its deadline is ended and the next is answered', async () => {
    const engine = await open(folder())
    const body = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ')
    await engine.apply(Array.from({ length: 1000 }, (_, at) => record(`n${at}`, `Number ${at}`, body)), [])
    await expect(engine.search(question('word1 word2 word3 word4 word5 word6', { deadline: 1 }))).rejects.toMatchObject({ problem: { code: 'search-too-slow' } })
    expect((await engine.search(question('word7'))).total).toBe(1000)
  })
})
