// What must a store tell the search engines?
import { describe, expect, it } from 'vitest'
import type { Bench } from './contract.ts'
import { CURATOR, joined, LATER, match, must, NOW, withArticles } from './made.ts'

const ENGINE = 'embedded:1'
const FAR = '2099-01-01T00:00:00.000Z'

let bench: Bench

export function outboxContract(given: Bench): void {
  bench = given
  describe('the outbox', () => {
    wanting()
    sending()
    doubting()
  })
}

const due = (now = NOW) => bench.store.outbox.due(ENGINE, 100, now)
const dueIds = async (now = NOW) => (await due(now)).map(({ articleId }) => articleId)
const drain = async () => bench.store.outbox.held(ENGINE, await due())

function wanting(): void {
  it('wants every live article of an engine that it sees for the first time', async () => {
    const ids = await withArticles(bench.store, 'a', 'b', 'c')
    await bench.store.articles.setStatus(must(ids[1]), 'binned', CURATOR, LATER)
    expect(await dueIds()).toEqual([ids[0], ids[2]])
    expect(await bench.store.outbox.state(ENGINE)).toEqual({ pending: 2, quarantined: 0, oldestWaitingSince: NOW })
  })

  it('tells since when the oldest waits, and forgets it once that is held', async () => {
    await due()
    const [a, b] = (await withArticles(bench.store, 'a', 'b')) as [string, string]
    await bench.store.articles.edit(a, 1, { tags: ['x'] }, CURATOR, LATER)
    expect(await bench.store.outbox.state(ENGINE)).toMatchObject({ pending: 2, oldestWaitingSince: NOW })
    await drain()
    expect((await bench.store.outbox.state(ENGINE)).oldestWaitingSince).toBeUndefined()
    await bench.store.articles.edit(b, 1, { tags: ['x'] }, CURATOR, LATER)
    expect(await bench.store.outbox.state(ENGINE)).toMatchObject({ pending: 1, oldestWaitingSince: LATER })
    await bench.store.outbox.failed(ENGINE, must((await due())[0]), 'It is away.', LATER)
    expect(await bench.store.outbox.state(ENGINE)).toMatchObject({ pending: 1, oldestWaitingSince: LATER })
  })

  it('leaves the members of a cluster alone when one more comes', async () => {
    await due()
    const [a, b, c] = (await withArticles(bench.store, 'a', 'b', 'c')) as [string, string, string]
    await joined(bench.store, [a, b])
    await drain()
    await joined(bench.store, [a, b, c])
    expect(await dueIds()).toEqual([c])
  })

  it('hears of every change that search can see', async () => {
    await due()
    const [a, b] = (await withArticles(bench.store, 'a', 'b')) as [string, string]
    const changes: readonly [() => Promise<unknown>, readonly string[]][] = [
      [async () => {}, [a, b]],
      [() => bench.store.articles.edit(a, 1, { tags: ['x'] }, CURATOR, NOW), [a]],
      [() => joined(bench.store, [a, b]), [a, b]],
      [() => bench.store.matches.put([match(b, a, 'spun')]), [b]],
      [() => bench.store.articles.setStatus(b, 'binned', CURATOR, NOW), [a, b]],
      [() => bench.store.articles.setStatus(b, 'live', CURATOR, NOW), [b]],
    ]
    for (const [change, seen] of changes) {
      await change()
      expect(await dueIds()).toEqual(seen)
      await drain()
      expect(await due()).toEqual([])
    }
  })

  it('stays quiet where a change is none that search can see', async () => {
    await due()
    const ids = await withArticles(bench.store, 'a', 'b')
    const home = await joined(bench.store, ids)
    await drain()
    const again = { id: home, principalId: must(ids[0]), principalBy: 'rule' as const, memberIds: ids, reviewed: true, disputes: [], joined: [], left: [], later: false }
    expect(await bench.store.clusters.apply([again], LATER)).toEqual([home])
    expect(await due()).toEqual([])
  })
}

function sending(): void {
  it('says which articles are gone', async () => {
    await due()
    const [a] = await withArticles(bench.store, 'a')
    await drain()
    await bench.store.articles.setStatus(must(a), 'binned', CURATOR, LATER)
    expect(await due()).toMatchObject([{ articleId: a, gone: true }])
  })

  it('keeps wanting what changed again while it was on the way', async () => {
    await due()
    const [a] = await withArticles(bench.store, 'a')
    const sent = await due()
    await bench.store.articles.edit(must(a), 1, { headline: 'Newer' }, CURATOR, LATER)
    await bench.store.outbox.held(ENGINE, sent)
    expect(await due()).toMatchObject([{ articleId: a, wanted: must(sent[0]).wanted + 1 }])
  })

  it('tries again later and later, and sets aside what fails every time', async () => {
    await due()
    const [a] = await withArticles(bench.store, 'a')
    let tries = 0
    for (let entry = (await due(FAR))[0]; entry; entry = (await due(FAR))[0]) {
      expect(entry.attempts).toBe(tries)
      await bench.store.outbox.failed(ENGINE, entry, 'It will not have it.', NOW)
      expect(await due(NOW)).toEqual([])
      tries++
    }
    expect(tries).toBeGreaterThan(3)
    expect(tries).toBeLessThanOrEqual(10)
    expect(await bench.store.outbox.state(ENGINE)).toMatchObject({ pending: 0, quarantined: 1 })
    expect(await bench.store.outbox.quarantined(ENGINE)).toEqual([{ articleId: a, attempts: tries, lastError: 'It will not have it.' }])
    await bench.store.articles.edit(must(a), 1, { headline: 'Mended' }, CURATOR, LATER)
    expect(await due()).toMatchObject([{ articleId: a, attempts: 0 }])
  })
}

function doubting(): void {
  it('sends what is in doubt again, and everything where the index was retired', async () => {
    await due()
    const ids = await withArticles(bench.store, 'a', 'b')
    await drain()
    await bench.store.outbox.doubt(ENGINE, [must(ids[1])])
    expect(await dueIds()).toEqual([ids[1]])
    await drain()
    await bench.store.outbox.retire(ENGINE)
    expect(await dueIds()).toEqual(ids)
  })

  it('keeps account of each engine by itself', async () => {
    await due()
    await bench.store.outbox.due('meilisearch:articles_g1', 1, NOW)
    await withArticles(bench.store, 'a')
    await drain()
    expect(await bench.store.outbox.state('meilisearch:articles_g1')).toMatchObject({ pending: 1 })
  })

  it('tells the wanted revision of each live article, page by page', async () => {
    const ids = await withArticles(bench.store, 'a', 'b', 'c')
    const first = await bench.store.outbox.wanted(undefined, 2)
    expect(first).toEqual(ids.slice(0, 2).map((articleId) => ({ articleId, revision: 1 })))
    expect(await bench.store.outbox.wanted(ids[1], 2)).toEqual([{ articleId: ids[2], revision: 1 }])
  })
}
