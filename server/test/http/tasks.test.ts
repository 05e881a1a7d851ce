// Is one thing done to many articles as it was previewed, only where nobody was faster, and taken back exactly?
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ArticleAnswer } from '../../src/http/contract/articles.ts'
import { TaskAnswer, TaskListAnswer, TaskPreview, TaskWithFailures } from '../../src/http/contract/tasks.ts'
import { openHouse, type TestHouse } from './house.ts'
import { ferryCut, ferryStory, schoolStory } from './texts.ts'

let house: TestHouse
let full: string, cut: string, school: string

beforeAll(async () => {
  house = await openHouse()
  const { body } = await house.as('contributor').post('/api/documents?wait=60')
    .attach('files', Buffer.from(ferryStory()), 'full.txt').attach('files', Buffer.from(ferryCut()), 'cut.txt').attach('files', Buffer.from(schoolStory()), 'school.txt').expect(200)
  ;[full = '', cut = '', school = ''] = body.documents.map((document: { articles: { id: string }[] }) => document.articles[0]?.id)
  await level()
})
afterAll(() => house.close())

const level = () => vi.waitFor(async () => expect((await house.as('reader').get('/ready')).body.pending).toBe(0), { timeout: 30_000, interval: 50 })
const order = (body: object) => house.as('curator').post('/api/tasks').send(body)
const article = async (id: string): Promise<ArticleAnswer> => (await house.as('reader').get(`/api/articles/${id}`).expect(200)).body

async function ended(id: string): Promise<TaskAnswer> {
  return vi.waitFor(async () => {
    const { body } = await house.as('contributor').get(`/api/tasks/${id}`).expect(200)
    expect(['done', 'failed', 'cancelled']).toContain(body.status)
    return TaskWithFailures.parse(body)
  }, { timeout: 20_000, interval: 20 })
}

async function done(body: object): Promise<TaskAnswer> {
  return ended(TaskAnswer.parse((await order(body).expect(202)).body).id)
}

async function undone(id: string): Promise<TaskAnswer> {
  return ended((await house.as('curator').post(`/api/tasks/${id}/undo`).expect(202)).body.id)
}

/** All that anyone can ask for of the archive, but what says that something was changed. */
async function state(): Promise<unknown> {
  const { body } = await house.as('reader').get('/api/articles').query({ perPage: 100, sort: 'id' })
  const clusters = await Promise.all([...new Set(body.data.map((one: ArticleAnswer) => one.clusterId))].map(async (id) => (await house.as('reader').get(`/api/clusters/${String(id)}`)).body))
  const still = ({ version: _version, updatedAt: _updatedAt, ...rest }: Record<string, unknown>) => rest
  return { articles: body.data.map(still), clusters: clusters.map(still) }
}

describe('a task', () => {
  it('says before what it would meet, and changes nothing by saying so', async () => {
    const before = await state()
    const { body } = await order({ kind: 'tag', tag: 'sea', filter: { createdFrom: '2020-01-01' }, dryRun: true }).expect(200)
    expect(TaskPreview.parse(body)).toMatchObject({ count: 3, same: 0, effect: 'Tag 3 articles “sea”' })
    expect(body.samples.map((one: { id: string }) => one.id).sort()).toEqual([full, cut, school].sort())
    expect(await state()).toEqual(before)
  })

  it('tags all that a search finds, tells it on the event stream, and is taken back exactly', async () => {
    const events: object[] = []
    const stop = house.parts.subscribe((event) => void (event.kind === 'task.changed' && events.push(event)))
    const before = await state()
    const task = await done({ kind: 'tag', tag: 'sea', filter: { q: 'Marigold' } })
    expect(task).toMatchObject({ status: 'done', total: 2, counts: { waiting: 0, changed: 2, same: 0, skipped: 0, failed: 0 }, undoable: true, question: { q: 'Marigold' } })
    expect([(await article(full)).tags, (await article(school)).tags]).toEqual([['sea'], []])
    expect((await house.as('reader').get('/api/articles').query({ tags: 'sea' })).body.total).toBe(2)
    expect(events.at(-1)).toMatchObject({ task: task.id, status: 'done', total: 2, done: 2 })
    stop()
    expect(await undone(task.id)).toMatchObject({ kind: 'undo', undoes: task.id, counts: { changed: 2 }, undoable: false })
    expect(await state()).toEqual(before)
    await house.as('curator').post(`/api/tasks/${task.id}/undo`).expect(409)
    expect((await ended(task.id)).undoable).toBe(false)
  })

  it('sets a publisher and puts back who it was, and the words that said so', async () => {
    const before = await state()
    const task = await done({ kind: 'set-publisher', publisher: 'The Tannhaven Post', ids: [full, school] })
    expect(await article(school)).toMatchObject({ publisher: 'The Tannhaven Post' })
    await undone(task.id)
    expect(await state()).toEqual(before)
  })

  it('bins the head of a cluster and brings it back to the very same cluster', async () => {
    const before = await state()
    const task = await done({ kind: 'bin', ids: [full] })
    expect((await article(cut)).clusterSize).toBe(1)
    await undone(task.id)
    expect(await state()).toEqual(before)
    const both = await done({ kind: 'bin', filter: { q: 'Marigold' } })
    expect((await house.as('reader').get('/api/articles')).body.total).toBe(1)
    await level()
    expect((await order({ kind: 'restore', filter: { status: 'binned', q: 'ferry tannhaven' }, dryRun: true })).body.count).toBe(1)
    await undone(both.id)
    expect(await state()).toEqual(before)
  })

  it('leaves alone what somebody changed meanwhile, on the way and on the way back', async () => {
    await house.parts.store.transaction(async (store) => {
      const actor = { kind: 'user', id: '1', name: 'Cora', role: 'curator' } as const
      const task = await store.tasks.add({ kind: 'tag', word: 'late' }, { ids: [full, school] }, actor, new Date().toISOString())
      expect(task.total).toBe(2)
      const { version } = (await store.articles.get(school)) ?? { version: 0 }
      await store.articles.edit(school, version, { dateline: 'TANNHAVEN' }, actor, new Date().toISOString())
    })
    const { body } = await house.as('contributor').get('/api/tasks').expect(200)
    const task = await ended(TaskListAnswer.parse(body).data[0]?.id ?? '')
    expect(task.counts).toMatchObject({ changed: 1, skipped: 1 })
    const now = await article(full)
    await house.as('curator').patch(`/api/articles/${full}`).set('If-Match', `"${now.version}"`).send({ dateline: 'TANNHAVEN' }).expect(200)
    expect((await undone(task.id)).counts).toMatchObject({ changed: 0, skipped: 1 })
    expect((await article(full)).tags).toEqual(['late'])
  })

  it('sends articles to the index again, looks for copies again, and looks the whole index through', async () => {
    expect((await done({ kind: 'reindex', filter: {} })).counts.changed).toBe(3)
    await level()
    const before = await state()
    expect((await done({ kind: 'recheck', filter: {} })).counts).toMatchObject({ same: 3 })
    expect(await state()).toEqual(before)
    const looked = await done({ kind: 'verify' })
    expect(looked).toMatchObject({ total: 3, counts: { changed: 0, same: 3 }, undoable: false })
    await house.as('curator').post(`/api/tasks/${looked.id}/undo`).expect(409)
  })

  it.each([
    [{ kind: 'tag', ids: ['1'] }], [{ kind: 'bin', tag: 'x', ids: ['1'] }], [{ kind: 'bin' }], [{ kind: 'bin', ids: ['1'], filter: {} }], [{ kind: 'erase', ids: ['1'] }],
    [{ kind: 'bin', filter: { colour: 'red' } }], [{ kind: 'set-publisher', ids: ['1'] }], [{ kind: 'verify', filter: {} }], [{ kind: 'bin', ids: [] }],
  ])('is not begun by %j', async (body) => {
    expect((await order(body)).status).toBe(400)
  })

  it('is not begun over nothing, nor by who may not', async () => {
    await order({ kind: 'bin', filter: { publisher: 'Nobody at all' } }).expect(409)
    await house.as('contributor').post('/api/tasks').send({ kind: 'bin', filter: {} }).expect(403)
    await house.as('contributor').get('/api/tasks/424242').expect(404)
  })
})
