// A browser before the real service, for the panel: an archive that begins empty, and people of two roles. Each visit is a
// fresh browser; what the console says and whom the page calls is written down.
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { barriers, sideways } from '../browser/stage.ts'
import { openArchive, type OpenArchive, type PEOPLE } from './archive.ts'

export { barriers, sideways }
export { NOT_BUILT, PEOPLE } from './archive.ts'

const BROWSER = process.env['COPYDESK_BROWSER'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const NO_BROWSER = BROWSER === undefined ? 'no browser was found: install chromium' : undefined

export interface Visitor {
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  /** Whom the browser belongs to; nobody unless said. */
  readonly as?: keyof typeof PEOPLE
}

export interface Stage {
  readonly archive: OpenArchive
  visit(address: string, visitor?: Visitor): Promise<{ readonly page: Page; readonly faults: readonly string[] }>
  leave(): Promise<void>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const archive = await openArchive()
  const browser = await chromium.launch({ executablePath: BROWSER ?? '', args: FLAGS })
  const states = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
  return {
    archive,
    visit: async (address, { theme = 'light', width = 1280, as } = {}) => {
      if (as !== undefined && !states.has(as)) states.set(as, await stateOf(browser, await archive.signInLink(as)))
      const context = await browser.newContext({
        baseURL: archive.url, colorScheme: theme, viewport: { width, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce',
        ...(as !== undefined && { storageState: states.get(as) ?? { cookies: [], origins: [] } }),
      })
      const page = await context.newPage()
      const faults = watched(page, archive.url)
      await page.goto(address)
      await ready(page)
      return { page, faults }
    },
    leave: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    close: async () => {
      await browser.close()
      await archive.close()
    },
  }
}

/** The page has a heading and nothing on it is still loading. The event stream never ends, so that the line is never idle. */
export async function ready(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .fetching') === null)
}

async function stateOf(browser: Browser, link: string): ReturnType<BrowserContext['storageState']> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
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
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url())) faults.push(`called: ${request.url()}`)
  })
  return faults
}
