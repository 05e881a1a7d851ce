// What can a person do who has no mouse at hand?
import { expect, it } from 'vitest'
import { settled, type Stage } from './stage.ts'

let stage: () => Stage

export function keyboard(given: () => Stage): void {
  stage = given
  movesByKeys()
  switchesKeysOff()
}

function movesByKeys(): void {
  it('searches, opens versions, reads, compares two versions and any two stories, and comes back by keys alone', async () => {
    const { page, faults } = await stage().visit('/')
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.keyboard.type('gate')
    await page.locator('.matched, mark').first().waitFor()
    await settled(page)
    await press('ArrowDown', 'j', 'k', 'o')
    await page.locator('.version').nth(5).waitFor()
    const first = await page.locator('.hit h2').first().innerText()
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: first }).waitFor()
    await page.locator('.version').nth(5).waitFor()
    await press(']')
    await page.waitForURL((url) => url.pathname.startsWith('/articles/'))
    await page.locator('.version').nth(5).waitFor()
    await press('c')
    await page.getByRole('heading', { level: 1, name: 'Compare two versions' }).waitFor()
    await page.locator('.verdict').waitFor()
    await press('b')
    await page.waitForURL((url) => url.pathname === '/' && url.search.includes('q=gate'))
    await settled(page)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first)
    await press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    await press('Escape')
    expect(await page.getByLabel('Search the archive').inputValue()).toBe('')
    await settled(page)
    await press('ArrowDown', 'x', 'j', 'x')
    await page.getByRole('link', { name: 'Compare the two' }).waitFor()
    await press('c')
    await page.getByRole('heading', { level: 1, name: 'Compare two versions' }).waitFor()
    expect(faults).toEqual([])
  })

  it('skips to the main part, and sees where the focus is', async () => {
    const { page } = await stage().visit(`/articles/${stage().service.articleOf('01-courier-full.txt')}`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the main part')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => [document.activeElement?.closest('main') !== null, getComputedStyle(document.activeElement as Element).outlineStyle])
    expect(outline).toEqual([true, 'solid'])
  })
}

function switchesKeysOff(): void {
  it('can switch single letters off, and letters do nothing while typing or in a dialog', async () => {
    const { page } = await stage().visit('/?q=gate')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('o')
    await page.getByLabel('Single letters are keys').uncheck()
    await page.keyboard.press('Escape')
    expect(await page.locator('.versions').count()).toBe(0)
    await page.locator('.hit h2 a').first().focus()
    await page.keyboard.press('o')
    expect(await page.locator('.versions').count()).toBe(0)
  })
}
