// Does it hold for everybody and in bad times? In both themes, on narrow screens, with a service that fails or is away.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, ready, sideways, type Stage } from './stage.ts'

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))
/** Bytes of script before the panel works, gzipped. */
const SCRIPT_MOST = 400_000

/** Two articles of which no archive knows. */
const SAMPLE = { name: 'sample.txt', mimeType: 'text/plain', buffer: Buffer.from('Kite day moved to Sunday\n\nThe kite day on the common is moved to Sunday because of the wind, the club said.\n\nAdvertisement\n\nThe club asks all to bring string.') }

interface State {
  readonly name: string
  readonly address: string
  readonly act?: (page: Page) => Promise<unknown>
}

const filtered = (filter: object): string => `/admin/articles?filter=${encodeURIComponent(JSON.stringify(filter))}`

const STATES: readonly State[] = [
  { name: 'the dashboard, a plot as a table', address: '/admin/?range=all', act: (page) => page.getByRole('button', { name: /^View as table/ }).last().click() },
  { name: 'adding files', address: '/admin/uploads/new', act: (page) => page.getByText('Say something of these files').click() },
  { name: 'the uploads', address: '/admin/uploads' },
  { name: 'a report', address: '/admin/uploads', act: async (page) => (await page.locator('.receipts a').last().click(), await page.locator('.outcome').first().waitFor()) },
  { name: 'how a file was read', address: '/admin/uploads', act: async (page) => (await page.locator('.receipts a').last().click(), await page.getByRole('link', { name: /^How .*digest.* was read$/ }).click(), await page.locator('.reading-line').first().waitFor(), await page.keyboard.press('j')) },
  { name: 'a rehearsal', address: '/admin/uploads/rehearsal', act: async (page) => (await page.getByLabel('Files to look at').setInputFiles(SAMPLE), await page.locator('.reading-line').first().waitFor(), await page.locator('.field-value').first().click()) },
  { name: 'filtered articles with a row selected', address: filtered({ language: 'en' }), act: (page) => page.getByRole('checkbox', { name: /^Select / }).nth(2).check() },
  { name: 'articles that no filter fits', address: filtered({ language: 'fr' }) },
  { name: 'an article', address: '/admin/articles/1/show' },
  { name: 'editing an article', address: '/admin/articles/1' },
  { name: 'clusters with one unfolded and one selected', address: '/admin/clusters', act: async (page) => (await page.getByRole('checkbox', { name: /^Select / }).nth(1).check(), await page.keyboard.press('o'), await page.locator('.version').first().waitFor()) },
  { name: 'clusters that no filter fits', address: '/admin/clusters?q=nosuchword' },
  { name: 'confirming many', address: '/admin/clusters', act: async (page) => (await page.getByRole('button', { name: 'Confirm many' }).click(), await page.getByLabel('All of them').check(), await page.locator('.preview li').first().waitFor()) },
  { name: 'a cluster', address: '/admin/clusters', act: async (page) => (await page.locator('[data-grip]').first().click(), await page.locator('.versions-table').waitFor()) },
  { name: 'the history', address: '/admin/decisions' },
  { name: 'the exclusions', address: '/admin/exclusions' },
  { name: 'the tasks', address: '/admin/tasks' },
  { name: 'the users, adding one', address: '/admin/users', act: (page) => page.getByRole('button', { name: 'Add a user' }).click() },
  { name: 'the keys', address: '/admin/keys' },
  { name: 'the settings', address: '/admin/settings' },
  { name: 'the help on keys', address: '/admin/settings', act: (page) => page.keyboard.press('?') },
  { name: 'a lost address', address: '/admin/nowhere' },
]

export function conditions(stage: () => Stage): void {
  it.each(STATES)('has no barrier in either theme and fits 390 and 320 pixels: $name', async ({ address, act }) => {
    const { page, faults } = await stage().visit(address, { as: 'admin' })
    await act?.(page)
    await ready(page)
    expect(await barriers(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await ready(page)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    }
    expect(await barriers(page)).toEqual([])
    expect(faults).toEqual([])
  })

  it('is dark from the first paint where the system is, and remembers the switch', async () => {
    const { page } = await stage().visit('/admin/', { as: 'admin', theme: 'dark' })
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const dark = await paper()
    await page.getByRole('button', { name: 'Use the light theme' }).click()
    const light = await paper()
    expect(light).not.toBe(dark)
    await page.goto('/admin/articles', { waitUntil: 'commit' })
    await page.locator('#page').waitFor({ state: 'attached' })
    expect(await paper()).toBe(light)
  })

  it('says what failed and under which number, keeps the rest, and tries again', async () => {
    const { page } = await stage().visit('/admin/uploads', { as: 'admin' })
    const problem = { status: 500, contentType: 'application/problem+json', body: JSON.stringify({ detail: 'The store is away.', hint: 'Try again in a moment.', requestId: 'r-7' }) }
    await page.route('**/api/articles?*', (route) => route.fulfill(problem))
    await page.getByRole('link', { name: /^Articles/ }).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(/The store is away\. Try again in a moment\.[\s\S]*r-7/)
    expect(await barriers(page)).toEqual([])
    await page.unroute('**/api/articles?*')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('checkbox', { name: /^Select / }).first().waitFor()
  })

  it('says that the line is lost and since when, and is live again by itself', async () => {
    const { page } = await stage().visit('/admin/', { as: 'admin' })
    await page.getByText('Live').waitFor()
    const other = await page.context().newPage()
    await page.close()
    await other.route('**/api/events', (route) => route.abort())
    await other.goto('/admin/')
    await other.getByText(/Reconnecting… showing data from \d\d:\d\d/).waitFor()
    await other.unroute('**/api/events')
    await other.getByText('Live').waitFor()
  })

  it('needs no more script than it may before it works, and the plots come apart', async (ctx) => {
    ctx.skip(!existsSync(`${DIST}admin/index.html`), 'the panel is not built; run npm test or npm run build')
    const page = await readFile(`${DIST}admin/index.html`, 'utf8')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i)
    const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((found) => found[1] ?? '')
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(DIST + file), { level: 9 }).length))
    expect(sizes.length).toBeGreaterThan(1)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SCRIPT_MOST)
    expect(files.join()).not.toMatch(/Plots/)
  })
}
