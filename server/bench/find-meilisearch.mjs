// Where do measurements find a Meilisearch? MEILI_HOST, or a `meilisearch` on the PATH, started in the given folder.
import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openMeilisearch } from '../dist/engine/engine.js'

/** @returns {Promise<{host: string, apiKey: string | undefined, stop: () => Promise<unknown>} | undefined>} */
export async function findMeilisearch(folder) {
  if (process.env.MEILI_HOST !== undefined) return { host: process.env.MEILI_HOST, apiKey: process.env.MEILI_API_KEY, stop: async () => {} }
  return ownMeilisearch(folder)
}

/** One of our own, that may be ended and started again at the same address. @returns {Promise<{host: string, apiKey: undefined, start: () => Promise<void>, stop: () => Promise<unknown>} | undefined>} */
export async function ownMeilisearch(folder) {
  if (spawnSync('meilisearch', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined
  const port = await freePort()
  const host = `http://127.0.0.1:${port}`
  const options = ['--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'meilisearch'), '--log-level', 'ERROR']
  let own
  const start = async () => {
    own = spawn('meilisearch', options, { cwd: folder, stdio: 'ignore', env: { ...process.env, MEILI_NO_ANALYTICS: 'true' } })
    while (!(await fetch(`${host}/health`).then((answer) => answer.ok, () => false))) await pause(50)
  }
  await start()
  return { host, apiKey: undefined, start, stop: () => new Promise((resolve) => own.once('exit', resolve).kill('SIGKILL')) }
}

/** Our engine on a Meilisearch, with an empty index that serves. */
export async function openServing({ host, apiKey }, prefix) {
  let held
  const note = { read: async () => held, write: async (value) => (held = value) }
  const engine = await openMeilisearch({ host, apiKey, prefix, note })
  for (const generation of await engine.generations()) await engine.promote(await generation.identity())
  return engine
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
