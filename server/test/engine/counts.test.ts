// Are totals, facets and folds true? Held against a count by hand over random articles and random filters.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Filter } from '../../src/domain/filter.ts'
import { openEmbedded } from '../../src/engine/engine.ts'
import type { EngineRecord, FilterableField, SearchEngine } from '../../src/engine/port.ts'
import { question, record } from './records.ts'

const WORDS = ['gull', 'tide', 'mast', 'rope', 'quay', 'buoy'] as const
const PUBLISHERS = ['Tern Gazette', 'Skerry Post', '__proto__', 'constructor', null] as const
const TAGS = ['sea', 'land', 'air'] as const

const article = fc.record({
  words: fc.subarray([...WORDS], { minLength: 1 }),
  publisher: fc.constantFrom(...PUBLISHERS),
  tags: fc.subarray([...TAGS]),
  wordCount: fc.integer({ min: 1, max: 5 }),
  cluster: fc.integer({ min: 1, max: 12 }),
})

const ARTICLES: readonly EngineRecord[] = fc.sample(article, { numRuns: 120, seed: 7 }).map((one, at) =>
  record(`r${at}`, `Report ${at}`, one.words.join(' '), { publisher: one.publisher, tags: one.tags, wordCount: one.wordCount, clusterId: `c${one.cluster}` }),
)

let engine: SearchEngine
const dataDir = mkdtempSync(join(tmpdir(), 'engine-'))
beforeAll(async () => {
  engine = await openEmbedded({ dataDir })
  await engine.apply(ARTICLES, [])
})
afterAll(async () => {
  await engine.close()
  rmSync(dataDir, { recursive: true })
})

type Wanted = { readonly filter: Filter; readonly holds: (one: EngineRecord) => boolean }

const wanted: fc.Arbitrary<Wanted> = fc.letrec<{ leaf: Wanted; tree: Wanted }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...PUBLISHERS.filter((one) => one !== null)).map((value): Wanted => ({ filter: { op: '=', field: 'publisher', value }, holds: (one) => one.publisher === value })),
    fc.subarray([...TAGS]).map((values): Wanted => ({ filter: { op: 'in', field: 'tags', values }, holds: (one) => one.tags.some((tag) => (values as string[]).includes(tag)) })),
    fc.integer({ min: 0, max: 6 }).map((value): Wanted => ({ filter: { op: '>', field: 'wordCount', value }, holds: (one) => one.wordCount > value })),
    fc.constant<Wanted>({ filter: { op: 'is-null', field: 'publisher' }, holds: (one) => one.publisher === null }),
  ),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    tie('tree').map(({ filter, holds }): Wanted => ({ filter: { op: 'not', of: filter }, holds: (one) => !holds(one) })),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]): Wanted => ({ filter: { op: 'and', of: [left.filter, right.filter] }, holds: (one) => left.holds(one) && right.holds(one) })),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]): Wanted => ({ filter: { op: 'or', of: [left.filter, right.filter] }, holds: (one) => left.holds(one) || right.holds(one) })),
  ),
})).tree

function countBy(found: readonly EngineRecord[], values: (one: EngineRecord) => readonly (string | number)[], folded: boolean): Record<string, number> {
  const groups = new Map<string, Set<string>>()
  for (const one of found) {
    for (const value of values(one)) groups.set(String(value), (groups.get(String(value)) ?? new Set()).add(folded ? one.clusterId : one.id))
  }
  return Object.fromEntries([...groups].map(([value, set]) => [value, set.size]))
}

test('totals and facets are what a count by hand gives', async () => {
  const facets: readonly FilterableField[] = ['publisher', 'tags', 'wordCount']
  const asked = fc.record({ words: fc.subarray([...WORDS]), match: fc.constantFrom('any' as const, 'all' as const), wanted, folded: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(asked, async ({ words, match, wanted: { filter, holds }, folded }) => {
      const answer = await engine.search(question(`${words.join(' ')} `, { match, filter, facets, limit: 5, typos: false, ...(folded ? { distinct: 'clusterId' as const } : {}) }))
      const held = (one: EngineRecord): readonly boolean[] => words.map((word) => one.body.split(' ').includes(word))
      const found = ARTICLES.filter((one) => holds(one) && (words.length === 0 || (match === 'any' ? held(one).some(Boolean) : held(one).every(Boolean))))
      expect(answer.totalFolded).toBe(found.length)
      expect(answer.total).toBe(folded ? new Set(found.map((one) => one.clusterId)).size : found.length)
      expect(answer.facets['publisher']).toEqual(countBy(found, (one) => (one.publisher === null ? [] : [one.publisher]), folded))
      expect(answer.facets['tags']).toEqual(countBy(found, (one) => one.tags, folded))
      expect(answer.facets['wordCount']).toEqual(countBy(found, (one) => [one.wordCount], folded))
    }),
    { numRuns: 300 },
  )
})

test('each hit says how many are folded under it', async () => {
  const answer = await engine.search(question('gull tide mast rope quay buoy ', { distinct: 'clusterId', limit: 50 }))
  expect(answer.hits.reduce((sum, hit) => sum + hit.folded, 0)).toBe(ARTICLES.length)
})
