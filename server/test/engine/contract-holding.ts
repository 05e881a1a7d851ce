// The contract's part on what an engine holds: writing, replacing, removing, inventory, identity.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchEngine } from '../../src/engine/port.ts'
import type { Opener } from './contract.ts'
import { question, record, WEEK } from './records.ts'

export function describeHolding(open: Opener): void {
  describe('holding articles', () => {
    let opened: Awaited<ReturnType<Opener>>
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.discard())
    const engine = (): SearchEngine => opened.engine
    const find = async (text: string): Promise<string[]> => (await engine().search(question(text, { typos: false }))).hits.map((hit) => hit.id)

    test('finds a record as soon as it is applied', async () => {
      expect(await engine().apply([record('b1', 'Lighthouse painted', 'It is white again.')], [])).toEqual([{ id: 'b1', ok: true }])
      expect(await find('lighthouse')).toEqual(['b1'])
    })

    test('replaces a record whole', async () => {
      await engine().apply([record('b1', 'Lighthouse painted', 'It is crimson now.', { revision: 2, publisher: 'Skerry Post' })], [])
      expect(await find('white')).toEqual([])
      expect(await find('crimson')).toEqual(['b1'])
      const filtered = await engine().search(question('', { filter: { op: '=', field: 'publisher', value: 'Skerry Post' } }))
      expect(filtered.total).toBe(1)
    })

    test('takes new fields where the text is the same', async () => {
      await engine().apply([record('b1', 'Lighthouse painted', 'It is crimson now.', { revision: 3, publisher: 'Tern Gazette', clusterId: 'other' })], [])
      const answer = await engine().search(question('crimson', { facets: ['publisher', 'clusterId'] }))
      expect(answer.facets).toEqual({ publisher: { 'Tern Gazette': 1 }, clusterId: { other: 1 } })
    })

    test('removes a record, and one that it never had', async () => {
      await engine().apply([record('b2', 'Lighthouse for sale', 'Nobody wants it.')], [])
      expect((await engine().apply([], ['b1', 'never-there'])).every((one) => one.ok)).toBe(true)
      expect(await find('lighthouse')).toEqual(['b2'])
      expect((await engine().state()).articles).toBe(1)
    })

    test('finds the last word of a text of 200,000 words', { timeout: 90_000 }, async () => {
      const words = Array.from({ length: 200_000 }, (_, at) => `word${at % 5000}`)
      await engine().apply([record('long', 'A very long report', `${words.join(' ')} zzyzx`)], [])
      const answer = await engine().search(question('zzyzx'))
      expect(answer.hits.map((hit) => hit.id)).toEqual(['long'])
      expect(answer.hits[0]?.snippet).toContain('zzyzx')
      await engine().apply([], ['long'])
    })

    test('names every article that it holds, with its revision', async () => {
      await engine().apply(WEEK, ['b2'])
      const held: string[] = []
      for await (const one of engine().inventory()) held.push(`${one.id}@${one.revision}`)
      expect(held.sort()).toEqual(WEEK.map((one) => `${one.id}@1`))
    })

    test('builds a new generation beside the one that serves, and gives the same answers before, meanwhile and after', async () => {
      const before = await engine().identity()
      const answers = async () => JSON.stringify(await Promise.all(['ferry winter', 'harbour', '"harbour board"', 'gulls'].map(async (text) => (await engine().search(question(text))).hits)))
      const first = await answers()
      await engine().renew()
      await engine().renew()
      const [old, next, ...others] = await engine().generations()
      expect([old?.serving, next?.serving, others]).toEqual([true, false, []])
      expect([await engine().identity(), await old?.identity()]).toEqual([before, before])
      const identity = (await next?.identity()) ?? ''
      expect((await engine().state()).building).toBe(identity)
      await next?.apply(WEEK.slice(0, 3), [])
      expect(await answers()).toBe(first)
      await next?.apply(WEEK.slice(3), [])
      await engine().promote('another generation')
      expect(await engine().identity()).toBe(before)
      await engine().promote(identity)
      expect(await engine().identity()).toBe(identity)
      expect(await answers()).toBe(first)
      expect((await engine().state()).building).toBeUndefined()
      expect((await engine().generations()).map((one) => one.serving)).toEqual([true])
      // What is written now is found: the writer moved on too.
      await (await engine().generations())[0]?.apply([record('late', 'A heron at the harbour', 'It stood there all day.')], [])
      expect(await find('heron')).toEqual(['late'])
    })
  })
}
