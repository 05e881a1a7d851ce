// Which browser, and what of a page can be told without looking at it?
import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'

const PATH = process.env['COPYDESK_BROWSER'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const NO_BROWSER = PATH === undefined ? 'no browser was found: install chromium' : undefined

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH ?? '', args: FLAGS })
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
