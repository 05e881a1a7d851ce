// Is an index built anew without anybody noticing? A real store and real engines; somebody searches all the time.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded, openMeilisearch } from '../../src/engine/engine.ts'
import type { SearchEngine } from '../../src/engine/port.ts'
import { level, reconcile, unfinished, verify, wantReindex } from '../../src/reindex.ts'
import type { ArchiveStore } from '../../src/store/port.ts'
import { openStore } from '../../src/store/store.ts'
import { NO_MEILISEARCH, type Running, startable, startMeilisearch } from '../engine/meilisearch/running.ts'
import { question } from '../engine/records.ts'
import { CURATOR, withArticles } from '../store/made.ts'

/** More than one batch. */
const ARTICLES = 700

interface Bench {
  readonly store: ArchiveStore
  /** The engine, as another start of the service would open it. */
  open(): Promise<SearchEngine>
  /** Ends the engine's own process in the midst and starts it again, where it has one. */
  readonly interrupt?: () => Promise<void>
  discard(): Promise<void>
}

function behaves(name: string, made: () => Promise<Bench>): void {
  describe(name, () => {
    let bench: Bench
    let engine: SearchEngine
    const parts = () => ({ store: bench.store, engines: [engine], tell: () => {} })
    const finish = async (): Promise<void> => {
      while ((await unfinished(parts())).length > 0) await level(parts()).catch(() => 0)
      while ((await level(parts())) > 0);
    }
    const count = async () => (await engine.search(question('gull', { limit: 1, snippetWords: 0 }))).total
    const again = async (): Promise<void> => {
      await engine.close()
      engine = await bench.open()
    }
    beforeAll(async () => {
      bench = await made()
      engine = await bench.open()
      await withArticles(bench.store, ...Array.from({ length: ARTICLES }, (_, at) => `gull number${at} sat on the quay`))
      await level(parts())
      await finish()
    })
    afterAll(async () => {
      await engine.close()
      await bench.discard()
    })

    test('fills a new archive before it serves from it', async () => {
      expect(await count()).toBe(ARTICLES)
      expect(await verify(bench.store.outbox, engine)).toEqual([])
    })

    test('finds no fault in articles that wait for their turn, and mends what was lost', async () => {
      const { outbox } = bench.store
      const [late = ''] = await withArticles(bench.store, 'tern that waits')
      const [lost] = (await verify(outbox, engine)).map(({ articleId }) => articleId)
      expect(lost).toBe(late)
      expect(await reconcile(outbox, engine)).toEqual([])
      await finish()
      await engine.apply([], [late])
      expect(await reconcile(outbox, engine)).toEqual([{ articleId: late, fault: 'missing' }])
      await finish()
      expect(await verify(outbox, engine)).toEqual([])
      await bench.store.articles.setStatus(late, 'binned', CURATOR, '2026-03-01T12:00:00.000Z')
      expect(await reconcile(outbox, engine)).toEqual([])
      await finish()
    })

    test('answers from the whole old index until the new one is whole, and takes in articles all the while', { timeout: 60_000 }, async () => {
      const before = await engine.identity()
      const seen = new Set<number>()
      let searching = true
      const searches = (async () => {
        while (searching) seen.add(await count())
      })()
      await wantReindex(parts())
      await level(parts())
      expect(await engine.identity()).toBe(before)
      const [late = ''] = await withArticles(bench.store, 'gull that came late')
      await level(parts())
      expect((await engine.search(question('late'))).hits.map((hit) => hit.id)).toEqual([late])
      await bench.store.articles.setStatus(late, 'binned', CURATOR, '2026-03-01T12:00:00.000Z')
      await finish()
      searching = false
      await searches
      expect(await engine.identity()).not.toBe(before)
      expect([...seen].every((total) => total === ARTICLES || total === ARTICLES + 1)).toBe(true)
      expect(await verify(bench.store.outbox, engine)).toEqual([])
      expect(await count()).toBe(ARTICLES)
    })

    test('goes on where it stopped after the process has ended in the midst, and keeps no account of what is gone', { timeout: 60_000 }, async () => {
      const before = await engine.identity()
      await wantReindex(parts())
      await again()
      await level(parts())
      const [, next] = await engine.generations()
      const begun = await next?.identity()
      const { pending } = await bench.store.outbox.state(begun ?? '')
      expect(pending).toBe(ARTICLES - 500)
      await again()
      expect(await count()).toBe(ARTICLES)
      expect(await engine.identity()).toBe(before)
      await bench.interrupt?.()
      await finish()
      expect(await engine.identity()).toBe(begun)
      expect(await verify(bench.store.outbox, engine)).toEqual([])
      // Asked for again, what was retired is wanted whole.
      expect(await bench.store.outbox.state(before)).toMatchObject({ pending: ARTICLES })
    })

    test('sends again what the new index lost before it serves', async () => {
      await wantReindex(parts())
      await level(parts())
      await level(parts())
      const [, next] = await engine.generations()
      const { value } = await (next as NonNullable<typeof next>).inventory()[Symbol.asyncIterator]().next()
      await next?.apply([], [(value as { id: string }).id])
      await finish()
      expect(await verify(bench.store.outbox, engine)).toEqual([])
    })
  })
}

async function bench(open: (store: ArchiveStore, dataDir: string) => Promise<SearchEngine>, more: Partial<Bench> = {}): Promise<Bench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'reindex-'))
  const store = await openStore({ dataDir, clock: () => new Date() })
  return {
    store,
    open: () => open(store, dataDir),
    ...more,
    discard: async () => {
      await store.close()
      await more.discard?.()
      rmSync(dataDir, { recursive: true })
    },
  }
}

behaves('the embedded engine', () => bench((_store, dataDir) => openEmbedded({ dataDir })))

describe.runIf(startable)('with a Meilisearch', () => {
  let running: Running
  beforeAll(async () => {
    running = await startMeilisearch()
  })
  afterAll(() => running.stop())
  const prefix = `test_${randomBytes(6).toString('hex')}_`
  behaves('Meilisearch', () =>
    bench(
      ({ settings }) => openMeilisearch({ host: running.host, prefix, note: { read: () => settings.get('place'), write: (value) => settings.set('place', value) } }),
      { interrupt: () => running.start() },
    ),
  )
})

test('finds a Meilisearch to be indexed anew', (ctx) => {
  ctx.skip(!startable, NO_MEILISEARCH)
})
