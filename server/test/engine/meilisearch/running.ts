// Where do these tests find a Meilisearch? MEILI_HOST, then a `meilisearch` on the PATH, started with a folder of its own;
// neither: the tests are skipped, and say so.
import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const NO_MEILISEARCH = 'there is no Meilisearch: MEILI_HOST is not set and no `meilisearch` is on the PATH'

export interface Running {
  readonly host: string
  readonly apiKey?: string
  /** Holds its data; only of one that was started here. */
  readonly folder?: string
  /** Ends the process at once and keeps its folder; only for one that was started here. */
  kill(): Promise<void>
  /** Starts it again on the same port; `wiped`: with an empty folder. */
  start(wiped?: boolean): Promise<void>
  stop(): Promise<void>
}

export function binary(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, 'meilisearch')).find(isProgram)
}

export const available = process.env['MEILI_HOST'] !== undefined || binary() !== undefined

/** One that the tests may kill. */
export const startable = binary() !== undefined

/** The engine of MEILI_HOST, or else one started here. */
export async function runningMeilisearch(): Promise<Running> {
  const host = process.env['MEILI_HOST']
  const apiKey = process.env['MEILI_API_KEY']
  if (host === undefined) return startMeilisearch()
  const refused = () => Promise.reject(new Error('the engine of MEILI_HOST is not ours to end'))
  return { host, ...(apiKey === undefined ? {} : { apiKey }), kill: refused, start: refused, stop: () => Promise.resolve() }
}

/** `masterKey`: asked of everybody who calls. */
export async function startMeilisearch(masterKey?: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-'))
  const port = await freePort()
  const host = `http://127.0.0.1:${port}`
  let child = await begin(folder, port, host, masterKey)
  const kill = () => end(child)
  return {
    host,
    folder,
    kill,
    start: async (wiped = false) => {
      await kill()
      if (wiped) rmSync(join(folder, 'data'), { recursive: true, force: true })
      child = await begin(folder, port, host, masterKey)
    },
    stop: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

const STARTS_WITHIN = 20_000

async function begin(folder: string, port: number, host: string, masterKey: string | undefined): Promise<ChildProcess> {
  const options = ['--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'data'), '--log-level', 'ERROR', '--max-indexing-memory', '256MiB', '--max-indexing-threads', '2', ...(masterKey === undefined ? [] : ['--master-key', masterKey])]
  const child = spawn(binary() ?? 'meilisearch', options, { cwd: folder, stdio: 'ignore', env: { ...process.env, MEILI_NO_ANALYTICS: 'true', TMPDIR: folder } })
  const until = Date.now() + STARTS_WITHIN
  while (Date.now() < until) {
    if (await healthy(host)) return child
    await pause(50)
  }
  await end(child)
  throw new Error('Meilisearch did not start')
}

async function healthy(host: string): Promise<boolean> {
  try {
    return (await fetch(`${host}/health`)).ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
