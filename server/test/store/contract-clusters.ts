// What must a store do with matches and clusters?
import { describe, expect, it } from 'vitest'
import { turned } from '../../src/domain/match.ts'
import type { Bench } from './contract.ts'
import { CURATOR, joined, LATER, match, must, NOW, planned, withArticles } from './made.ts'

let bench: Bench

export function clusterContract(given: Bench): void {
  bench = given
  describe('matches', () => {
    matches()
  })
  describe('clusters', () => {
    planning()
    listingClusters()
  })
}

function matches(): void {
  it('keeps one verdict a pair, whichever way round it was put, and turns it to the side asked for', async () => {
    const [one, two] = (await withArticles(bench.store, 'one', 'two')) as [string, string]
    await bench.store.matches.put([match(one, two)])
    const given = match(two, one, 'excerpt')
    await bench.store.matches.put([given])
    expect(await bench.store.matches.between(two, one)).toEqual(given)
    expect(await bench.store.matches.between(one, two)).toEqual(turned(given))
    expect(await bench.store.matches.of(one, { offset: 0, limit: 9 })).toEqual({ data: [turned(given)], total: 1 })
  })

  it('finds all that hangs together by copies, and leaves out what is merely related', async () => {
    const [a, b, c, d] = (await withArticles(bench.store, 'a', 'b', 'c', 'd')) as [string, string, string, string]
    await bench.store.matches.put([match(a, b, 'spun'), match(b, c, 'excerpt'), match(c, d, 'related')])
    const found = await bench.store.matches.component([a])
    expect(found.nodes.map(({ id }) => id)).toEqual([a, b, c])
    expect(found.matches.map(({ relation }) => relation).sort()).toEqual(['excerpt', 'spun'])
  })

  it('leaves binned articles out of a component', async () => {
    const [a, b] = (await withArticles(bench.store, 'a', 'b')) as [string, string]
    await bench.store.matches.put([match(a, b)])
    await bench.store.articles.setStatus(b, 'binned', CURATOR, LATER)
    expect((await bench.store.matches.component([a, b])).nodes.map(({ id }) => id)).toEqual([a])
  })

  it('never cuts a present cluster in a component', async () => {
    const ids = await withArticles(bench.store, 'a', 'b', 'c')
    await bench.store.clusters.apply([planned(ids, { id: '1' })], NOW)
    expect((await bench.store.matches.component([must(ids[2])])).nodes.map(({ id, keeps }) => [id, (keeps?.settled ?? 0) > 0])).toEqual(
      ids.map((id, at) => [id, at === 0]),
    )
  })
}

function planning(): void {
  it('makes the stored clusters equal to the plan and names all that changed', async () => {
    const [a, b, c] = (await withArticles(bench.store, 'a', 'b', 'c')) as [string, string, string]
    const [one, two, three] = (await bench.store.articles.getMany([a, b, c])).map((article) => article.clusterId)
    await bench.store.matches.put([match(b, a, 'abridged', { confidence: 0.9 }), match(c, a, 'spun', { confidence: 0.3 })])
    const changed = await bench.store.clusters.apply([planned([a, b, c], { id: must(one), disputes: [{ sentence: 'They disagree.', decisions: ['1'], articles: [a] }] })], LATER)
    expect([...changed].sort()).toEqual([one, two, three].sort())
    const cluster = must(await bench.store.clusters.get(must(one)))
    expect(cluster).toMatchObject({ size: 3, principalId: a, status: 'open', standing: 'conflict', conflicts: ['They disagree.'], updatedAt: LATER })
    expect(cluster.members.map(({ articleId, relation }) => [articleId, relation?.relation])).toEqual([[a, undefined], [b, 'abridged'], [c, 'spun']])
    expect(cluster.weakestLink).toMatchObject({ left: c, right: a })
    expect(await bench.store.clusters.get(must(two))).toBeUndefined()
    expect(await bench.store.articles.get(b)).toMatchObject({ clusterId: one, clusterSize: 3, principal: false, relation: { left: b, right: a } })
  })

  it('splits a cluster: one part goes on, the other is new', async () => {
    const [a, b, c] = (await withArticles(bench.store, 'a', 'b', 'c')) as [string, string, string]
    const home = await joined(bench.store, [a, b, c])
    const changed = await bench.store.clusters.apply([planned([a], { id: home }), planned([c, b])], LATER)
    expect(changed).toHaveLength(2)
    const fresh = must(await bench.store.articles.get(b))
    expect(fresh.clusterId).not.toBe(home)
    expect(fresh).toMatchObject({ principal: false, clusterSize: 2 })
    expect(await bench.store.articles.get(a)).toMatchObject({ clusterId: home, clusterSize: 1, principal: true })
  })

  it('changes nothing where the plan is what is there', async () => {
    const ids = await withArticles(bench.store, 'a', 'b')
    const home = await joined(bench.store, ids)
    const before = must(await bench.store.clusters.get(home))
    expect(await bench.store.clusters.apply([planned(ids, { id: home })], LATER)).toEqual([])
    expect(await bench.store.clusters.get(home)).toEqual(before)
  })
}

function listingClusters(): void {
  it('swaps two articles between two clusters', async () => {
    const [a, b] = (await withArticles(bench.store, 'a', 'b')) as [string, string]
    const [one, two] = (await bench.store.articles.getMany([a, b])).map((article) => must(article.clusterId)) as [string, string]
    await bench.store.clusters.apply([planned([b], { id: one }), planned([a], { id: two })], LATER)
    expect(await bench.store.articles.get(a)).toMatchObject({ clusterId: two, principal: true, clusterSize: 1 })
    expect(await bench.store.articles.get(b)).toMatchObject({ clusterId: one, principal: true, clusterSize: 1 })
  })

  it('lists by size, status and relation with right totals', async () => {
    const ids = await withArticles(bench.store, 'a', 'b', 'c')
    const home = await joined(bench.store, ids.slice(0, 2))
    await bench.store.clusters.apply([planned(ids.slice(0, 2), { id: home, reviewed: true })], LATER)
    const list = async (filter: object) => {
      const { data, total } = await bench.store.clusters.list({ filter, offset: 0, limit: 9 })
      return [data.map(({ id }) => id), total]
    }
    expect(await list({ minSize: 2 })).toEqual([[home], 1])
    expect(await list({ status: 'reviewed' })).toEqual([[home], 1])
    expect(await list({ relation: 'near-duplicate' })).toEqual([[home], 1])
    expect(await list({ relation: 'spun' })).toEqual([[], 0])
    expect((await list({}))[1]).toBe(2)
  })
}
