// Does the archive outlive its engine? An engine that is slow, silent, broken, killed, wiped or set back in time: searches
// are answered within two seconds all the same, uploads go on, and afterwards the index is whole without help.
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded } from '../../../src/engine/engine.ts'
import { openMeilisearch } from '../../../src/engine/meilisearch/meilisearch.ts'
import type { SearchEngine } from '../../../src/engine/port.ts'
import { withStandIn } from '../../../src/engine/stand-in.ts'
import { question, record, WEEK } from '../records.ts'
import { noteInMemory, serving } from '../serving.ts'
import { NO_MEILISEARCH, type Running, startable, startMeilisearch } from './running.ts'
import { type Mood, type Unreliable, unreliable } from './unreliable.ts'

/** As of the search page. */
const DEADLINE = 2_000

describe.runIf(startable)('with a Meilisearch that may be ended', () => {
  let running: Running
  let between: Unreliable
  let engine: SearchEngine
  let standIn: SearchEngine
  let both: SearchEngine
  const dataDir = mkdtempSync(join(tmpdir(), 'engine-'))
  const prefix = `test_${randomBytes(6).toString('hex')}_`
  beforeAll(async () => {
    running = await startMeilisearch()
    between = await unreliable(running.host)
    engine = await serving(await openMeilisearch({ host: between.host, prefix, note: noteInMemory() }))
    standIn = await openEmbedded({ dataDir })
    both = withStandIn(engine, standIn)
    await Promise.all([engine.apply(WEEK, []), standIn.apply(WEEK, [])])
  })
  afterEach(() => between.set({ kind: 'fair' }))
  afterAll(async () => {
    await both.close()
    await between.stop()
    await running.stop()
    rmSync(dataDir, { recursive: true })
  })
  const asked = async (text: string) => {
    const begun = performance.now()
    const answer = await both.search(question(text, { deadline: DEADLINE }))
    return { ids: answer.hits.map((hit) => hit.id).sort(), standIn: answer.standIn === true, took: performance.now() - begun }
  }
  const recovered = async (): Promise<void> => {
    between.set({ kind: 'fair' })
    await expect.poll(async () => (await asked('ferry')).standIn, { timeout: 15_000, interval: 200 }).toBe(false)
  }
  const held = async (): Promise<string[]> => {
    const ids: string[] = []
    for await (const { id, revision } of engine.inventory()) ids.push(`${id}@${revision}`)
    return ids.sort()
  }
  const filled = async (): Promise<void> => {
    const fill = async () => {
      for (const generation of await engine.generations()) await generation.apply(WEEK, [])
      await serving(engine)
      return true
    }
    await expect.poll(() => fill().catch(() => false), { timeout: 20_000, interval: 200 }).toBe(true)
  }
  /** Looked at by the one that writes. */
  const identity = async (): Promise<string | undefined> => {
    const [first] = await engine.generations()
    return first?.identity()
  }

  test.each<[string, Mood]>([
    ['is slow', { kind: 'slow', delay: 5_000 }],
    ['is silent', { kind: 'silent' }],
    ['resets every connection', { kind: 'reset' }],
    ['cuts its answers short', { kind: 'cut', bytes: 300 }],
    ['hides behind a broken gateway', { kind: 'gateway' }],
    ['answers with faults of its own', { kind: 'broken' }],
  ])('answers within two seconds while the engine %s, and asks it again afterwards', { timeout: 40_000 }, async (_how, mood) => {
    await recovered()
    between.set(mood)
    for (let at = 0; at < 4; at += 1) {
      const answer = await asked('ferry')
      expect(answer).toMatchObject({ ids: ['a1', 'a2', 'a3'], standIn: true })
      expect(answer.took).toBeLessThan(DEADLINE + 500)
    }
    // By now nobody waits for it any more.
    expect((await asked('ferry')).took).toBeLessThan(500)
    await recovered()
  })

  test('loses nothing that it was told it holds, when the engine is killed while it is fed', { timeout: 60_000 }, async () => {
    await recovered()
    const confirmed = new Map<string, number>()
    for (let round = 1; round <= 3; round += 1) {
      const records = Array.from({ length: 40 }, (_, at) => record(`k${round}-${at}`, `Number ${at}`, `Round ${round} of many words.`, { revision: round }))
      const feeding = engine.apply(records, []).then((applied) => applied.forEach((one) => one.ok && confirmed.set(one.id, round)), () => undefined)
      await new Promise((resolve) => setTimeout(resolve, round * 15))
      await running.start()
      await feeding
    }
    const ids = await held()
    for (const [id, revision] of confirmed) expect(ids).toContain(`${id}@${revision}`)
    await engine.renew()
    await serving(engine)
    await filled()
  })

  test('has another identity when its folder was wiped, and is filled again', { timeout: 60_000 }, async () => {
    const before = await identity()
    await running.start(true)
    await expect.poll(() => identity().catch(() => before), { timeout: 15_000, interval: 200 }).not.toBe(before)
    expect(await held()).toEqual([])
    // Nobody is answered from an index that is not whole.
    expect(await asked('ferry')).toMatchObject({ ids: ['a1', 'a2', 'a3'], standIn: true })
    await filled()
    expect(await held()).toEqual(WEEK.map((one) => `${one.id}@1`))
    await recovered()
  })

  test('has another identity when it was set back to an older state', { timeout: 60_000 }, async () => {
    await running.kill()
    const folder = running.folder ?? ''
    cpSync(join(folder, 'data'), join(folder, 'older'), { recursive: true })
    await running.start()
    await filled()
    await engine.apply([record('late', 'A late one', 'Written after the copy was made.')], [])
    const before = await identity()
    await running.kill()
    rmSync(join(folder, 'data'), { recursive: true })
    cpSync(join(folder, 'older'), join(folder, 'data'), { recursive: true })
    await running.start()
    await expect.poll(() => identity().catch(() => before), { timeout: 15_000, interval: 200 }).not.toBe(before)
    expect(await asked('ferry')).toMatchObject({ ids: ['a1', 'a2', 'a3'], standIn: true })
    await filled()
    await recovered()
  })
})

test('finds a Meilisearch to be broken', (ctx) => {
  ctx.skip(!startable, NO_MEILISEARCH)
})
