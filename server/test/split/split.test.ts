// Are digests cut where one article ends and the next begins, in every layout that we have met?
import { describe, expect, it } from 'vitest'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'
import { inventItems, type Item } from './digests.ts'

type Layout = (items: readonly Item[]) => string

const day = (at: number): string => `March ${at + 1}, 2019`

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'headlines that close their items, with a link': (items) => items.map((item) => `${item.headline}\n\n${item.body}\n\n${item.headline}\nread more`).join('\n\n'),
  'headlines that close their items, without a link': (items) => items.map((item) => ` ${item.headline} \n\n${item.body}\n\n${item.headline}`).join('\n\n'),
  'rules between items': (items) => items.map((item) => `${item.headline}\n\n${item.body}`).join('\n\n----------\n\n'),
  'signs between signed items': (items) => items.map((item) => `${item.headline}\nBy ${item.author}\n\n${item.body}`).join('\n\n###\n\n'),
  'headline, byline and date': (items) => items.map((item, at) => `${item.headline}\n\nBy ${item.author}\n\n${day(at)}\n\n${item.body}`).join('\n\n'),
  'outlet and date on one line': (items) => items.map((item, at) => `${item.headline}\nThe Velmouth Gazette, ${day(at)}\n\n${item.body}`).join('\n\n'),
  'press database': (items) => items.map((item, at) => `${at + 1} of ${items.length} DOCUMENTS\n\nThe Velmouth Gazette\n\n${day(at)} Tuesday\n\n${item.headline}\n\nBYLINE: By ${item.author}\n\nSECTION: News; Pg. 4\n\nLENGTH: 96 words\n\n${item.body}\n\nLOAD-DATE: ${day(at)}\n\nCopyright 2019 The Velmouth Gazette\nAll Rights Reserved`).join('\n\n\n'),
  'ends of documents': (items) => items.map((item) => `${item.headline}\n\n${item.body}\n\nEnd of Document`).join('\n\n'),
  'agency bundle': (items) => items.map((item, at) => `${item.headline}\n\nVELMOUTH, March ${at + 1} (AP) — ${item.body}`).join('\n\n'),
  'mail heads': (items) => items.map((item, at) => `From: The Velmouth Gazette <news@example.org>\nDate: ${day(at)}\nSubject: ${item.headline}\n\n${item.body}`).join('\n\n'),
  'numbered with links': (items) => items.map((item, at) => `${at + 1}. ${item.headline}\n\n${item.body}\nRead more: https://gazette.example/${at}`).join('\n\n'),
  'numbered with sources': (items) => items.map((item, at) => `${at + 1}. ${item.headline}\n\n${item.body}\n\nSource: The Velmouth Gazette`).join('\n\n'),
  'links that name the headline': (items) => items.map((item) => `${item.headline}\n\n${item.body}\n\nRead more: ${item.headline}`).join('\n\n'),
  'headings of Markdown with outlet and date': (items) => items.map((item, at) => `## ${item.headline}\n\n*The Velmouth Gazette, ${day(at)}*\n\n${item.body}`).join('\n\n'),
}

// What stands before the first item is no article.
const INTRODUCED: Readonly<Record<string, Layout>> = {
  'outlets over headlines between signs': (items) => `PRESS REVIEW, 4 MARCH 2019\n\n* * *\n\n${items.map((item) => `The Velmouth Gazette\n${item.headline}\n\n${item.body}`).join('\n\n* * *\n\n')}`,
  'an export with a cover sheet': (items) => `Job Number: 4\nDocuments (${items.length})\n\n${items.map((item, at) => `${at + 1}. ${item.headline}\nSearch Type: Natural Language`).join('\n\n')}\n\n${items.map((item) => `${item.headline}\n\nByline: ${item.author}\n\nBody\n\n${item.body}\n\nEnd of Document`).join('\n\n')}`,
}

describe('digests', () => {
  for (const [name, layout] of Object.entries(INTRODUCED)) {
    it(`cuts items behind an introduction: ${name}`, () => {
      const items = inventItems(4)
      const units = splitPage(textPage(layout(items)))
      expect(units[0]?.hints).toEqual(['introduction'])
      expect(units.slice(1).map((unit) => unit.blocks.some((block) => block.text === items[units.indexOf(unit) - 1]?.headline))).toEqual([true, true, true, true])
    })
  }

  for (const [name, layout] of Object.entries(LAYOUTS)) {
    for (const count of [3, 7, 30]) {
      it(`cuts ${count} items: ${name}`, () => {
        const items = inventItems(count)
        const units = splitPage(textPage(layout(items)))
        const firsts = units.map((unit) => unit.blocks.map((block) => block.text).join('\n'))
        expect(firsts).toHaveLength(count)
        for (const [at, item] of items.entries()) expect(firsts[at]).toContain(item.headline)
        for (const unit of units) expect(unit.hints.length).toBeGreaterThanOrEqual(2)
      })
    }
  }

  it('marks the repeated headline as furniture', () => {
    const layout = LAYOUTS['headlines that close their items, with a link']
    const units = splitPage(textPage(layout?.(inventItems(3)) ?? ''))
    expect(units.map((unit) => unit.blocks.at(-2)?.furniture)).toEqual(['repeated-headline', 'repeated-headline', 'repeated-headline'])
  })

  it('takes an introduction and a table of contents for furniture', () => {
    const items = inventItems(5)
    const text = `In this issue\n\n${items.map((item) => item.headline).join('\n')}\n\n${items.map((item) => `${item.headline}\n\nBy ${item.author}\n\n${item.body}`).join('\n\n')}`
    const units = splitPage(textPage(text))
    expect(units).toHaveLength(6)
    expect(units[0]?.blocks.every((block) => block.furniture !== undefined)).toBe(true)
  })

  it('keeps every block of the page, once and in order', () => {
    for (const layout of Object.values(LAYOUTS)) {
      const page = textPage(layout(inventItems(6)))
      const spans = splitPage(page).flatMap((unit) => unit.blocks.map((block) => block.span))
      expect(spans).toEqual(page.blocks.map((block) => block.span))
    }
  })

  it('never cuts what the sender called one article', () => {
    const page = { ...textPage(LAYOUTS['press database']?.(inventItems(4)) ?? ''), wholeArticle: true }
    expect(splitPage(page)).toHaveLength(1)
  })
})
