// What befalls a data folder in real use, under a service that runs: does it say what is wrong, and go on?
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
