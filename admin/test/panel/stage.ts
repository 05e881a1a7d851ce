// A browser before the panel: an archive that begins empty, and people of three roles. Each visit is as in a fresh browser.
import type { Browser, Page } from 'playwright-core'
import { launch } from '../stage/browser.ts'
import { type Look, type SignedIn, type Visit, Visits } from '../stage/visits.ts'
import { openArchive, type OpenArchive, type PEOPLE } from './archive.ts'

export { barriers, NO_BROWSER, sideways } from '../stage/browser.ts'
export { NOT_BUILT, PEOPLE } from './archive.ts'

export interface Visitor extends Look {
  /** Whom the browser belongs to; nobody unless said. */
  readonly as?: keyof typeof PEOPLE
}

export interface Stage {
  readonly archive: OpenArchive
  visit(address: string, visitor?: Visitor): Promise<Visit>
  leave(): Promise<void>
  close(): Promise<void>
}

export async function openStage(settings?: Readonly<Record<string, string>>): Promise<Stage> {
  const archive = await openArchive(settings)
  const browser = await launch()
  const visits = new Visits(browser, archive.url)
  const states = new Map<string, SignedIn>()
  return {
    archive,
    visit: async (address, { as, ...look } = {}) => {
      if (as !== undefined && !states.has(as)) states.set(as, await stateOf(browser, await archive.signInLink(as)))
      const visit = await visits.begin(look, as === undefined ? undefined : states.get(as))
      await visit.page.goto(address)
      await ready(visit.page)
      return visit
    },
    leave: () => visits.end(),
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

async function stateOf(browser: Browser, link: string): Promise<SignedIn> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  const state = await context.storageState()
  await context.close()
  return state
}
