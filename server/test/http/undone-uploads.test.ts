// Can a whole upload be undone, and come back as it was? And does every receipt add up, whatever the mix?
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeZip } from '../intake/make-zip.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryCut, ferryStory, schoolStory } from './texts.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ fileBytes: 100_000, requestBytes: 1_000_000, files: 10 })
})
afterAll(() => house.close())

type Files = Readonly<Record<string, string | Buffer>>

async function send(files: Files): Promise<{ upload: string; documents: { id: string; articles: { id: string }[] }[] }> {
  const form = house.as('contributor').post('/api/documents?wait=60')
  for (const [name, content] of Object.entries(files)) void form.attach('files', Buffer.from(content), name)
  return (await form.expect(200)).body
}

const receipt = async (upload: string) => (await house.as('reader').get(`/api/uploads/${upload}`).expect(200)).body
const article = async (id: string) => (await house.as('reader').get(`/api/articles/${id}`).expect(200)).body

it('takes a batch out and brings it back with its articles, but for what was binned before', async () => {
  const { upload, documents } = await send({ 'ferry.txt': ferryStory(), 'school.txt': schoolStory(), 'pack.zip': makeZip([{ name: 'cut.txt', data: ferryCut() }]), 'empty.txt': '' })
  const before = await receipt(upload)
  const [ferry, school] = documents.slice(0, 2).map((document) => document.articles[0]?.id ?? '')
  await house.as('curator').delete(`/api/articles/${school}`).expect((answer) => answer.status < 300)
  await house.as('contributor').delete(`/api/uploads/${upload}`).expect(403)
  expect((await house.as('curator').delete(`/api/uploads/${upload}`).expect(200)).body).toEqual({ upload, files: 4 })
  expect((await article(ferry ?? '')).status).toBe('binned')
  expect(await receipt(upload)).toMatchObject({ files: 0, removed: { files: 4, by: 'curator of the tests' } })
  await house.as('curator').delete(`/api/uploads/${upload}`).expect(404)
  expect((await house.as('curator').post(`/api/uploads/${upload}/restore`).expect(200)).body).toEqual({ upload, files: 4 })
  expect([(await article(ferry ?? '')).status, (await article(school ?? '')).status]).toEqual(['live', 'binned'])
  const after = await receipt(upload)
  expect(after.removed).toBeUndefined()
  expect(after.outcomes).toMatchObject({ archive: before.outcomes.archive, refused: before.outcomes.refused })
  expect((await article(ferry ?? '')).clusterSize).toBe(2)
  await house.as('curator').post(`/api/uploads/${upload}/restore`).expect(404)
})

it('reads bytes anew that another upload brought too', async () => {
  const first = await send({ 'first.txt': `${ferryStory()}#` })
  const second = await send({ 'second.txt': `${ferryStory()}#` })
  await house.as('curator').delete(`/api/uploads/${first.upload}`).expect(200)
  await expect.poll(async () => (await receipt(second.upload)).outcomes.waiting, { timeout: 20_000 }).toBe(0)
  const [document] = (await house.as('reader').get(`/api/uploads/${second.upload}/files`)).body.data
  expect(document.articles).toHaveLength(1)
  expect(document.duplicateOf).toBeUndefined()
  await house.as('curator').post(`/api/uploads/${first.upload}/restore`).expect(200)
  const [back] = (await house.as('reader').get(`/api/uploads/${first.upload}/files`)).body.data
  expect(back).toMatchObject({ duplicateOf: document.id, articles: [{ id: document.articles[0].id }] })
})

const MIXES: readonly Files[] = [
  { 'a.txt': `${schoolStory()} a` },
  { 'a.txt': '' },
  { 'a.txt': `${schoolStory()} b`, 'b.txt': `${schoolStory()} b`, 'c.jpg': '\u00ff\u00d8\u00ff' },
  { 'm.zip': makeZip([{ name: 'one.txt', data: `${ferryStory()} c` }, { name: 'two.txt', data: '' }, { name: 'three.txt', data: `${ferryStory()} c` }]), 'bad.zip': 'PK\u0003\u0004nothing' },
]

it.each(MIXES.map((files) => [Object.keys(files).join(', '), files] as const))('adds up what came of %s', async (_names, files) => {
  const { upload } = await send(files)
  const { files: received, outcomes, articles, attention } = await receipt(upload)
  const sum = Object.values(outcomes as Record<string, number>).reduce((one, other) => one + other, 0)
  const rows = (await house.as('reader').get(`/api/uploads/${upload}/files?perPage=100`)).body
  const looked = (await house.as('reader').get(`/api/uploads/${upload}/files?attention=true`)).body
  expect([sum, rows.total, looked.total]).toEqual([received, received, attention])
  const own = rows.data.filter((file: { duplicateOf?: string }) => file.duplicateOf === undefined).flatMap((file: { articles: unknown[] }) => file.articles)
  expect(articles.new + articles.copies).toBe(own.length)
})
