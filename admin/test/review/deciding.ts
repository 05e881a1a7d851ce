// Is a decision stored at once, however fast they come, and taken back wholly?
import { expect, it } from 'vitest'
import type { Stage } from '../panel/stage.ts'
import { answered, clusterShown, decisions, likeness, pressOn, shown, waiting } from './desk-of.ts'

const TWENTY = 20
const TEN = 10

export function deciding(stage: () => Stage): void {
  it('is on the service two seconds after the last of twenty keys, though the window is closed at once, and later where there was no network', async () => {
    const before = await waiting(stage())
    const { page, faults } = await stage().visit('/admin/review', { as: 'curator' })
    await shown(page)
    const begun = Date.now()
    for (let count = 1; count < TWENTY; count++) await pressOn(page, 'y')
    const pressed = Date.now()
    // Ten seconds on a machine that does nothing else; a busy one gets twice that.
    expect(pressed - begun).toBeLessThan(20_000)
    await page.route('**/api/decisions', (route) => route.abort('internetdisconnected'))
    await pressOn(page, 'y')
    await page.getByText('The service cannot be reached. One decision is kept in this browser').waitFor()
    await page.close()
    const made = async (): Promise<number> => (await decisions(stage(), '&kind=review')).length
    await expect.poll(made, { timeout: 4_000, interval: 50 }).toBe(TWENTY - 1)
    const later = await page.context().newPage()
    await later.goto(new URL('/admin/articles', page.url()).href)
    // On a busy machine more than the one had no answer yet when the window was closed.
    await later.getByText(/^Saved \d+ decisions? that this browser had kept\./).waitFor()
    expect(await made()).toBe(TWENTY)
    expect(await waiting(stage())).toEqual(before.slice(TWENTY))
    expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await later.context().close()
  })

  it('shows in a fresh browser, and goes on where it was', async () => {
    const left = await waiting(stage())
    const { page } = await stage().visit('/admin/review', { as: 'admin' })
    await shown(page)
    expect(await page.locator('h1').innerText()).toBe(`Review 1 of ${left.length}`)
    expect(clusterShown(page)).toBe(left[0])
  })

  it('is undone ten times over by Ctrl+Z, after a reload too, exactly as it was', async () => {
    const ids = (await waiting(stage())).slice(0, TEN)
    const before = await likeness(stage(), ids)
    const { page, faults } = await stage().visit('/admin/review', { as: 'curator' })
    await shown(page)
    for (let count = 0; count < TEN; count++) await pressOn(page, 'y')
    await answered(page, TEN)
    await page.reload()
    await shown(page)
    for (let count = 0; count < TEN; count++) await page.keyboard.press('Control+z')
    await page.getByText('Undone.').waitFor()
    await expect.poll(() => waiting(stage())).toEqual(expect.arrayContaining([...ids]))
    expect(await likeness(stage(), ids)).toEqual(before)
    expect(clusterShown(page)).toBe(ids[0])
    await page.keyboard.press('Shift+Z')
    await page.getByText(/^Confirmed \d versions\./).waitFor()
    await expect.poll(() => waiting(stage())).not.toContain(ids[0])
    await page.keyboard.press('z')
    await expect.poll(() => waiting(stage())).toContain(ids[0])
    expect(faults).toEqual([])
  })

  it('comes back with a note where it could not be saved, while those after it stand', async () => {
    const ids = await waiting(stage())
    const { page } = await stage().visit('/admin/review', { as: 'curator' })
    await shown(page)
    let refuse = (): void => undefined
    const late = new Promise<void>((resolve) => (refuse = resolve))
    await page.route('**/api/decisions', async (route) => (await late, await route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ detail: 'The disk is full.' }) })), { times: 1 })
    await pressOn(page, 'y')
    await pressOn(page, 'y')
    refuse()
    await page.locator('.said-failed', { hasText: 'Not saved: The disk is full.' }).waitFor()
    await expect.poll(() => waiting(stage())).toEqual([ids[0], ...ids.slice(2)])
    await pressOn(page, 'l')
    expect(clusterShown(page)).toBe(ids[0])
    await page.getByRole('alert').getByText('Not saved:').waitFor()
    await page.keyboard.press('z')
    await page.waitForURL(`**/review/${ids[2]}`)
    await expect.poll(() => waiting(stage())).toContain(ids[2])
    await page.keyboard.press('z')
    await expect.poll(() => waiting(stage())).toEqual(ids)
  })
}
