// Does a busy path read a whole table? Every statement that a document's way through the store runs is explained.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, it, vi } from 'vitest'
import type { ArchiveStore } from '../../src/store/port.ts'
import { Connection } from '../../src/store/sqlite/connection.ts'
import { DATABASE_FILE, openStore } from '../../src/store/store.ts'
import { CURATOR, joined, must, newDocument, NOW, withArticles } from './made.ts'

const GROWING = /SCAN (article|article_text|document|furniture|cluster|match|outbox|decision|decision_text|audit|shingle_print|name_print)\b/

afterEach(() => vi.restoreAllMocks())

it('reads no growing table as a whole on the way of a document', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-plans-'))
  const store = await openStore({ dataDir })
  await store.outbox.due('embedded:1', 1, NOW)
  const statements = new Set<string>()
  for (const method of ['all', 'run', 'runEach'] as const) {
    const original = Connection.prototype[method] as (this: Connection, sql: string, values: never) => never
    vi.spyOn(Connection.prototype, method).mockImplementation(function (this: Connection, sql: string, values: unknown) {
      statements.add(sql)
      return original.call(this, sql, values as never)
    } as never)
  }
  await walk(store)
  await store.close()
  const db = new Database(join(dataDir, DATABASE_FILE), { readonly: true })
  const explained = [...statements].filter((sql) => /^(select|insert|update|delete)/.test(sql) && !sql.includes('tail_'))
  expect(explained.length).toBeGreaterThan(30)
  const whole = explained.flatMap((sql) => {
    const plan = db.prepare(`explain query plan ${sql}`).all(...(sql.match(/\?/g) ?? []).map(() => 1)) as { detail: string }[]
    return plan.some(({ detail }) => GROWING.test(detail)) ? [sql] : []
  })
  const counting = explained
    .filter((sql) => /count\(\*\).+"upload" = \?.+group by "status"/.test(sql))
    .flatMap((sql) => (db.prepare(`explain query plan ${sql}`).all('') as { detail: string }[]).map(({ detail }) => detail))
  db.close()
  rmSync(dataDir, { recursive: true })
  expect(whole).toEqual([])
  expect(counting).toEqual([expect.stringContaining('USING COVERING INDEX')])
})

async function walk(store: ArchiveStore): Promise<void> {
  const [document] = await store.documents.receive([newDocument(), newDocument()], CURATOR)
  await store.documents.claim(NOW)
  await store.documents.counts(must(document).upload)
  const ids = await withArticles(store, 'one text', 'two text')
  await store.fingerprints.holders('shingle', 1, Int32Array.of(1, 2), 5)
  await store.fingerprints.sameText('hash', 2)
  await joined(store, ids)
  await store.matches.component(ids)
  await store.articles.sides(ids)
  await store.articles.getMany(ids)
  await store.articles.heads(ids)
  await store.articles.beside(must(document).id)
  await store.clusters.folds(ids)
  await store.articles.setStatus(must(ids[1]), 'binned', CURATOR, NOW)
  const { id } = await store.decisions.record({ kind: 'join', articles: [must(ids[0])] }, undefined, CURATOR, NOW)
  await store.decisions.articlesOf(id)
  await store.decisions.dependants(id)
  const cluster = must(await store.articles.get(must(ids[0]))).clusterId
  await store.clusters.outlines(await store.decisions.clustersOf([id]))
  await store.clusters.getMany([cluster])
  await store.clusters.versions([cluster])
  await store.clusters.successor(cluster)
  await store.matches.around(cluster, 5)
  await store.clusters.stand(new Map([[cluster, { reviewed: true, joined: [], left: [], later: false }]]), 'Cora', NOW)
  await store.documents.settle(must(document).id, 'done', NOW)
  await store.documents.get(must(document).id)
  await store.outbox.held('embedded:1', await store.outbox.due('embedded:1', 10, NOW))
  await store.outbox.state('embedded:1')
}
