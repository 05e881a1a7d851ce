// Are people's verdicts the test of a change? A trial names those that it would overturn and changes nothing; done for
// real after an upgrade of the matcher, decisions stand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../src/curation/curate.ts'
import { ProblemError } from '../../src/domain/problem.ts'
import { MATCH_VERSION } from '../../src/match/match.ts'
import { rematch } from '../../src/curation/rematch.ts'
import { ANA, type Family, openFamily, TEXTS } from './family.ts'

let family: Family
let full: string, corrected: string, cut: string, later: string, school: string
beforeAll(async () => {
  family = await openFamily()
  ;[full, corrected, cut, later, school] = (await family.take(TEXTS.full, TEXTS.corrected, TEXTS.cut, TEXTS.later, TEXTS.school)) as [string, string, string, string, string]
  const { clusterId } = (await family.store.articles.get(full)) ?? { clusterId: '' }
  await decide({ body: { kind: 'separate', articles: [later] } }, ANA, family)
  await decide({ body: { kind: 'review', cluster: clusterId } }, ANA, family)
}, 60_000)
afterAll(() => family.close())

const clusters = async () => (await family.store.clusters.list({ filter: {}, sort: { field: 'id', order: 'asc' }, offset: 0, limit: 99 })).data
const membersOf = async (id: string) => (await clusters()).find((cluster) => cluster.members.some((member) => member.articleId === id))?.members.map((member) => member.articleId)

describe('a trial', () => {
  it('says which verdicts of people it would overturn, by relation and publisher, and changes nothing', async () => {
    const before = await clusters()
    const report = await rematch({ dryRun: true, thresholds: { COPY_MATCHED: 9_000, LONG_COPY_MATCHED: 9_000, HEAVY_MATCHED: 9_000 } }, ANA, family)
    // Looked through: the corrected text and the cut with the full one. Told apart: the later text from all three.
    expect(report).toMatchObject({ verdicts: 5, agreed: { before: 2, after: 3 }, overturnedCount: 2, mended: 3, dryRun: true })
    expect(report.overturned.map((one) => [one.left, one.right].sort())).toEqual(expect.arrayContaining([[full, corrected].sort(), [full, cut].sort()]))
    for (const one of report.overturned) expect(one).toMatchObject({ relation: 'together', becomes: expect.stringMatching(/related|none/) })
    expect(Object.values(report.byRelation).reduce((sum, one) => sum + one.verdicts, 0)).toBe(5)
    expect(Object.keys(report.byPublisher).length).toBeGreaterThan(1)
    expect(report.clusters).toMatchObject({ fewer: 1, split: 1, merged: 0, more: 0 })
    expect(await clusters()).toEqual(before)
  })

  it('of what holds already overturns nothing', async () => {
    const report = await rematch({ dryRun: true }, ANA, family)
    expect(report).toMatchObject({ overturnedCount: 0, mended: 0, pairs: { changed: 0 }, clusters: { more: 0, fewer: 0, split: 0, merged: 0, changed: 0, samples: [] } })
  })

  it('names the thresholds there are, and is asked for as one', async () => {
    const codeOf = async (work: Promise<unknown>) => work.then(() => undefined, (error: unknown) => (error instanceof ProblemError ? error.problem.code : error))
    expect(await codeOf(rematch({ dryRun: true, thresholds: { constructor: 1 } }, ANA, family))).toBe('invalid-request')
    expect(await codeOf(rematch({ thresholds: { COPY_SHARE: 0.5 } }, ANA, family))).toBe('invalid-request')
  })
})

describe('judging everything anew', () => {
  it('replaces what an older matcher said, while decisions stand', async () => {
    const old = (await family.store.matches.each()).map(({ match }) => ({ ...match, matchVersion: 'older', ...(match.left === full && match.right === cut && { relation: 'related' as const }) }))
    await family.store.matches.put(old)
    const report = await rematch({}, ANA, family)
    expect(report.pairs).toMatchObject({ judged: old.length })
    expect((await family.store.matches.each()).every(({ match }) => match.matchVersion === MATCH_VERSION)).toBe(true)
    expect(await membersOf(full)).toEqual([full, corrected, cut])
    expect(await membersOf(later)).toEqual([later])
    expect(await membersOf(school)).toEqual([school])
    expect((await clusters()).find((cluster) => cluster.size === 3)?.standing).toBe('reviewed')
  })
})
