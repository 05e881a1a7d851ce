// The contract's part on pages to the very end: what is counted can be reached, once, however the question is answered.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EngineQuery, SearchEngine } from '../../src/engine/port.ts'
import type { Opener } from './contract.ts'
import { question, record } from './records.ts'

/** More than any engine weighs by itself. */
const ARTICLES = 1_800
const PER_PAGE = 150
const WORDS = ['gull', 'quay', 'ferry', 'harbour', 'lantern', 'winter']
/** More words that begin alike than are tried one by one, and their beginning itself. */
const BEGUN = ['mar', ...Array.from({ length: 30 }, (_, at) => `mar${String.fromCharCode(97 + (at % 26))}${at > 25 ? 'o' : 'i'}n`)]

export function describeEveryPage(open: Opener): void {
  describe('asked for page after page', () => {
    let opened: Awaited<ReturnType<Opener>>
    beforeAll(async () => {
      opened = await open()
      const records = Array.from({ length: ARTICLES }, (_, at) => {
        const words = WORDS.filter((_word, number) => (at >> number) % 2 === 1 || number === at % WORDS.length)
        return record(`p${at}`, `Number ${at}`, `${words.join(' ')} and ${BEGUN[at % BEGUN.length]}`, { clusterId: `c${at >> 1}`, clusterSize: 2, publishedAtUnix: 1_700_000_000 + (at % 700) })
      })
      for (let at = 0; at < ARTICLES; at += 600) await opened.engine.apply(records.slice(at, at + 600), [])
    }, 120_000)
    afterAll(() => opened.discard())

    const walk = async (engine: SearchEngine, text: string, more: Partial<EngineQuery>): Promise<void> => {
      const ids: string[] = []
      let total = 0
      for (let offset = 0; offset <= total; offset += PER_PAGE) {
        const answer = await engine.search(question(text, { ...more, offset, limit: PER_PAGE, snippetWords: 0 }))
        expect(answer.exact).toBe(true)
        total = answer.total
        ids.push(...answer.hits.map((hit) => hit.id))
      }
      expect(new Set(ids).size, 'no article twice').toBe(ids.length)
      expect(ids, 'all that were counted').toHaveLength(total)
    }

    test.each<[string, string, Partial<EngineQuery>]>([
      ['a sentence', WORDS.join(' '), {}],
      ['a sentence, folded', WORDS.join(' '), { distinct: 'clusterId' }],
      ['a sentence, filtered', WORDS.join(' '), { filter: { op: '>=', field: 'publishedAtUnix', value: 1_700_000_100 } }],
      ['two keywords', 'gull lantern', {}],
      ['two keywords, folded', 'gull lantern', { distinct: 'clusterId' }],
      ['an unfinished word', 'gull mar', {}],
      ['an unfinished word that is not held', 'gull marb', {}],
      ['an order by date', 'gull', { sort: [{ field: 'publishedAtUnix', order: 'desc' }], distinct: 'clusterId' }],
      ['no words at all', '', {}],
    ])('shows every article once that %s finds', { timeout: 60_000 }, async (_what, text, more) => {
      await walk(opened.engine, text, more)
    })
  })
}
