// Is the story told from its furniture on a web page, with what the page says to machines, on any markup?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeUnit } from '../../src/describe/describe.ts'
import { htmlPage } from '../../src/extract/html.ts'
import { inventItems } from '../split/digests.ts'
import { expectCovered, millisecondsOf } from './laws.ts'

const PARAGRAPHS = inventItems(3).flatMap((item) => item.body.split('\n\n'))
const STORY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')
const LD = JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage', '@id': '#page' }, { '@type': 'NewsArticle', headline: 'Council Votes to Rebuild the Pier', author: [{ '@type': 'Person', name: 'Nell Harrow' }], datePublished: '2019-03-24T10:30:00+01:00', publisher: { '@type': 'Organization', name: 'Velmouth Gazette' } }] })
const PAGE = `<!doctype html><html lang="en-GB"><head><title>Council Votes to Rebuild the Pier | Velmouth Gazette</title>
<link rel="canonical" href="https://gazette.example/pier"><script type="application/ld+json">${LD}</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/coast">Coast</a></nav><div class="cookie-banner">We use cookies &amp; such.</div>
<article><h1>Council Votes to Rebuild the Pier</h1><p class="byline">By Nell Harrow</p><time datetime="2019-03-24">March 24, 2019</time>
${STORY}<h2>What it will cost</h2>${STORY}<figure><img src="a.jpg"><figcaption>The quay in winter.</figcaption></figure></article>
<aside class="related-posts"><h3>Related</h3><a href="/b">A ferry that never came</a></aside>
<script>document.write('never shown')</script><p hidden>Not to be seen</p>
<footer>© 2019 Velmouth Gazette <a href="/legal">Legal</a></footer></body></html>`

describe('a news page', () => {
  const page = htmlPage(PAGE)
  const described = describeUnit(page, { blocks: page.blocks, hints: [] }, { tags: [] })

  it('keeps the story and nothing else in the body', () => {
    const body = described.article?.body ?? ''
    expect(body.split('\n\n')).toHaveLength(PARAGRAPHS.length * 2 + 1)
    expect(body).toContain('What it will cost')
    expect(body).not.toMatch(/Home|cookies|quay in winter|ferry that never|Legal|never shown|Not to be seen/)
  })

  it('keeps the rest of what the page shows as furniture, each with a reason', () => {
    const reasons = new Map(described.furniture.map((one) => [one.text, one.reason]))
    expect(reasons.get('Home Coast')).toBe('navigation')
    expect(reasons.get('We use cookies & such.')).toBe('cookie-notice')
    expect(reasons.get('The quay in winter.')).toBe('caption')
    expect(reasons.get('A ferry that never came')).toBe('related-links')
  })

  it('reads what the page says to machines', () => {
    expect(described.article).toMatchObject({
      headline: 'Council Votes to Rebuild the Pier', byline: ['Nell Harrow'], publishedAt: '2019-03-24T09:30:00.000Z',
      publisher: 'Velmouth Gazette', language: 'en', url: 'https://gazette.example/pier',
    })
  })

  it('takes the site’s name off a title', () => {
    const bare = htmlPage(`<html><head><title>Council Votes to Rebuild the Pier - Velmouth Gazette</title><meta property="og:site_name" content="Velmouth Gazette"></head><body>${STORY}</body></html>`)
    expect(bare.clues.find((clue) => clue.field === 'headline')?.value).toBe('Council Votes to Rebuild the Pier')
  })

  it('covers all that it shows', () => expectCovered(page))
})

describe('any markup', () => {
  it('never throws and loses nothing', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<div class="ad">', '</div>', '<b>', '<table><tr><td>', '</td>', '<', '>', '&amp;', '&#x1F600;', '&bogus;', '<!--', '-->', '<script>', '</script>', 'words of text', '<h1>Title</h1>', '<br>', '<title>', '<svg>', '<li>', '\u0000', '<a href="x">')
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (parts) => expectCovered(htmlPage(parts.join('')))), { numRuns: 200 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectCovered(htmlPage(text))), { numRuns: 100 })
  })

  const hostile: readonly (readonly [string, string])[] = [
    ['200,000 nested elements', `${'<div>'.repeat(200_000)}words${'</div>'.repeat(200_000)}`],
    ['30,000 unclosed marks', `<p>${'<b>x'.repeat(30_000)}`],
    ['a million entities', '&amp;'.repeat(1_000_000)],
    ['100,000 paragraphs', '<p>A short line of words'.repeat(100_000)],
    ['an attribute of a megabyte', `<p class="${'a '.repeat(500_000)}">words</p>`],
    ['a megabyte of open brackets', '<'.repeat(1_000_000)],
    ['a broken script of a megabyte', `<script type="application/ld+json">${'['.repeat(1_000_000)}</script><p>words</p>`],
  ]
  for (const [name, html] of hostile) {
    it(`reads ${name} in seconds`, () => {
      expect(millisecondsOf(() => htmlPage(html))).toBeLessThan(6_000)
    })
  }
})
