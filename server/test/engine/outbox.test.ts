// Does the outbox drain without losing anything? A real engine, and an outbox of plain values.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import { drainOutbox, openEmbedded } from '../../src/engine/engine.ts'
import type { OutboxItem, OutboxSide } from '../../src/engine/outbox.ts'
import type { SearchEngine } from '../../src/engine/port.ts'
import { question } from './records.ts'

let dataDir: string
let engine: SearchEngine
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'engine-'))
  engine = await openEmbedded({ dataDir })
})
afterEach(async () => {
  await engine.close()
  rmSync(dataDir, { recursive: true })
})

function article(id: string, body: string): Article {
  return {
    id, documentId: 'd', documentName: 'd.txt', span: { begin: 0, end: body.length }, headline: `Article ${id}`, byline: [], language: 'en', body,
    wordCount: 1, completeness: 'complete', clusterId: `c${id}`, clusterSize: 1, principal: true, issues: [], grounds: [], tags: [], status: 'live',
    version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

/** Wanted and held revisions by engine, as a store keeps them. */
class Ledger implements OutboxSide<OutboxItem> {
  readonly items: OutboxItem[]
  readonly done = new Set<string>()
  readonly failures: string[] = []

  constructor(items: OutboxItem[]) {
    this.items = items
  }
  async due(identity: string, limit: number): Promise<readonly OutboxItem[]> {
    return this.items.filter((item) => !this.done.has(`${identity} ${item.articleId}`) && !this.failures.includes(item.articleId)).slice(0, limit)
  }
  async held(identity: string, entries: readonly OutboxItem[]): Promise<void> {
    for (const entry of entries) this.done.add(`${identity} ${entry.articleId}`)
  }
  async failed(_identity: string, entry: OutboxItem): Promise<void> {
    this.failures.push(entry.articleId)
  }
}

const item = (articleId: string, gone = false): OutboxItem => ({ articleId, wanted: 1, gone, attempts: 0 })
const load = async (ids: readonly string[]): Promise<readonly Article[]> => ids.map((id) => article(id, `gull ${id}`))

async function drainAll(ledger: Ledger, target: Pick<SearchEngine, 'identity' | 'apply'> = engine): Promise<number> {
  let done = 0
  for (;;) {
    const drained = await drainOutbox(ledger, target, load)
    done += drained.done
    if (!drained.more) return done
  }
}

test('brings in all that is due and takes out what is gone', async () => {
  const ledger = new Ledger(Array.from({ length: 1200 }, (_, at) => item(`n${at}`)))
  expect(await drainAll(ledger)).toBe(1200)
  expect((await engine.search(question('gull'))).total).toBe(1200)
  expect(await drainAll(new Ledger([item('n7', true)]))).toBe(1)
  expect((await engine.search(question('gull'))).total).toBe(1199)
})

test('halves a failing batch until the record at fault is alone', async () => {
  const ledger = new Ledger(Array.from({ length: 100 }, (_, at) => item(`n${at}`)))
  const refusing: Pick<SearchEngine, 'identity' | 'apply'> = {
    identity: () => engine.identity(),
    apply: (records, remove) => (records.some((one) => one.id === 'n37') ? Promise.reject(new Error('poison')) : engine.apply(records, remove)),
  }
  expect(await drainAll(ledger, refusing)).toBe(99)
  expect(ledger.failures).toEqual(['n37'])
  expect((await engine.search(question('gull'))).total).toBe(99)
})

test('takes nothing as held when the index was made anew meanwhile', async () => {
  const ledger = new Ledger([item('n1')])
  const losing: Pick<SearchEngine, 'identity' | 'apply'> = {
    identity: () => engine.identity(),
    apply: async (records, remove) => {
      const applied = await engine.apply(records, remove)
      for (const ending of ['', '-wal', '-shm']) rmSync(join(dataDir, `engine.sqlite${ending}`), { force: true })
      return applied
    },
  }
  expect(await drainOutbox(ledger, losing, load)).toEqual({ done: 0, failed: 0, more: true })
  expect(await drainAll(ledger)).toBe(1)
  expect((await engine.search(question('gull'))).total).toBe(1)
})
