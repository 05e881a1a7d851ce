// The real service on a throw-away data folder, built as for production, with the project's own documents in it.
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

export const ADA = { email: 'ada@example.org', password: 'a long enough password' } as const

/** Why the tests cannot run, if so. */
export const NOT_BUILT = existsSync(MAIN) && existsSync(join(ROOT, 'admin/dist/index.html')) ? undefined : 'server or pages are not built; run npm test or npm run build'

export interface Service {
  readonly url: string
  /** Sends a file and waits until it can be searched. Returns the ids of its articles. */
  send(name: string, content: string): Promise<readonly string[]>
  /** The id of the first article of a file of `seeds/`. */
  articleOf(name: string): string
  ask<T>(path: string): Promise<T>
  stop(): Promise<void>
}

interface Sent {
  readonly documents: readonly { readonly name: string; readonly articles: readonly { readonly id: string }[] }[]
}

export async function startService(): Promise<Service> {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-pages-'))
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', MASTER_KEY: KEY, ADMIN_EMAIL: ADA.email, ADMIN_PASSWORD: ADA.password, PUBLIC_SEARCH: 'false' }
  const child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const url = await addressOf(child)
  const form = new FormData()
  for (const name of (await readdir(join(ROOT, 'seeds'))).filter((one) => one !== 'README.md').sort()) {
    form.append('files', new Blob([new Uint8Array(await readFile(join(ROOT, 'seeds', name)))]), name)
  }
  const seeds = await sent(url, form)
  return {
    url,
    send: async (name, content) => {
      const one = new FormData()
      one.append('files', new Blob([content]), name)
      return (await sent(url, one)).documents.flatMap((document) => document.articles.map((article) => article.id))
    },
    articleOf: (name) => seeds.documents.find((document) => document.name === name)?.articles[0]?.id ?? '',
    ask: (path) => asked(url, path),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
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

async function sent(url: string, form: FormData): Promise<Sent> {
  const answer = await asked<Sent>(url, '/api/documents?wait=200', { method: 'POST', body: form })
  const until = Date.now() + START_MS
  while ((await asked<{ readonly pending: number }>(url, '/ready')).pending > 0) {
    if (Date.now() > until) throw new Error('the search engine did not take the articles in')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return answer
}

async function asked<T>(url: string, path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url + path, { ...init, headers: { authorization: `Bearer ${KEY}` } })
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}
