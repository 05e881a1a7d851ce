// Does a running service outlive its Meilisearch? It is ended, wiped, set back and broken while articles come in: uploads
// go on, searches are answered, and afterwards the index is whole without anybody's help.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NO_MEILISEARCH, type Running as Engine, startable, startMeilisearch } from '../engine/meilisearch/running.ts'
import { type Unreliable, unreliable } from '../engine/meilisearch/unreliable.ts'
import { type Running, running } from './running.ts'

interface System {
  readonly store: { readonly articles: number }
  readonly engine: { readonly up: boolean; readonly articles: number; readonly trouble?: { readonly code: string } }
  readonly index: { readonly pending: number }
  readonly building: readonly unknown[]
}


describe.runIf(startable)('with a Meilisearch that may be ended', () => {
  let engine: Engine
  let between: Unreliable
  let service: Running
  beforeAll(async () => {
    engine = await startMeilisearch()
    between = await unreliable(engine.host)
    service = await running({ MEILI_HOST: between.host })
  }, 120_000)
  afterAll(async () => {
    await service.stop()
    await between.stop()
    await engine.stop()
  })
  const story = (word: string) => `The ${word} of Lower Tarn\n\n${Array.from({ length: 12 }, (_, at) => `The ${word} was seen by ${at + 3} people at the old ${word} mill on day ${at * 7}.`).join('\n\n')}\n`
  const found = async (word: string) => {
    const { total, degraded } = await service.ask<{ readonly total: number; readonly degraded?: string }>(`/api/search?q=${word}`)
    return { total, standIn: degraded !== undefined }
  }
  const system = () => service.ask<System>('/api/system')
  const isWhole = async () => {
    const { store, engine: index, index: { pending }, building } = await system()
    return index.up && pending === 0 && building.length === 0 && index.articles === store.articles
  }
  const whole = () => expect.poll(isWhole, { timeout: 60_000, interval: 250 }).toBe(true)
  /** Found by the engine itself. */
  const level = async (...words: string[]): Promise<void> => {
    await whole()
    for (const word of words) await expect.poll(() => found(word), { timeout: 20_000, interval: 250 }).toMatchObject({ total: 1, standIn: false })
  }

  test('takes in, finds and catches up while the engine is ended', { timeout: 120_000 }, async () => {
    await service.send({ 'heron.txt': story('heron') })
    await level('heron')
    await engine.kill()
    await service.send({ 'badger.txt': story('badger') }, 'wait=20')
    await expect.poll(() => found('badger'), { timeout: 20_000 }).toMatchObject({ total: 1, standIn: true })
    expect((await service.raw('/ready')).status).toBe(200)
    expect(await service.ask('/ready')).toMatchObject({ engine: { up: false, trouble: 'unreachable' } })
    await engine.start()
    await level('heron', 'badger')
  })

  test('says why the engine does not answer while it is broken, and catches up', { timeout: 120_000 }, async () => {
    between.set({ kind: 'broken' })
    await service.send({ 'otter.txt': story('otter') }, 'wait=20')
    await expect.poll(() => found('otter'), { timeout: 20_000 }).toMatchObject({ total: 1, standIn: true })
    expect((await system()).engine).toMatchObject({ up: false, trouble: { code: 'internal' } })
    between.set({ kind: 'fair' })
    await level('otter')
  })

  test('fills the engine again when it was wiped, and when it was set back to an older state', { timeout: 180_000 }, async () => {
    await engine.kill()
    const folder = engine.folder ?? ''
    cpSync(join(folder, 'data'), join(folder, 'older'), { recursive: true })
    await engine.start(true)
    await service.send({ 'stoat.txt': story('stoat') })
    await level('heron', 'stoat')
    await engine.kill()
    rmSync(join(folder, 'data'), { recursive: true })
    cpSync(join(folder, 'older'), join(folder, 'data'), { recursive: true })
    await engine.start()
    await expect.poll(() => found('stoat'), { timeout: 20_000 }).toMatchObject({ total: 1 })
    await level('heron', 'badger', 'otter', 'stoat')
  })
})

test('finds a Meilisearch to be ended under a service', (ctx) => {
  ctx.skip(!startable, NO_MEILISEARCH)
})
