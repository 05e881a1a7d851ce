// Does the service as it is really wired hold together: background thread, first administrator, link, stop?
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { startService } from '../../src/startup.ts'
import { MASTER_KEY } from './house.ts'
import { ferryCut, ferryStory } from './texts.ts'

it('takes files in, finds the copy, answers a search, lets the administrator in by a link and stops in time', { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-whole-'))
  const service = await startService(readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', MASTER_KEY, READER_PROCESSES: '1' }))
  const headers = { Authorization: `Bearer ${MASTER_KEY}` }
  const form = new FormData()
  form.append('files', new Blob([ferryStory()]), 'full.txt')
  form.append('files', new Blob([ferryCut()]), 'cut.txt')
  const upload = await fetch(`${service.url}/api/documents?wait=60`, { method: 'POST', body: form, headers })
  expect(upload.status).toBe(200)
  const found = await (await fetch(`${service.url}/api/search?q=marigold`, { headers })).json()
  expect(found).toMatchObject({ total: 1, totalArticles: 2, hits: [{ copies: 1 }] })
  const link = await fetch(await service.adminLink('/admin'), { redirect: 'manual' })
  expect([link.status, link.headers.get('location')]).toEqual([303, '/admin'])
  const cookie = link.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await fetch(`${service.url}/api/session`, { headers: { cookie } })).json()).toMatchObject({ actor: { role: 'admin' } })
  const begun = performance.now()
  await service.stop()
  expect(performance.now() - begun).toBeLessThan(10_000)
  await rm(dataDir, { recursive: true, force: true })
})
