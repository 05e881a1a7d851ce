// Does the reading come out as a person said, and is still nothing lost or told twice? Under any corrections whatever.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctDraft, correctUnits } from '../../src/correct/correct.ts'
import type { Corrections } from '../../src/domain/correction.ts'
import { textPage } from '../../src/extract/text.ts'
import { readPage } from '../../src/reading/read.ts'
import { splitPage } from '../../src/split/split.ts'

const NOTE = { name: 'parish.txt', note: { tags: [] }, detailed: true }
const NONE: Corrections = { marks: [], values: [] }

const FIRST = 'Ferry to run again on Monday\n\nThe ferry over the lower reach runs again from Monday, the harbour office told the parish on Friday.\n\nIts pilot was asked to stay until the summer and has agreed to it.'
const SECOND = 'Lamp posts to be painted green\n\nThe lamp posts along the mill road are to be painted before the summer fair, as the parish had long wished.'
const BOTH = `${FIRST}\n\nSubscribe to our letter\n\n${SECOND}`

function read(text: string, corrections?: Partial<Corrections>) {
  return readPage(textPage(text), 0, { ...NOTE, ...(corrections && { corrections: { ...NONE, ...corrections } }) })
}

describe('corrections', () => {
  it('draw borders where nobody saw any, and take borders away', () => {
    const at = BOTH.indexOf('Lamp posts')
    const two = read(BOTH, { starts: [0, at] })
    expect(two.articles.map(({ draft }) => draft.headline)).toEqual(['Ferry to run again on Monday', 'Lamp posts to be painted green'])
    expect(two.borders).toMatchObject([{ at: 0, hints: ['editor'], confidence: 'high' }, { at, confidence: 'high' }])
    expect(read(BOTH, { starts: [0] }).articles).toHaveLength(1)
  })

  it('cut a block in two where the border stands inside of it', () => {
    const glued = `${FIRST} ${SECOND}`
    const { articles } = read(glued, { starts: [0, glued.indexOf('Lamp posts')] })
    expect(articles[0]?.draft.body).toMatch(/agreed to it\.$/)
    expect(articles[1]?.draft.headline).toBe('Lamp posts to be painted green')
  })

  it('take a line out as furniture, and furniture back in as text', () => {
    const words = 'Its pilot was asked to stay until the summer and has agreed to it.'
    const begin = BOTH.indexOf(words)
    const out = read(BOTH, { marks: [{ span: { begin, end: begin + words.length }, is: 'furniture' }] })
    expect(out.furniture).toContainEqual({ span: { begin, end: begin + words.length }, text: words, reason: 'editor' })
    expect(out.articles[0]?.draft.body).not.toContain('pilot')
    const plea = out.furniture.find(({ text }) => text.startsWith('Subscribe'))
    const back = read(BOTH, { marks: [{ span: plea?.span ?? { begin: 0, end: 0 }, is: 'text' }] })
    expect(back.articles[0]?.draft.body).toContain('Subscribe to our letter')
    expect(back.lines?.find(({ text }) => text.startsWith('Subscribe'))?.as).toBe('body')
  })

  it('keep a headline in the body, or a paragraph out of it, where somebody says so', () => {
    const line = { begin: 0, end: 'Ferry to run again on Monday'.length }
    const text = read(FIRST, { marks: [{ span: line, is: 'text' }] }).articles[0]?.draft
    expect(text?.body.startsWith('Ferry to run again on Monday')).toBe(true)
    const begin = FIRST.indexOf('Its pilot')
    const heading = read(FIRST, { marks: [{ span: { begin, end: FIRST.length }, is: 'heading' }] }).articles[0]?.draft
    expect(heading?.body).not.toContain('pilot')
    expect(heading?.headingSpans).toContainEqual({ begin, end: FIRST.length })
  })

  it('put values in with the person as their ground, and take optional ones away', () => {
    const [article] = read(FIRST, { values: [{ at: 40, fields: { headline: 'Ferry runs', byline: ['Ada Invented'], publisher: 'The Reach' } }] }).articles
    expect(article?.draft).toMatchObject({ headline: 'Ferry runs', byline: ['Ada Invented'], publisher: 'The Reach' })
    expect(article?.draft.grounds).toContainEqual({ field: 'headline', source: 'editor', words: 'Ferry runs' })
    expect(article?.draft.grounds.filter(({ field }) => field === 'headline')).toHaveLength(1)
    const bare = correctDraft({ ...must(article).draft, dek: 'Above' }, 0, FIRST.length, { ...NONE, values: [{ at: 0, fields: { dek: '', publisher: '' } }] })
    expect('dek' in bare || 'publisher' in bare).toBe(false)
  })

  it('make no article of a part that is furniture throughout', () => {
    const at = BOTH.indexOf('Lamp posts')
    const { articles, furniture } = read(BOTH, { starts: [0, at], marks: [{ span: { begin: 0, end: at }, is: 'furniture' }] })
    expect(articles.map(({ draft }) => draft.headline)).toEqual(['Lamp posts to be painted green'])
    expect(furniture.length).toBeGreaterThanOrEqual(4)
  })

  it('change nothing where there are none', () => {
    const page = textPage(BOTH)
    const units = splitPage(page)
    expect(correctUnits(page, units, NONE)).toBe(units)
  })
})

describe('under any corrections', () => {
  const place = fc.integer({ min: -5, max: BOTH.length + 5 })
  const given = fc.record({
    starts: fc.option(fc.array(place, { maxLength: 6 }), { nil: undefined }),
    marks: fc.array(fc.record({ span: fc.tuple(place, place).map(([one, other]) => ({ begin: Math.min(one, other), end: Math.max(one, other) })), is: fc.constantFrom('furniture' as const, 'text' as const, 'heading' as const) }), { maxLength: 6 }),
  })

  it('all of the text is body, heading or furniture, and none of it twice', () => {
    fc.assert(fc.property(given, ({ starts, marks }) => {
      const { articles, furniture, lines } = read(BOTH, { marks, ...(starts && { starts }) })
      const spans = [...articles.flatMap(({ draft }) => [...draft.bodySpans, ...draft.headingSpans]), ...furniture.map(({ span }) => span)]
      const told = [...spans].sort((one, other) => one.begin - other.begin)
      let end = 0
      for (const span of told) {
        expect(BOTH.slice(end, Math.max(end, span.begin)).trim()).toBe('')
        expect(span.begin).toBeGreaterThanOrEqual(end)
        end = span.end
      }
      expect(BOTH.slice(end).trim()).toBe('')
      expect(lines?.map(({ span }) => span)).toEqual(told)
    }), { numRuns: 300 })
  })
})

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing')
  return value
}
