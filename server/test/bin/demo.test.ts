// Does the demonstration do what it promises? It prints what it found and one link that opens the panel signed in,
// serves until it is told to stop, and leaves nothing behind.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

let scratch: string
let demo: ChildProcess | undefined

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'copydesk-demo-test-'))
})

afterEach(async () => {
  demo?.kill('SIGKILL')
  await rm(scratch, { recursive: true, force: true })
})

/** What it printed up to and with the link. */
function printedBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (bytes: Buffer) => {
      printed += bytes.toString('utf8')
      if (/signin\?token=\S+\s/.test(printed)) resolve(printed)
    })
    child.once('exit', (code) => reject(new Error(`it ended with ${code} after: ${printed}`)))
  })
}

it('prints its findings and a link that signs in once, and ends cleanly when told to', { timeout: 120_000 }, async () => {
  const env = { PATH: process.env['PATH'], TMPDIR: scratch, PORT: '0' }
  demo = spawn(process.execPath, [PROGRAM, 'demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => demo?.once('exit', resolve))
  const printed = await printedBy(demo)
  expect(printed).toMatch(/Found 17 articles in 12 clusters; 11 stand alone\./)
  expect(printed).toMatch(/\n {2}spun +05-respin\.txt/)

  const link = /http:\S+signin\?token=\S+/.exec(printed)?.[0] ?? ''
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
  const session = await fetch(new URL('/api/session', link), { headers: { cookie } })
  expect(session.status).toBe(200)
  expect(JSON.stringify(await session.json())).toContain('"admin"')
  const again = (await fetch(link, { redirect: 'manual' })).headers.getSetCookie()
  expect(again.join()).not.toMatch(/=[\w-]{20,}/)

  demo.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(await readdir(scratch)).toEqual([])
})
