// How is a service full of invented articles made? Taken in over the same API as people's files, in many uploads, and left
// running until the engine holds them all.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { generator } from './news.mjs'

export const PERSON = { email: 'bench@example.org', password: 'a password of the bench' }
const KEY = 'bench-of-the-panel'
/** Uploads that are sent before the archive is waited for. */
const AT_ONCE = 10

/** A running service with so many articles in it. */
export async function filledArchive(dataDir, articles, uploads) {
  mkdirSync(dataDir)
  const service = await started(dataDir)
  const news = generator(20260101)
  const each = Math.ceil(articles / uploads)
  for (let at = 0; at < uploads; at++) {
    const lines = Array.from({ length: Math.min(each, articles - at * each) }, (_, index) => JSON.stringify(news.article(at * each + index)))
    const form = new FormData()
    form.append('files', new Blob([`${lines.join('\n')}\n`]), `wire-${at}.jsonl`)
    await asked(service, `/api/documents${at % AT_ONCE === AT_ONCE - 1 ? '?wait=100' : ''}`, { method: 'POST', body: form })
  }
  while ((await asked(service, '/api/stats')).articles < articles || (await asked(service, '/ready')).pending > 0) await pause(200)
  return service
}

export function addressOf({ url }) {
  return url
}

export async function stop({ child }) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function started(dataDir) {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  const env = { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', MASTER_KEY: KEY, ADMIN_EMAIL: PERSON.email, ADMIN_PASSWORD: PERSON.password, LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)))
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = /serves at (http:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return { child, url }
}

async function asked({ url }, path, init = {}) {
  const response = await fetch(url + path, { ...init, headers: { authorization: `Bearer ${KEY}` } })
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`)
  return response.json()
}
