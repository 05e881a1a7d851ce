// What does a person do who reads a story and wants to know where it comes from?
import { expect, it } from 'vitest'
import { settled, type Stage } from './stage.ts'

const FULL = '01-courier-full.txt'
const SCRAPED = '02-courier-scraped.txt'
const SPUN = '05-respin.txt'

let stage: () => Stage

export function reading(given: () => Stage): void {
  stage = given
  reads()
  compares()
}

const article = (name: string): string => `/articles/${stage().service.articleOf(name)}`
const pair = (left: string, right: string): string => `/compare/${stage().service.articleOf(left)}/${stage().service.articleOf(right)}`

function reads(): void {
  it('is warned that a spun copy must not be quoted, and led to the original', async () => {
    const { page, faults } = await stage().visit(article(SPUN))
    const banner = page.locator('.banner-warning')
    await banner.waitFor()
    expect(await banner.innerText()).toMatch(/^Do not quote: (\d+) of \1 quotations differ\./)
    await banner.getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: /Gate that failed/ }).waitFor()
    expect(await page.title()).toContain('Gate that failed Harrowmere')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    expect(faults).toEqual([])
  })

  it('is told where a text stops, and led to the fullest version', async () => {
    const { page, faults } = await stage().visit(article(SCRAPED))
    const banner = page.locator('.banner')
    await banner.getByRole('link').waitFor()
    expect(await banner.innerText()).toMatch(/^Text stops at the paywall; the full text is in /)
    await banner.getByRole('link').click()
    await page.waitForURL((url) => !url.pathname.endsWith(article(SCRAPED)))
    await settled(page)
    expect(await page.locator('.banner').count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('unfolds the page furniture and folds it again', async () => {
    const { page, faults } = await stage().visit(article(SCRAPED))
    await page.getByText(/\d+ lines of page furniture hidden/).waitFor()
    expect(await page.locator('.furniture').count()).toBe(0)
    await page.getByRole('button', { name: 'show page furniture' }).click()
    expect(await page.locator('.furniture').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Paywall')]))
    await page.keyboard.press('f')
    expect(await page.locator('.furniture').count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('sees where it comes from and how much of it is in each version, both ways', async () => {
    const { page } = await stage().visit(article(FULL))
    await page.locator('.version').nth(5).waitFor()
    expect(await page.locator('.reader aside').innerText()).toMatch(/\d+ % of this is in that, \d+ % of that in this/)
    const provenance = page.getByRole('region', { name: 'Provenance' })
    expect(await provenance.innerText()).toMatch(/01-courier-full\.txt[\s\S]*SHA-256\s+[0-9a-f]{64}/)
    await provenance.getByText('Where each field came from').click()
    expect(await provenance.innerText()).toContain('By Odile Farthingale')
  })
}

function compares(): void {
  it('holds two versions side by side and walks through every place of a substitution', async () => {
    const { page, faults } = await stage().visit(pair(FULL, SPUN))
    expect(await page.locator('.verdict-line').innerText()).toContain('Machine-spun')
    const row = page.locator('.substitutions tbody tr').first()
    const times = Number.parseInt(await row.locator('.number').innerText(), 10)
    const seen = new Set<string>()
    for (let step = 0; step < times; step++) {
      await row.getByRole('button').click()
      seen.add((await page.evaluate(() => (document.activeElement as HTMLElement).dataset['difference'])) ?? '')
      expect(await page.locator('[data-here]').count()).toBe(2)
    }
    expect(seen.size).toBe(times)
    const shown = [...seen].at(-1) ?? ''
    expect(new URL(page.url()).hash).toBe(`#d=${shown}`)
    await page.reload()
    await settled(page)
    expect(await page.locator('[data-here]').first().getAttribute('data-difference')).toBe(shown)
    await page.keyboard.press('w')
    await page.waitForURL((url) => url.pathname === pair(SPUN, FULL))
    await settled(page)
    expect(await page.locator('.headlines h2').last().innerText()).toContain('Gate that failed')
    expect(faults).toEqual([])
  })

  it('sees only the differences where two versions are nearly the same, and steps through them', async () => {
    const { page } = await stage().visit(pair(FULL, '06-courier-corrected.txt'))
    const all = await page.locator('.texts .block').count()
    await page.getByLabel('Only differences').check()
    expect(await page.locator('.texts .block').count()).toBeLessThan(all)
    expect(await page.locator('.fold').first().innerText()).toMatch(/\d+ paragraphs? identical/)
    await page.keyboard.press('n')
    expect(await page.locator('[data-here]').first().evaluate((place) => place.tagName)).toMatch(/DEL|INS/)
    await page.getByLabel('In one column').check()
    expect(await page.locator('.texts-inline del + ins').count()).toBeGreaterThan(0)
  })

  it('is shown a map of both texts that leads into them', async () => {
    const { page } = await stage().visit(pair(FULL, '05-respin.txt'))
    expect(await page.locator('.ribbon title').first().textContent()).toMatch(/^Map of both texts: .*passages?/)
    await page.locator('.ribbon summary').click()
    await page.locator('.ribbon-list button').nth(2).click()
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['block'])).toBeDefined()
  })

  it('sees all versions together: who derives from whom, and one against all', async () => {
    const { page, faults } = await stage().visit(`/articles/${stage().service.articleOf(FULL)}`)
    await page.getByRole('link', { name: 'All versions together' }).click()
    await page.getByRole('region', { name: 'All against one' }).locator('.variant-place').first().waitFor()
    expect(await page.locator('.family-list').innerText()).toMatch(/Machine-spun, made from/)
    const place = page.locator('.variant-place').first()
    await place.press('Enter')
    expect(await place.getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator('.variant-list li').count()).toBeGreaterThan(0)
    const before = await page.locator('.stack > .facts strong').innerText()
    await page.getByRole('button', { name: /^Make reference/ }).first().click()
    await page.waitForFunction((name) => document.querySelector('.stack > .facts strong')?.textContent !== name, before)
    expect(faults).toEqual([])
  })

  it('is told where there is nothing', async () => {
    const { page } = await stage().visit('/articles/999999')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('There is no such article')
    await page.goto('/no/such/page')
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
  })
}
