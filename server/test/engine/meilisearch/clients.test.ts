// Do programs written for Meilisearch work unchanged, on the embedded engine and on a real Meilisearch?
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { describeClients } from './client-laws.ts'
import { available, NO_MEILISEARCH, type Running, runningMeilisearch } from './running.ts'

describeClients('the client of Meilisearch on the embedded engine', () => ({}))

describe.runIf(available)('with a Meilisearch', () => {
  let running: Running
  beforeAll(async () => {
    running = await runningMeilisearch()
  })
  afterAll(() => running.stop())
  describeClients('the client of Meilisearch on Meilisearch', () => ({
    MEILI_HOST: running.host, MEILI_INDEX_PREFIX: `test_${randomBytes(6).toString('hex')}_`, ...(running.apiKey === undefined ? {} : { MEILI_API_KEY: running.apiKey }),
  }))
})

test('finds a Meilisearch for its own client', (ctx) => {
  ctx.skip(!available, NO_MEILISEARCH)
})
