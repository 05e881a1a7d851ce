// Do files come in, and does the panel say what came of each? From the empty archive to a receipt that adds up.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SEEDS } from './archive.ts'
import type { Stage } from './stage.ts'

export function filling(stage: () => Stage): void {
  it('offers the sample documents to an empty archive and reports each file of them', async () => {
    const { page, faults } = await stage().visit('/admin/', { as: 'admin' })
    await page.getByRole('button', { name: 'Add the sample documents' }).click()
    await page.getByText('10 of 10 done').waitFor()
    await page.getByRole('link', { name: 'Open the report' }).click()
    await page.getByText('17 articles from 10 files: 12 new, 5 copies of what is there.').waitFor()
    await page.getByText('10 files = 6 new + 4 copies').waitFor()
    await page.getByText('Digest: split into 8 articles, 1 of them known').waitFor()
    await page.getByRole('button', { name: /^Copies/ }).click()
    await page.waitForURL(/show=copies/)
    await expect.poll(() => page.locator('.outcome').count()).toBe(4)
    expect(await page.locator('.chip.relation').allInnerTexts()).toEqual([expect.stringContaining('Excerpt'), expect.stringContaining('Agency cut'), expect.stringContaining('Machine-spun'), expect.stringContaining('Revision')])
    const table = await page.request.get((await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')) ?? '')
    expect((await table.text()).trim().split('\r\n')).toHaveLength(11)
    expect(faults).toEqual([])
  })

  it('says of every bad file why and what next, in one panel for what was not sent', async () => {
    const { page } = await stage().visit('/admin/uploads/new', { as: 'admin' })
    const story = await readFile(join(SEEDS, '01-courier-full.txt'))
    await page.getByLabel('Files to add').setInputFiles([
      { name: 'again.txt', mimeType: 'text/plain', buffer: story },
      { name: 'again.txt', mimeType: 'text/plain', buffer: story },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'broken.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 and nothing that follows') },
      { name: 'one.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') },
      { name: 'two.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') },
    ])
    await page.getByText('2 files not accepted: 2 are pictures.').waitFor()
    await page.getByText('4 of 4 done').waitFor()
    expect(await page.getByText('2 need attention').count()).toBe(1)
    await page.getByRole('link', { name: 'Open the report' }).click()
    await page.getByText('4 files = 2 copies + 2 refused').waitFor()
    await page.getByRole('button', { name: /^Needs attention/ }).click()
    await expect.poll(() => page.locator('.outcome-problem').count()).toBe(2)
    for (const problem of await page.locator('.outcome-problem').allInnerTexts()) expect(problem).toMatch(/\w.*\. \w.*\.$/)
    await page.reload()
    await expect.poll(() => page.locator('.outcome-problem').count()).toBe(2)
  })

  it('takes what is dropped or pasted anywhere', async () => {
    const { page } = await stage().visit('/admin/articles', { as: 'admin' })
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['Ferry runs again\n\nThe ferry over the lower reach runs again from Monday, the harbour office said on Friday.'], 'ferry.txt', { type: 'text/plain' }))
      const target = document.querySelector('.panel') ?? document.body
      for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
    })
    await page.waitForURL('**/admin/uploads/new')
    await page.getByText('1 of 1 done').waitFor()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', 'Lamp posts to be painted\n\nThe lamp posts along the mill road are to be painted green before the summer fair, the parish decided.')
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }))
    })
    await page.getByText('2 of 2 done').waitFor()
  })

  it('holds thousands of files in a queue of a few rows and lets cancel them', async () => {
    const { page } = await stage().visit('/admin/uploads/new', { as: 'admin' })
    // The line is held, so that the queue stays as it is.
    await page.route('**/api/documents', () => undefined)
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      for (let index = 0; index < 10_000; index++) transfer.items.add(new File([`text ${index}`], `file-${index}.txt`, { type: 'text/plain' }))
      const input = document.querySelector<HTMLInputElement>('input[aria-label="Files to add"]')
      if (input === null) throw new Error('no input')
      input.files = transfer.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await page.getByText('0 of 10000 done').waitFor()
    expect(await page.locator('.queue-row').count()).toBeLessThan(60)
    await page.locator('.queue').evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await page.getByText('file-9999.txt').waitFor()
    await page.getByRole('button', { name: 'Cancel all that is not sent' }).click()
    await page.getByText('10000 of 10000 done').waitFor()
  })
}
