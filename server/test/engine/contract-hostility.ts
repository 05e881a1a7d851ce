// The contract's part on hostile questions: every text is a question, none is syntax.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchEngine } from '../../src/engine/port.ts'
import { question } from './records.ts'

const NASTY = ['"', '\\', "'", ' OR ', ' AND ', ' NOT ', '(', ')', 'NEAR(', ' - ', '*', '^', ':', '{', '}', '+', ',', '\u0000', '\uE000', '%', '_', ';--', 'headline:', 'ferry', '\uD800', '港', '-"']

export function describeHostility(engine: () => SearchEngine): void {
  test('takes any characters as a question', async () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...NASTY), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
    )
    await fc.assert(
      fc.asyncProperty(text, async (asked) => {
        const answer = await engine().search(question(asked, { limit: 3 }))
        return answer.total >= answer.hits.length
      }),
      { numRuns: Number(process.env['HOSTILE_QUESTIONS'] ?? 1000) },
    )
  })

  test('takes any value in a filter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' })), async (value) => {
        const answer = await engine().search(question('', { filter: { op: '=', field: 'publisher', value } }))
        return answer.total === 0
      }),
      { numRuns: 200 },
    )
  })

  test('takes a pasted paragraph', async () => {
    const paragraph = `${'The harbour board said that nobody had asked for it, "and yet", they went on. '.repeat(40)} superlatives`
    const answer = await engine().search(question(paragraph))
    expect(answer.hits.length).toBeGreaterThan(1)
  })

  test('takes a question of one endless word', async () => {
    expect((await engine().search(question('x'.repeat(50_000)))).hits).toEqual([])
  })
}
