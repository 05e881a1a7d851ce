// Do files that nobody should send end as reports: empty, binary, cut, endless, nested without end, full of odd characters?
import { appendFileSync, closeSync, openSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeDocx } from '../extract/make-docx.ts'
import { makeZip } from '../intake/make-zip.ts'
import { received, scratchFolder } from '../intake/scratch.ts'
import { fileAt, hostilePool, SECONDS } from './reading.ts'
import type { Report } from './reading.ts'

const folder = scratchFolder()
const read = hostilePool([folder])
const STORY = 'The bridge over the river was opened on Tuesday by the people of the valley who had built it in ten long years.'
const nestedZip = (depth: number): Buffer => makeZip([{ name: 'in.zip', data: depth === 0 ? STORY : nestedZip(depth - 1) }])

async function tried(name: string, bytes: string | Buffer): Promise<Report> {
  const report = await read(received(folder, name, bytes))
  expect(report.seconds).toBeLessThan(SECONDS * 3)
  expect(report.lag).toBeLessThan(500)
  return report
}

describe('a file that nobody should send', () => {
  it.each<[string, string, () => string | Buffer, readonly string[]]>([
    ['empty', 'empty.txt', () => '', ['empty-file']],
    ['white space', 'blank.txt', () => ' \n\t\n', ['no-text']],
    ['binary under a text’s name', 'a.txt', () => noise(9999), ['type-mismatch']],
    ['half a zip', 'half.zip', () => makeZip([{ name: 'a.txt', data: STORY.repeat(99) }]).subarray(0, 120), ['damaged']],
    ['a zip bomb', 'bomb.zip', () => makeZip([{ name: 'a.txt', data: Buffer.alloc(60_000_000) }]), ['done']],
    ['half a Word file', 'half.docx', () => makeDocx([['', STORY]]).subarray(0, 900), ['damaged']],
    ['a Word file nested without end', 'deep.docx', () => makeDocx([['', `${'<w:t>'.repeat(60_000)}`]]), ['damaged', 'parser-crash', 'parser-memory']],
    ['scripts', 'scripts.html', () => `<html><body><script>${'fetch(1);'.repeat(99_999)}</script><p onclick="x()">${STORY}</p></body></html>`, ['done']],
    ['200,000 nested elements', 'deep.html', () => `<html><body>${'<div>'.repeat(200_000)}<p>${STORY}</p></body></html>`, ['done']],
    ['a million entities', 'entities.html', () => `<html><body><p>${STORY}</p><p>${'&amp;'.repeat(1_000_000)}</p></body></html>`, ['done']],
    ['a million unclosed tags', 'unclosed.html', () => `<html><body><p>${STORY}</p>${'<b>'.repeat(1_000_000)}`, ['done']],
    ['a record of a million unclosed tags', 'unclosed.jsonl', () => JSON.stringify({ text: `<p>${STORY}</p>${'<b>'.repeat(1_000_000)}` }), ['done']],
    ['an attribute of ten megabytes', 'attribute.html', () => `<html><body><p title="${'x'.repeat(9_000_000)}">${STORY}</p></body></html>`, ['done']],
    ['50,000 nested tables', 'tables.html', () => `<html><body>${'<table><tr><td>'.repeat(50_000)}${STORY}</body></html>`, ['done']],
    ['a million empty lines', 'lines.txt', () => `${STORY}${'\n'.repeat(1_000_000)}${STORY}`, ['done']],
    ['a word of 300,000 letters', 'word.txt', () => `${STORY}\n\n${'x'.repeat(300_000)}`, ['done']],
    ['a line of five megabytes', 'line.txt', () => `${STORY} `.repeat(45_000), ['done']],
    ['combining marks without end', 'marks.txt', () => `${STORY} a${'\u0301'.repeat(100_000)}`, ['done']],
    ['Markdown nested without end', 'deep.md', () => `${'> '.repeat(50_000)}${'['.repeat(50_000)}${STORY}`, ['done', 'no-text']],
    ['a mail nested without end', 'deep.eml', () => nestedMail(5000), ['done', 'damaged', 'no-text']],
    ['an open quotation mark', 'open.csv', () => `text\n"${STORY.repeat(1000)}`, ['damaged', 'done']],
    ['a PDF of noise', 'noise.pdf', () => `%PDF-1.7\n${'1 0 obj << /Type /Page /Kids [1 0 R] >> endobj\n'.repeat(5000)}`, ['damaged', 'no-text', 'done']],
    ['JSON of brackets alone', 'deep.json', () => '['.repeat(2_000_000), ['done', 'refused']],
  ])('%s ends as a report', { timeout: 120_000 }, async (_what, name, make, ends) => {
    expect(ends).toContain((await tried(name, make())).end)
  })

  it('as one line of 200 MB is refused with the limit, whatever its name', { timeout: 120_000 }, async () => {
    const path = join(folder, 'endless')
    for (let at = 0; at < 100; at++) appendFileSync(path, 'endless words '.repeat(150_000))
    const text = await read(fileAt(path, 'endless.txt'))
    expect([text.end, text.detail]).toEqual(['file-too-large', '“endless.txt” holds more than 10,000,000 characters of text, the limit for one file.'])
    const file = openSync(path, 'r+')
    writeSync(file, '{"text": "', 0)
    closeSync(file)
    for (const name of ['endless.jsonl', 'endless.json']) {
      const records = await read(fileAt(path, name))
      expect([records.end, records.refused, records.articles]).toEqual(['done', ['record-invalid'], 0])
      expect(records.seconds).toBeLessThan(SECONDS * 3)
    }
  })

  it('with lone surrogates, NULs and marks of ours goes through without them', async () => {
    const text = await tried('odd.txt', Buffer.from(`\ufeff${STORY}\0 \ud800 \ue000marked\ue001`, 'utf16le'))
    const records = await tried('odd.jsonl', `{"id": 1e400, "text": "${STORY} \\ud800\\u0000\\ue000"}`)
    for (const report of [text, records]) {
      expect([report.end, report.articles]).toEqual(['done', 1])
      expect(report.bodies.join('')).not.toMatch(/[\0\ue000\ue001]/)
      expect(report.bodies.every((body) => body.isWellFormed())).toBe(true)
    }
  })

  it('as archives in archives ends at the depth', async () => {
    const outer = await tried('nested.zip', nestedZip(3))
    expect(outer.members).toBe(1)
    const inner = await read({ ...received(folder, 'in.zip', nestedZip(1)), depth: 2 })
    expect(inner.end).toBe('archive-too-deep')
  })

  it('leaves nothing anywhere but in the spool', () => {
    expect(readdirSync(folder).every((name) => name.startsWith('file-') || name === 'endless')).toBe(true)
  })
})

/** Bytes without a pattern, the same each time. */
function noise(length: number): Buffer {
  let state = 1
  return Buffer.from(Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 255))
}

function nestedMail(depth: number): string {
  const heads = Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`)
  return `From: a@example.org\r\nSubject: Deep\r\nMIME-Version: 1.0\r\n${heads.join('')}Content-Type: text/plain\r\n\r\n${STORY}\r\n`
}
