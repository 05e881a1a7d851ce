// Does it hold for everybody and in bad times? In both themes, on a narrow screen, with a slow, broken or absent service.
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, settled, sideways, type Stage } from './stage.ts'

interface State {
  readonly name: string
  readonly address: (stage: Stage) => string | Promise<string>
  readonly act?: (page: Page) => Promise<void>
}

const FULL = '01-courier-full.txt'

const STATES: readonly State[] = [
  { name: 'the beginning', address: () => '/' },
  { name: 'results with versions open', address: () => '/?q=gate', act: async (page) => (await page.locator('.toggle').first().click(), await page.locator('.version').nth(5).waitFor()) },
  { name: 'filtered results', address: () => '/?q=gate&publisher=The+Harrowmere+Courier&publishedFrom=2024&publishedTo=2025' },
  { name: 'two selected stories', address: () => '/?q=gate', act: async (page) => (await page.getByRole('checkbox', { name: /^Select/ }).nth(0).check(), await page.getByRole('checkbox', { name: /^Select/ }).nth(1).check(), await page.getByRole('link', { name: 'Compare the two' }).waitFor()) },
  { name: 'menus', address: () => '/?q=gate', act: async (page) => (await page.getByText('Save this search').click(), await page.getByText('Export', { exact: true }).click()) },
  { name: 'nothing found', address: () => '/?q=xylozoon+quaggabrot' },
  { name: 'the keys', address: () => '/', act: (page) => page.getByRole('button', { name: 'Keys' }).click() },
  { name: 'an article', address: (stage) => `/articles/${stage.service.articleOf(FULL)}` },
  { name: 'a cut-off article with its furniture', address: (stage) => `/articles/${stage.service.articleOf('02-courier-scraped.txt')}`, act: (page) => page.keyboard.press('f') },
  { name: 'a spun article', address: (stage) => `/articles/${stage.service.articleOf('05-respin.txt')}` },
  { name: 'a comparison', address: (stage) => `/compare/${stage.service.articleOf(FULL)}/${stage.service.articleOf('06-courier-corrected.txt')}`, act: (page) => page.getByLabel('Only differences').check() },
  { name: 'a comparison of strangers', address: (stage) => `/compare/${stage.service.articleOf(FULL)}/${stage.service.articleOf('08-courier-quay-week-46.txt')}` },
  { name: 'all versions of a story', address: versionsOf, act: (page) => page.locator('.variant-place').first().press('Enter') },
  { name: 'the sign-in form', address: () => '/sign-in' },
  { name: 'a lost address', address: () => '/nowhere' },
]

let stage: () => Stage

/** A small story of its own: the checks look at every word. */
async function versionsOf({ service }: Stage): Promise<string> {
  const told = (sum: string, verb: string): string =>
    `The harbour light at Pell will be ${verb} by Friday, its keeper said. The work costs ${sum} crowns and has been put off since the spring of last year.\n\nBoats are asked to keep a mile off the rocks until then, and to listen for the horn that the keeper sounds at every full hour of the night.`
  const [first] = await service.send('light-one.txt', told('4,000', 'mended'))
  await service.send('light-two.txt', told('4,500', 'repaired'))
  const { clusterId } = await service.ask<{ readonly clusterId: string }>(`/api/articles/${first}`)
  return `/versions/${clusterId}`
}

export function conditions(given: () => Stage): void {
  stage = given
  suitsEverybody()
  bearsTrouble()
}

function suitsEverybody(): void {
  it.each(STATES)('has no barrier in either theme and fits a screen of 320 pixels: $name', async ({ address, act }) => {
    const { page, faults } = await stage().visit(await address(stage()))
    await act?.(page)
    expect(await barriers(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await barriers(page, 'colours')).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page, 'structure')).toEqual([])
    expect(faults).toEqual([])
  })

  it('narrows down on a small screen', async () => {
    const { page } = await stage().visit('/?q=gate', { width: 390 })
    await page.getByRole('button', { name: 'Narrow down' }).click()
    await page.getByRole('button', { name: /Marlside Gazette/ }).click()
    await page.waitForURL(/publisher=Marlside/)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  })

  it('follows the system’s theme until told otherwise, and remembers', async () => {
    const { page } = await stage().visit('/', { theme: 'dark' })
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const dark = await paper()
    await page.getByRole('button', { name: 'Use the light theme' }).click()
    const light = await paper()
    expect(light).not.toBe(dark)
    await page.reload()
    await settled(page)
    expect(await paper()).toBe(light)
  })
}

function bearsTrouble(): void {
  it('says what is wrong, keeps what it has, and tries again', async () => {
    const { page } = await stage().visit('/?q=gate')
    const shown = await page.locator('.hit').count()
    const problem = { status: 503, contentType: 'application/problem+json', body: JSON.stringify({ detail: 'The search took too long.', hint: 'Use rarer words.', requestId: 'r-1' }) }
    await page.route(/\/api\/search\?q=swans/, (route) => route.fulfill(problem))
    await page.getByLabel('Search the archive').fill('swans')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/The search took too long\. Use rarer words\.[\s\S]*r-1/)
    expect(await page.locator('.hit').count()).toBe(shown)
    expect(await barriers(page)).toEqual([])
    await page.unroute(/\/api\/search\?q=swans/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.hit h2', { hasText: 'Swans' }).first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('tells that the search engine is away and shows articles by date meanwhile', async () => {
    const { page } = await stage().visit('/')
    await page.route(/\/api\/search\?q=gate/, async (route) => {
      const response = await route.fetch()
      const degraded = 'The search engine is not answering: articles are listed by date, whatever their words.'
      await route.fulfill({ response, json: { ...((await response.json()) as object), degraded } })
    })
    await page.keyboard.type('gate')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('listed by date')
    expect(await page.locator('.hit').count()).toBeGreaterThan(0)
  })

  it('shows a thin bar only where an answer takes its time', async () => {
    const { page } = await stage().visit('/')
    await page.route(/\/api\/search\?q=gate/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800))
      await route.continue().catch(() => undefined)
    })
    await page.keyboard.type('gate')
    await page.locator('.loading').waitFor({ state: 'attached' })
    expect(await page.locator('.hit').count()).toBeGreaterThan(0)
    await page.locator('.loading').waitFor({ state: 'detached' })
  })
}
