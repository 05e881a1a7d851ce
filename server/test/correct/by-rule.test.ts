// Does a rule cut where its line stands, in the files of its source alone, and make no article of nothing?
import { describe, expect, it } from 'vitest'
import { type NewSplitRule, type SplitRule, splitRuleFault } from '../../src/domain/split-rule.ts'
import { textPage } from '../../src/extract/text.ts'
import { readPage } from '../../src/reading/read.ts'

const FERRY = 'Ferry to run again on Monday\n\nThe ferry over the lower reach runs again from Monday, the harbour office told the parish on Friday.'
const LAMPS = 'Lamp posts to be painted green\n\nThe lamp posts along the mill road are to be painted before the summer fair, as the parish had long wished.'
const CHOIR = 'Choir wins silver in Tarnbeck\n\nThe valley choir came second at the spring festival in Tarnbeck, its best place in nineteen years of singing.'

const HEADLINES = ['Ferry to run again on Monday', 'Lamp posts to be painted green', 'Choir wins silver in Tarnbeck']

function headlines(text: string, rule: Partial<SplitRule>, name = 'parish-12.txt', publisher?: string) {
  const splitRules = [{ id: '1', by: 'Ana', cut: 'after' as const, files: 'parish-*.txt', ...rule }]
  return readPage(textPage(text), 0, { name, note: { tags: [], ...(publisher !== undefined && { publisher }) }, splitRules, detailed: true })
}
const told = (read: ReturnType<typeof headlines>) => read.articles.map(({ draft }) => draft.headline)

describe('a rule on cutting', () => {
  it('ends an article after its line, be it a block of its own or the last line of one, and says so of the border', () => {
    const read = headlines(`${FERRY}\nback to the top\n\n${LAMPS}\n\nBack to the top\n\n${CHOIR}\n\nBack to the top\n\nParish office, Mill Road 4`, { line: 'back to the top' })
    expect(told(read)).toEqual(HEADLINES)
    expect(read.borders?.[1]).toMatchObject({ hints: ['rule', 'after each line ‘back to the top’, by Ana'], confidence: 'high' })
    expect(read.articles.map(({ draft }) => draft.body).join()).not.toContain('Mill Road 4, ')
  })

  it('begins one before its line, and takes the head of the digest for no article', () => {
    expect(told(headlines(`What the parish read\n\nItem 1 of 2\n\n${FERRY}\n\nItem 2 of 2\n\n${LAMPS}`, { cut: 'before', line: 'Item * of *' }))).toHaveLength(2)
  })

  it('keeps a file in one piece where it says so', () => {
    const { line: _none, ...whole } = { line: '', cut: 'nowhere' as const }
    expect(told(headlines(`${FERRY}\n\n-----\n\n${LAMPS}\n\n-----\n\n${CHOIR}`, whole))).toHaveLength(1)
  })

  it('holds for no other file or publisher, and where its line does not stand', () => {
    const text = `${FERRY}\n\nback to the top\n\n${LAMPS}\n\nback to the top`
    const cut = (...given: [Partial<SplitRule>, string?, string?]) => headlines(text, ...given).borders?.some(({ hints }) => hints.includes('rule'))
    const line = 'back to the top'
    expect([cut({ line }), cut({ line }, 'other.txt'), cut({ line: 'no such line' })]).toEqual([true, false, false])
    expect([cut({ line, publisher: 'The Post' }), cut({ line, publisher: 'The Post' }, 'parish-1.txt', 'the post')]).toEqual([false, true])
  })

  it.each<[NewSplitRule, string | undefined]>([
    [{ cut: 'after', line: 'read more', files: 'digest*' }, undefined], [{ cut: 'after', line: '---', publisher: 'The Post' }, undefined], [{ cut: 'nowhere', publisher: 'The Post' }, undefined],
    [{ cut: 'after', line: 'read more' }, 'files'], [{ cut: 'after', files: 'digest*' }, 'line'], [{ cut: 'before', line: '* *', files: 'digest*' }, 'line'], [{ cut: 'nowhere', line: 'read more', files: 'digest*' }, 'line'], [{ cut: 'nowhere', files: '*' }, 'files'],
  ])('is made of %j: fault in %j', (rule, part) => {
    expect(splitRuleFault(rule)?.part).toBe(part)
  })
})
