// What must a store do with decisions?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bench } from './contract.ts'
import { CURATOR, joined, LATER, must, NOW, problemOf, withArticles } from './made.ts'

let bench: Bench

export function decisionContract(given: Bench): void {
  bench = given
  describe('decisions', () => {
    binding()
    keepingAndListing()
  })
}

const rulings = async (id: string) => (await bench.store.matches.component([id])).rulings

function binding(): void {
  it('binds a separation to the texts on both sides', async () => {
    const [a, b, c] = (await withArticles(bench.store, 'a', 'b', 'c')) as [string, string, string]
    await joined(bench.store, [a, b, c])
    const decision = await bench.store.decisions.record({ kind: 'separate', articles: [b] }, 'Not the same.', CURATOR, NOW)
    expect(decision).toMatchObject({ articles: [b], others: [a, c], note: 'Not the same.', actor: 'Cora Curator' })
    expect(await rulings(a)).toMatchObject([{ decisionId: decision.id, kind: 'separate', texts: ['hash of b'], others: ['hash of a', 'hash of c'], witnesses: [] }])
    expect(await bench.store.decisions.articlesOf(decision.id)).toEqual([a, b, c])
  })

  it('lets every kind fall on the same text when it comes in again', async () => {
    const kinds = fc.constantFrom('join', 'separate', 'set-principal', 'set-relation', 'review')
    await fc.assert(
      fc.asyncProperty(kinds, fc.uuid(), async (kind, word) => {
        const [a, b] = (await withArticles(bench.store, `${word} a`, `${word} b`)) as [string, string]
        const cluster = await joined(bench.store, [a, b])
        const body = {
          join: { kind: 'join', articles: [a, b] },
          separate: { kind: 'separate', articles: [b] },
          'set-principal': { kind: 'set-principal', articles: [b] },
          'set-relation': { kind: 'set-relation', articles: [a, b], relation: 'spun' },
          review: { kind: 'review', cluster },
        } as const
        const decision = await bench.store.decisions.record(body[kind], undefined, CURATOR, NOW)
        await bench.store.articles.setStatus(b, 'binned', CURATOR, LATER)
        const [again] = await withArticles(bench.store, `${word} b`)
        expect((await rulings(must(again))).map(({ decisionId }) => decisionId)).toEqual([decision.id])
        expect(await bench.store.decisions.articlesOf(decision.id)).toContain(again)
      }),
      { numRuns: 15 },
    )
  })

  it('brings texts that were joined by hand into one component, until it is withdrawn', async () => {
    const [a, b] = (await withArticles(bench.store, 'a', 'b')) as [string, string]
    const { id } = await bench.store.decisions.record({ kind: 'join', articles: [a, b] }, undefined, CURATOR, NOW)
    expect((await bench.store.matches.component([a])).nodes.map((node) => node.id)).toEqual([a, b])
    const withdrawn = await bench.store.decisions.withdraw(id, CURATOR, LATER)
    expect(withdrawn).toMatchObject({ withdrawnAt: LATER, withdrawnBy: 'Cora Curator' })
    expect((await bench.store.matches.component([a])).nodes.map((node) => node.id)).toEqual([a])
    expect(await rulings(a)).toEqual([])
    expect(await problemOf(bench.store.decisions.withdraw(id, CURATOR, LATER))).toBe('conflict')
  })
}

function keepingAndListing(): void {
  it('keeps the order in which a relation was said', async () => {
    const [a, b] = (await withArticles(bench.store, 'a', 'b')) as [string, string]
    await bench.store.decisions.record({ kind: 'set-relation', articles: [b, a], relation: 'excerpt' }, undefined, CURATOR, NOW)
    expect(await rulings(a)).toMatchObject([{ texts: ['hash of b', 'hash of a'], relation: 'excerpt' }])
  })

  it('refuses ids that name nothing and writes nothing', async () => {
    const [a] = (await withArticles(bench.store, 'a')) as [string]
    const { record } = { record: (articles: string[]) => bench.store.decisions.record({ kind: 'join', articles }, undefined, CURATOR, NOW) }
    expect(await problemOf(record([a, '999']))).toBe('not-found')
    expect(await problemOf(bench.store.decisions.record({ kind: 'review', cluster: '999' }, undefined, CURATOR, NOW))).toBe('not-found')
    expect(await bench.store.decisions.list({ filter: {}, offset: 0, limit: 9 })).toEqual({ data: [], total: 0 })
  })

  it('lists by kind, person, article and cluster, newest first', async () => {
    const [a, b, c] = (await withArticles(bench.store, 'a', 'b', 'c')) as [string, string, string]
    const cluster = await joined(bench.store, [a, b])
    const join = await bench.store.decisions.record({ kind: 'join', articles: [a, b] }, undefined, CURATOR, NOW)
    const review = await bench.store.decisions.record({ kind: 'review', cluster }, undefined, CURATOR, LATER)
    const list = async (filter: object) => (await bench.store.decisions.list({ filter, offset: 0, limit: 9 })).data.map(({ id }) => id)
    expect(await list({})).toEqual([review.id, join.id])
    expect(await list({ kind: 'join' })).toEqual([join.id])
    expect(await list({ cluster })).toEqual([review.id, join.id])
    expect(await list({ article: c })).toEqual([])
    expect(await list({ actor: CURATOR.id, article: a })).toEqual([review.id, join.id])
  })
}
