// The real service on a throw-away data folder, built as for production: what every test in a browser stands on.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const MAIN = join(ROOT, 'server/dist/main.js')
const KEY = 'key-of-the-browser-tests'
const START_MS = 120_000

export const SEEDS = join(ROOT, 'seeds')

/** The project's own documents, to be sent at once. */
export async function seedFiles(): Promise<FormData> {
  const form = new FormData()
  for (const name of (await readdir(SEEDS)).filter((one) => one !== 'README.md').sort()) {
    form.append('files', new Blob([new Uint8Array(await readFile(join(SEEDS, name)))]), name)
  }
  return form
}

/** The first administrator. */
export const ADA = { email: 'ada@example.org', password: 'a long enough password' } as const

/** Why the tests cannot run, if so. */
export const NOT_BUILT = ['server/dist/main.js', 'admin/dist/index.html', 'admin/dist/admin/index.html'].every((path) => existsSync(join(ROOT, path))) ? undefined : 'server or pages are not built; run npm test or npm run build'

export interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
}

export interface Serving {
  readonly url: string
  /** With the key of an administrator. Throws where the service refuses. */
  ask<T>(path: string, asked?: Asked): Promise<T>
  /** Resolves when the search engine holds all that the store holds. */
  level(): Promise<void>
  /** Kills it in the middle of its work and starts it anew on the same address. */
  restart(): Promise<void>
  /** Ends it and throws its data away. */
  stop(): Promise<void>
}

/** `settings`: of its environment, beside what every test needs. */
export async function serve(settings: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-pages-'))
  const env = { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', MASTER_KEY: KEY, ADMIN_EMAIL: ADA.email, ADMIN_PASSWORD: ADA.password, PUBLIC_SEARCH: 'false', ...settings }
  const start = (port: string): ChildProcess => spawn(process.execPath, [MAIN, 'serve'], { env: { ...env, PORT: port }, stdio: ['ignore', 'ignore', 'pipe'] })
  let child = start('0')
  const url = await addressOf(child)
  const ask: Serving['ask'] = async (path, { method = 'GET', body, form, headers } = {}) => {
    const init: RequestInit = { method, headers: { authorization: `Bearer ${KEY}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers } }
    if (form !== undefined) init.body = form
    if (body !== undefined) init.body = JSON.stringify(body)
    const response = await fetch(url + path, init)
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
    return (await response.json()) as never
  }
  return {
    url,
    ask,
    level: async () => {
      const until = Date.now() + START_MS
      while ((await ask<{ readonly pending: number }>('/ready')).pending > 0) {
        if (Date.now() > until) throw new Error('the search engine did not take the articles in')
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    restart: async () => {
      await end(child, 'SIGKILL')
      child = start(new URL(url).port)
      await addressOf(child)
    },
    stop: async () => {
      await end(child, 'SIGTERM')
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

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}
