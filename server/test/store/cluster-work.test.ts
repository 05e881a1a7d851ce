// How much work is a page of clusters? As many statements for many members as for few.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import type { ArchiveStore } from '../../src/store/port.ts'
import { Connection } from '../../src/store/sqlite/connection.ts'
import { openStore } from '../../src/store/store.ts'
import { CURATOR, joined, match, must, NOW, withArticles } from './made.ts'

afterEach(() => vi.restoreAllMocks())

/** Statements run while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const spies = (['all', 'run'] as const).map((method) => vi.spyOn(Connection.prototype, method))
  await work()
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  vi.restoreAllMocks()
  return count
}

async function withStore(work: (store: ArchiveStore) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-work-'))
  const store = await openStore({ dataDir })
  await work(store)
  await store.close()
  rmSync(dataDir, { recursive: true })
}

it('lists many clusters of many members with as many statements as one', () =>
  withStore(async (store) => {
    const list = () => store.clusters.list({ filter: { minSize: 2, q: 'on', publisher: ['none', 'Paper'] }, sort: { field: 'confidence', order: 'asc' }, offset: 0, limit: 100 })
    const page = () => store.clusters.list({ filter: { minSize: 2 }, offset: 0, limit: 100 })
    await joined(store, await withArticles(store, 'a1', 'a2'))
    const [few, filtered] = [await statementsOf(page), await statementsOf(list)]
    for (let at = 0; at < 12; at++) await joined(store, await withArticles(store, ...Array.from({ length: 9 }, (_, one) => `b${at} ${one}`)))
    expect((await page()).data.map((cluster) => cluster.members.length)).toContain(9)
    expect(await statementsOf(page)).toBe(few)
    expect(await statementsOf(list)).toBe(filtered)
  }))

it('keeps what a list shows true when matches, members and headlines change', () =>
  withStore(async (store) => {
    const [a, b, c] = (await withArticles(store, 'alpha', 'beta', 'gamma')) as [string, string, string]
    const home = await joined(store, [a, b, c])
    const fits = async (filter: object) => (await store.clusters.list({ filter: { minSize: 2, ...filter }, offset: 0, limit: 9 })).total
    expect(await fits({ confidence: ['medium'] })).toBe(1)
    await store.matches.put([match(b, a, 'spun', { confidence: 0.51 })])
    expect(await fits({ confidence: ['low'], kind: ['spun'] })).toBe(1)
    await store.matches.overrule([{ left: b, right: a, relation: 'identical', ground: { code: 'said', message: 'Said.' } }])
    expect([await fits({ confidence: ['low'] }), await fits({ kind: ['identical'] })]).toEqual([0, 1])
    await store.matches.lift([{ left: b, right: a }])
    expect(await store.matches.between(b, a)).toMatchObject({ relation: 'spun', confidence: 0.51, decidedBy: 'rule' })
    expect(await fits({ confidence: ['low'] })).toBe(1)
    await store.articles.edit(c, 1, { headline: 'Été à Genève', publisher: 'Le Pont' }, CURATOR, NOW)
    expect([await fits({ q: 'ETE geneve' }), await fits({ publisher: ['Le Pont'] }), await fits({ q: 'gamma' })]).toEqual([1, 1, 0])
    await store.articles.setStatus(c, 'binned', CURATOR, NOW)
    expect([await fits({ q: 'geneve' }), must(await store.clusters.get(home)).size]).toEqual([0, 2])
  }))
