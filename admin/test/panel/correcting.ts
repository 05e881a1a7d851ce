// Can articles be found, corrected without overwriting anybody, put away and brought back?
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ready, type Stage } from './stage.ts'

interface Listed {
  readonly data: readonly { readonly id: string; readonly headline: string; readonly version: number }[]
}

async function articleNamed(stage: Stage, words: string): Promise<Listed['data'][number]> {
  const { data } = await stage.archive.ask<Listed>('/api/articles?perPage=100&order=asc&sort=id')
  const found = data.find((article) => article.headline.startsWith(words))
  if (found === undefined) throw new Error(`no article begins with ${words}`)
  return found
}

export function correcting(stage: () => Stage): void {
  it('narrows the list down, and the way back leads through the filters', async () => {
    const { page, faults } = await stage().visit('/admin/articles', { as: 'admin' })
    await page.getByRole('button', { name: /Marlside Gazette/ }).click()
    await page.getByText('1 article with these filters.').waitFor()
    await page.goBack()
    await expect.poll(() => new URL(page.url()).search).toBe('')
    await page.getByLabel('Words in the article').fill('swans')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /^Swans return/ }).first().click()
    await page.locator('.body p').first().waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('button', { name: /^Sort by words/i }).click()
    await page.waitForURL(/sort=wordCount/)
    expect(faults).toEqual([])
  })

  it('shows clean text beside what was received, and the words that each value came from', async () => {
    const { id } = await articleNamed(stage(), 'Bus 40')
    const { page, faults } = await stage().visit(`/admin/articles/${id}/show`, { as: 'admin' })
    await page.locator('.marked-text').waitFor()
    expect(await page.locator('.piece-ground').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Ansel Prewitt')]))
    expect(await page.locator('.body').first().innerText()).not.toContain('Continue reading')
    expect(await page.getByRole('row', { name: /^Byline/ }).innerText()).toMatch(/Ansel Prewitt[\s\S]*words of the text/)
    expect(faults).toEqual([])
  })

  it('shows both values where somebody else was faster, and overwrites nothing', async () => {
    const { id, version } = await articleNamed(stage(), 'Wharf crane')
    const { page } = await stage().visit(`/admin/articles/${id}`, { as: 'admin' })
    await stage().archive.ask(`/api/articles/${id}`, { method: 'PATCH', body: { publisher: 'The Other Desk' }, headers: { 'if-match': `"${version}"` } })
    await page.getByLabel('Headline').fill('Wharf crane is listed')
    await page.getByLabel('Publisher').fill('The Slow Desk')
    await page.getByRole('button', { name: 'Save' }).click()
    const conflict = page.getByRole('alert', { name: 'Changed meanwhile' })
    await conflict.waitFor()
    expect(await conflict.innerText()).toMatch(/The Other Desk[\s\S]*The Slow Desk/)
    await conflict.getByRole('group', { name: 'Publisher' }).getByLabel(/^Theirs/).check()
    await conflict.getByRole('button', { name: 'Go on with this' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Wharf crane is listed' }).waitFor()
    const now = await stage().archive.ask(`/api/articles/${id}`)
    expect(now).toMatchObject({ headline: 'Wharf crane is listed', publisher: 'The Other Desk', version: version + 2 })
  })

  it('keeps a view on the service and gives the list as a file', async () => {
    const { page, faults } = await stage().visit('/admin/articles?filter=%7B%22relation%22%3A%22spun%22%7D', { as: 'admin' })
    await page.getByRole('button', { name: 'Save this view' }).click()
    await page.getByLabel('Name').fill('What was respun')
    await page.getByRole('button', { name: 'Save the view' }).click()
    await page.getByText('“What was respun” is saved').waitFor()
    const file = await page.request.get((await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href')) ?? '')
    expect((await file.text()).trim().split('\r\n')).toHaveLength(2)
    await page.goto('/admin/articles')
    await page.getByLabel('Saved views').selectOption({ label: 'What was respun' })
    await page.getByText('1 article with these filters.').waitFor()
    expect(faults).toEqual([])
  })

  it('tags all that the filters fit, beyond the page, after showing what it meets, and takes it back', async () => {
    const { page, faults } = await stage().visit('/admin/articles?perPage=10', { as: 'admin' })
    const { articles } = await stage().archive.ask<{ articles: number }>('/api/stats')
    const tagged = async (): Promise<number> => (await stage().archive.ask<{ total: number }>('/api/articles?tags=checked')).total
    await page.getByRole('checkbox', { name: 'Select all' }).check()
    await page.getByRole('button', { name: `Select all ${articles} that match` }).click()
    await page.getByText(`All ${articles} articles selected`).waitFor()
    await page.getByRole('button', { name: 'Add a tag…' }).click()
    await page.getByRole('combobox', { name: 'Tag' }).fill('checked')
    await page.getByText(`It meets ${articles} articles. It can be undone as a whole.`).waitFor()
    expect(await tagged()).toBe(0)
    await page.getByRole('button', { name: `Tag ${articles} articles` }).click()
    await page.getByText(`Done: ${articles} changed.`).waitFor()
    expect(await tagged()).toBe(articles)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(tagged).toBe(0)
    expect(faults).toEqual([])
  })

  it('puts chosen articles into the bin and brings them back, by keys alone', async () => {
    const { page } = await stage().visit('/admin/articles?filter=%7B%22q%22%3A%22baker%20fined%22%7D', { as: 'admin' })
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('1 article selected').waitFor()
    await page.getByRole('button', { name: 'Move to the bin' }).press('Enter')
    await page.getByText('Done: 1 changed.').waitFor()
    await page.goto('/admin/articles?filter=%7B%22status%22%3A%22binned%22%7D')
    await ready(page)
    await choose(page, 'Baker fined')
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('The bin is empty.').waitFor()
  })

  it('shows the columns and the days that are wanted, and remembers the columns', async () => {
    const { page, faults } = await stage().visit('/admin/articles', { as: 'admin' })
    await page.getByText('Columns', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Added' }).check()
    await page.getByRole('checkbox', { name: 'Words' }).uncheck()
    await page.getByRole('columnheader', { name: 'Added' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Words' }).count()).toBe(0)
    await page.reload()
    await page.getByRole('columnheader', { name: 'Added' }).waitFor()
    await page.getByText('Dates', { exact: true }).click()
    await page.getByLabel('Added, to').fill('2020-05-01')
    await page.getByText('No article has all of this.').waitFor()
    await page.getByRole('button', { name: /^Added until 1 May 2020/ }).click()
    await ready(page)
    await page.locator('.rows a.headline').nth(5).waitFor()
    expect(await page.locator('.scroller').evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
  })

  it('tries another threshold on all that was judged and changes nothing, then judges as the rules stand', async () => {
    const { page, faults } = await stage().visit('/admin/settings', { as: 'admin' })
    const clusters = (): Promise<unknown> => stage().archive.ask('/api/clusters?minSize=2&brief=true')
    const before = await clusters()
    await page.getByText(/^All \d+ thresholds/).click()
    await page.getByLabel('Try COPY_SHARE').fill('0.99')
    await page.getByLabel('Try RECAST_SHARE').fill('0.99')
    await page.getByRole('button', { name: 'Try these values' }).click()
    await page.getByText(/^\d+ of \d+ pairs would have another relation; /).waitFor()
    expect(await clusters()).toEqual(before)
    await page.getByRole('button', { name: 'Back to what holds' }).click()
    await page.getByRole('button', { name: 'Judge all pairs anew' }).click()
    await page.getByText(/^(None|\d+) of \d+ pairs have another relation/).waitFor()
    expect(faults).toEqual([])
  })

  it('reads again what came in before a rule on furniture', async () => {
    const line = 'Our kiosk on the quay sells boat tickets every day.'
    const form = new FormData()
    form.append('files', new Blob([`Rowing club wins twice\n\nThe rowing club won both of its races on the lower reach on Saturday, before a crowd of four hundred.\n\n${line}\n\nThe next races are in June, the club said.`]), 'rowing.txt')
    await stage().archive.send(form)
    const { page, faults } = await stage().visit('/admin/settings', { as: 'admin' })
    await page.getByLabel(/^Line/).fill('Our kiosk on the quay *')
    await page.getByText('It fits 1 line in 1 article of').waitFor()
    await page.getByRole('button', { name: 'Add the rule' }).click()
    await page.getByText('The rule holds from now on. 1 article was read before it.').waitFor()
    await page.getByRole('button', { name: 'Read it again' }).click()
    await page.getByText('It meets 1 article.').waitFor()
    await page.getByRole('button', { name: 'Read 1 article again' }).click()
    await page.getByText('Done: 1 changed.').waitFor()
    const { id } = await articleNamed(stage(), 'Rowing club')
    const { body } = await stage().archive.ask<{ body: string }>(`/api/articles/${id}`)
    expect([body.includes('won both'), body.includes('kiosk')]).toEqual([true, false])
    await page.getByRole('button', { name: 'Read again what the rule Our kiosk on the quay * strikes' }).click()
    await page.getByText('there is nothing to read again').waitFor()
    expect(faults).toEqual([])
  })

  it('hands out a key once and withdraws it', async () => {
    const { page, faults } = await stage().visit('/admin/keys', { as: 'admin' })
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByLabel('Name').fill('The feed reader')
    await page.getByRole('dialog').getByRole('button', { name: 'Make the key' }).click()
    const key = await page.locator('.secret').innerText()
    const open = await fetch(`${stage().archive.url}/api/articles`, { headers: { authorization: `Bearer ${key}` } })
    expect(open.status).toBe(200)
    await page.reload()
    await page.getByText('The feed reader').waitFor()
    expect(await page.locator('.secret').count()).toBe(0)
    await page.getByRole('button', { name: 'Withdraw The feed reader' }).click()
    await page.getByText('opens nothing any more').waitFor()
    expect((await fetch(`${stage().archive.url}/api/articles`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(401)
    expect(faults).toEqual([])
  })
}

async function choose(page: Page, words: string): Promise<void> {
  await page.getByRole('checkbox', { name: new RegExp(`^Select ${words}`) }).first().check()
}
