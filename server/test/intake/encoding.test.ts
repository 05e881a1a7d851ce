// Is a text read in the encoding that it was written in?
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { identify } from '../../src/intake/intake.ts'
import { extractPages } from '../../src/extract/extract.ts'
import { all, LIMITS, received, scratchFolder } from './scratch.ts'

const folder = scratchFolder()
const WESTERN = 'Die Bürgermeisterin sagte am Dienstag, die Brücke werde „größer und schöner“ – für 3 € je Fußgänger. '.repeat(4)
const RUSSIAN = 'Мэр города сообщила во вторник, что новый мост через реку откроют раньше срока. '.repeat(6)
const JAPANESE = '市長は火曜日、川に架かる新しい橋が予定より早く開通すると述べた。\n'.repeat(8)

async function read(name: string, bytes: Buffer): Promise<string> {
  const file = received(folder, name, bytes)
  const found = await identify(file.path, name, LIMITS)
  if ('code' in found) return found.code
  const [page] = await all(extractPages({ ...file, ...found }, LIMITS))
  return page !== undefined && 'text' in page ? page.text : 'no page'
}

describe('an encoding', () => {
  it.each<[string, string, Buffer]>([
    ['UTF-8', WESTERN, Buffer.from(WESTERN)],
    ['UTF-8 with its mark', WESTERN, iconv.encode(WESTERN, 'utf-8', { addBOM: true })],
    ['UTF-16 LE with its mark', RUSSIAN, iconv.encode(RUSSIAN, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with its mark', WESTERN, iconv.encode(WESTERN, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without a mark', WESTERN, iconv.encode(WESTERN, 'utf-16le')],
    ['UTF-16 BE without a mark', RUSSIAN, iconv.encode(RUSSIAN, 'utf-16be')],
    ['Windows-1252', WESTERN, iconv.encode(WESTERN, 'windows-1252')],
    ['Windows-1251', RUSSIAN, iconv.encode(RUSSIAN, 'windows-1251')],
    ['Shift JIS', JAPANESE, iconv.encode(JAPANESE, 'shift_jis')],
  ])('%s is recognised', async (_name, text, bytes) => {
    expect((await read('story.txt', bytes)).replace(/\s+/g, ' ').trim()).toBe(text.replace(/\s+/g, ' ').trim())
  })

  it('is recognised where the first odd letter stands at the end of a long text', async () => {
    const text = `${'The bridge opened on Tuesday.\n'.repeat(40_000)}The mayor’s café`
    expect(await read('story.txt', iconv.encode(text, 'windows-1252'))).toMatch(/mayor’s café$/)
  })

  it('is taken from the declaration of a web page that is not UTF-8', async () => {
    const html = '<html><head><meta charset="iso-8859-2"><title>x</title></head><body><p>Příliš žluťoučký kůň.</p></body></html>'
    expect(await read('page.html', iconv.encode(html, 'iso-8859-2'))).toContain('Příliš žluťoučký kůň.')
  })

  it('is still UTF-8 where one byte of a long text is broken', async () => {
    const bytes = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xff]), Buffer.from(RUSSIAN)])
    expect(await read('story.txt', bytes)).toContain('новый мост')
  })

  it('leaves nothing that a store cannot hold', async () => {
    const text = await read('story.txt', Buffer.from('A lone \0 NUL and a cut \u{1F600}'.slice(0, -1)))
    expect(text).not.toContain('\0')
    expect(text.isWellFormed()).toBe(true)
  })
})
