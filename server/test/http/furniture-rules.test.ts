// Does a rule on page furniture say first what it would strike, hold for all that is read afterwards, and show itself there?
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FurnitureRuleAnswer, RuleTrialAnswer } from '../../src/http/contract/furniture-rules.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryStory, schoolStory } from './texts.ts'

const LINE = 'Brought to you by the friends of the harbour museum at Tannhaven.'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const withLine = (story: string): Buffer => Buffer.from(`${story}\n${LINE}\n`)
const send = async (name: string, content: Buffer) =>
  (await house.as('contributor').post('/api/documents?wait=60').field('publisher', 'The Post').attach('files', content, name).expect(200)).body.documents[0]
const carriedOut = async (order: object) => {
  const { id } = (await house.as('curator').post('/api/tasks').send(order).expect(202)).body
  const task = async () => (await house.as('curator').get(`/api/tasks/${id}`)).body
  await expect.poll(async () => (await task()).status, { timeout: 20_000 }).toBe('done')
  return (await task()).counts
}
const rule = (body: object) => house.as('curator').post('/api/furniture-rules').send(body)

it('is tried on what is there, then holds for what comes, names itself as the reason, and holds no more once removed', async () => {
  const before = await send('before.txt', withLine(ferryStory()))
  const article = async (id: string) => (await house.as('reader').get(`/api/articles/${id}`)).body
  expect((await article(before.articles[0].id)).body).toContain(LINE)

  const pattern = 'brought to you by *museum*'
  const tried = await rule({ pattern, publisher: 'the post', dryRun: true }).expect(200)
  expect(RuleTrialAnswer.parse(tried.body)).toMatchObject({ articles: 1, lines: 1, looked: 1, samples: [{ line: LINE }] })
  expect((await rule({ pattern, publisher: 'Nobody', dryRun: true }).expect(200)).body).toMatchObject({ articles: 0, looked: 0 })
  expect((await house.as('contributor').get('/api/furniture-rules').expect(200)).body.total).toBe(0)

  const made = FurnitureRuleAnswer.parse((await rule({ pattern, publisher: 'The Post' }).expect(201)).body)
  await rule({ pattern, publisher: 'The Post' }).expect(409)
  const after = await send('after.txt', withLine(schoolStory()))
  expect((await article(after.articles[0].id)).body).not.toContain(LINE)
  expect(after.furniture).toContainEqual(expect.objectContaining({ text: LINE, reason: 'rule', says: `rule ‘${pattern}’ by ${made.by}` }))

  await house.as('curator').delete(`/api/furniture-rules/${made.id}`).expect(204)
  await house.as('curator').delete(`/api/furniture-rules/${made.id}`).expect(404)
  const again = await send('again.txt', withLine(`${schoolStory()}\nThe mayor was content with all of it.`))
  expect((await article(again.articles[0].id)).body).toContain(LINE)
})

it('reaches what was read before it by a task, for the articles that its trial named', async () => {
  const [mine] = (await send('stood.txt', withLine(`${ferryStory()}\nNobody minded the delay, the skipper said.`))).articles
  const pattern = 'brought to you by *harbour museum*'
  const { articleIds } = RuleTrialAnswer.parse((await rule({ pattern, dryRun: true }).expect(200)).body)
  expect(articleIds).toContain(mine.id)
  await rule({ pattern }).expect(201)
  const asked = { kind: 'reread', ids: [mine.id] }
  expect((await house.as('curator').post('/api/tasks').send({ ...asked, dryRun: true }).expect(200)).body).toMatchObject({ count: 1, effect: 'Read the files of 1 article again' })
  expect(await carriedOut(asked)).toMatchObject({ changed: 1, failed: 0 })
  expect((await house.as('reader').get(`/api/articles/${mine.id}`)).body).toMatchObject({ status: 'binned' })
  const [now] = (await house.as('reader').get('/api/documents?name=stood.txt')).body.data[0].articles
  expect((await house.as('reader').get(`/api/articles/${now.id}`)).body.body).not.toContain(LINE)
  expect(await carriedOut({ kind: 'reread', ids: [now.id] })).toMatchObject({ changed: 0, same: 1, failed: 0 })
})

it.each([[{ pattern: '*' }], [{ pattern: 'ab' }], [{}], [{ pattern: 'Read more', publisher: '' }], [{ pattern: 'Read more', colour: 'red' }]])('is not made of %j', async (body) => {
  expect((await rule(body)).status).toBe(400)
})
