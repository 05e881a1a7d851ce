// Are Word files, mail and Markdown read with their headings and statements?
import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../intake/scratch.ts'
import { clues, extracted, onePage, outline } from './formats.ts'
import { makeDocx } from './make-docx.ts'

const folder = scratchFolder()
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('a Word file', () => {
  it('gives paragraphs and headings with their levels', async () => {
    const page = await onePage(folder, DOCX, makeDocx([['Title', 'Bridge opens'], ['', 'It is open &amp; free.'], ['heading2', 'Traffic'], ['', 'Much.']]))
    expect(outline(page)).toEqual(['heading1 Bridge opens', 'paragraph It is open & free.', 'heading2 Traffic', 'paragraph Much.'])
  })

  it('that is malformed is refused as damaged, without a word of its content', async () => {
    await expect(extracted(folder, DOCX, makeDocx([['', 'secret <unclosed>']]))).rejects.toMatchObject({ problem: { code: 'damaged', detail: expect.not.stringContaining('secret') as string } })
  })
})

describe('a mail', () => {
  const mail = (from: string, rest: string) => `From: ${from}\r\nSubject: Fwd: =?utf-8?q?Br=C3=BCcke_offen?=\r\nDate: Tue, 05 Mar 2024 09:30:00 +0100\r\nMIME-Version: 1.0\r\n${rest}`
  const plain = 'Content-Type: text/plain; charset=utf-8\r\n\r\nThe bridge is open.\r\n'

  it('gives subject, date and sender: a person as byline, a desk as publisher', async () => {
    const person = await onePage(folder, 'message/rfc822', mail('Ada Vale <ada.vale@example.org>', plain))
    expect(clues(person)).toEqual({ headline: 'Brücke offen', byline: 'Ada Vale', publishedAt: '2024-03-05T08:30:00.000Z' })
    const desk = await onePage(folder, 'message/rfc822', mail('Vale Courier <newsletter@example.org>', plain))
    expect(clues(desk)).toMatchObject({ publisher: 'Vale Courier' })
    expect(desk.text).toContain('The bridge is open.')
  })

  it('without a plain part is read from its web page', async () => {
    const page = await onePage(folder, 'message/rfc822', mail('A <b@example.org>', 'Content-Type: text/html\r\n\r\n<p>The bridge</p><p>is open to everybody who walks.</p>'))
    expect(page.text).toMatch(/The bridge\s+is open/)
    expect(page.text).not.toContain('<p>')
  })

  it('hands on what is attached', async () => {
    const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`
    const body = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${part('text/plain', 'See attached.')}${part('text/csv; name="table.csv"\r\nContent-Disposition: attachment; filename="table.csv"', 'title,text')}--b--\r\n`
    const pieces = await extracted(folder, 'message/rfc822', mail('A <b@example.org>', body))
    const attachments = pieces.flatMap((piece) => ('attachment' in piece ? [`${piece.attachment.name}: ${Buffer.from(piece.attachment.content).toString().trim()}`] : []))
    expect(attachments).toEqual(['table.csv: title,text'])
  })
})

describe('Markdown', () => {
  it('gives headings, joined lines, lists and quotations, with no mark left', async () => {
    const page = await onePage(folder, 'text/markdown', '# Bridge *opens*\n\nIt is\n**open** to [all](https://example.org).\n\n- One\n- Two\n\n> So said Ada.\n\n***\n\nEnd.')
    expect(outline(page).slice(0, 5)).toEqual(['heading1 Bridge opens', 'paragraph It is open to all.', 'list-item One', 'list-item Two', 'quote So said Ada.'])
  })

  it('takes the statements of its front matter', async () => {
    const page = await onePage(folder, 'text/markdown', '---\ntitle: "Bridge opens"\nauthor:\n  - Ada Vale\n  - Ben Orr\ndate: 2024-03-05\ntags: [a, b]\n---\nIt is open.\n')
    expect(clues(page)).toEqual({ headline: 'Bridge opens', byline: ['Ada Vale', 'Ben Orr'], publishedAt: '2024-03-05' })
    expect(page.text).toBe('It is open.')
  })
})
