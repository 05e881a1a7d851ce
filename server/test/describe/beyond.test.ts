// Where does a story end that a paywall cuts, or that the links of its page follow?
import { describe, expect, it } from 'vitest'
import { describeUnit, type Described } from '../../src/describe/describe.ts'
import { textPage } from '../../src/extract/text.ts'
import { inventItems } from '../split/digests.ts'

const PARAGRAPHS = inventItems(2).flatMap((item) => item.body.split('\n\n'))
const HEAD = ['Council Votes to Rebuild the Pier of Velmouth', 'By Nell Harrow', ...PARAGRAPHS.slice(0, 2)]
const NOTICE = 'To continue reading, subscribe to the Gazette today'
const CUT = 'Whether the pier will look as it did before the great storm of last winter is'

function read(...lines: readonly string[]): Described {
  const page = textPage(lines.join('\n'))
  return describeUnit(page, { blocks: page.blocks, hints: [] }, { tags: [] })
}

const openings = (described: Described): readonly string[] => (described.article?.body ?? '').split('\n\n').map((text) => text.slice(0, 20))
const STORY = PARAGRAPHS.slice(0, 2).map((text) => text.slice(0, 20))

describe('beyond the end of a story', () => {
  it('what follows a paywall’s notice is furniture, and the story incomplete', () => {
    const described = read(...HEAD, NOTICE, 'Most read', 'Swans come back to the salt works', 'Tram 4 to stop on Sundays', 'Terms of use Privacy notice Cookie settings', '© 2019 Velmouth Gazette')
    expect(openings(described)).toEqual(STORY)
    expect(described.article?.completeness).toBe('incomplete')
    expect(described.furniture.map((one) => one.reason)).toEqual(['paywall', 'related-links', 'related-links', 'related-links', 'navigation', 'copyright'])
  })

  it('a teaser of another story is none of a story that stops inside a sentence', () => {
    const described = read(...HEAD, CUT, NOTICE, 'Swans come back', 'Fourteen swans were counted at the salt works on Sunday, more than ever before.')
    expect(openings(described)).toEqual([...STORY, CUT.slice(0, 20)])
    expect(described.article?.completeness).toBe('incomplete')
  })

  it('a plea to subscribe in mid-story ends nothing', () => {
    const described = read(...HEAD, NOTICE, ...PARAGRAPHS.slice(2))
    expect(openings(described)).toEqual(PARAGRAPHS.map((text) => text.slice(0, 20)))
    expect(described.article?.completeness).toBe('complete')
  })

  it('headlines under `Most read` are furniture, a story after them is not', () => {
    expect(openings(read(...HEAD, 'Most read', 'Swans come back to the salt works', 'Tram 4 to stop on Sundays'))).toEqual(STORY)
    expect(openings(read(...HEAD, 'Most read', 'Swans come back to the salt works', ...PARAGRAPHS.slice(2)))).toEqual(PARAGRAPHS.map((text) => text.slice(0, 20)))
  })
})
