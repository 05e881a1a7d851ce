// What must InstantSearch do on an archive that it takes for a Meilisearch? Driven in a real browser: type, facet, sort, page.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MASTER_KEY, openHouse, type TestHouse } from '../../http/house.ts'
import { takeIn } from './client-laws.ts'
import { serveInstantPage } from './instant-page.ts'

export function describeInstantSearch(name: string, browserPath: string, environment: () => Readonly<Record<string, string>>): void {
  describe(name, () => {
    let house: TestHouse
    const servers: Server[] = []
    let browser: Browser
    let page: Page
    const complaints: string[] = []
    beforeAll(async () => {
      house = await openHouse({}, environment())
      const archive = createServer(house.app).listen(0, '127.0.0.1')
      servers.push(archive)
      await new Promise((resolve) => archive.once('listening', resolve))
      await takeIn(archive)
      const { server, address } = await serveInstantPage(`http://127.0.0.1:${(archive.address() as AddressInfo).port}`, MASTER_KEY)
      servers.push(server)
      browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
      page = await browser.newPage()
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(address)
    })
    afterAll(async () => {
      await browser?.close()
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
      await house.close()
    })
    const shown = async (...ids: string[]) => expect.poll(async () => (await page.locator('#hits .id').allTextContents()).sort(), { timeout: 10_000 }).toEqual(ids.sort())

    test('types, highlights, facets, sorts and turns pages', async () => {
      await expect.poll(() => page.locator('#stats').textContent(), { timeout: 10_000 }).toContain('4 results')
      await page.locator('#box input').fill('ferr')
      await shown('f1', 'f2')
      expect(await page.locator('#hits mark').allTextContents()).toContain('ferry')
      expect(await page.locator('#publishers li').allTextContents()).toHaveLength(2)
      await page.locator('#publishers input[value="Kelsund Mail"]').check()
      await shown('f2')
      await page.locator('#publishers input[value="Kelsund Mail"]').uncheck()
      await page.locator('#box input').fill('')
      await page.locator('#order select').selectOption('articles:publishedAtUnix:desc')
      await shown('s1', 'f2')
      await page.locator('#pages a', { hasText: '2' }).click()
      await shown('b1', 'f1')
      expect(complaints).toEqual([])
    })
  })
}
