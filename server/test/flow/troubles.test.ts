// What befalls a data folder in real use, under a service that runs: does it say what is wrong, and go on?
import { mkdir, mkdtemp, open, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerCalls, Caller } from '../../src/background/relay.ts'
import { asProblemError } from '../../src/http/problem-answer.ts'
import { DATABASE_FILE, openStore } from '../../src/store/store.ts'
import { makeZip } from '../intake/make-zip.ts'
import { type Running, running } from './running.ts'

let service: Running
beforeAll(async () => {
  service = await running()
})
afterAll(() => service.stop())

const story = (word: string) => `The ${word} of Lower Tarn\n\n${Array.from({ length: 12 }, (_, at) => `The ${word} was seen by ${at + 3} people at the old mill on day ${at * 7}.`).join('\n\n')}\n`

describe('a folder that somebody cleared away', () => {
  it.each(['spool', 'incoming', 'blobs'])('is made again: %s', async (folder) => {
    const gone = () => rm(join(service.dataDir, folder), { recursive: true })
    await gone()
    const { documents } = await service.send({ [`${folder}.txt`]: story(folder), [`${folder}.zip`]: makeZip([{ name: `${folder}-2.txt`, data: story(`${folder} heron`) }]) })
    expect(documents.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
    expect(await (await service.raw(`/api/documents/${documents[0]?.id}/original`)).text()).toBe(story(folder))
    await gone()
    expect((await service.send({ 'look.txt': story('otter') }, 'dryRun=true')).documents[0]).toMatchObject({ status: 'done' })
    expect((await service.post<{ matches: unknown[] }>('/api/check', { text: story(folder) })).matches).not.toEqual([])
    await service.ask('/api/system')
    await service.send({ 'again.txt': `${story(folder)}${folder}` })
  })
})

describe('a service on a data folder that cannot be used', () => {
  const scribble = async (path: string) => {
    const file = await open(path, 'r+')
    await file.write(Buffer.alloc(4_096, 0xa5), 0, 4_096, 0)
    await file.close()
  }
  it.each([
    ['written over at its head', 'archive-damaged', scribble],
    ['cut off', 'archive-damaged', async (path: string) => truncate(path, Math.floor((await stat(path)).size / 2))],
    ['not there, for a folder has its name', 'not-writable', async (path: string) => { await rm(path); await mkdir(path) }],
  ])('does not start and says why: its database is %s', async (_what, code, harm) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-harmed-'))
    await (await openStore({ dataDir })).close()
    await harm(join(dataDir, DATABASE_FILE))
    await expect(running({}, dataDir)).rejects.toMatchObject({ problem: { code, detail: expect.stringContaining('DATA_DIR') } })
    await rm(dataDir, { recursive: true })
  })

  it('does not start and says why: it is a file', async () => {
    const dataDir = join(service.dataDir, 'a-file')
    await writeFile(dataDir, 'x')
    await expect(running({}, dataDir)).rejects.toMatchObject({ problem: { code: 'not-writable' } })
  })
})

it('a database that was deleted under the service takes nothing more, and nobody is told that it did', async () => {
  const harmed = await running()
  await rm(join(harmed.dataDir, DATABASE_FILE))
  const form = new FormData()
  form.append('files', new Blob([story('crane')]), 'crane.txt')
  const refused = await harmed.raw('/api/documents', { method: 'POST', body: form })
  expect(await refused.json()).toMatchObject({ status: 507, code: 'not-writable', detail: expect.stringContaining('deleted or replaced') })
  expect((await harmed.raw('/ready')).status).toBe(503)
  await harmed.stop()
})

it('a request that is too long to be read, or none, is told so in words', async () => {
  const answer = await service.raw(`/api/search?q=${'w'.repeat(30_000)}`)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status: 431, detail: expect.stringContaining('16,384 bytes') })
  expect(await (await service.raw('/api/articles?page=-1')).json()).toMatchObject({ status: 400, detail: expect.stringMatching(/^page: must be a whole number from 1 to/) })
})

it.each([
  ['ENOSPC', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EROFS', 'not-writable'],
  ['SQLITE_READONLY_DBMOVED', 'not-writable'],
  ['SQLITE_IOERR_WRITE', 'not-writable'],
  ['SQLITE_CORRUPT_VTAB', 'archive-damaged'],
])('a disk that says %s is named as it is, from whichever thread', async (code, told) => {
  const fall = () => Promise.reject(Object.assign(new Error(`${code}: write failed`), { code }))
  const { port1, port2 } = new MessageChannel()
  answerCalls(port1, { fall })
  await expect(new Caller(port2).call('fall', [])).rejects.toMatchObject({ problem: { code: told } })
  port1.close()
  expect(await fall().catch(asProblemError)).toMatchObject({ problem: { code: told } })
})
