// Does Meilisearch keep the contract that every engine keeps? Asked of a real one.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openMeilisearch } from '../../../src/engine/meilisearch/meilisearch.ts'
import { engineContract } from '../contract.ts'
import { noteInMemory, serving } from '../serving.ts'
import { available, NO_MEILISEARCH, type Running, runningMeilisearch } from './running.ts'

// Each is several calls over HTTP here.
process.env['HOSTILE_QUESTIONS'] ??= '200'

describe.runIf(available)('with a Meilisearch', () => {
  let running: Running
  beforeAll(async () => {
    running = await runningMeilisearch()
  })
  afterAll(() => running.stop())

  engineContract('Meilisearch', async () => {
    const engine = await openMeilisearch({ ...running, prefix: `test_${randomBytes(6).toString('hex')}_`, note: noteInMemory() })
    return { engine: await serving(engine), discard: () => engine.close() }
  })
})

test('finds a Meilisearch to be held to the contract', (ctx) => {
  ctx.skip(!available, NO_MEILISEARCH)
})
