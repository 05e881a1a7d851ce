// What does a person do who looks for a story?
import { expect, it } from 'vitest'
import { settled, type Stage } from './stage.ts'

const SPUN = '"Gate Okay"'

let stage: () => Stage

export function searching(given: () => Stage): void {
  stage = given
  findsStories()
  keepsUpWithTyping()
  narrowsDown()
  showsWhatIsThere()
}

function findsStories(): void {
  it('begins with recent stories and questions that this archive can answer', async () => {
    const { page, faults } = await stage().visit('/')
    expect(await page.locator('.hit').count()).toBeGreaterThan(3)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    await page.locator('.examples a').first().click()
    await settled(page)
    expect(await page.locator('.hit').count()).toBeGreaterThan(0)
    expect(await page.locator('mark').count()).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })

  it('finds the story by words that only its spun copy has, and names the version that matched', async () => {
    const { page, faults } = await stage().visit('/')
    await page.keyboard.type(SPUN)
    await expect.poll(() => page.locator('.hit').count()).toBe(1)
    expect(await page.locator('.matched').innerText()).toBe('Matched in: machine-spun copy')
    expect(await page.title()).toBe(`${SPUN} – Copydesk`)
    await page.getByRole('button', { name: /6 versions/ }).click()
    await page.locator('.version').nth(5).waitFor()
    const chips = await page.locator('.version .chip').allInnerTexts()
    expect(chips[0]).toContain('Principal')
    expect(chips.join()).toMatch(/Machine-spun/)
    expect(chips.join()).toMatch(/Agency cut/)
    await page.locator('.hit h2 a').click()
    await page.getByRole('heading', { level: 1, name: /Gate that failed/ }).waitFor()
    expect(faults).toEqual([])
  })
}

function keepsUpWithTyping(): void {
  it('never shows an older answer over a newer one', async () => {
    const { page, faults } = await stage().visit('/')
    let held = 0
    await page.route(/\/api\/search\?q=gate&/, async (route) => {
      held += 1
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue().catch(() => undefined)
    })
    await page.keyboard.type('gate')
    await expect.poll(() => held).toBe(1)
    await page.keyboard.type(' swans')
    await page.locator('.hit h2 mark', { hasText: 'Swans' }).first().waitFor()
    const shown = await page.locator('.hit h2').allInnerTexts()
    await page.waitForTimeout(1_200)
    expect(await page.locator('.hit h2').allInnerTexts()).toEqual(shown)
    expect(faults).toEqual([])
  })
}

function narrowsDown(): void {
  it('types without a trace in the history, and goes back from filter to filter to where it began', async () => {
    const { page, faults } = await stage().visit('/')
    const begun = await page.evaluate(() => history.length)
    await page.keyboard.type('flood gate')
    await page.waitForURL(/q=flood/)
    expect(await page.evaluate(() => history.length)).toBe(begun)
    await page.keyboard.press('Enter')
    await settled(page)
    await page.getByRole('button', { name: /The Harrowmere Courier/ }).first().click()
    await page.waitForURL(/publisher=/)
    await settled(page)
    await page.locator('.facet-value', { hasText: 'November 2024' }).click()
    await page.waitForURL(/publishedFrom=2024-11/)
    await settled(page)
    const address = page.url()
    const heads = await page.locator('.hit h2').allInnerTexts()
    const again = await stage().visit(address)
    expect(await again.page.locator('.hit h2').allInnerTexts()).toEqual(heads)
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('publishedFrom') && url.search.includes('publisher'))
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('publisher') && url.search.includes('q=flood'))
    expect(await page.getByLabel('Search the archive').inputValue()).toBe('flood gate')
    await page.goBack()
    await page.waitForURL((url) => url.search === '')
    await expect.poll(() => page.getByLabel('Search the archive').inputValue()).toBe('')
    expect(faults).toEqual([])
  })

  it('takes filters away by their chips', async () => {
    const { page } = await stage().visit('/?q=gate&publisher=Marlside+Gazette&publishedFrom=1999&publishedTo=2000')
    await page.getByRole('heading', { name: 'Nothing found for “gate”' }).waitFor()
    await page.getByRole('button', { name: /Remove the filter Published: 1999/ }).click()
    await settled(page)
    expect(await page.locator('.hit').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: /Remove the filter Publisher: Marlside Gazette/ }).click()
    await page.waitForURL((url) => url.search === '?q=gate')
  })
}

function showsWhatIsThere(): void {
  it('groups near-copies or not, and remembers it', async () => {
    const { page, faults } = await stage().visit(`/?${new URLSearchParams({ q: 'Penhallow' })}`)
    const grouped = await page.locator('.hit').count()
    expect(await page.locator('.totals').innerText()).toMatch(/\d+ hits, \d+ independent texts?/)
    await page.getByLabel('Group near-copies').uncheck()
    await page.waitForURL(/collapse=false/)
    await expect.poll(() => page.locator('.hit').count()).toBeGreaterThan(grouped)
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('Group near-copies').isChecked()).toBe(false)
    await page.goto('/')
    await page.waitForURL(/collapse=false/)
    await page.getByLabel('Group near-copies').check()
    await page.waitForURL((url) => !url.search.includes('collapse'))
    expect(faults).toEqual([])
  })

  it('shows a document’s markup as the text that it is', async () => {
    const odd = '<img src=x onerror=alert(1)> & <mark>kelpwort</mark>'
    await stage().service.send('odd.jsonl', JSON.stringify({ headline: odd, body: `The kelpwort ${odd} was counted twice on the quay, and nobody could say by whom.`, byline: odd, publisher: odd }))
    const { page, faults } = await stage().visit('/?q=kelpwort')
    expect(await page.locator('.hit h2').innerText()).toBe(odd)
    expect(await page.locator('main img').count()).toBe(0)
    await page.locator('.hit h2 a').click()
    await settled(page)
    expect(await page.locator('.body').innerText()).toContain(odd)
    expect(await page.locator('main img').count()).toBe(0)
    expect(faults).toEqual([])
  })
}
