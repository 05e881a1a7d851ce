// A browser before the real service. Each visit is a person with a fresh browser; what the console says and whom the page
// calls is written down, because a page that works and complains does not work.
import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { ADA, NOT_BUILT, startService, type Service } from './copydesk.ts'

const BROWSER = process.env['COPYDESK_BROWSER'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Why there can be no stage, if so. */
export const NO_STAGE = BROWSER === undefined ? 'no browser was found: install chromium' : NOT_BUILT

export interface Visit {
  readonly page: Page
  /** What went wrong without anybody looking: console errors, uncaught errors, calls to other hosts. */
  readonly faults: readonly string[]
}

export interface Visitor {
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly signedIn?: boolean
}

export interface Stage {
  readonly service: Service
  /** A fresh browser with the page at an address, its first answer shown. */
  visit(address: string, visitor?: Visitor): Promise<Visit>
  /** Ends the visits of one test. */
  leave(): Promise<void>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const service = await startService()
  const browser = await chromium.launch({ executablePath: BROWSER ?? '', args: FLAGS })
  const state = await signedInState(browser, service.url)
  return {
    service,
    visit: async (address, { theme = 'light', width = 1280, signedIn = true } = {}) => {
      const context = await browser.newContext({
        baseURL: service.url, colorScheme: theme, viewport: { width, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce',
        ...(signedIn && { storageState: state }),
      })
      const page = await context.newPage()
      const faults = watched(page, service.url)
      await page.goto(address)
      await settled(page)
      return { page, faults }
    },
    leave: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    close: async () => {
      await browser.close()
      await service.stop()
    },
  }
}

/** Nothing is under way and the page has drawn what came. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
}

/** Sentences on what is not accessible; none where all is well. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map((one) => `${one.id} (${one.impact ?? ''}): ${one.nodes.map((node) => node.target.join(' ')).slice(0, 5).join('; ')}`)
}

/** Pixels by which the page is wider than the window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

async function signedInState(browser: Browser, url: string): ReturnType<BrowserContext['storageState']> {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(ADA.email)
  await page.getByLabel('Password').fill(ADA.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

function watched(page: Page, url: string): readonly string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url())) faults.push(`called: ${request.url()}`)
  })
  return faults
}
