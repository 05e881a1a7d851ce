// A browser before the service with documents in it, for the pages that everybody reads. Each visit is as in a fresh browser.
import type { Browser, Page } from 'playwright-core'
import { launch, NO_BROWSER } from '../stage/browser.ts'
import { type Look, type SignedIn, type Visit, Visits } from '../stage/visits.ts'
import { ADA, NOT_BUILT, startService, type Service } from './copydesk.ts'

export { barriers, sideways } from '../stage/browser.ts'

/** Why there can be no stage, if so. */
export const NO_STAGE = NO_BROWSER ?? NOT_BUILT

export interface Visitor extends Look {
  readonly signedIn?: boolean
}

export interface Stage {
  readonly service: Service
  /** A browser of one's own with the page at an address, its first answer shown. */
  visit(address: string, visitor?: Visitor): Promise<Visit>
  /** Ends the visits of one test. */
  leave(): Promise<void>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const service = await startService()
  const browser = await launch()
  const state = await signedInState(browser, service.url)
  const visits = new Visits(browser, service.url)
  return {
    service,
    visit: async (address, { signedIn = true, ...look } = {}) => {
      const visit = await visits.begin(look, signedIn ? state : undefined)
      await visit.page.goto(address)
      await settled(visit.page)
      return visit
    },
    leave: () => visits.end(),
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

async function signedInState(browser: Browser, url: string): Promise<SignedIn> {
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
