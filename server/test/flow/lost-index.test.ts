// Does the index become whole again by itself? Articles are taken out of the engine behind the service's back.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmbedded } from '../../src/engine/engine.ts'
import { running } from './running.ts'

it('is mended after the next start when the engine lost an article without knowing', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-lost-'))
  try {
    const story = (word: string) => `The ${word} of Lower Tarn\n\n${Array.from({ length: 12 }, (_, at) => `The ${word} was seen by ${at + 3} people at the old mill on day ${at * 7}.`).join('\n\n')}\n`
    const before = await running({}, dataDir)
    const { documents } = await before.send({ 'heron.txt': story('heron'), 'badger.txt': story('badger') })
    await before.stop()
    const engine = await openEmbedded({ dataDir })
    await engine.apply([], [documents[0]?.articles[0]?.id as string])
    await engine.close()
    const after = await running({}, dataDir)
    try {
      const found = async () => (await after.ask<{ total: number }>('/api/search?q=heron')).total
      await expect.poll(found, { timeout: 60_000 }).toBe(1)
    } finally {
      await after.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 120_000)
