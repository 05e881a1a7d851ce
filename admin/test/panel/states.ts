// Does every page say what it is: closed, empty, still loading, broken, or gone? In both themes, without a barrier.
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, ready, sideways, type Stage } from './stage.ts'

/** Every page that lists something: its address, and what it says where there is nothing yet. */
const LISTS: readonly (readonly [address: string, empty: RegExp])[] = [
  ['/admin/', /sample documents/i],
  ['/admin/articles', /No articles yet\./],
  ['/admin/uploads', /^(No|Nothing)/],
  ['/admin/tasks', /Nothing was done to many articles yet\.|Nothing was read yet\./],
  ['/admin/keys', /[Nn]o keys|Nobody/],
]

/** Every page that reads from the service: its address. */
const READING = ['/admin/', '/admin/articles', '/admin/uploads', '/admin/tasks', '/admin/settings', '/admin/users', '/admin/keys', '/admin/articles/1/show', '/admin/articles/1', '/admin/uploads/%/show', '/admin/files/1/split'] as const
/** What a region says of its failure is one component: it is judged where the page around it differs most. */
const JUDGED: readonly string[] = ['/admin/', '/admin/articles', '/admin/articles/1/show']

export function beforeAnything(stage: () => Stage): void {
  it('says of each empty page what will stand there and how to begin', async () => {
    const { page, faults } = await stage().visit('/admin/', { as: 'admin' })
    for (const [address, says] of LISTS) {
      await page.goto(address)
      await ready(page)
      await page.locator('main').getByText(says).first().waitFor()
      // What says that there is nothing looks alike on all of them: dark and narrow it is looked at once.
      if (address === LISTS[0]?.[0]) await suits(page)
      else expect(await barriers(page)).toEqual([])
    }
    expect(faults).toEqual([])
  })

  it('lets come in and says who may not, without a barrier', async () => {
    const { page } = await stage().visit('/admin/articles')
    await page.getByLabel('E-mail').waitFor()
    await suits(page)
    const reader = await stage().visit('/admin/settings', { as: 'reader' })
    await reader.page.getByRole('heading', { name: 'This page is not open to you' }).waitFor()
    await suits(reader.page)
  })
}

export function inTrouble(stage: () => Stage): void {
  it('says on each page what failed and under which number, and shows it once it is asked again', async () => {
    const { page } = await stage().visit('/admin/uploads/new', { as: 'admin' })
    const problem = { status: 500, contentType: 'application/problem+json', body: JSON.stringify({ detail: 'The store is away.', hint: 'Try again in a moment.', requestId: 'r-9' }) }
    for (const address of await addresses(stage())) {
      await page.route(DATA, (route) => route.fulfill(problem))
      await page.goto(address)
      await page.getByRole('alert').first().waitFor()
      await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
      expect(await page.getByRole('alert').first().innerText()).toMatch(/The store is away\.[\s\S]*r-9/)
      if (JUDGED.includes(address)) expect(await barriers(page)).toEqual([])
      await page.unroute(DATA)
      for (let left = await page.getByRole('button', { name: 'Try again' }).count(); left > 0; left--) await page.getByRole('button', { name: 'Try again' }).first().click()
      await expect.poll(() => page.getByRole('alert').count(), { timeout: 15_000 }).toBe(0)
    }
  })

  it('shows the lines of each page while its answer is on the way', async () => {
    const { page } = await stage().visit('/admin/uploads/new', { as: 'admin' })
    let held: (() => void)[] = []
    await page.route(DATA, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve))
      await route.continue().catch(() => undefined)
    })
    for (const address of await addresses(stage())) {
      await page.goto(address)
      await page.locator('.skeleton.shown').first().waitFor()
    }
    expect(await barriers(page)).toEqual([])
    for (const go of held) go()
    held = []
  })

  it.each([['/admin/articles/424242/show', /There is no such article/], ['/admin/articles/424242', /(no|No) such article|no article/], ['/admin/uploads/424242/show', /no (such )?upload/i]])('says of %s that it is gone', async (address, says) => {
    const { page } = await stage().visit(address, { as: 'admin' })
    await page.locator('main').getByText(says).first().waitFor()
    await suits(page)
  })
}

/** What a page shows; who is here and what happens meanwhile are asked for apart from it. */
const DATA = /\/api\/(?!session|events)/

/** Of an upload the name is drawn by lot. */
async function addresses({ archive }: Stage): Promise<readonly string[]> {
  const { data } = await archive.ask<{ data: readonly { id: string }[] }>('/api/uploads')
  return READING.map((address) => address.replace('%', data[0]?.id ?? ''))
}

async function suits(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriers(page, 'colours')).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}
