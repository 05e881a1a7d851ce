// Is a comparison the same for everybody who has its address, on paper too, and can it be taken along?
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { Stage } from '../panel/stage.ts'
import { ADA } from '../stage/serving.ts'
import { clusterOf, waiting } from './desk-of.ts'

export function comparing(stage: () => Stage): void {
  it('opens after the sign-in that its address asks for, changes sides, prints, and is downloaded', async () => {
    const [id = ''] = await waiting(stage())
    const [left = '', right = ''] = (await clusterOf(stage(), id)).members.map((member) => member.articleId)
    const { page } = await stage().visit(`/admin/compare/${left}/${right}#d=2`)
    await page.getByLabel('E-mail').fill(ADA.email)
    await page.getByLabel('Password').fill(ADA.password)
    await page.keyboard.press('Enter')
    await page.locator('.sides-steps [role=status]', { hasText: '2 of' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/admin/compare/${left}/${right}`)
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
