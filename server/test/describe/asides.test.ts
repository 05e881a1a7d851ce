// Do lines that lead to another story leave the body, and do a story's own words stay?
import { describe, expect, it } from 'vitest'
import { describeUnit } from '../../src/describe/describe.ts'
import type { Page } from '../../src/domain/page.ts'
import { htmlPage } from '../../src/extract/html.ts'
import { textPage } from '../../src/extract/text.ts'
import { inventItems } from '../split/digests.ts'

const PARAGRAPHS = inventItems(2).flatMap((item) => item.body.split('\n\n'))
const TITLE = 'Council Votes to Rebuild the Pier'

function bodyOf(page: Page): string {
  return describeUnit(page, { blocks: page.blocks, hints: [] }, { tags: [] }).article?.body ?? ''
}

const plain = (line: string): string => bodyOf(textPage([TITLE, 'By Nell Harrow', ...PARAGRAPHS.slice(0, 2), line, ...PARAGRAPHS.slice(2)].join('\n\n')))
const marked = (html: string): string => {
  const [first, second, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`)
  return bodyOf(htmlPage(`<html><body><article><h1>${TITLE}</h1>${first}${second}${html}${rest.join('')}</article></body></html>`))
}

describe('in mid-story', () => {
  it.each([
    'Read also: Ferry stops for the winter', 'RELATED: Ferry stops', 'MORE: How the ferry was lost', 'WATCH | Ferry stops in the storm', 'READ MORE – Ferry stops',
    '(Read more: Ferry stops)', '>> See also: the ferry', 'EDITOR’S PICK: Ferry stops', 'Lesen Sie auch: Die Fähre fällt aus', 'À lire aussi : le bac est à quai', 'Leggi anche: il traghetto',
  ])('“%s” is no part of the body', (line) => {
    expect(plain(line)).toBe(PARAGRAPHS.join('\n\n'))
  })

  it.each(['Opinion: the pier was never safe', 'More than a pier: what the council wants', '“Read: it is all in the report,” he said.', 'Watch the tide: it tells you more than the council does.'])('“%s” stays', (line) => {
    expect(plain(line)).toContain(line)
  })

  it('a paragraph that is one link to another story is none of the body, a linked heading stays', () => {
    expect(marked('<p><strong><a href="/x">Ferry to the islands stops for the winter</a></strong></p>')).not.toContain('Ferry')
    expect(marked('<h2><a href="/x">Ferry to the islands stops for the winter</a></h2>')).toContain('Ferry')
    expect(marked('<p>The <a href="/x">ferry to the islands</a> stops for the winter.</p>')).toContain('ferry')
  })
})
