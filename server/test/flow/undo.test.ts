// Is undoing exact? Whatever people decide, and in whatever order it is taken back, everything that can be seen is as it
// was; made again, it is as it was before that.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, restore, reviewBatch, withdraw, withdrawBatch } from '../../src/curation/curate.ts'
import type { DecisionBody } from '../../src/domain/decision.ts'
import { RELATIONS } from '../../src/domain/match.ts'
import { ANA, type Family, openFamily, TEXTS } from './family.ts'

let family: Family
let ids: readonly string[]
beforeAll(async () => {
  family = await openFamily()
  ids = await family.take(...Object.values(TEXTS))
}, 60_000)
afterAll(() => family.close())

/** All that a caller can see, but for what tells that something was done at all. */
async function seen() {
  const { store } = family
  const clusters = (await store.clusters.list({ filter: {}, sort: { field: 'id', order: 'asc' }, offset: 0, limit: 100 })).data
  const articles = (await store.articles.list({ filter: {}, sort: { field: 'id', order: 'asc' }, offset: 0, limit: 100 })).data
  const matches = []
  for (const id of ids) matches.push(await store.matches.of(id, { offset: 0, limit: 100 }))
  return { clusters: clusters.map(({ version: _v, updatedAt: _at, updatedBy: _by, ...cluster }) => cluster), articles, matches }
}

const article = fc.nat({ max: Object.keys(TEXTS).length - 1 })
const several = (least: number) => fc.uniqueArray(article, { minLength: least, maxLength: 3 })
const wish = fc.oneof(
  several(2).map((of) => ({ kind: 'join', of }) as const),
  fc.tuple(several(1), fc.option(several(1))).map(([of, from]) => ({ kind: 'separate', of, from: from?.filter((one) => !of.includes(one)) }) as const),
  article.map((one) => ({ kind: 'set-principal', of: [one] }) as const),
  fc.tuple(several(2), fc.constantFrom(...RELATIONS)).map(([of, relation]) => ({ kind: 'set-relation', of: of.slice(0, 2), relation }) as const),
  fc.tuple(article, fc.constantFrom('review', 'later')).map(([one, kind]) => ({ kind, of: [one] }) as const),
)
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

async function asked(given: Wish): Promise<DecisionBody> {
  const articles = given.of.map((at) => ids[at] as string)
  if (given.kind === 'review' || given.kind === 'later') return { kind: given.kind, cluster: (await family.store.articles.get(articles[0] as string))?.clusterId as string }
  if (given.kind === 'set-relation') return { kind: given.kind, articles, relation: given.relation }
  if (given.kind === 'separate' && given.from !== undefined && given.from.length > 0) return { kind: 'separate', articles, from: given.from.map((at) => ids[at] as string) }
  return { kind: given.kind, articles }
}

describe('taking decisions back', () => {
  it('leaves no trace, in whatever order, and making them again brings all back', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat()), async (wishes, dice) => {
        const before = await seen()
        const made: string[] = []
        for (const one of wishes) made.push((await decide({ body: await asked(one) }, ANA, family)).decision.id)
        const decided = await seen()
        const inAnyOrder = () => made.map((id) => [dice.next().value as number, id] as const).sort(([one], [other]) => one - other).map(([, id]) => id)
        for (const id of inAnyOrder()) await withdraw(id, { alone: true }, ANA, family)
        expect(await seen()).toEqual(before)
        for (const id of inAnyOrder()) await restore(id, ANA, family)
        expect(await seen()).toEqual(decided)
        for (const id of inAnyOrder()) await withdraw(id, { alone: true }, ANA, family)
        expect(await seen()).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  it('undoes a batch as one', async () => {
    const before = await seen()
    const { batch, count } = await reviewBatch({}, undefined, ANA, family)
    expect(count).toBe(before.clusters.filter((cluster) => cluster.size > 1).length)
    expect((await seen()).clusters.every((cluster) => cluster.size === 1 || cluster.standing === 'reviewed')).toBe(true)
    expect(await withdrawBatch(batch, ANA, family)).toEqual({ batch, count })
    expect(await seen()).toEqual(before)
  })
})
