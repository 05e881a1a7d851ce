// Is each record of a list one article, and a bad one only its own trouble?
import { describe, expect, it } from 'vitest'
import { LIMITS, scratchFolder } from '../intake/scratch.ts'
import { clues, extracted, faultsOf, onePage, outline, pagesOf } from './formats.ts'

const folder = scratchFolder()
const JSON_LINES = 'application/x-ndjson'

describe('JSON Lines', () => {
  it('give an article a line, and a remark for each line that is none', async () => {
    const lines = ['{"id": 7, "title": "Bridge", "text": "It is open."}', '', '{broken', '{"title": "No text"}', '[1]', '{"body": "It is shut."}']
    const pieces = await extracted(folder, JSON_LINES, lines.join('\r\n'))
    expect(pagesOf(pieces).map((page) => page.text)).toEqual(['It is open.', 'It is shut.'])
    expect(pagesOf(pieces).every((page) => page.wholeArticle)).toBe(true)
    expect(faultsOf(pieces)).toEqual([
      '3: Line 3 is not valid JSON (at character 2).',
      '4: Line 4 has no text: none of its fields is called `text` or `body`.',
      '5: Line 5 is not a record with named fields.',
    ])
  })

  it('refuse a line above the limit and go on after it', async () => {
    const pieces = await extracted(folder, JSON_LINES, `{"text": "${'x'.repeat(900_000)}"}\n{"text": "Short."}`, { ...LIMITS, textLength: 1000 })
    expect(pagesOf(pieces).map((page) => page.text)).toEqual(['Short.'])
    expect(faultsOf(pieces)).toEqual(['1: Line 1 is longer than 1,000 characters, the limit for one text.'])
  })

  it('survive deep nesting, endless numbers, lone surrogates, NULs and names of the language', async () => {
    const deep = `{"text": "Deep.", "x": ${'['.repeat(5000)}${']'.repeat(5000)}}`
    const odd = '{"id": 1e400, "text": "A \\ud800 lone \\u0000 half.", "__proto__": {"text": "no"}, "constructor": 1}'
    const pages = pagesOf(await extracted(folder, JSON_LINES, `${deep}\n${odd}`))
    expect(pages.map((page) => page.text)).toEqual(['Deep.', 'A \ufffd lone  half.'])
    expect(pages[1]?.clues).toEqual([])
  })
})

describe('a record', () => {
  it('is understood as scrapers and the interfaces of archives write it', async () => {
    const scraped = await onePage(folder, JSON_LINES, JSON.stringify({ maintext: 'It is open.', title: 'Bridge opens', authors: ['Ada Vale'], date_publish: '2024-03-05 10:00:00', source_domain: 'marl.example' }))
    expect(clues(scraped)).toMatchObject({ headline: 'Bridge opens', publisher: 'marl.example', publishedAt: '2024-03-05 10:00:00' })
    const served = await onePage(folder, JSON_LINES, JSON.stringify({ title: { rendered: 'Bridge opens' }, content: { rendered: '<p>It is open.</p><p>It is wide.</p>' } }))
    expect(clues(served)).toMatchObject({ headline: 'Bridge opens' })
    expect(served.text).toBe('It is open.\n\nIt is wide.')
  })

  it('is found inside what a search engine or a service wraps around it', async () => {
    const text = 'It is open.'
    const answers = [
      { status: 'ok', data: { articles: [{ title: 'Bridge', content: text }, { title: 'Ferry', content: text }] } },
      { took: 3, hits: { total: 2, hits: [{ _id: '1', _source: { title: 'Bridge', body: text } }, { _id: '2', _source: { title: 'Ferry', body: text } }] } },
      { response: { results: [{ webTitle: 'Bridge', fields: { bodyText: text } }, { webTitle: 'Ferry', fields: { bodyText: text } }], pages: 1 } },
    ]
    for (const answer of answers) {
      const pieces = await extracted(folder, 'application/json', JSON.stringify(answer))
      expect(faultsOf(pieces)).toEqual([])
      expect(pagesOf(pieces).map((page) => [clues(page).headline, page.text])).toEqual([['Bridge', text], ['Ferry', text]])
    }
  })

  it('is understood under the names that programs use', async () => {
    const page = await onePage(folder, JSON_LINES, JSON.stringify({
      _id: 'x-1', Headline: 'Bridge opens', 'Published At': '2024-03-05', author: [{ name: 'Ada Vale' }, 'Ben Orr'],
      publisher: { '@type': 'Organization', name: 'Vale Courier' }, articleBody: 'It is open.', URL: 'https://example.org/b', inLanguage: 'en',
    }))
    expect(clues(page)).toEqual({
      headline: 'Bridge opens', publishedAt: '2024-03-05', byline: ['Ada Vale', 'Ben Orr'],
      publisher: 'Vale Courier', url: 'https://example.org/b', language: 'en', externalId: 'x-1',
    })
  })

  it('with HTML for its text is read as HTML, without what nobody sees', async () => {
    const text = '<h2>Traffic</h2><p>It is <b>open</b> &amp; free.<br>Walk &lt;slowly&gt;.</p><script>steal()</script><ul><li>One</li></ul>'
    expect(outline(await onePage(folder, JSON_LINES, JSON.stringify({ text })))).toEqual([
      'heading2 Traffic', 'paragraph It is open & free.', 'paragraph Walk <slowly>.', 'list-item One',
    ])
  })

  it('that only speaks of a tag is plain text', async () => {
    expect((await onePage(folder, JSON_LINES, '{"text": "Use the <title> tag, and 3 < 4."}')).text).toBe('Use the <title> tag, and 3 < 4.')
  })
})

describe('JSON', () => {
  const record = { title: 'Bridge', text: 'It is "open" [now] {today}, \\ said Ada.' }

  it.each<[string, unknown, number]>([
    ['one article', record, 1],
    ['a list', [record, record], 2],
    ['a wrapped list', { total: 2, tags: ['a', 'b'], articles: [record, record], next: { data: [1] } }, 2],
    ['an empty list', [], 0],
  ])('holds %s', async (_name, value, count) => {
    for (const space of [0, 2]) {
      const pieces = await extracted(folder, 'application/json', JSON.stringify(value, null, space))
      expect(pagesOf(pieces).map((page) => page.text)).toEqual(Array.from({ length: count }, () => record.text))
      expect(faultsOf(pieces)).toEqual([])
    }
  })

  it('names each bad record by its line, and says where it was cut', async () => {
    const pieces = await extracted(folder, 'application/json', '[\n{"text": "A"},\n{"text": },\n5,\n{"text": "B"},\n{"text": "C')
    expect(pagesOf(pieces).map((page) => page.text)).toEqual(['A', 'B'])
    expect(faultsOf(pieces)).toEqual([
      '3: The record on line 3 is not valid JSON.',
      '4: The record on line 4 is not a record with named fields.',
      '6: The record on line 6 is cut: the file ends before its brackets are closed.',
    ])
  })

  it('refuses a record that is nested without end', async () => {
    const pieces = await extracted(folder, 'application/json', `[{"text": "A", "x": ${'['.repeat(5000)}${']'.repeat(5000)}}, {"text": "B"}]`)
    expect(pagesOf(pieces).map((page) => page.text)).toEqual(['B'])
    expect(faultsOf(pieces)).toEqual(['1: The record on line 1 is nested too deeply for an article.'])
  })
})

describe('a table', () => {
  it.each([',', ';', '\t'])('parted by %j gives an article a row', async (mark) => {
    const rows = [['id', 'Title', 'text'], ['1', 'Bridge', '"It is open\n""today""."'], ['2', 'Ferry', 'It is shut.']]
    const pieces = await extracted(folder, 'text/csv', `\ufeff${rows.map((row) => row.join(mark)).join('\r\n')}\r\n`)
    expect(pagesOf(pieces).map((page) => page.text)).toEqual(['It is open\n"today".', 'It is shut.'])
    expect(pagesOf(pieces).map((page) => clues(page))).toEqual([{ externalId: '1', headline: 'Bridge' }, { externalId: '2', headline: 'Ferry' }])
  })

  it('tells rows without a text, and goes on', async () => {
    const pieces = await extracted(folder, 'text/csv', 'title,text\nBridge\nFerry,It is shut.\n')
    expect(faultsOf(pieces)).toEqual(['2: The row that ends on line 2 has an empty text.'])
    expect(pagesOf(pieces)).toHaveLength(1)
  })

  it('without a text column is refused with the names that would do', async () => {
    await expect(extracted(folder, 'text/csv', 'a,b\n1,2\n')).rejects.toMatchObject({ problem: { code: 'record-invalid', detail: expect.stringContaining('no column `text` or `body`') as string } })
  })

  it('with an endless row is refused with the limit', async () => {
    await expect(extracted(folder, 'text/csv', `text\n"${'x'.repeat(3000)}`, { ...LIMITS, textLength: 1000 })).rejects.toMatchObject({ problem: { code: 'record-invalid', detail: expect.stringContaining('1,000') as string } })
  })
})
