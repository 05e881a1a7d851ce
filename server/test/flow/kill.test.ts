// Is anything lost when the process is killed? Uploads go on while it is killed at random moments; whatever was
// acknowledged must be there afterwards, byte for byte, and be settled without a person's help.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../src/domain/document.ts'
import { headers, type ServiceProcess, startProcess } from './process.ts'

const KILLS = Number(process.env['KILLS'] ?? 5)
const seed = Number(process.env['SEED'] ?? 20_261)
const WORDS = 'harbour council mayor flood bridge ticket ferry school budget vote storm market river guild tower choir lantern orchard'.split(' ')

/** Park and Miller's generator: the same run for the same seed. */
function* numbers(from: number): Generator<number, never> {
  let state = from
  for (;;) {
    state = (state * 48_271) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

interface Acknowledged {
  readonly id: string
  readonly sha256: string
}

describe(`killed ${KILLS} times (seed ${seed})`, () => {
  const random = numbers(seed)
  const next = () => random.next().value
  const ledger: Acknowledged[] = []
  let dataDir: string
  let service: ServiceProcess | undefined

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'copydesk-kill-'))
  })
  afterAll(async () => {
    await service?.end('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  })

  const article = (at: number) => {
    const sentence = () => Array.from({ length: 12 }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ')
    return `Report ${at} from the ${WORDS[at % WORDS.length]}\n\n${Array.from({ length: 12 }, () => `${sentence()} ${Math.floor(next() * 1e6)}.`).join('\n\n')}\n`
  }

  const upload = async (url: string, at: number) => {
    const text = article(at)
    const form = new FormData()
    form.append('files', new Blob([text]), `report-${at}.txt`)
    const response = await fetch(`${url}/api/documents`, { method: 'POST', body: form, headers: headers() })
    if (response.status !== 202) return
    const { documents } = (await response.json()) as { documents: Document[] }
    ledger.push({ id: documents[0]?.id ?? '', sha256: createHash('sha256').update(text).digest('hex') })
  }

  it('loses nothing that was acknowledged, and goes on by itself', async () => {
    let sent = 0
    for (let kill = 0; kill < KILLS; kill++) {
      service = await startProcess(dataDir)
      const { url } = service
      // Counted in acknowledgements, so that a slow machine is hurt as often; then at any moment of the next one.
      const enough = ledger.length + Math.ceil(next() * 12)
      let reached = () => {}
      const acknowledged = new Promise<void>((resolve) => (reached = resolve))
      const feeder = (async () => {
        // A connection that breaks with the process was not acknowledged: nothing to remember.
        while (await upload(url, sent++).then(() => true, () => false)) if (ledger.length >= enough) reached()
      })()
      await Promise.race([acknowledged, feeder])
      await pause(next() * 150)
      await service.end('SIGKILL')
      await feeder
    }
    expect(ledger.length).toBeGreaterThan(KILLS)
    service = await startProcess(dataDir)
    await expectAllSettled(service.url)
  }, 180_000)

  async function expectAllSettled(url: string): Promise<void> {
    const ask = async <T>(path: string) => (await (await fetch(url + path, { headers: headers() })).json()) as T
    await expect.poll(async () => (await ask<{ total: number }>('/api/documents?status=queued')).total + (await ask<{ total: number }>('/api/documents?status=processing')).total, { timeout: 60_000 }).toBe(0)
    for (const { id, sha256 } of ledger) {
      const document = await ask<Document>(`/api/documents/${id}`)
      expect(document).toMatchObject({ id, sha256, status: 'done' })
      expect(document.articles).toHaveLength(1)
      const bytes = Buffer.from(await (await fetch(`${url}/api/documents/${id}/original`, { headers: headers() })).arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    await expect.poll(async () => (await ask<{ pending: number }>('/ready')).pending, { timeout: 30_000 }).toBe(0)
  }

  it('stops on SIGTERM within ten seconds, with exit code 0', async () => {
    const began = Date.now()
    expect(await service?.end('SIGTERM')).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
  })
})
