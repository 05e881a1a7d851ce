// Does a screen hear of all that happens to an upload, in order, also after its line was cut?
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../src/http/http.ts'
import { addUser, cookieOf, MASTER_KEY, openHouse, type TestHouse } from './house.ts'
import { schoolStory } from './texts.ts'

let house: TestHouse
let server: RunningServer
beforeAll(async () => {
  house = await openHouse()
  server = await startServer(house.app, { host: '127.0.0.1', port: 0 }, house.parts.life)
})
afterAll(async () => {
  await server.stop(0)
  await house.close()
})

interface Told {
  readonly id?: number
  readonly name: string
  readonly data: Record<string, unknown>
}

/** Listens until an event of this name came; then hangs up. */
async function listen(query: string, last: string, headers: Record<string, string> = {}): Promise<{ readonly told: readonly Told[]; readonly headers: Headers }> {
  const hangUp = new AbortController()
  const answer = await fetch(`${server.url}/api/events?${query}`, { headers: { Authorization: `Bearer ${MASTER_KEY}`, ...headers }, signal: hangUp.signal })
  expect(answer.status).toBe(200)
  const told: Told[] = []
  let rest = ''
  for await (const piece of (answer.body as unknown as AsyncIterable<Uint8Array>)) {
    const blocks = (rest + Buffer.from(piece).toString()).split('\n\n')
    rest = blocks.pop() ?? ''
    told.push(...blocks.flatMap(parsed))
    if (told.some((one) => one.name === last)) break
  }
  hangUp.abort()
  return { told, headers: answer.headers }
}

function parsed(block: string): Told[] {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
  const [id, name, data] = [fields.get('id'), fields.get('event'), fields.get('data')]
  return name === undefined || data === undefined ? [] : [{ name, data: JSON.parse(data), ...(id === undefined ? {} : { id: Number(id) }) }]
}

async function send(text: string): Promise<string> {
  const { body } = await house.as('contributor').post('/api/documents').attach('files', Buffer.from(text), 'a.txt').expect(202)
  return body.upload
}

describe('the stream of an upload', () => {
  it('tells where it stands and when it is settled, uncompressed and uncached', async () => {
    const upload = await send(schoolStory())
    const { told, headers } = await listen(`upload=${upload}`, 'upload.settled', { 'Accept-Encoding': 'gzip' })
    expect(told.map((one) => one.name)).toEqual(expect.arrayContaining(['hello', 'upload.counts', 'upload.settled']))
    expect(told.find((one) => one.name === 'upload.settled')?.data).toMatchObject({ upload, counts: { done: 1 } })
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(headers.get('cache-control')).toBe('no-cache, no-transform')
    expect(headers.get('content-encoding')).toBeNull()
  })

  it('tells of this upload only', async () => {
    const upload = await send(`${schoolStory()}.`)
    const listening = listen(`upload=${upload}`, 'upload.settled')
    house.notify({ kind: 'document.received', upload: 'another', document: '9', name: 'b.txt' })
    const { told } = await listening
    expect(told.filter((one) => one.name.startsWith('document.')).every((one) => one.data['upload'] === upload)).toBe(true)
  })

  it('is not there for an upload that is not there', async () => {
    await house.as('reader').get('/api/events?upload=nothing').expect(404)
    await house.as('reader').get('/api/events?topics=1;2').expect(400)
  })
})

describe('a line that was cut', () => {
  it('is taken up where it ended, without gaps or repeats', async () => {
    const first = listen('topics=clusters', 'clusters.changed')
    await new Promise((resolve) => setTimeout(resolve, 100))
    for (const actor of ['a', 'b', 'c']) house.notify({ kind: 'clusters.changed', clusters: ['1'], actor })
    const { told } = await first
    const seen = told.filter((one) => one.name === 'clusters.changed')
    const lastId = seen[0]?.id
    house.notify({ kind: 'index.progress', pending: 0 })
    house.notify({ kind: 'clusters.changed', clusters: ['2'], actor: 'last' })
    const again = await listen('topics=clusters', 'clusters.changed', { 'Last-Event-ID': String(lastId) })
    const missed = again.told.filter((one) => one.name === 'clusters.changed')
    expect(missed.map((one) => one.data['actor'])).toEqual(['b', 'c', 'last'])
    expect(missed.every((one, at) => (one.id ?? 0) > (missed[at - 1]?.id ?? lastId ?? 0))).toBe(true)
  })

  it.each(['1', '99999999999999999', 'x', '-1'])('is told to load anew where %s is not known any more', async (id) => {
    const { told } = await listen('topics=index', 'resync', { 'Last-Event-ID': id })
    expect(told.at(-1)?.name).toBe('resync')
  })

  it('ends when its owner may not listen any more', { timeout: 40_000 }, async () => {
    const id = await addUser(house, 'ada@example.org', 'reader')
    const cookie = await cookieOf(house, 'ada@example.org')
    const answer = await fetch(`${server.url}/api/events`, { headers: { Cookie: cookie } })
    await house.as('admin').patch(`/api/users/${id}`).send({ disabled: true }).expect(200)
    for await (const piece of (answer.body as unknown as AsyncIterable<Uint8Array>)) void piece
  })
})
