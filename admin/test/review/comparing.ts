// Is a comparison the same for everybody who has its address, on paper too, and can it be taken along?
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { Stage } from '../panel/stage.ts'
import { ADA } from '../stage/serving.ts'
import { clusterOf, waiting } from './desk-of.ts'
import { RESPINNER } from './stories.ts'

export function comparing(stage: () => Stage): void {
  it('opens after the sign-in that its address asks for, changes sides, prints, and is downloaded', async () => {
    const [left = '', right = ''] = await respunPair(stage())
    const { page } = await stage().visit(`/admin/compare/${left}/${right}#d=2`)
    await page.getByLabel('E-mail').fill(ADA.email)
    await page.getByLabel('Password').fill(ADA.password)
    await page.keyboard.press('Enter')
    await page.locator('.sides-steps [role=status]', { hasText: '2 of' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/admin/compare/${left}/${right}`)
    await page.evaluate(() => location.assign('#d=999'))
    await page.locator('.sides-steps [role=status]', { hasText: /^(\d+) of \1$/ }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Swap sides/ }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download it' }).click()
    const report = await coming
    expect(report.suggestedFilename()).toBe(`comparison-${left}-${right}.html`)
    expect(await readFile(await report.path(), 'utf8')).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1)[^"']*\.(?:js|css|png)/)
    await page.keyboard.press('w')
    await page.waitForURL(new RegExp(`/compare/${right}/${left}`))
    await page.getByRole('heading', { name: 'Both texts' }).waitFor()
  })
}

/** A story and its respin, which differ in more than one place; of what the other parts left waiting some pairs have one difference alone. */
async function respunPair(stage: Stage): Promise<readonly string[]> {
  for (const id of await waiting(stage)) {
    const { members } = await clusterOf(stage, id)
    const respun = members.find((member) => member.publisher === RESPINNER)
    const other = members.find((member) => member !== respun)
    if (respun !== undefined && other !== undefined) return [other.articleId, respun.articleId]
  }
  throw new Error(`No cluster with an article of ${RESPINNER} is waiting.`)
}
