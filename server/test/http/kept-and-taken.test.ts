// Can a search be kept, followed as a feed, taken into the browser, and its list be taken out as a file?
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SavedSearchAnswer } from '../../src/http/contract/saved-searches.ts'
import { addUser, cookieOf, openHouse, type TestHouse } from './house.ts'
import { ferryCut, ferryStory, schoolStory } from './texts.ts'

const FORMULA = '=HYPERLINK("http://example.org","Council & <b>roof</b>")'

let house: TestHouse
let ada: string
let bob: string

beforeAll(async () => {
  house = await openHouse()
  await addUser(house, 'ada@example.org', 'reader')
  await addUser(house, 'bob@example.org', 'reader')
  ;[ada, bob] = [await cookieOf(house, 'ada@example.org'), await cookieOf(house, 'bob@example.org')]
  const record = JSON.stringify({ headline: FORMULA, body: `${schoolStory()} Whoever wants the plans may see them at the town hall from noon.`, byline: 'Ole Finn' })
  await house.as('contributor').post('/api/documents?wait=60')
    .attach('files', Buffer.from(ferryStory()), 'full.txt').attach('files', Buffer.from(ferryCut()), 'cut.txt').attach('files', Buffer.from(record), 'odd.jsonl').expect(200)
})
afterAll(() => house.close())

function keep(cookie: string, name: string, query: string) {
  return request(house.app).post('/api/saved-searches').set('Cookie', cookie).set('Origin', 'http://127.0.0.1').set('Host', '127.0.0.1').send({ name, query })
}

/** The answer's body as text, whatever its media type. */
function asText(asked: request.Test): request.Test {
  return asked.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks).toString('utf8')))
  })
}

describe('a saved search', () => {
  it('is its user’s own: listed, renamed and deleted by nobody else', async () => {
    const { body } = await keep(ada, 'Ferries', 'q=ferry&publishedFrom=2024-01-01').expect(201)
    const saved = SavedSearchAnswer.parse(body)
    const own = await request(house.app).get('/api/saved-searches').set('Cookie', ada).expect(200)
    expect(own.body).toEqual({ data: [saved], total: 1 })
    expect((await request(house.app).get('/api/saved-searches').set('Cookie', bob).expect(200)).body.total).toBe(0)
    const change = (cookie: string) => request(house.app).patch(`/api/saved-searches/${saved.id}`).set('Cookie', cookie).set('Origin', 'http://127.0.0.1').set('Host', '127.0.0.1').send({ name: 'Boats' })
    expect((await change(bob)).status).toBe(404)
    expect((await change(ada).expect(200)).body.name).toBe('Boats')
    const remove = (cookie: string) => request(house.app).delete(`/api/saved-searches/${saved.id}`).set('Cookie', cookie).set('Origin', 'http://127.0.0.1').set('Host', '127.0.0.1')
    expect((await remove(bob)).status).toBe(404)
    await remove(ada).expect(204)
    expect((await request(house.app).get(saved.feed)).status).toBe(404)
  })

  it('is checked when it is kept, and belongs to people only', async () => {
    expect((await keep(ada, 'Odd', 'nonsense=1')).body).toMatchObject({ status: 400, code: 'unknown-filter' })
    expect((await keep(ada, '', 'q=x')).status).toBe(400)
    expect((await house.as('admin').post('/api/saved-searches').send({ name: 'x', query: 'q=x' })).status).toBe(409)
  })

  it('is a feed for whoever has its key, and ends with its user', async () => {
    const { body } = await keep(ada, 'Roofs & <boats>', 'q=council+ferry').expect(201)
    expect((await request(house.app).get(`/api/saved-searches/${body.id}/feed.atom`)).status).toBe(404)
    expect((await request(house.app).get(`/api/saved-searches/${body.id}/feed.atom?key=wrong`)).status).toBe(404)
    const feed = await asText(request(house.app).get(body.feed)).expect(200).expect('content-type', /application\/atom\+xml/)
    const xml = String(feed.body)
    expect(xml).toContain('<title>Roofs &amp; &lt;boats&gt;</title>')
    expect(xml).toContain('Council &amp; &lt;b&gt;roof&lt;/b&gt;')
    expect(xml.match(/<entry>/g)).toHaveLength(2)
    const users = await house.parts.store.people.users({ filter: {}, offset: 0, limit: 10 })
    const { id = '' } = users.data.find((user) => user.email === 'ada@example.org') ?? {}
    await house.as('admin').patch(`/api/users/${id}`).send({ disabled: true }).expect(200)
    expect((await request(house.app).get(body.feed)).status).toBe(404)
  })
})

describe('an export', () => {
  const exported = (format: string, more: object = {}) =>
    asText(house.as('reader').get('/api/search/export').query({ q: 'ferry council', format, ...more }))

  it('is a table without formulas, that says how many rows there are', async () => {
    const { body, headers } = await exported('csv').expect(200)
    const lines = String(body).trim().split('\r\n')
    expect(lines[0]).toMatch(/^id,.*clusterId,clusterSize,principal,relation/)
    expect(lines).toHaveLength(3)
    expect(body).toContain(`"'=HYPERLINK(""http://example.org""`)
    expect(headers).toMatchObject({ 'copydesk-total': '2', 'copydesk-exported': '2' })
    expect(headers['content-disposition']).toMatch(/attachment; filename="copydesk-\d{4}-\d\d-\d\d\.csv"/)
  })

  it('holds every copy with its relation where near-copies are not grouped', async () => {
    const { body } = await exported('jsonl', { collapse: 'false' }).expect(200)
    const rows = String(body).trim().split('\n').map((line) => JSON.parse(line) as { clusterId: string; relation?: string; principal: boolean })
    expect(rows).toHaveLength(3)
    expect(rows.filter((row) => row.relation !== undefined)).toMatchObject([{ relation: 'excerpt', principal: false }])
  })

  it('is read by reference managers, whatever a headline holds', async () => {
    const bibtex = String((await exported('bibtex').expect(200)).body)
    expect(bibtex).toContain('Council \\& <b>roof</b>')
    expect(bibtex).toMatch(/note = \{Cluster \d+, 2 versions, principal\}/)
    const ris = String((await exported('ris').expect(200)).body)
    expect(ris.match(/^TY {2}- NEWS\r$/gm)).toHaveLength(2)
    expect(ris.match(/^ER {2}- \r$/gm)).toHaveLength(2)
    expect(ris).toContain('AU  - Runa Tveit')
  })

  it('refuses a format that it does not write', async () => {
    expect((await house.as('reader').get('/api/search/export').query({ format: 'docx' })).status).toBe(400)
  })
})

it('tells browsers how to search here', async () => {
  const { body } = await asText(request(house.app).get('/opensearch.xml').set('Host', 'archive.example.org')).expect(200).expect('content-type', /opensearchdescription\+xml/)
  expect(body).toContain('template="http://archive.example.org/?q={searchTerms}"')
})
