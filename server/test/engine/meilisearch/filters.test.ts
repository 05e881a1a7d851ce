// Is a value of a filter ever read as syntax? Asked of a real engine with more than a thousand hostile strings, each of
// which some article holds: a filter must find that article and no other.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filter } from '../../../src/domain/filter.ts'
import { filterText } from '../../../src/engine/meilisearch/filter-text.ts'
import { openMeilisearch } from '../../../src/engine/meilisearch/meilisearch.ts'
import type { SearchEngine } from '../../../src/engine/port.ts'
import { question, record } from '../records.ts'
import { noteInMemory, serving } from '../serving.ts'
import { available, NO_MEILISEARCH, type Running, runningMeilisearch } from './running.ts'

const PIECES = ['"', '\\', "'", '\\"', ' OR ', ' AND ', ' NOT ', '(', ')', '[', ']', ',', '=', '!=', ' IN ', ' TO ', ' EXISTS', ' IS NULL', 'publisher', 'a', '0', ' ', '\n', '\t', '\u0000', '{', '}', '`', '$', '_geoRadius(1,2,3)', 'é', '港', '\uD83D\uDE00', '--', '*']
const HOSTILE = 1_200

const strings = fc.sample(fc.oneof(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 10 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', minLength: 1, maxLength: 30 })), { numRuns: HOSTILE, seed: 7 })
/** Values are told apart without case and compatibility forms, and the engine drops white space around them. */
const same = (value: string): string => value.toWellFormed().normalize('NFKD').toLowerCase().trim()

test('a filter of too many terms is refused, one of many alternatives is not', () => {
  const terms = (count: number): Filter => ({ op: 'or', of: Array.from({ length: count }, (_, at) => ({ op: '=', field: 'publisher', value: `P${at}` }) as const) })
  expect(() => filterText(terms(201))).toThrow(/200/)
  expect(filterText(terms(200)).length).toBeGreaterThan(200)
})

describe.runIf(available)('with a Meilisearch', () => {
  let running: Running
  let engine: SearchEngine
  const holders = new Map<string, string[]>()
  beforeAll(async () => {
    running = await runningMeilisearch()
    engine = await serving(await openMeilisearch({ ...running, note: noteInMemory(), prefix: `test_${randomBytes(6).toString('hex')}_` }))
    const long = 'x'.repeat(600)
    const records = [...strings, `${long}a`, `${long}b`].map((publisher, at) => record(`h${at}`, `Number ${at}`, 'Said.', { publisher }))
    for (const { id, publisher } of records) holders.set(same(publisher ?? ''), [...(holders.get(same(publisher ?? '')) ?? []), id])
    for (let at = 0; at < records.length; at += 500) await engine.apply(records.slice(at, at + 500), [])
  })
  afterAll(async () => {
    await engine.close()
    await running.stop()
  })
  const ids = async (filter: Filter, limit = 50): Promise<string[]> => (await engine.search(question('', { filter, limit, snippetWords: 0 }))).hits.map((hit) => hit.id).sort()

  test(`finds exactly the articles that hold a value, for ${HOSTILE} hostile values`, { timeout: 60_000 }, async () => {
    const wrong: string[] = []
    const check = async (value: string): Promise<void> => {
      const found = await ids({ op: '=', field: 'publisher', value })
      if (found.join(' ') !== [...(holders.get(same(value)) ?? [])].sort().slice(0, 50).join(' ')) wrong.push(JSON.stringify(value))
    }
    for (let at = 0; at < strings.length; at += 8) await Promise.all(strings.slice(at, at + 8).map(check))
    expect(wrong).toEqual([])
  })

  test('tells long values apart that the engine itself takes for one', async () => {
    expect(await ids({ op: '=', field: 'publisher', value: `${'x'.repeat(600)}b` })).toEqual([`h${HOSTILE + 1}`])
    expect(await ids({ op: 'in', field: 'publisher', values: [`${'X'.repeat(600)}a`, 'nobody'] })).toEqual([`h${HOSTILE}`])
  })

  test('takes two hundred alternatives and deep nesting', async () => {
    const many: Filter = { op: 'or', of: Array.from({ length: 200 }, (_, at) => ({ op: '=', field: 'id', value: `h${at}` }) as const) }
    expect(await ids(many, 300)).toHaveLength(200)
    let deep: Filter = { op: '=', field: 'id', value: 'h1' }
    for (let at = 0; at < 20; at += 1) deep = { op: at % 2 === 0 ? 'and' : 'or', of: [deep, { op: '=', field: 'id', value: at % 2 === 0 ? 'h1' : 'h2' }] }
    expect(await ids(deep)).toEqual(['h1', 'h2'])
  })
})

test('finds a Meilisearch for hostile filters', (ctx) => {
  ctx.skip(!available, NO_MEILISEARCH)
})
