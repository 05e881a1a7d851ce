// Does InstantSearch work unchanged, in a real browser, on both engines?
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { describeInstantSearch } from './instant-search.ts'
import { available, NO_MEILISEARCH, type Running, runningMeilisearch } from './running.ts'

const NO_BROWSER = 'there is no browser: none of /usr/bin/chromium and COPYDESK_BROWSER'
const browser = [process.env['COPYDESK_BROWSER'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))

describe.runIf(browser !== undefined)('in a browser', () => {
  describeInstantSearch('InstantSearch on the embedded engine', browser ?? '', () => ({}))

  describe.runIf(available)('with a Meilisearch', () => {
    let running: Running
    beforeAll(async () => {
      running = await runningMeilisearch()
    })
    afterAll(() => running.stop())
    describeInstantSearch('InstantSearch on Meilisearch', browser ?? '', () => ({
      MEILI_HOST: running.host, MEILI_INDEX_PREFIX: `test_${randomBytes(6).toString('hex')}_`, ...(running.apiKey === undefined ? {} : { MEILI_API_KEY: running.apiKey }),
    }))
  })
})

test('finds a browser and a Meilisearch for InstantSearch', (ctx) => {
  ctx.skip(browser === undefined, NO_BROWSER)
  ctx.skip(!available, NO_MEILISEARCH)
})
