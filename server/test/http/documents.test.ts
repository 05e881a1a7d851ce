// Do files come in whole, are they told about truly, and do they go out again as they came?
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RehearsalAnswer } from '../../src/http/contract/corrections.ts'
import { DocumentAnswer, ReceiptAnswer } from '../../src/http/contract/documents.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryStory, schoolStory } from './texts.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ fileBytes: 100_000, requestBytes: 1_000_000, files: 5 })
})
afterAll(() => house.close())

function upload(path = '/api/documents') {
  return house.as('contributor').post(path)
}

describe('an upload', () => {
  it('is answered once it is durable, and says what was received', async () => {
    const answer = await upload().attach('files', Buffer.from(ferryStory()), 'ferry.txt').expect(202)
    expect(ReceiptAnswer.parse(answer.body).documents).toMatchObject([{ name: 'ferry.txt', size: Buffer.byteLength(ferryStory()) }])
  })

  it('can be waited for, and then shows the articles', async () => {
    const answer = await upload('/api/documents?wait=60').attach('files', Buffer.from(schoolStory()), 'school.txt').expect(200)
    const [document] = answer.body.documents
    expect(DocumentAnswer.parse(document)).toMatchObject({ status: 'done', mediaType: 'text/plain' })
    expect(document.articles).toMatchObject([{ headline: 'A roof for the gymnasium' }])
  })

  it('tells of bytes that came before, and links to them', async () => {
    const first = await upload('/api/documents?wait=60').attach('files', Buffer.from(`${ferryStory()}!`), 'a.txt').expect(200)
    const again = await upload('/api/documents?wait=60').attach('files', Buffer.from(`${ferryStory()}!`), 'b.txt').expect(200)
    expect(again.body.documents[0]).toMatchObject({ status: 'done', duplicateOf: first.body.documents[0].id })
  })

  it('takes what the sender says of publisher, date and tags', async () => {
    const answer = await upload('/api/documents?dryRun=true')
      .field('publisher', 'Tannhaven Courier').field('publishedAt', '2021-05-04').field('tags', 'sea, ships').field('tags', 'harbour')
      .attach('files', Buffer.from(`${ferryStory()}.`), 'note.txt').expect(200)
    expect(answer.body.documents[0].articles[0]).toMatchObject({
      publisher: 'Tannhaven Courier', publishedAt: '2021-05-04T00:00:00.000Z', tags: ['sea', 'ships', 'harbour'],
    })
  })

  it('is rehearsed without a trace', async () => {
    const before = await house.as('reader').get('/api/documents')
    const scraps = await readdir(join(house.dataDir, 'spool'))
    const answer = await upload('/api/documents?dryRun=true').attach('files', Buffer.from(`${ferryStory()}?`), 'dry.txt').expect(200)
    expect(RehearsalAnswer.parse(answer.body).documents[0]?.articles[0]?.body).toContain('Marigold')
    const after = await house.as('reader').get('/api/documents')
    expect(after.body.total).toBe(before.body.total)
    expect(await readdir(join(house.dataDir, 'spool'))).toEqual(scraps)
  })

  it('keeps names in any script, without their paths and tricks', async () => {
    const answer = await upload().attach('files', Buffer.from('one'), { filename: '../../нов\u202eости.txt' }).expect(202)
    expect(answer.body.documents[0].name).toBe('новости.txt')
  })
})

describe('a refused upload', () => {
  it('loses only the file that is too large', async () => {
    const answer = await upload('/api/documents?wait=60')
      .attach('files', Buffer.alloc(150_000, 'x'), 'big.txt').attach('files', Buffer.from(`${schoolStory()}.`), 'small.txt').expect(200)
    expect(answer.body.documents).toMatchObject([
      { name: 'big.txt', status: 'refused', problem: { code: 'file-too-large', detail: expect.stringContaining('100,000 bytes') } },
      { name: 'small.txt', status: 'done' },
    ])
  })

  it.each([
    ['no file', () => upload().field('publisher', 'x'), 400, /no file/],
    ['a file in another field', () => upload().attach('other', Buffer.from('x'), 'x.txt'), 400, /`files`/],
    ['no form', () => upload().send({}), 400, /multipart/],
    ['an unknown field', () => upload().field('colour', 'x').attach('files', Buffer.from('x'), 'x.txt'), 400, /colour|Unrecognized/],
    ['a wrong date', () => upload().field('publishedAt', 'soon').attach('files', Buffer.from('x'), 'x.txt'), 400, /publishedAt/],
    ['no boundary', () => upload().set('Content-Type', 'multipart/form-data').send('x'), 400, /well-formed/],
    ['a broken part', () => upload().set('Content-Type', 'multipart/form-data; boundary=b').send('--b\r\nnonsense\r\n\r\nx\r\n--b--'), 400, /form/],
    ['half a form', () => upload().set('Content-Type', 'multipart/form-data; boundary=b').send('--b\r\nContent-Disposition: form-data; name="files"; filename="x"\r\n\r\nabc'), 400, /well-formed/],
    ['nested field names', () => upload().field('tags[a][b]', 'x').attach('files', Buffer.from('x'), 'x.txt'), 400, /form/],
    ['a prototype', () => upload().field('__proto__', 'x').attach('files', Buffer.from('x'), 'x.txt'), 400, /__proto__|form/],
  ])('with %s says so', async (_what, send, status, detail) => {
    const answer = await send()
    expect(answer.status).toBe(status)
    expect(answer.type).toBe('application/problem+json')
    expect(answer.body.detail).toMatch(detail)
  })

  it('has more files than the limit', async () => {
    const many = upload()
    for (let file = 0; file < 6; file++) void many.attach('files', Buffer.from(String(file)), `${file}.txt`)
    expect((await many).body).toMatchObject({ status: 413, code: 'too-many-files' })
  })
})

describe('a received file', () => {
  it('goes out again byte for byte, as a thing to keep and not to run', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>\u0000')
    const { body } = await upload().attach('files', page, 'a "b"\'ü.html').expect(202)
    const answer = await house.as('reader').get(`/api/documents/${body.documents[0].id}/original`).buffer().parse((stream, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)))
    })
    expect(Buffer.compare(answer.body, page)).toBe(0)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''a%20%22b%22%27%C3%BC.html",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
  })

  it('is tried again after a refusal, and not after success', async () => {
    const { body } = await upload('/api/documents?wait=60').attach('files', Buffer.alloc(0), 'empty.txt').attach('files', Buffer.from(`${ferryStory()} `), 'x.txt').expect(200)
    const [empty, done] = body.documents
    expect(empty).toMatchObject({ status: 'refused', problem: { code: 'empty-file' } })
    await house.as('contributor').post(`/api/documents/${empty.id}/retry`).expect(202)
    const again = await house.as('contributor').post(`/api/documents/${done.id}/retry`).expect(409)
    expect(again.body).toMatchObject({ code: 'conflict' })
  })

  it('can be taken out; its articles go to the bin', async () => {
    const { body } = await upload('/api/documents?wait=60').attach('files', Buffer.from(`${schoolStory()}!!`), 'out.txt').expect(200)
    const [document] = body.documents
    await house.as('curator').delete(`/api/documents/${document.id}`).expect(204)
    const article = await house.as('reader').get(`/api/articles/${document.articles[0].id}`)
    expect(article.body).toMatchObject({ status: 'binned' })
  })

  it('is listed by upload and status', async () => {
    const { body } = await upload('/api/documents?wait=60').attach('files', Buffer.from(''), 'none.txt').expect(200)
    const list = await house.as('reader').get('/api/documents').query({ upload: body.upload, status: 'refused', sort: 'receivedAt', order: 'desc' }).expect(200)
    expect(list.body).toMatchObject({ total: 1, data: [{ name: 'none.txt' }] })
  })

  it.each(['/api/documents/nothing', '/api/documents/999999999', '/api/documents/..%2f', '/api/documents/1/originals'])('is not found at %s', async (path) => {
    const answer = await house.as('reader').get(path).expect(404)
    expect(answer.type).toBe('application/problem+json')
  })
})

it('asks nobody for a key twice: without one there is no upload', async () => {
  await request(house.app).post('/api/documents').attach('files', Buffer.from('x'), 'x.txt').expect(401)
})
