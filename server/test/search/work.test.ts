// How much does a page of hits ask of the store? Counted in statements, which no busy machine changes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { search } from '../../src/search/search.ts'
import { Connection } from '../../src/store/sqlite/connection.ts'
import { openStore } from '../../src/store/store.ts'
import { joined, withArticles } from '../store/made.ts'

afterEach(() => vi.restoreAllMocks())

/** Heads of the hits, and who stands behind them. */
const STATEMENTS = 2

it('fetches a page of hits with the same few statements, however many there are, and no bodies', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-work-'))
  const store = await openStore({ dataDir })
  const leaders: string[] = []
  for (let at = 0; at < 20; at += 1) {
    const ids = await withArticles(store, `leader${at}`, `copy${at}`)
    await joined(store, ids)
    leaders.push(ids[0] ?? '')
  }
  const statements: string[] = []
  const original = Connection.prototype.all
  vi.spyOn(Connection.prototype, 'all').mockImplementation(function (this: Connection, sql, values) {
    statements.push(sql)
    return original.call(this, sql, values)
  })
  const hits = leaders.map((id) => ({ id, score: 1, snippet: '', headline: '', folded: 2 }))
  const engine = { search: async () => ({ hits, total: 20, totalFolded: 40, exact: true, facets: {}, facetStats: {}, understoodAs: [] }) }
  const answer = await search({ q: 'x', filters: {}, facets: [], sort: 'relevance', page: 1, perPage: 20, collapse: true }, { engine, store })
  expect(answer.hits.map((hit) => hit.copies)).toEqual(leaders.map(() => 1))
  expect(statements).toHaveLength(STATEMENTS)
  expect(statements.some((sql) => sql.includes('"body"'))).toBe(false)
  await store.close()
  rmSync(dataDir, { recursive: true })
})
