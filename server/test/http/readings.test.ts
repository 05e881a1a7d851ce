// Is what a person corrected in a rehearsal what comes in, and does it stay so? And does a document that is there keep the
// articles whose text stays, with their ids and decisions, when its reading is corrected?
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadingAnswer, RehearsalAnswer } from '../../src/http/contract/corrections.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryStory, schoolStory } from './texts.ts'

type Corrections = { sha256: string; starts?: readonly number[]; marks?: readonly unknown[]; values?: readonly unknown[] }

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ fileBytes: 100_000, requestBytes: 1_000_000, files: 5 })
})
afterAll(() => house.close())

/** Two unsigned stories, that nothing parts; `salt` makes the bytes new. */
function glued(salt: string): string {
  const unsigned = (story: string): string => story.replace(/^By .*\n/m, '')
  return `${unsigned(ferryStory())}\n\nSeen by ${salt} in the reading room of the harbour\n\n${unsigned(schoolStory())}`
}

async function rehearsed(text: string, corrections: readonly Corrections[] = []) {
  const answer = await house.as('contributor').post('/api/documents?dryRun=true&detailed=true')
    .field('corrections', JSON.stringify(corrections)).attach('files', Buffer.from(text), 'two.txt').expect(200)
  const [document] = RehearsalAnswer.parse(answer.body).documents
  if (document?.reading === undefined) throw new Error('no reading')
  return { ...document, reading: document.reading }
}

async function send(text: string, corrections: readonly Corrections[] = [], status = 200) {
  const answer = await house.as('contributor').post('/api/documents?wait=60').field('corrections', JSON.stringify(corrections)).attach('files', Buffer.from(text), 'two.txt').expect(status)
  return answer.body
}

function cutAt(text: string, words: string): number {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`no ${words}`)
  return at
}

describe('a rehearsal', () => {
  it('tells every line and border, and follows each correction', async () => {
    const text = glued('Ada')
    const plain = await rehearsed(text)
    expect(plain.articles).toHaveLength(1)
    expect(plain.reading.lines.map(({ text: words }) => words).join('')).toBe(text.replaceAll('\n', ''))
    const at = cutAt(text, 'A roof for the gymnasium')
    const note = cutAt(text, 'Seen by Ada')
    const corrected = await rehearsed(text, [{
      sha256: plain.sha256, starts: [0, at],
      marks: [{ span: { begin: note, end: text.indexOf('\n', note) }, is: 'furniture' }],
      values: [{ at, fields: { publisher: 'The Slate', byline: ['Ada Invented'] } }],
    }])
    expect(corrected.articles).toMatchObject([{}, { headline: 'A roof for the gymnasium', publisher: 'The Slate', byline: ['Ada Invented'] }])
    expect(corrected.articles[1]?.grounds).toContainEqual({ field: 'publisher', source: 'editor', words: 'The Slate' })
    expect(corrected.furniture).toContainEqual(expect.objectContaining({ reason: 'editor' }))
    expect(corrected.reading.borders).toMatchObject([{ at: 0, confidence: 'high' }, { at, hints: ['editor'] }])
  })

  it('becomes the archive’s own reading when it is sent so, and who corrected it is told', async () => {
    const text = glued('Bea')
    const { sha256 } = await rehearsed(text)
    const corrections = [{ sha256, starts: [0, cutAt(text, 'A roof for')], values: [{ at: 3, fields: { headline: 'Ferry, as we call it' } }] }]
    const shown = await rehearsed(text, corrections)
    const { documents: [document], upload } = await send(text, corrections)
    expect(document.articles.map((article: { headline: string }) => article.headline)).toEqual(shown.articles.map(({ headline }) => headline))
    expect(document).toMatchObject({ corrected: { by: 'contributor of the tests', says: 'borders set, 1 value corrected' } })
    expect((await house.as('reader').get(`/api/uploads/${upload}`)).body).toMatchObject({ corrected: 1 })
    expect((await house.as('reader').get(`/api/uploads/${upload}/report.csv`)).text).toContain('borders set')
    // The line broke and the form goes out again; the file is taken out and comes in anew: always the same reading.
    const again = await send(text, corrections)
    expect(again.documents[0]).toMatchObject({ duplicateOf: document.id })
    for (const id of [again.upload, upload]) await house.as('curator').delete(`/api/uploads/${id}`).expect(200)
    expect((await send(text)).documents[0].articles.map(({ headline }: { headline: string }) => headline)).toEqual(shown.articles.map(({ headline }) => headline))
  })

  it('is refused where its corrections fit no file, or the bytes are there already', async () => {
    const text = glued('Cai')
    const { sha256 } = await rehearsed(text)
    const stray = await send(text, [{ sha256: 'f'.repeat(64), starts: [0] }], 400)
    expect(stray.detail).toMatch(/no file of this upload has the checksum/)
    await send(text)
    const known = await send(text, [{ sha256, starts: [0, cutAt(text, 'A roof for')] }], 409)
    expect(known.detail).toMatch(/is in the archive already/)
    await house.as('contributor').post('/api/documents').field('corrections', '{').attach('files', Buffer.from('x'), 'x.txt').expect(400)
  })
})

describe('a document whose reading is corrected', () => {
  it('keeps the articles whose text stays, with ids and edits, and takes back what was taken out', async () => {
    const text = glued('Dov')
    const { documents: [document] } = await send(text)
    const open = await reading(document.id)
    const at = cutAt(text, 'A roof for')
    const cut = { starts: [0, at] }
    const shown = await correct(document.id, { corrections: cut, base: open.base }, '?dryRun=true')
    expect(shown.document.articles).toHaveLength(2)
    expect((await reading(document.id)).document.articles).toHaveLength(1)
    const two = await correct(document.id, { corrections: cut, base: open.base })
    const [, school] = two.document.articles
    expect((await house.as('reader').get(`/api/articles/${document.articles[0].id}`)).body.status).toBe('binned')
    const article = (await house.as('reader').get(`/api/articles/${school?.id}`)).body
    await house.as('curator').patch(`/api/articles/${school?.id}`).set('If-Match', `"${article.version}"`).send({ publisher: 'By hand' }).expect(200)
    const marked = await correct(document.id, { corrections: { ...cut, values: [{ at: at + 30, fields: { byline: ['Ida Told'] } }] }, base: two.base })
    expect(marked.document.articles[1]).toMatchObject({ id: school?.id, publisher: 'By hand', byline: ['Ida Told'] })
    const back = await correct(document.id, { corrections: {}, base: marked.base })
    expect(back.document.articles.map(({ id }) => id)).toEqual([document.articles[0].id])
    expect(back.document.corrected).toBeUndefined()
  })

  it('lets an article that an editor put into the bin lie there', async () => {
    const text = glued('Eli')
    const { documents: [document] } = await send(text)
    const at = cutAt(text, 'A roof for')
    const two = await correct(document.id, { corrections: { starts: [0, at] }, base: null })
    await house.as('curator').delete(`/api/articles/${two.document.articles[1]?.id}`).expect((answer) => answer.status < 300)
    const again = await correct(document.id, { corrections: { starts: [0, at], values: [{ at: 3, fields: { headline: 'Ferry' } }] }, base: two.base })
    expect(again.document.articles.map(({ headline }) => headline)).toEqual(['Ferry'])
  })

  it('is for curators, and for one of them at a time', async () => {
    const text = glued('Fay')
    const { documents: [document] } = await send(text)
    await house.as('contributor').post(`/api/documents/${document.id}/reading`).send({ corrections: {}, base: null }).expect(403)
    await correct(document.id, { corrections: { starts: [0] }, base: null })
    const late = await house.as('curator').post(`/api/documents/${document.id}/reading`).send({ corrections: {}, base: null })
    expect(late.body).toMatchObject({ code: 'version-stale', detail: expect.stringContaining('curator of the tests') })
  })
})

async function reading(id: string): Promise<ReadingAnswer> {
  return (await house.as('curator').get(`/api/documents/${id}/reading`).expect(200)).body
}

async function correct(id: string, body: unknown, query = ''): Promise<ReadingAnswer> {
  return (await house.as('curator').post(`/api/documents/${id}/reading${query}`).send(body as object).expect(200)).body
}
