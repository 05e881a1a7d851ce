// Does any damage to any format end as a report, never as our own fault? A few hundred mutants here, `npm run fuzz` for many more.
// @ts-expect-error the package brings no types
import PDFDocument from 'pdfkit'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeDocx } from '../extract/make-docx.ts'
import { makeZip } from '../intake/make-zip.ts'
import { scratchFolder } from '../intake/scratch.ts'
import { dice, mutant } from './mutate.ts'
import { fileAt, hostilePool } from './reading.ts'

const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 20)
const FIRST = Number(process.env['FUZZ_FIRST'] ?? 1)
const folder = scratchFolder()
const read = hostilePool([folder])
const STORY = 'By Ada Vale\n\nVALE (March 5) The bridge over the river was opened on Tuesday, 5 March 2024.\n\n“It is open,” the mayor said to 300 people.\n'
const RECORDS = [1, 2, 3].map((id) => JSON.stringify({ id, title: `Bridge ${id}`, text: STORY, date: '2024-03-05' }))

const SEEDS: Record<string, Buffer> = {
  'a.txt': Buffer.from(STORY.repeat(3)),
  'a.html': Buffer.from(`<!doctype html><html><head><title>Bridge</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge</h1><p>${STORY.repeat(3)}</p></article></body></html>`),
  'a.md': Buffer.from(`---\ntitle: Bridge\n---\n# Bridge\n\n${STORY}\n- one\n- [two](x)\n\n> three\n`),
  'a.json': Buffer.from(`{"articles": [${RECORDS.join(',\n')}]}`),
  'a.jsonl': Buffer.from(RECORDS.join('\n')),
  'a.csv': Buffer.from(`id,title,text\n1,Bridge,"${STORY}"\n2,Ferry,"It is ""shut"""\n`),
  'a.eml': Buffer.from(`From: Ada <a@example.org>\r\nSubject: =?utf-8?q?Br=C3=BCcke?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${STORY}\r\n--b\r\nContent-Type: text/html; name=x.html\r\nContent-Disposition: attachment; filename=x.html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+eDwvYj4=\r\n--b--\r\n`),
  'a.zip': makeZip([{ name: 'a.txt', data: STORY }, { name: 'b/c.txt', data: STORY.repeat(20) }]),
  'a.docx': makeDocx([['Title', 'Bridge'], ['', STORY]]),
}

beforeAll(async () => {
  const pieces: Buffer[] = []
  const pdf = new PDFDocument({ compress: false })
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  pdf.fontSize(20).text('Bridge').fontSize(11).text(STORY.repeat(3)).end()
  await ended
  SEEDS['a.pdf'] = Buffer.concat(pieces)
})

// Damage to the packed bytes dies at the checksum; inside the member it reaches the reader of the format.
function innerMutant(number: number): Buffer {
  const xml = Buffer.from(`</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>${STORY}</w:t></w:r></w:p><w:p><w:r><w:t>`)
  const roll = dice(number)
  return makeDocx([['', mutant(xml, xml, roll).toString('utf8')]])
}

describe('a damaged file', () => {
  it.each(['a.txt', 'a.html', 'a.md', 'a.json', 'a.jsonl', 'a.csv', 'a.eml', 'a.zip', 'a.docx', 'inner.docx', 'a.pdf'])(
    '%s ends as a report, however it was hurt', { timeout: 60_000 + MUTANTS * 2000 }, async (name) => {
      const names = Object.keys(SEEDS)
      for (let number = FIRST; number < FIRST + MUTANTS; number++) {
        const roll = dice(number * 7919)
        const other = SEEDS[names[roll(names.length)] ?? ''] ?? Buffer.alloc(1)
        const bytes = name === 'inner.docx' ? innerMutant(number) : mutant(SEEDS[name] ?? Buffer.alloc(1), other, roll)
        const path = join(folder, `mutant-${number}`)
        writeFileSync(path, bytes)
        const report = await read(fileAt(path, name)).catch((error: unknown) => ({ end: `thrown at mutant ${number}: ${String(error)}`, bodies: [] }))
        expect(report.end, `mutant ${number} of ${name}`).not.toMatch(/^thrown|nothing|parser-crash/)
        expect(report.bodies.every((body) => body.isWellFormed() && !body.includes('\0'))).toBe(true)
        rmSync(path)
      }
    })
})
