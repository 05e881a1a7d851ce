// Is a story told from the page around it, where a scraper left nothing but lines?
import { describe, expect, it } from 'vitest'
import type { ArticleDraft } from '../../src/domain/article.ts'
import { describeUnit } from '../../src/describe/describe.ts'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'

const STORY = [
  'The council of Brackwater voted on Tuesday to close the old ferry terminal and to move all crossings to the new pier.',
  'Nine members voted for the plan and four against. The terminal had become too costly to repair, said the deputy mayor.',
  'The new pier will take its first passengers on 3 May, and fares will stay as they are until the end of the year.',
]

function read(text: string): ArticleDraft {
  const page = textPage(text)
  const articles = splitPage(page).flatMap((unit) => describeUnit(page, unit, { tags: [] }).article ?? [])
  expect(articles).toHaveLength(1)
  return articles[0] as ArticleDraft
}

describe('a page scraped to text', () => {
  const menu = ['Skip to main content', 'Print subscriptions', 'Search jobs', 'The Brackwater Herald home', 'News', 'Opinion', 'Sport', 'Culture']
  const head = ['Brackwater closes old ferry terminal after years of quarrels', 'Opponents fear for the shops beside the river', 'Anna Keel', 'Wed 13 Mar 2024 09.14 GMT', 'Share on Facebook']
  const tail = ['Explore more on these topics', 'Ferries', 'Reuse this content', 'Grain store burns for a night', 'Five recipes for early rhubarb']

  it('gives up its menus and teasers, and keeps headline, dek, byline and day', () => {
    const article = read([...menu, ...head, ...STORY, ...tail].join('\n'))
    expect(article.headline).toBe(head[0])
    expect(article.dek).toBe(head[1])
    expect(article.byline).toEqual(['Anna Keel'])
    expect(article.publishedAt).toContain('2024-03-13')
    expect(article.body).toBe(STORY.join('\n\n'))
  })

  it('keeps another story above the headline, where it is nearly as long as the one below', () => {
    const above = STORY.map((line) => line.replaceAll('Brackwater', 'Ostermoor').replaceAll('ferry', 'tram'))
    const { body } = read([...menu, ...above, ...tail, ...menu, ...head, ...STORY, ...tail].join('\n'))
    for (const line of [...above, ...STORY]) expect(body).toContain(line)
  })

  it('goes on after a newsletter box in mid-story, and past the headlines of other stories', () => {
    const box = ['Sign up to First Light', 'Free daily newsletter', 'Enter your email address', 'Sign up', 'after newsletter promotion']
    const others = ['RELATED STORIES', 'Grain store burns for a night', 'Swans return to the upper lock']
    const article = read([...menu, ...head, STORY[0] ?? '', ...box, STORY[1] ?? '', ...others, STORY[2] ?? '', ...tail].join('\n'))
    expect(article.body).toBe(STORY.join('\n\n'))
  })

  it('takes neither a caption nor an entry of the list of parts for the headline', () => {
    const parts = ['Why the old ferry terminal at Brackwater is closed', 'When the new pier takes its first passengers']
    const caption = ['The old ferry terminal at Brackwater, which is to close', 'Photo: Jon Marl / Herald']
    const lines = [...menu, ...head, ...caption, ...parts, STORY[0] ?? '', parts[0] ?? '', STORY[1] ?? '', parts[1] ?? '', STORY[2] ?? '', ...tail]
    expect(read(lines.join('\n')).headline).toBe(head[0])
  })

  it('keeps the paragraphs above a sub-heading where there is no headline at all', () => {
    const told = ['in the spring', 'in the summer', 'in the autumn', 'at the turn of the year'].flatMap((when) => STORY.map((line) => `${line} So it was said ${when}.`))
    const essay = [...told.slice(0, 2), 'The costly ferry terminal of Brackwater', ...told.slice(2), 'Anna Keel is the editor of a quarterly on ports and rivers.', 'Comments are closed.', 'Exit mobile version', 'Grain store burns', 'Swans return', 'Early rhubarb', 'Rain expected']
    const article = read(essay.join('\n'))
    expect(article.body.startsWith(told[0] ?? '')).toBe(true)
    expect(article.issues.map((issue) => issue.code)).toContain('no-headline')
  })

  it('reads two names parted by a line, a name before its role, and a day that runs into its hour', () => {
    const signed = (...lines: readonly string[]): ArticleDraft => read([...menu, head[0] ?? '', ...lines, ...STORY, ...tail].join('\n'))
    expect(signed('By Anna Keel', 'and', 'Jon Marl', 'March 13, 20249:14 AM UTCUpdated 5 hours ago')).toMatchObject({ byline: ['Anna Keel', 'Jon Marl'], publishedAt: '2024-03-13T09:14:00.000Z' })
    expect(signed('Anna Keel North-west correspondent', 'Brackwater - 13 MAR 2024 - 05:40 CET')).toMatchObject({ byline: ['Anna Keel'], publishedAt: '2024-03-13T04:40:00.000Z' })
  })

  it('takes no headline out of the teasers above it', () => {
    const teasers = ['Grain store burns for a night', 'Calder wins order for four tankers', 'Swans return to the upper lock']
    expect(read([...menu, ...teasers, ...head, ...STORY].join('\n')).headline).toBe(head[0])
  })
})

describe('a text that is no page', () => {
  it('keeps the list of results under a report', () => {
    const results = ['Marl 2, Haldane 0', 'Brackwater 1, Salt Lane 1', 'Upper Marl 0, Quay Rovers 4', 'Northline 3, Calder 3', 'Pell 1, Roake 0']
    expect(read(['Quay Rovers climb to the top', ...STORY, ...results].join('\n\n')).body).toContain('Northline 3, Calder 3')
  })
})

describe('an export of a press database', () => {
  const factiva = (values: readonly (readonly [string, string])[]): string => values.map(([code, value]) => `${code}\n${value}`).join('\n\n')

  it('is read by its two-letter codes', () => {
    const article = read(factiva([['HD', 'Brackwater closes ferry terminal'], ['BY', 'By Anna Keel'], ['WC', '168 words'], ['PD', '13 March 2024'], ['SN', 'The Brackwater Herald'], ['LA', 'English'], ['LP', STORY[0] ?? ''], ['TD', STORY.slice(1).join('\n\n')], ['AN', 'Document BRACK00020240313ek3c00001']]))
    expect(article).toMatchObject({ headline: 'Brackwater closes ferry terminal', byline: ['Anna Keel'], publisher: 'The Brackwater Herald', body: STORY.join('\n\n') })
    expect(article.publishedAt).toContain('2024-03-13')
  })

  it('is read by its labels, the name turned round', () => {
    const article = read(['Brackwater closes ferry terminal', 'Author: Keel, Anna', 'Publication info: The Brackwater Herald ; Brackwater [Brackwater]. 13 Mar 2024: A.4.', `Full text: ${STORY.join('\n\n')}`, 'Copyright: Copyright Herald Media Group Mar 13, 2024'].join('\n\n'))
    expect(article).toMatchObject({ headline: 'Brackwater closes ferry terminal', byline: ['Anna Keel'], publisher: 'The Brackwater Herald', body: STORY.join('\n\n') })
    expect(article.publishedAt).toContain('2024-03-13')
  })
})

it('holds a story by nobody in particular to its outlet', () => {
  const article = read(['FIRE IN UPPER MARL', 'By Staff Writer, Marl Valley Post', ...STORY].join('\n\n'))
  expect(article).toMatchObject({ headline: 'FIRE IN UPPER MARL', byline: [], publisher: 'Marl Valley Post' })
})
