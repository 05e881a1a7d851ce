// Is a rule on cutting tried on what is there, does it hold for what comes, and hold no more once removed?
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SplitRuleAnswer, SplitTrialAnswer } from '../../src/http/contract/split-rules.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryStory, schoolStory } from './texts.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const digest = (end: string): Buffer => Buffer.from(`${ferryStory()}\n\nto the harbour page\n\n${schoolStory()}\n${end}\n\nto the harbour page\n`)
const send = async (name: string, content: Buffer) => (await house.as('contributor').post('/api/documents?wait=60').attach('files', content, name).expect(200)).body.documents[0]
const rule = (body: object) => house.as('curator').post('/api/split-rules').send(body)

it('is tried on what is there, then holds for what comes, and holds no more once removed', async () => {
  const before = await send('harbour-1.txt', digest('The first of them.'))
  const given = { files: 'harbour-*.txt', cut: 'nowhere' }
  const trial = SplitTrialAnswer.parse((await rule({ ...given, dryRun: true }).expect(200)).body)
  expect(trial).toMatchObject({ files: 1, tried: 1 })
  const cut = { files: 'harbour-*.txt', cut: 'after', line: 'to the harbour page' }
  const both = SplitTrialAnswer.parse((await rule({ ...cut, dryRun: true }).expect(200)).body)
  expect([before.articles.length, trial.samples[0]?.becomes ?? before.articles.length]).toContain(1)
  expect(both.samples[0]?.becomes ?? before.articles.length).toBe(2)
  expect((await house.as('contributor').get('/api/split-rules').expect(200)).body.total).toBe(0)

  const made = SplitRuleAnswer.parse((await rule(cut).expect(201)).body)
  await rule(cut).expect(409)
  expect((await send('harbour-2.txt', digest('The second of them.'))).articles).toHaveLength(2)
  const whole = SplitRuleAnswer.parse((await rule(given).expect(201)).body)
  expect((await send('harbour-3.txt', digest('The third of them.'))).articles).toHaveLength(1)
  for (const { id } of [made, whole]) await house.as('curator').delete(`/api/split-rules/${id}`).expect(204)
  await house.as('curator').delete(`/api/split-rules/${made.id}`).expect(404)
  expect((await send('harbour-4.txt', digest('The fourth of them.'))).articles).toHaveLength(before.articles.length)
})

it.each([[{ cut: 'after', line: 'read more' }], [{ cut: 'after', files: 'a*.txt' }], [{ cut: 'sideways', files: 'abc*' }]])('is not made of %j', async (body) => {
  expect((await rule(body)).status).toBe(400)
})
