// A whole service for a test: real store, real engine, real children, on a throw-away folder and a free port.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { startService } from '../../src/startup.ts'
import type { Document } from '../../src/domain/document.ts'

export const MASTER_KEY = 'a-key-for-tests-only'

export interface Running {
  readonly url: string
  readonly dataDir: string
  /** GET, or what `init` says; the answer's JSON. Throws on any status but 2xx. */
  ask<T>(path: string, init?: RequestInit): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  raw(path: string, init?: RequestInit): Promise<Response>
  /** Sends files and waits until all are settled. */
  send(files: Readonly<Record<string, string | Uint8Array>>, query?: string): Promise<Sent>
  sendPaths(paths: readonly string[]): Promise<Sent>
  stop(): Promise<void>
}

export interface Sent {
  readonly upload: string
  readonly documents: readonly Document[]
}

export async function running(environment: Readonly<Record<string, string>> = {}, dataDir?: string): Promise<Running> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'copydesk-test-')))
  const service = await startService(readConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'fatal', MASTER_KEY, ...environment }))
  const raw = (path: string, init: RequestInit = {}) =>
    fetch(service.url + path, { ...init, headers: { authorization: `Bearer ${MASTER_KEY}`, ...(init.headers as Record<string, string> | undefined) } })
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await raw(path, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${init?.method ?? 'GET'} ${path}: ${response.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  const send = (files: Readonly<Record<string, string | Uint8Array>>, query = 'wait=120') => {
    const form = new FormData()
    for (const [name, content] of Object.entries(files)) form.append('files', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
    return ask<Sent>(`/api/documents?${query}`, { method: 'POST', body: form })
  }
  return {
    url: service.url,
    dataDir: folder,
    ask,
    raw,
    send,
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    sendPaths: async (paths) => send(Object.fromEntries(await Promise.all(paths.map(async (path) => [basename(path), await readFile(path)] as const)))),
    stop: async () => {
      await service.stop()
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
