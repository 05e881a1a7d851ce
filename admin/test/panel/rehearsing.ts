// Can what the archive got wrong be put right, before it is stored and after? And is it that which is stored then?
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { SEEDS } from './archive.ts'
import { ready, type Stage } from './stage.ts'

interface Listed {
  readonly data: readonly { readonly id: string; readonly articles: readonly { readonly id: string; readonly headline: string }[]; readonly corrected?: { readonly says: string } }[]
}

export function rehearsing(stage: () => Stage): void {
  it('shows what would become of a file, follows every correction, and stores just that', async () => {
    const { page, faults } = await stage().visit('/admin/uploads/rehearsal', { as: 'admin' })
    const before = await stage().archive.ask<{ articles: number }>('/api/stats')
    const digest = await readFile(join(SEEDS, '03-courier-digest.txt'), 'utf8')
    await page.getByLabel('Files to look at').setInputFiles({ name: 'digest.txt', mimeType: 'text/plain', buffer: Buffer.from(`${digest}\n`) })
    await page.getByText('It would give 8 articles, all of them joining a story. Nothing was stored.').waitFor()
    await ready(page)
    expect(await page.locator('.as-furniture').count()).toBeGreaterThan(8)
    expect(await page.locator('.as-heading .reading-label').count()).toBeGreaterThanOrEqual(8)
    await page.keyboard.press('j')
    await page.locator('.current').getByText('Exact copy').waitFor()
    await page.keyboard.press('m')
    await page.getByText('It would give 7 articles').waitFor()
    await page.keyboard.press('z')
    await page.getByText('It would give 8 articles').waitFor()
    await correctHeadline(page, 'Swans, as we call them')
    await page.getByRole('option', { name: /^A rope has been put/ }).click()
    await page.keyboard.press('f')
    await page.locator('.as-furniture', { hasText: 'A rope has been put' }).waitFor()
    await page.getByText('1 line marked, 1 value corrected.').waitFor()
    await page.getByRole('button', { name: 'Keep as a rule…' }).click()
    await page.getByRole('dialog').getByText(/^It fits \d+ lines? in \d+ articles? of/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Keep as a rule…', disabled: false }).waitFor()
    expect((await stage().archive.ask<{ articles: number }>('/api/stats')).articles).toBe(before.articles)
    await ready(page)
    await page.getByRole('button', { name: 'Store this file as corrected' }).click()
    await page.getByText('1 of 1 done').waitFor()
    await page.getByRole('link', { name: 'Open the report' }).click()
    await page.getByText('borders set, 1 line marked, 1 value corrected').waitFor()
    const address = await page.getByRole('link', { name: 'Swans, as we call them' }).getAttribute('href')
    const { body } = await stage().archive.ask<{ body: string }>(`/api/articles/${/\d+/.exec(address ?? '')?.[0]}`)
    expect(body).not.toContain('A rope has been put')
    expect((await stage().archive.ask<{ articles: number }>('/api/stats')).articles).toBe(before.articles + 8)
    expect(faults).toEqual([])
  })

  it('reads a file of the archive anew: articles whose text stays keep their ids, and all can be taken back', async () => {
    const { archive } = stage()
    const find = async () => (await archive.ask<Listed>('/api/documents?name=digest.txt&sort=id&order=desc')).data[0]
    const before = await find()
    const { page, faults } = await stage().visit(`/admin/files/${before?.id}/split`, { as: 'admin' })
    await page.keyboard.press('j')
    await page.getByRole('button', { name: 'Merge with the next' }).click()
    await page.getByText('7 articles.').waitFor()
    await ready(page)
    await page.keyboard.press('a')
    await page.getByText('Read as you say: 7 articles.').waitFor()
    const after = await find()
    expect(after?.articles).toHaveLength(7)
    expect(after?.articles.filter(({ id }) => before?.articles.some((one) => one.id === id))).toHaveLength(6)
    await ready(page)
    await page.locator('.as-body', { hasText: 'Library to open on Mondays again' }).click()
    await page.keyboard.press('b')
    await page.getByText('8 articles.').waitFor()
    await ready(page)
    await page.keyboard.press('a')
    await page.getByText('Read as you say: 8 articles.').waitFor()
    expect((await find())?.articles.map(({ id }) => id)).toEqual(before?.articles.map(({ id }) => id))
    expect(faults).toEqual([])
  })

  it('says when another curator was first, and when there is no such file', async () => {
    const { archive } = stage()
    const [document] = (await archive.ask<Listed>('/api/documents?name=digest.txt&sort=id&order=desc')).data
    const { page } = await stage().visit(`/admin/files/${document?.id}/split`, { as: 'admin' })
    const { base, document: shown } = await archive.ask<{ base: string; document: { corrections: unknown } }>(`/api/documents/${document?.id}/reading`)
    await archive.ask(`/api/documents/${document?.id}/reading`, { method: 'POST', body: { corrections: shown.corrections, base } })
    await page.keyboard.press('a')
    await page.getByText('Nothing was changed').waitFor()
    await page.getByRole('button', { name: 'Show it as it is now' }).click()
    await page.getByRole('button', { name: 'It is right' }).waitFor()
    await page.goto('/admin/files/424242/split')
    await page.getByRole('heading', { name: 'There is no such file' }).waitFor()
  })

  it('takes a whole upload out, and brings it back', async () => {
    const { page } = await stage().visit('/admin/uploads', { as: 'admin' })
    await page.getByRole('link', { name: /ferry\.txt/ }).click()
    await page.getByRole('button', { name: 'Undo this upload' }).click()
    await page.getByText('Nothing is lost.').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await page.getByText('1 file = 1 new').waitFor()
  })
}

async function correctHeadline(page: Page, words: string): Promise<void> {
  await page.locator('.current').getByRole('button', { name: /^Correct the headline/ }).click()
  await page.getByRole('textbox', { name: 'Headline' }).fill(words)
  await page.keyboard.press('Enter')
  await page.locator('.current').getByRole('button', { name: words, exact: true }).waitFor()
  await ready(page)
}
