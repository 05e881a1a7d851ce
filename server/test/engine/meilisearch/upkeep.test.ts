// Does the index stay ours, whatever is done to the engine? Settings changed by hand, another version, an engine too old,
// a record that it will not have. Asked of a real Meilisearch; each opening is a new start of the service.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/domain/article.ts'
import { drainOutbox, openEmbedded } from '../../../src/engine/engine.ts'
import { openMeilisearch } from '../../../src/engine/meilisearch/meilisearch.ts'
import type { OutboxItem } from '../../../src/engine/outbox.ts'
import type { SearchEngine } from '../../../src/engine/port.ts'
import { withStandIn } from '../../../src/engine/stand-in.ts'
import { question, WEEK } from '../records.ts'
import { noteInMemory, serving } from '../serving.ts'
import { type AnotherVersion, anotherVersion } from './another-version.ts'
import { available, NO_MEILISEARCH, type Running, runningMeilisearch } from './running.ts'

describe.runIf(available)('with a Meilisearch', () => {
  let running: Running
  let between: AnotherVersion
  const prefix = `test_${randomBytes(6).toString('hex')}_`
  const note = noteInMemory()
  const told: string[] = []
  const start = () => openMeilisearch({ ...running, host: between.host, prefix, note, tell: (sentence) => told.push(sentence) })
  const found = async (engine: SearchEngine) => (await engine.search(question('ferry winter'))).hits.map((hit) => hit.id)
  beforeAll(async () => {
    running = await runningMeilisearch()
    between = await anotherVersion(running.host)
    await (await serving(await start())).apply(WEEK, [])
  })
  afterAll(async () => {
    await between.stop()
    await running.stop()
  })

  test('puts its settings back where they were changed by hand, at the next start, and says which', async () => {
    const engine = await start()
    const before = await found(engine)
    const client = new Meilisearch(running)
    const uid = (await client.getRawIndexes({ limit: 1000 })).results.map((one) => one.uid).find((one) => one.startsWith(`${prefix}articles`)) ?? ''
    const index = client.index(uid)
    const ours = await index.getSettings()
    await index.updateSettings({ stopWords: ['ferry'], rankingRules: ['words'], searchableAttributes: ['publisher'], distinctAttribute: 'publisher' }).waitTask()
    await client.httpRequest.patch({ path: 'experimental-features', body: { containsFilter: false } })
    const again = await start()
    await again.generations()
    expect(await index.getSettings()).toEqual(ours)
    expect(told.at(-1)).toMatch(/changed by hand and are put back: .*searchableAttributes.*rankingRules.*stopWords.*distinctAttribute/)
    expect(await found(again)).toEqual(before)
    expect((await again.search(question('', { filter: { op: 'contains', field: 'publisher', value: 'tern' } }))).total).toBe(2)
    // Nothing was changed since: nothing is sent.
    const count = told.length
    await (await start()).generations()
    expect(told.slice(count)).toEqual([])
  })

  test('builds its index anew beside the one that serves when the engine was upgraded', async () => {
    between.set('1.51.2')
    const engine = await start()
    const before = await engine.identity()
    const [old, next] = await engine.generations()
    expect([old?.serving, next?.serving]).toEqual([true, false])
    expect(await found(engine)).toContain('a1')
    expect(told.at(-1)).toMatch(/was 1\.50 and is 1\.51/)
    await next?.apply(WEEK, [])
    await serving(engine)
    expect(await engine.identity()).not.toBe(before)
    // Another patch of the same is no upgrade.
    between.set('1.51.3')
    expect(await (await start()).generations()).toHaveLength(1)
    between.set(undefined)
    expect(await (await start()).generations()).toHaveLength(2)
  })

  test('names an engine that is too old, and answers from the stand-in until it is upgraded', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'engine-'))
    const standIn = await openEmbedded({ dataDir })
    await standIn.apply(WEEK, [])
    between.set('1.12.8')
    const engine = withStandIn(await openMeilisearch({ ...running, host: between.host, prefix: `${prefix}old_`, note: noteInMemory() }), standIn)
    await expect(engine.generations()).rejects.toThrow(/Meilisearch 1\.12\.8 is too old: 1\.50 or newer is needed/)
    expect(await engine.state()).toMatchObject({ up: false, version: '1.12.8', trouble: { code: 'too_old' } })
    expect(await engine.search(question('ferry'))).toMatchObject({ total: 3, standIn: true })
    between.set(undefined)
    await serving(engine)
    await engine.apply(WEEK, [])
    expect((await engine.search(question('ferry'))).standIn).toBeUndefined()
    expect((await engine.state()).trouble).toBeUndefined()
    await engine.close()
    rmSync(dataDir, { recursive: true })
  })

  test('lets one record that the engine refuses hold up no other of its batch', async () => {
    const engine = await serving(await openMeilisearch({ ...running, prefix: `${prefix}poison_`, note: noteInMemory() }))
    const ids = Array.from({ length: 60 }, (_, at) => (at === 37 ? 'no id at all' : `n${at}`))
    const held: string[] = []
    const failed: [string, string][] = []
    const outbox = {
      due: async (): Promise<readonly OutboxItem[]> => ids.map((articleId) => ({ articleId, wanted: 1, gone: false, attempts: 0 })),
      held: async (_identity: string, items: readonly OutboxItem[]) => void held.push(...items.map((item) => item.articleId)),
      failed: async (_identity: string, item: OutboxItem, error: string) => void failed.push([item.articleId, error]),
    }
    const load = async (wanted: readonly string[]): Promise<readonly Article[]> => wanted.map((id) => article(id, `A gull said \ud800 and ${'x'.repeat(300)}`))
    expect(await drainOutbox(outbox, engine, load)).toMatchObject({ done: 59, failed: 1 })
    expect(failed).toEqual([['no id at all', expect.stringMatching(/identifier|invalid/i)]])
    expect(held).toHaveLength(59)
    expect((await engine.search(question('gull'))).total).toBe(59)
  })
})

function article(id: string, body: string): Article {
  return {
    id, documentId: 'd', documentName: 'd.txt', span: { begin: 0, end: body.length }, headline: `Article ${id}`, byline: [], language: 'en', body,
    wordCount: 1, completeness: 'complete', clusterId: `c${id}`, clusterSize: 1, principal: true, issues: [], grounds: [], tags: [], status: 'live',
    version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

test('finds a Meilisearch to look after', (ctx) => {
  ctx.skip(!available, NO_MEILISEARCH)
})
