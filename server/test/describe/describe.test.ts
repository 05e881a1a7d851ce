// Does an article's own word on itself come out, and nothing else?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleDraft } from '../../src/domain/article.ts'
import { describeUnit } from '../../src/describe/describe.ts'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'
import { inventItems } from '../split/digests.ts'

const BODY = inventItems(1)[0]?.body ?? ''

function read(text: string): ArticleDraft {
  const page = textPage(text)
  const article = describeUnit(page, { blocks: page.blocks, hints: [] }, { tags: [] }).article
  if (article === undefined) throw new Error('no article')
  return article
}

describe('the head of an article', () => {
  it('reads headline, dek, byline and date past a share bar, a caption and advertisements', () => {
    const article = read(`Harbour Storm\nUpdates Photos What We Know The Victims\nAdvertisement\nSKIP ADVERTISEMENT\nCouncil Votes to Rebuild the Pier of Velmouth\nThe work will cost more than the town has. It begins in spring.\nShare full article\nThe pier in 2018.Credit...Ivo Santer for The Velmouth Times\nBy Nell Harrow\nMarch 24, 2019\n${BODY}`)
    expect(article).toMatchObject({
      headline: 'Council Votes to Rebuild the Pier of Velmouth',
      dek: 'The work will cost more than the town has. It begins in spring.',
      byline: ['Nell Harrow'],
      publishedAt: '2019-03-24T00:00:00.000Z',
      publisher: 'The Velmouth Times',
      body: BODY,
    })
  })

  it('ties a day to the words of its line, not to the moment that was made of them', () => {
    const { grounds } = read(`Council votes to rebuild the pier\n\nBy Nell Harrow\n\nMarch 24, 2019\n\n${BODY}`)
    expect(grounds.find((ground) => ground.field === 'publishedAt')?.words).toBe('March 24, 2019')
  })

  it('takes a masthead over the headline for the publisher', () => {
    expect(read(`Velmouth Islander\n\nCouncil votes to rebuild the pier at last\n\n- By Nell Harrow\n\n${BODY}`)).toMatchObject({ publisher: 'Velmouth Islander', headline: 'Council votes to rebuild the pier at last', byline: ['Nell Harrow'] })
  })

  it('reads a role with its outlet under the byline', () => {
    expect(read(`What is known of the storm?\n\nBy Nell Harrow\n\nBBC coast correspondent\n\nMarch 25, 2019\n\n${BODY}`)).toMatchObject({ byline: ['Nell Harrow'], publisher: 'BBC', body: BODY })
  })

  const bylines: readonly (readonly [string, readonly string[]])[] = [
    ['BY NELL HARROW', ['Nell Harrow']], ['By Nell Harrow and Ivo Santer', ['Nell Harrow', 'Ivo Santer']], ['By Nell Harrow, Ivo Santer and Mara Quill', ['Nell Harrow', 'Ivo Santer', 'Mara Quill']],
    ['Von Nell Harrow und Ivo Santer', ['Nell Harrow', 'Ivo Santer']], ['Par Nell Harrow', ['Nell Harrow']], ['Por Nell Harrow y Ivo Santer', ['Nell Harrow', 'Ivo Santer']], ['Door Nell van Harrow', ['Nell van Harrow']],
    ['By Nell Harrow, Staff Writer', ['Nell Harrow']], ['By Nell Harrow (nell@example.org)', ['Nell Harrow']], ['By Nell Harrow @nellharrow', ['Nell Harrow']], ['By NELL HARROW for The Gazette', ['Nell Harrow']],
  ]
  for (const [line, names] of bylines) {
    it(`reads “${line}”`, () => expect(read(`Council Votes on the Pier at Last\n\n${line}\n\n${BODY}`).byline).toEqual(names))
  }

  const datelines: readonly (readonly [string, string, string | undefined])[] = [
    ['VELMOUTH, Norland (AP) — ', 'VELMOUTH, Norland (AP)', 'AP'], ['VELMOUTH, March 24 (Reuters) - ', 'VELMOUTH, March 24 (Reuters)', 'Reuters'],
    ['Velmouth, 3. März (dpa) – ', 'Velmouth, 3. März (dpa)', 'dpa'], ['VELMOUTH — ', 'VELMOUTH', undefined],
  ]
  for (const [words, dateline, publisher] of datelines) {
    it(`reads the dateline “${words}”`, () => {
      const article = read(`Council Votes on the Pier at Last\n\n${words}${BODY}`)
      expect([article.dateline, article.publisher]).toEqual([dateline, publisher])
    })
  }

  const dates: readonly (readonly [string, string])[] = [
    ['March 24, 2019', '2019-03-24'], ['24 March 2019', '2019-03-24'], ['Published: Sunday, March 24, 2019 at 10:30 am', '2019-03-24'], ['2019-03-24', '2019-03-24'], ['24.03.2019', '2019-03-24'],
  ]
  for (const [line, day] of dates) {
    it(`reads the day of “${line}”`, () => expect(read(`Council Votes on the Pier at Last\n\n${line}\n\n${BODY}`).publishedAt?.slice(0, 10)).toBe(day))
  }

  it('takes no date from a bare weekday', () => expect(read(`Council Votes on the Pier\n\nTuesday\n\n${BODY}`).publishedAt).toBeUndefined())

  it('lets a text without a headline begin with its first words, once', () => {
    const article = read(BODY)
    expect(article.issues.map((issue) => issue.code)).toContain('no-headline')
    expect(article.body).toBe(BODY)
    expect(article.headline.startsWith('Residents of Velmouth')).toBe(true)
  })
})

describe('the end of an article', () => {
  it('takes an author’s note for furniture, but not a quoted person', () => {
    expect(read(`Council Votes on the Pier\n\n${BODY}\n\nNell Harrow is the coast correspondent for The Gazette.`)).toMatchObject({ body: BODY, publisher: 'The Gazette' })
    const quoted = 'Ivo Santer is a professor at the observatory and an adviser of the council.'
    expect(read(`Council Votes on the Pier\n\n“It will hold,” Ivo Santer said.\n\n${BODY}\n\n${quoted}`).body).toContain(quoted)
  })

  it('keeps a short closing sentence and a closing quotation', () => {
    expect(read(`Council Votes on the Pier\n\n${BODY}\n\nNobody clapped.`).body.endsWith('Nobody clapped.')).toBe(true)
    expect(read(`Council Votes on the Pier\n\n${BODY}\n\n“We Shall See”`).body.endsWith('“We Shall See”')).toBe(true)
  })

  it('calls a text incomplete where a paywall ends it or it stops inside a sentence', () => {
    expect(read(`Council Votes on the Pier\n\n${BODY}\n\nSubscribe to The Gazette to go on reading without a limit.`).completeness).toBe('incomplete')
    expect(read(`Council Votes on the Pier\n\n${BODY}\n\nThe treasurer, who had come with four boxes of papers, then said that the…`).completeness).toBe('incomplete')
    expect(read(`Council Votes on the Pier\n\n${BODY}`).completeness).toBe('complete')
  })
})

describe('laws', () => {
  const lines = fc.array(fc.oneof(fc.constantFrom('By Nell Harrow', 'March 3, 2019', '', '---', 'read more', 'Council Votes on the Pier', 'By', 'Velmouth Gazette', 'SOURCE: VELMOUTH RADIO', '(end)', 'Nell Harrow is a reporter with the Velmouth Gazette.', 'READ: The Pier', 'VELMOUTH (AP) — The council voted on the pier and went home.', 'HEADLINE: The Pier', 'Subject: The Pier', BODY), fc.string({ maxLength: 60 })), { maxLength: 30 })

  it('marks every word as heading, body or furniture, and none twice', () => {
    fc.assert(fc.property(lines, (parts) => {
      const page = textPage(parts.join('\n'))
      const described = splitPage(page).map((unit) => describeUnit(page, unit, { tags: [] }))
      const spans = described.flatMap(({ article, furniture }) => [...(article?.bodySpans ?? []), ...(article?.headingSpans ?? []), ...furniture.map((one) => one.span)])
      const ordered = spans.toSorted((left, right) => left.begin - right.begin)
      let end = 0
      for (const span of ordered) {
        expect(span.begin).toBeGreaterThanOrEqual(end)
        expect(page.text.slice(end, span.begin).trim()).toBe('')
        end = span.end
      }
      expect(page.text.slice(end).trim()).toBe('')
      for (const { article } of described) if (article !== undefined) expect(article.body).not.toBe('')
    }), { numRuns: 120 })
  })
})
