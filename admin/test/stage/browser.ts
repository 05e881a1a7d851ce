// Which browser, and what is seen of it without looking? What the console says and whom the page calls is written down, for
// a page that works and complains does not work.
import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const PATH = process.env['COPYDESK_BROWSER'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const NO_BROWSER = PATH === undefined ? 'no browser was found: install chromium' : undefined

export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>

export interface Look {
  readonly theme?: 'light' | 'dark'
  readonly width?: number
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH ?? '', args: FLAGS })
}

/** A fresh browser of one person, signed in where a state is given; nothing is shown yet. */
export async function freshPage(browser: Browser, baseURL: string, { theme = 'light', width = 1280 }: Look, state?: SignedIn): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await browser.newContext({ baseURL, colorScheme: theme, viewport: { width, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...(state !== undefined && { storageState: state }) })
  const page = await context.newPage()
  return { page, faults: watched(page, baseURL) }
}

export async function leaveAll(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/** Of the same page in another theme only the colours differ, at another width all but them: each is asked for once. */
export type Barred = 'all' | 'colours' | 'structure'

/** Sentences on what is not accessible; none where all is well. */
export async function barriers(page: Page, which: Barred = 'all'): Promise<readonly string[]> {
  // The page has no frames of others: axe may run in it alone, without a second page to gather its findings.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (which === 'colours') axe.withRules(['color-contrast'])
  if (which === 'structure') axe.disableRules(['color-contrast'])
  const { violations } = await axe.analyze()
  return violations.map((one) => `${one.id} (${one.impact ?? ''}): ${one.nodes.map((node) => node.target.join(' ')).slice(0, 5).join('; ')}`)
}

/** Pixels by which the page is wider than the window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** What went wrong without anybody looking: console errors, uncaught errors, calls to other hosts. */
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
