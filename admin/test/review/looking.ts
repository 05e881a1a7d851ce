// Can everybody read the workspace? In both themes, on narrow screens, by the same address in another browser.
import { expect, it } from 'vitest'
import { barriers, ready, sideways, type Stage } from '../panel/stage.ts'
import { clusterOf, shown, waiting } from './desk-of.ts'

const TABS = ['Substitutions', 'Side by side', 'Map', 'Stack', 'Text only', 'Provenance', 'Family']

export function looking(stage: () => Stage): void {
  it('has no barrier in its tabs, nor in its forms', async () => {
    const { page, faults } = await stage().visit('/admin/review', { as: 'curator' })
    await shown(page)
    for (const name of ['Substitutions', 'Stack', 'Family']) {
      await page.getByRole('tab', { name }).click()
      await ready(page)
      expect(await barriers(page), name).toEqual([])
    }
    await page.keyboard.press('m')
    await page.getByRole('dialog').waitFor()
    await ready(page)
    expect(await barriers(page), 'merging').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByText(/^Why 1 leads/).click()
    await page.getByRole('button', { name: 'What others know of it' }).click()
    await page.getByRole('dialog', { name: 'Carry over to the principal' }).getByRole('checkbox').first().waitFor()
    expect(faults).toEqual([])
  })

  it.each([390, 320])('has no barrier in the dark and fits %d pixels', async (width) => {
    const { page, faults } = await stage().visit('/admin/review?tab=sides', { as: 'curator', theme: 'dark', width })
    await shown(page)
    await page.keyboard.press('x')
    await page.keyboard.press(']')
    expect(await barriers(page)).toEqual([])
    for (const name of TABS) {
      await page.getByRole('tab', { name }).click()
      await ready(page)
      expect(await sideways(page), name).toBeLessThanOrEqual(0)
    }
    expect((await page.locator('.review-actions').boundingBox())?.height, 'one row').toBeLessThan(60)
    await page.getByRole('button', { name: 'More' }).click()
    const buttons = await page.locator('.review-actions button').all()
    expect(buttons).toHaveLength(12)
    for (const button of buttons) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(faults).toEqual([])
  })

  it('opens the same in another browser by its address', async () => {
    const [id] = await waiting(stage())
    const { members } = await clusterOf(stage(), id ?? '')
    const { page } = await stage().visit(`/admin/review/${id}?tab=text&vs=${members[1]?.articleId}&confidence=high`, { as: 'admin' })
    await shown(page)
    expect(await page.getByRole('tab', { selected: true }).innerText()).toContain('Text only')
    expect(await page.locator('.member[aria-current=true]').getAttribute('data-article')).toBe(members[1]?.articleId)
    expect(await page.getByLabel('Confidence').inputValue()).toBe('high')
    expect(await page.title()).toMatch(/^Review.*: .+ – Copydesk panel$/)
  })

  it('rests its keys where they are switched off, and tells of them all', async () => {
    const { page } = await stage().visit('/admin/review', { as: 'curator' })
    await shown(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Not a duplicate', { exact: true }).waitFor()
    await page.keyboard.press('y')
    await page.getByLabel('Single letters are keys').uncheck()
    await page.keyboard.press('Escape')
    const before = page.url()
    await page.keyboard.press('y')
    expect(page.url()).toBe(before)
    expect(await page.locator('.said').count()).toBe(0)
  })
}
