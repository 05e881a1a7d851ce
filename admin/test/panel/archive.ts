// The real service on an empty throw-away archive, built as for production, with an administrator and a reader.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const MAIN = join(ROOT, 'server/dist/main.js')
const KEY = 'key-of-the-panel-tests'
const START_MS = 120_000

export const PEOPLE = {
  admin: { email: 'ada@example.org', password: 'a long enough password' },
  curator: { email: 'ana@example.org', password: 'a third long password' },
  reader: { email: 'rea@example.org', password: 'another long password' },
} as const

/** Why the tests cannot run, if so. */
export const NOT_BUILT = existsSync(MAIN) && existsSync(join(ROOT, 'admin/dist/admin/index.html')) ? undefined : 'server or panel are not built; run npm test or npm run build'

export const SEEDS = join(ROOT, 'seeds')

export interface OpenArchive {
  readonly url: string
  /** With the key of the administrator. Throws where the service refuses. */
  ask<T>(path: string, init?: { readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }): Promise<T>
  /** Sends files and waits until all are settled. */
  send(files: FormData): Promise<void>
  /** Signs its bearer in, once. */
  signInLink(who: keyof typeof PEOPLE): Promise<string>
  /** Killed without a word, and started anew on the same folder and port. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function openArchive(): Promise<OpenArchive> {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-panel-'))
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', MASTER_KEY: KEY, ADMIN_EMAIL: PEOPLE.admin.email, ADMIN_PASSWORD: PEOPLE.admin.password, PUBLIC_SEARCH: 'false' }
  const start = (port: string): ChildProcess => spawn(process.execPath, [MAIN, 'serve'], { env: { ...env, PORT: port }, stdio: ['ignore', 'ignore', 'pipe'] })
  let child = start('0')
  const url = await addressOf(child)
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  const ask: OpenArchive['ask'] = async (path, { method = 'GET', body, headers } = {}) => {
    const response = await fetch(url + path, { method, headers: { authorization: `Bearer ${KEY}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
    return (await response.json()) as never
  }
  await ask('/api/users', { method: 'POST', body: { ...PEOPLE.reader, name: 'Rea', role: 'reader' } })
  await ask('/api/users', { method: 'POST', body: { ...PEOPLE.curator, name: 'Ana', role: 'curator' } })
  return {
    url,
    ask,
    send: async (files) => {
      const response = await fetch(`${url}/api/documents?wait=200`, { method: 'POST', headers: { authorization: `Bearer ${KEY}` }, body: files })
      if (response.status !== 200) throw new Error(`the files were answered with ${response.status}: ${await response.text()}`)
    },
    signInLink: async (who) => {
      const { data } = await ask<{ data: readonly { id: string; email: string }[] }>('/api/users')
      const id = data.find((user) => user.email === PEOPLE[who].email)?.id ?? ''
      return (await ask<{ url: string }>(`/api/users/${id}/sign-in-link`, { method: 'POST', body: { goTo: '/admin/' } })).url
    },
    restart: async () => {
      await end('SIGKILL')
      child = start(new URL(url).port)
      await addressOf(child)
    },
    close: async () => {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Said on standard error once it serves. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`the service did not start: ${said}`)), START_MS)
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)))
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /serves at (http:\S+)/.exec(said)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    })
  })
}
