// Are stories still found on web pages, and digests still cut, as well as they were? Short versions of bench/extraction.mjs and
// bench/splitting.mjs against floors that only rise.
import { describe, expect, it } from 'vitest'
import { scoreDigests } from '../../bench/digests.mjs'
import { scorePages } from '../../bench/extraction-scores.mjs'
import { scraped } from '../../bench/scraped-text.mjs'
import { describeUnit } from '../../src/describe/describe.ts'
import type { ArticleDraft } from '../../src/domain/article.ts'
import type { Page } from '../../src/domain/page.ts'
import { htmlPage } from '../../src/extract/html.ts'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'
import { NO_SHARED, sharedPath } from '../shared.ts'
import { floor } from './floors.ts'

const there = sharedPath('data/extraction.jsonl.gz') !== undefined

function articlesOf(page: Page): readonly ArticleDraft[] {
  return splitPage(page).flatMap((unit) => describeUnit(page, unit, { tags: [] }).article ?? [])
}

describe('reading', () => {
  it('finds the story of a web page, its headline, author and day', { timeout: 60_000 }, (ctx) => {
    ctx.skip(!there, NO_SHARED)
    const scores = scorePages((html: string) => articlesOf(htmlPage(html)), 40, 5) as Readonly<Record<string, number>>
    for (const name of ['f1', 'title', 'author', 'day']) expect(scores[name], name).toBeGreaterThanOrEqual(floor(`web pages, ${name}, every fifth`))
    expect(scores['cut']).toBe(0)
  })

  it('finds the story where the page was scraped to text, menus and all', { timeout: 60_000 }, (ctx) => {
    ctx.skip(!there, NO_SHARED)
    const scores = scorePages((html: string) => articlesOf(textPage(scraped(html))), 40, 5) as Readonly<Record<string, number>>
    for (const name of ['f1', 'precision', 'title']) expect(scores[name], name).toBeGreaterThanOrEqual(floor(`scraped pages, ${name}, every fifth`))
  })

  it('cuts digests where one item ends and the next begins', { timeout: 60_000 }, (ctx) => {
    ctx.skip(!there, NO_SHARED)
    const layouts = ['closing line', 'headline, byline, date', 'agency bundle', 'numbered, source', 'contents, byline']
    const rows = scoreDigests((text: string) => articlesOf(textPage(text)), 4, layouts) as readonly { name: string; precision: number; recall: number }[]
    for (const row of rows) {
      expect(row.precision, row.name).toBeGreaterThanOrEqual(floor('digests, share of cuts right'))
      expect(row.recall, row.name).toBeGreaterThanOrEqual(floor('digests, share of items found'))
    }
  })
})
