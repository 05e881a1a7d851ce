// Is a task of many articles carried through, although the process is killed in the middle of it?
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { TaskAnswer } from '../../src/http/contract/tasks.ts'
import { headers, type ServiceProcess, startProcess } from './process.ts'

const ARTICLES = 100
const WORDS = 'harbour council mayor flood bridge ticket ferry school budget vote storm market river guild tower choir lantern orchard'.split(' ')

describe('a task whose process is killed', () => {
  let service: ServiceProcess | undefined
  let dataDir: string | undefined
  afterAll(async () => {
    await service?.end('SIGKILL')
    if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true })
  })

  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${service?.url}${path}`, { ...init, headers: { ...headers(), 'content-type': 'application/json' } })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const task = (id: string) => ask<TaskAnswer>(`/api/tasks/${id}`)

  it('goes on after the next start, changes every article once, and is taken back whole', async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'copydesk-task-'))
    service = await startProcess(dataDir)
    const text = (at: number) => Array.from({ length: 30 }, (_, word) => `${WORDS[(at * 7 + word * (1 + (at % 11))) % WORDS.length]}${(at * 31 + word * 17) % 997}`).join(' ')
    const records = Array.from({ length: ARTICLES }, (_, at) => JSON.stringify({ id: `r${at}`, headline: `Report ${at}`, text: text(at) })).join('\n')
    const form = new FormData()
    form.append('files', new Blob([records]), 'reports.jsonl')
    await fetch(`${service.url}/api/documents?wait=60`, { method: 'POST', body: form, headers: headers() })
    const { id, total } = await ask<TaskAnswer>('/api/tasks', { kind: 'tag', tag: 'swept', filter: {} })
    expect(total).toBe(ARTICLES)
    await expect.poll(async () => (await task(id)).counts.changed, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0)
    await service.end('SIGKILL')
    service = await startProcess(dataDir)
    await expect.poll(async () => (await task(id)).status, { timeout: 30_000 }).toBe('done')
    expect((await task(id)).counts).toEqual({ waiting: 0, changed: ARTICLES, same: 0, skipped: 0, failed: 0 })
    expect((await ask<{ total: number }>('/api/articles?tags=swept')).total).toBe(ARTICLES)
    expect((await ask<{ data: readonly { version: number }[] }>('/api/articles?perPage=100')).data.map(({ version }) => version)).toEqual(Array.from({ length: 100 }, () => 2))
    const undo = await ask<TaskAnswer>(`/api/tasks/${id}/undo`, {})
    await expect.poll(async () => (await task(undo.id)).counts.changed, { timeout: 30_000 }).toBe(ARTICLES)
    expect((await ask<{ total: number }>('/api/articles?tags=swept')).total).toBe(0)
  }, 120_000)
})
