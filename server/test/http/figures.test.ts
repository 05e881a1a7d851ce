// Do receipts add up, and do the totals come from the store?
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHouse, openHouse } from './house.ts'

const STORY = `Harbour bridge closes for a month

By Nora Finch

The council shut the harbour bridge on Monday after divers found cracks in two of its piers. Buses will go round by the mill road until the middle of May, and the ferry runs every ten minutes from the old customs quay.

Engineers from the county said the cracks were older than the last survey, which had missed them because the water stood high that spring. A firm from the north has been asked to pour new concrete collars around both piers.

Shopkeepers on the east bank fear for the month before the summer fair. The mayor promised them free stalls on the green.
`
const OTHER = `Choir wins silver in Tarnbeck

By Olaf Reed

The valley choir came second at the spring festival in Tarnbeck, its best place in nineteen years, with a set of four sea songs and a lullaby that its conductor had arranged on the train.

Thirty singers went by coach and two by bicycle. The prize is a silver tuning fork that the choir has to give back next year, and a weekend of coaching which it may keep.
`

let house: TestHouse
let upload: string
beforeAll(async () => {
  house = await openHouse()
  const first = await house.as('curator').post('/api/documents?wait=60').attach('files', Buffer.from(STORY), 'bridge.txt').expect(200)
  upload = String(first.body.upload)
})
afterAll(() => house.close())

describe('a receipt', () => {
  it('adds up: received is new and copies and refused, each file with its reason', async () => {
    const sent = await house.as('contributor').post('/api/documents?wait=60')
      .attach('files', Buffer.from(STORY), 'again.txt')
      .attach('files', Buffer.from(`Site menu\n\n${STORY}\nShare this page\n`), 'scraped.txt')
      .attach('files', Buffer.from(OTHER), 'choir.txt')
      .attach('files', Buffer.from(''), 'empty.txt')
      .expect(200)
    const { body } = await house.as('reader').get(`/api/uploads/${sent.body.upload}`).expect(200)
    expect(body).toMatchObject({ files: 4, outcomes: { waiting: 0, new: 1, copy: 2, archive: 0, refused: 1, failed: 0 }, attention: 1, again: 0, articles: { new: 1, copies: 1 } })
    expect(body.settledAt).toBeDefined()
    const copies = await house.as('reader').get(`/api/uploads/${sent.body.upload}/files?outcome=copy,refused`).expect(200)
    expect(copies.body.total).toBe(3)
    expect(copies.body.data.map((file: { name: string }) => file.name)).toEqual(['again.txt', 'scraped.txt', 'empty.txt'])
    expect(copies.body.data[1].copies).toHaveLength(1)
    const table = await house.as('reader').get(`/api/uploads/${sent.body.upload}/report.csv`).expect(200)
    expect(table.text.trim().split('\r\n')).toHaveLength(5)
    expect(table.text).toMatch(/empty\.txt,,0,refused,[^\n]*empty/)
  })

  it('is listed with the newest first', async () => {
    const { body } = await house.as('reader').get('/api/uploads?perPage=1').expect(200)
    expect(body.data[0].id).not.toBe(upload)
    const all = await house.as('reader').get('/api/uploads').expect(200)
    expect(all.body.data.at(-1).id).toBe(upload)
    expect(all.body.total).toBe(all.body.data.length)
  })

  it('is not made up for an upload that never was', async () => {
    await house.as('reader').get('/api/uploads/none').expect(404)
    await house.as('reader').get('/api/uploads/none/files').expect(404)
    await house.as('reader').get('/api/uploads/none/report.csv').expect(404)
    await house.as('reader').get(`/api/uploads/${upload}/files?outcome=lost`).expect(400)
  })
})

describe('the figures', () => {
  it('count articles, copies and files in the store', async () => {
    const { body } = await house.as('reader').get('/api/stats?range=7d').expect(200)
    expect(body).toMatchObject({ range: '7d', articles: 3, copies: 1, clusters: 2, toReview: 1, binned: 0, documents: { refused: 1, queued: 0 } })
    expect(body.days).toHaveLength(7)
    expect(body.days.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), new: 2, copies: 1, exact: 1 })
    expect(Object.values(body.relations)).toEqual([1])
  })

  it('are others once anything has changed, and the same again when that is taken back', async () => {
    const figures = async () => (await house.as('reader').get('/api/stats?range=7d').expect(200)).body
    const before = await figures()
    const [article] = (await house.as('reader').get('/api/articles?perPage=1&body=false').expect(200)).body.data
    await house.as('curator').delete(`/api/articles/${article.id}`).expect(200)
    expect(await figures()).toMatchObject({ articles: before.articles - 1, binned: 1 })
    await house.as('curator').post(`/api/articles/${article.id}/restore`).expect(200)
    expect(await figures()).toMatchObject({ articles: before.articles, binned: 0, copies: before.copies })
  })

  it.each(['status=open', 'standing=open&standing=changed', 'confidence=high', 'kind=identical', 'later=false', 'changedSince=2020-01-01', 'q=BRIDGE', 'relation=identical'])('lead to the clusters behind them, with counts: %s', async (filter) => {
    const { body } = await house.as('reader').get(`/api/clusters?minSize=2&facets=standing,confidence,kind,publisher&sort=newestAt&brief=true&${filter}`).expect(200)
    expect(body).toMatchObject({ total: 1, facets: { standing: { open: 1 }, confidence: { high: 1 }, kind: { identical: 1 } } })
  })

  it('count what people decided, and who still waits', async () => {
    const stats = async () => (await house.as('reader').get('/api/stats?range=24h').expect(200)).body
    const before = await stats()
    expect(before).toMatchObject({ step: 'hour', toReview: 1, queue: { depth: 1 }, review: { confirmed: 0, overturned: 0 } })
    expect(before.review.overturnRate).toBeUndefined()
    expect(Date.parse(before.queue.oldest)).toBeLessThanOrEqual(Date.now())
    const { body } = await house.as('reader').get('/api/clusters?minSize=2').expect(200)
    const [cluster] = body.data
    const review = await house.as('curator').post('/api/decisions').send({ kind: 'review', cluster: cluster.id }).expect(201)
    expect(await stats()).toMatchObject({ toReview: 0, queue: { depth: 0 }, review: { confirmed: 1, overturned: 0, overturnRate: 0 } })
    expect(review.body.decision.effect).toMatch(/^“Harbour bridge closes for a month”: 2 versions were looked through/)
    await house.as('curator').post(`/api/decisions/${review.body.decision.id}/withdraw`).expect(200)
    expect(await stats()).toMatchObject({ queue: { depth: 1 }, review: { confirmed: 0 } })
  })

  it('tell how the machinery is', async () => {
    const { body } = await house.as('contributor').get('/api/system').expect(200)
    expect(body.store.articles).toBe(3)
    expect(body.disk.free).toBeGreaterThan(0)
    expect(body.limits.map((limit: { name: string }) => limit.name)).toContain('LIMIT_FILE_MB')
  })
})

describe('building the index anew', () => {
  it('is begun by an administrator, goes on by itself, and stands in the log of changes', async () => {
    await house.as('curator').post('/api/system/reindex').expect(403)
    const before = await house.parts.engine.identity()
    const { body } = await house.as('admin').post('/api/system/reindex').expect(202)
    expect(body.building).toEqual([{ engine: 'embedded', pending: 3 }])
    await expect.poll(async () => (await house.as('admin').get('/api/system')).body.building, { timeout: 20_000 }).toEqual([])
    expect(await house.parts.engine.identity()).not.toBe(before)
    expect((await house.as('reader').get('/api/search?q=bridge')).body.total).toBe(1)
    const { body: log } = await house.as('admin').get('/api/audit?action=index.renew').expect(200)
    expect(log.total).toBe(1)
  })
})

describe('taking back', () => {
  it('is refused for a file that was read already', async () => {
    const { body } = await house.as('reader').get(`/api/documents?upload=${upload}`).expect(200)
    await house.as('contributor').post(`/api/documents/${body.data[0].id}/cancel`).expect(409)
  })
})
