// Do two people get in one another's way? One sees what the other changed, and a key pressed too late changes nothing.
import { expect, it } from 'vitest'
import type { Stage } from '../panel/stage.ts'
import { clusterOf, decisions, shown, waiting } from './desk-of.ts'

export function together(stage: () => Stage): void {
  it('tells within two seconds who changed the cluster, and does nothing with a late key', async () => {
    const id = await big(stage())
    const [ana, ada] = [await stage().visit(`/admin/review/${id}`, { as: 'curator' }), await stage().visit(`/admin/review/${id}`, { as: 'admin' })]
    await Promise.all([shown(ana.page), shown(ada.page), ana.page.getByText('Live').waitFor(), ada.page.getByText('Live').waitFor()])
    await ana.page.keyboard.press('4')
    await ana.page.keyboard.press('n')
    const at = Date.now()
    await ada.page.getByText('ana@example.org changed this cluster a moment ago.').waitFor()
    expect(Date.now() - at).toBeLessThan(2_000)
    const before = (await decisions(stage())).length
    await ada.page.keyboard.press('y')
    await ada.page.locator('.said-failed').waitFor()
    expect((await decisions(stage())).length).toBe(before)
    expect((await clusterOf(stage(), id)).size).toBe(3)
    await ada.page.getByRole('button', { name: 'Show the change' }).click()
    await expect.poll(() => ada.page.locator('.member').count()).toBe(3)
    expect([...ana.faults, ...ada.faults.filter((fault) => !fault.includes('409'))]).toEqual([])
  })

  it('refuses a key that was pressed before the change could be seen, and brings the cluster back', async () => {
    const [first] = await waiting(stage())
    const { page } = await stage().visit(`/admin/review/${first}`, { as: 'admin' })
    await shown(page)
    // The page hears that something changed, and is still asking what.
    await page.route(`**/api/clusters/${first}`, () => undefined)
    await stage().archive.ask('/api/decisions', { method: 'POST', body: { kind: 'later', cluster: first } })
    const before = (await decisions(stage())).length
    const refused = page.waitForResponse((response) => response.status() === 409)
    await page.keyboard.press('y')
    await refused
    await page.locator('.said-failed').waitFor()
    await page.getByRole('button', { name: 'Show it' }).click()
    await page.getByRole('button', { name: 'Show the change' }).click()
    await page.locator('.bar-note', { hasText: 'Marked Later.' }).waitFor()
    expect((await decisions(stage())).length).toBe(before)
  })

  it('passes over what another judged meanwhile, and counts it', async () => {
    const [first, second, third] = await waiting(stage())
    const { page } = await stage().visit('/admin/review', { as: 'curator' })
    await shown(page)
    await page.getByText('Live').waitFor()
    await stage().archive.ask('/api/decisions', { method: 'POST', body: { kind: 'review', cluster: second } })
    await page.getByText('1 by others').waitFor()
    await page.keyboard.press('l')
    await page.waitForURL(`**/review/${third}`)
    await page.keyboard.press('z')
    await page.waitForURL(`**/review/${first}`)
    await expect.poll(() => waiting(stage())).toContain(first)
  })

  it('shows a reader no way to decide, and leaves them signed in', async () => {
    const { page, faults } = await stage().visit('/admin/review', { as: 'reader' })
    await page.getByRole('heading', { name: 'This page is not open to you' }).waitFor()
    expect(await page.getByRole('link', { name: /^Review/ }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(1)
    expect(faults).toEqual([])
  })
}

/** A cluster of four that waits. */
async function big(stage: Stage): Promise<string> {
  for (const id of await waiting(stage)) if ((await clusterOf(stage, id)).size === 4) return id
  throw new Error('no cluster of four waits')
}
