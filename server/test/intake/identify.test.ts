// Is a file told by what it holds?
import { describe, expect, it } from 'vitest'
import { identify } from '../../src/intake/intake.ts'
import { makeZip } from './make-zip.ts'
import { LIMITS, received, scratchFolder } from './scratch.ts'

const folder = scratchFolder()
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000010000000100806000000', 'hex')
const PROGRAM = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 73 + (at >> 3)) & 255))
const MAIL = 'From: Ada <ada@example.org>\r\nTo: desk@example.org\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n\r\nThe bridge is open.\r\n'

async function told(name: string, bytes: string | Buffer): Promise<string> {
  const found = await identify(received(folder, name, bytes).path, name, LIMITS)
  return 'code' in found ? found.code : found.mediaType
}

describe('a type is told by content', () => {
  it.each<[string, string | Buffer, string]>([
    ['story.txt', 'The council met on Monday.', 'text/plain'],
    ['story', 'The council met on Monday.', 'text/plain'],
    ['story.txt', '[Photo by the desk]\nThe council met.', 'text/plain'],
    ['story.txt', '{sic} the council met.', 'text/plain'],
    ['story.txt', 'From: the desk\nDate: Monday\n\nThe council met.', 'text/plain'],
    ['page.html', '<p>No doctype, <b>no head</b>.</p>', 'text/html'],
    ['page.txt', '<!DOCTYPE html><html><body><p>Yes.</p></body></html>', 'text/html'],
    ['page', '<div><p>A fragment</p><p>of two</p></div>', 'text/html'],
    ['notes.md', '# Title\n\nText', 'text/markdown'],
    ['one.json', '{"title": "A", "text": "B"}', 'application/json'],
    ['many.json', '{"text": "A"}\n{"text": "B"}\n', 'application/x-ndjson'],
    ['list.jsonl', '[{"text": "A"}, {"text": "B"}]', 'application/json'],
    ['list.jsonl', '{"text": "A"}', 'application/x-ndjson'],
    ['list.jsonl', '{broken\n{"text": "A"}\n', 'application/x-ndjson'],
    ['export.txt', '{"text": "A"}\n{"text": "B"}\n', 'application/x-ndjson'],
    ['export.txt', '[\n {"title": "A", "text": "B"}\n]', 'application/json'],
    ['table.csv', 'title,text\nA,B\n', 'text/csv'],
    ['table.txt', 'id,title,text\n1,A,B\n', 'text/csv'],
    ['letter.eml', MAIL, 'message/rfc822'],
    ['letter.txt', MAIL, 'message/rfc822'],
    ['paper.pdf', '%PDF-1.4\n%âãÏÓ\n', 'application/pdf'],
    ['paper.txt', '%PDF-1.4\n', 'application/pdf'],
    ['pack.zip', makeZip([{ name: 'a.txt', data: 'A' }]), 'application/zip'],
    ['word.bin', makeZip([{ name: '[Content_Types].xml', data: '<x/>' }, { name: 'word/document.xml', data: '<w/>' }]), DOCX],
  ])('%s with %j', async (name, bytes, type) => {
    expect(await told(name, bytes)).toBe(type)
  })

  it.each<[string, string | Buffer, string]>([
    ['empty.txt', '', 'empty-file'],
    ['photo.txt', PNG, 'type-mismatch'],
    ['photo.png', PNG, 'unknown-type'],
    ['program.txt', PROGRAM, 'type-mismatch'],
    ['program', PROGRAM, 'unknown-type'],
    ['story.pdf', 'Only text.', 'type-mismatch'],
    ['story.json', 'Only text.', 'type-mismatch'],
    ['feed.xml', '<?xml version="1.0"?><rss><item/></rss>', 'unknown-type'],
    ['sheet.xlsx', makeZip([{ name: 'xl/workbook.xml', data: '<w/>' }]), 'unknown-type'],
    ['half.zip', makeZip([{ name: 'a.txt', data: 'A'.repeat(500), method: 0 }]).subarray(0, 300), 'damaged'],
    ['none.zip', makeZip([]), 'empty-file'],
    ['locked.zip', makeZip([{ name: 'a.txt', data: 'A', flags: 1 }]), 'encrypted'],
    ['locked.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'unknown-type'],
  ])('%s is refused', async (name, bytes, code) => {
    expect(await told(name, bytes)).toBe(code)
  })

  it('names the limit that a large file broke', async () => {
    const file = received(folder, 'big.txt', 'x'.repeat(2000))
    expect(await identify(file.path, 'big.txt', { ...LIMITS, fileBytes: 1500 })).toMatchObject({
      code: 'file-too-large',
      detail: '“big.txt” has 2,000 bytes; the limit for one file is 1,500.',
    })
  })
})
