// Can articles be read, corrected, put away, compared, clustered and found, as the contract says?
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ArticleAnswer } from '../../src/http/contract/articles.ts'
import { ClusterAnswer } from '../../src/http/contract/clusters.ts'
import { RuledAnswer } from '../../src/http/contract/decisions.ts'
import { CheckAnswer, MatchAnswer } from '../../src/http/contract/matches.ts'
import { SearchAnswerBody } from '../../src/http/contract/search.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryCut, ferryStory, schoolStory } from './texts.ts'

let house: TestHouse
/** Article ids of the full story, its cut and the other story. */
let full: string, cut: string, school: string

beforeAll(async () => {
  house = await openHouse({ publicSearch: true })
  const { body } = await house.as('contributor').post('/api/documents?wait=60')
    .attach('files', Buffer.from(ferryStory()), 'full.txt').attach('files', Buffer.from(ferryCut()), 'cut.txt').attach('files', Buffer.from(schoolStory()), 'school.txt').expect(200)
  ;[full = '', cut = '', school = ''] = body.documents.map((document: { articles: { id: string }[] }) => document.articles[0]?.id)
  await level()
})
afterAll(() => house.close())

/** What was done to articles has reached the search engine. */
async function level(): Promise<void> {
  await vi.waitFor(async () => expect((await request(house.app).get('/ready')).body.pending).toBe(0), { timeout: 30_000, interval: 100 })
}

describe('an article', () => {
  it('is read whole, with its version as ETag', async () => {
    const answer = await house.as('reader').get(`/api/articles/${full}`).expect(200)
    expect(ArticleAnswer.parse(answer.body)).toMatchObject({ headline: 'Crack in hull stops the Marigold', status: 'live' })
    expect(answer.headers['etag']).toBe(`"${answer.body.version}"`)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  it('is listed with filters, and many are had by id in the order asked for', async () => {
    const list = await house.as('reader').get('/api/articles').query({ completeness: 'complete', sort: 'headline', perPage: 2 }).expect(200)
    expect(list.body.data.length).toBeLessThanOrEqual(2)
    const heads = await house.as('reader').get('/api/articles').query({ completeness: 'complete', sort: 'headline', perPage: 2, body: false }).expect(200)
    expect(heads.body).toEqual({ total: list.body.total, data: list.body.data.map(({ body: _text, ...head }: { body: string }) => head) })
    const many = await house.as('reader').post('/api/articles/by-id').send({ ids: [school, 'nobody', full] }).expect(200)
    expect(many.body.data.map((article: { id: string }) => article.id)).toEqual([school, full])
  })

  it('is changed only by who has read its last version', async () => {
    const change = () => house.as('curator').patch(`/api/articles/${school}`).send({ publisher: 'Courier' })
    expect((await change()).body).toMatchObject({ status: 428, code: 'version-missing' })
    expect((await change().set('If-Match', '"99"')).body).toMatchObject({ status: 412, code: 'version-stale' })
    expect((await change().set('If-Match', '"x"')).body).toMatchObject({ status: 412 })
    const { body: before } = await house.as('reader').get(`/api/articles/${school}`)
    const { body: after } = await change().set('If-Match', `"${before.version}"`).expect(200)
    expect(after).toMatchObject({ publisher: 'Courier', version: before.version + 1 })
    const gone = await house.as('curator').patch(`/api/articles/${school}`).set('If-Match', `"${after.version}"`).send({ publisher: null }).expect(200)
    expect(gone.body.publisher).toBeUndefined()
  })

  it.each([[{ version: 5 }], [{ clusterId: '1' }], [{}], [{ headline: '' }], [{ language: 'English' }], [{ publishedAt: 'yesterday' }], [[]], ['x']])(
    'takes no change like %j', async (change) => {
      const answer = await house.as('curator').patch(`/api/articles/${school}`).set('If-Match', '"1"').send(change as object)
      expect(answer.body).toMatchObject({ status: 400, code: 'invalid-request' })
    },
  )

  it('goes to the bin and comes back; from the bin it is not public', async () => {
    const binned = await house.as('curator').delete(`/api/articles/${school}`).expect(200)
    expect(binned.body.status).toBe('binned')
    await request(house.app).get(`/api/articles/${school}`).expect(404)
    await house.as('reader').get('/api/articles').query({ status: 'binned' }).expect(200).expect(({ body }) => expect(body.total).toBe(1))
    const back = await house.as('curator').post(`/api/articles/${school}/restore`).expect(200)
    expect(ArticleAnswer.parse(back.body).status).toBe('live')
  })
})

describe('evidence', () => {
  it('shows what an article shares with others, itself as left', async () => {
    const answer = await house.as('reader').get(`/api/articles/${cut}/matches`).expect(200)
    const [match] = answer.body.data
    expect(MatchAnswer.parse(match)).toMatchObject({ left: cut, right: full })
  })

  it('compares articles and texts', async () => {
    const two = await house.as('reader').post('/api/compare').send({ left: { articleId: full }, right: { text: ferryCut() } }).expect(200)
    expect(MatchAnswer.parse(two.body).passages.length).toBeGreaterThan(0)
    await house.as('reader').post('/api/compare').send({ left: { articleId: 'nobody' }, right: { text: 'x' } }).expect(404)
    await house.as('reader').post('/api/compare').send({ left: { articleId: full, text: 'x' }, right: { text: 'x' } }).expect(400)
  })

  it('lets anybody compare articles where search is public, but no texts', async () => {
    await request(house.app).post('/api/compare').send({ left: { articleId: full }, right: { articleId: cut } }).expect(200)
    await request(house.app).post('/api/compare').send({ left: { articleId: full }, right: { text: 'x' } }).expect(401)
  })

  it('checks a text and a file against the archive, and keeps neither', async () => {
    const before = (await house.as('reader').get('/api/documents')).body.total
    const text = await house.as('reader').post('/api/check').send({ text: ferryCut() }).expect(200)
    expect(CheckAnswer.parse(text.body).matches.map((match) => match.articleId)).toContain(full)
    const file = await house.as('reader').post('/api/check').attach('files', Buffer.from(ferryCut()), 'cut.txt').attach('files', Buffer.alloc(0), 'none.txt').expect(200)
    expect(CheckAnswer.parse(file.body)).toMatchObject({ problems: [{ name: 'none.txt', problem: { code: 'empty-file' } }] })
    expect(file.body.matches[0]).toMatchObject({ headline: expect.any(String), file: 'cut.txt' })
    expect((await house.as('reader').get('/api/documents')).body.total).toBe(before)
    await house.as('reader').post('/api/check').send({}).expect(400)
  })
})

describe('clusters and decisions', () => {
  it('hold the copy with its original and the other story apart', async () => {
    const { body: article } = await house.as('reader').get(`/api/articles/${cut}`)
    const answer = await house.as('reader').get(`/api/clusters/${article.clusterId}`).expect(200)
    expect(ClusterAnswer.parse(answer.body)).toMatchObject({ size: 2, principalId: full })
    const list = await house.as('reader').get('/api/clusters').query({ minSize: 2 }).expect(200)
    expect(list.body).toMatchObject({ total: 1 })
  })

  it('change by a decision, and back when it is withdrawn', async () => {
    const made = await house.as('curator').post('/api/decisions').send({ kind: 'separate', articles: [cut], note: 'not the same' }).expect(201)
    expect(RuledAnswer.parse(made.body).decision).toMatchObject({ kind: 'separate', note: 'not the same' })
    expect((await house.as('reader').get(`/api/articles/${cut}`)).body.clusterSize).toBe(1)
    const log = await house.as('reader').get('/api/decisions').query({ kind: 'separate' }).expect(200)
    expect(log.body.data[0]).toMatchObject({ id: made.body.decision.id, actor: expect.stringContaining('curator') })
    await house.as('curator').post(`/api/decisions/${made.body.decision.id}/withdraw`).expect(200)
    expect((await house.as('reader').get(`/api/articles/${cut}`)).body.clusterSize).toBe(2)
    await house.as('curator').post(`/api/decisions/${made.body.decision.id}/withdraw`).expect(409)
    await house.as('curator').post('/api/decisions/none/withdraw').expect(404)
  })

  it.each([
    [{ kind: 'join', articles: ['1'] }],
    [{ kind: 'join', articles: ['1', '1'] }],
    [{ kind: 'separate', articles: [] }],
    [{ kind: 'set-relation', articles: ['1', '2'], relation: 'cousin' }],
    [{ kind: 'burn', articles: ['1'] }],
    [{ kind: 'review' }],
    [{ kind: 'review', cluster: '1', actor: 'someone else' }],
  ])('take no decision like %j', async (decision) => {
    expect((await house.as('curator').post('/api/decisions').send(decision)).body).toMatchObject({ status: 400 })
  })

  it('do not know articles that are not there', async () => {
    expect((await house.as('curator').post('/api/decisions').send({ kind: 'join', articles: ['998', '999'] })).body).toMatchObject({ status: 404 })
  })
})

describe('a search', () => {
  beforeAll(level)

  it('finds one hit a cluster, with its copies counted, and facets', async () => {
    const answer = await request(house.app).get('/api/search').query({ q: 'Marigold hull', facets: 'publisher,language' }).expect(200)
    const body = SearchAnswerBody.parse(answer.body)
    expect(body).toMatchObject({ total: 1, totalArticles: 2, hits: [{ id: full, copies: 1, copyIds: [cut] }] })
    expect(body.hits[0]?.snippet).toContain('<mark>')
    expect(Object.keys(body.facets)).toEqual(['publisher', 'language'])
  })

  it('shows every copy where it is asked to', async () => {
    const answer = await request(house.app).get('/api/search').query({ q: 'Marigold', collapse: 'false' }).expect(200)
    expect(answer.body.total).toBe(2)
  })

  it('filters by several values of one field', async () => {
    const answer = await house.as('reader').get('/api/search?q=tannhaven&language=en&language=de&publishedFrom=1990-01-01').expect(200)
    expect(SearchAnswerBody.parse(answer.body).total).toBe(0)
  })

  it.each(['colour=red', 'facets=body', 'sort=best', 'page=0', 'perPage=101', 'page=x', 'collapse=maybe', 'publishedFrom=soon', `q=${'x'.repeat(4_001)}`, 'page=1&page=2'])(
    'is not asked with %s', async (query) => {
      const answer = await house.as('reader').get(`/api/search?${query.slice(0, 5_000)}`)
      expect(answer.body).toMatchObject({ status: 400, code: query.startsWith('colour') ? 'unknown-filter' : 'invalid-request' })
    },
  )
})
