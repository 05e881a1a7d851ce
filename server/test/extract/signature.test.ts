// Who signed a web page, and when, where only what it shows can tell? Near the headline, or not at all.
import { describe, expect, it } from 'vitest'
import { describeUnit } from '../../src/describe/describe.ts'
import { htmlPage } from '../../src/extract/html.ts'
import type { ArticleDraft } from '../../src/domain/article.ts'
import { inventItems } from '../split/digests.ts'

const STORY = inventItems(3).flatMap((item) => item.body.split('\n\n')).map((text) => `<p>${text}</p>`).join('\n')
const TITLE = 'Council Votes to Rebuild the Pier'

function read(head: string, above: string, below = ''): ArticleDraft | undefined {
  const page = htmlPage(`<html lang="en"><head>${head}</head><body><article><h1>${TITLE}</h1>${above}${STORY}</article>${below}</body></html>`)
  return describeUnit(page, { blocks: page.blocks, hints: [] }, { tags: [] }).article
}

const ld = (fields: object): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: TITLE, ...fields })}</script>`

describe('a web page’s byline', () => {
  it.each([
    ['a link to the author’s page', '<div><a href="/authors/nell-harrow">Nell Harrow</a></div>'],
    ['rel', '<div><a rel="author" href="/x">Nell Harrow</a></div>'],
    ['a class name', '<div class="meta"><span class="post__author-name">Nell Harrow</span> · 4 min read</div>'],
    ['a day and `by` on one line', '<div class="post-meta">September 1st, 2019 <span>By Nell Harrow</span></div>'],
  ])('is read from %s', (_what, markup) => {
    expect(read('', markup)?.byline).toEqual(['Nell Harrow'])
  })

  it('is none where a name stands far from the headline, or is an account’s', () => {
    expect(read('', '', '<div><a rel="author" href="/x">Ivo Santer</a></div>')?.byline).toEqual([])
    expect(read(ld({ author: { name: 'n.harrow' } }), '')?.byline).toEqual([])
  })

  it('names the person shown rather than the site stated', () => {
    const site = { publisher: { name: 'Velmouth Gazette' }, author: { name: 'Velmouth Gazette' } }
    expect(read(ld(site), '<a rel="author" href="/x">Nell Harrow</a>')?.byline).toEqual(['Nell Harrow'])
    expect(read(ld(site), '')?.byline).toEqual(['Velmouth Gazette'])
  })
})

describe('a web page’s day', () => {
  it('is the one shown by the headline where none is stated', () => {
    expect(read('', '<div>Jun 08, 2019 • 11 Minute Read</div>')?.publishedAt).toBe('2019-06-08T00:00:00.000Z')
    expect(read('', '<div>Some hours ago <time datetime="2019-06-08T07:30:00Z">08.30</time></div>')?.publishedAt).toBe('2019-06-08T07:30:00.000Z')
    expect(read('', '', '<time datetime="2019-06-08">June 8, 2019</time>')?.publishedAt).toBeUndefined()
  })

  it('is the earlier one where the stated day is that of a change', () => {
    expect(read(ld({ datePublished: 'Jun 12, 2020' }), '<div>November 2, 2019</div>')?.publishedAt).toBe('2019-11-02T00:00:00.000Z')
    expect(read(ld({ datePublished: '2019-11-03T01:00:00Z' }), '<div>November 2, 2019</div>')?.publishedAt).toBe('2019-11-03T01:00:00.000Z')
  })
})

describe('a web page’s headline', () => {
  it('is read without entities, section and the site’s name', () => {
    const title = (html: string): string | undefined => htmlPage(`<html><head><meta property="og:site_name" content="Velmouth Gazette">${html}<body>${STORY}`).clues.find((clue) => clue.field === 'headline')?.value
    expect(title('<title>Tides &amp;amp; Trams of the Coast | Opinion | Velmouth Gazette</title></head>')).toBe('Tides & Trams of the Coast')
    expect(title('<title>Trams of the Coast Stop - Velmouth Gazette</title></head><h1>Velmouth Gazette</h1>')).toBe('Trams of the Coast Stop')
  })
})
