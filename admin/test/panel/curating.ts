// Can clusters be found, looked into and confirmed, one by one and many at once, and can all of it be taken back?
import { expect, it } from 'vitest'
import type { Stage } from './stage.ts'

interface Cluster {
  readonly id: string
  readonly size: number
  readonly standing: string
  readonly version: number
  readonly principalId: string
  readonly members: readonly { readonly articleId: string; readonly kind?: string }[]
}

interface Article {
  readonly id: string
  readonly version: number
  readonly tags: readonly string[]
  readonly publisher?: string
}

export function curating(stage: () => Stage): void {
  const clusters = async (): Promise<readonly Cluster[]> => (await stage().archive.ask<{ data: readonly Cluster[] }>('/api/clusters?minSize=2&perPage=100&sort=newestAt&order=desc&brief=true')).data
  const one = (id: string): Promise<Cluster> => stage().archive.ask<Cluster>(`/api/clusters/${id}`)
  const decide = async (body: object): Promise<string> => (await stage().archive.ask<{ decision: { id: string } }>('/api/decisions', { method: 'POST', body })).decision.id
  /** What must be as before once a decision is taken back. */
  const shape = ({ principalId, size, standing, members }: Cluster): unknown => ({ principalId, size, standing, members: members.map((member) => [member.articleId, member.kind]) })
  const largest = async (): Promise<Cluster> => (await clusters()).toSorted((left, right) => right.size - left.size)[0] as Cluster

  it('lists them with counts, keeps the whole group in sight where members are filtered, and keeps views', async () => {
    const { page, faults } = await stage().visit('/admin/clusters', { as: 'admin' })
    const all = await clusters()
    await expect.poll(() => page.locator('[data-row]').count()).toBe(all.length)
    await page.getByRole('button', { name: /^Machine-spun \d/ }).click()
    await page.waitForURL(/kind=spun/)
    await page.locator('.version.dimmed').first().waitFor()
    expect(await page.locator('.version:not(.dimmed) .relation-spun').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Save this view' }).click()
    await page.getByLabel('Name').fill('Spun ones')
    await page.getByRole('button', { name: 'Save the view' }).click()
    await page.getByRole('button', { name: 'Forget this view' }).waitFor()
    await page.goBack()
    await expect.poll(() => new URL(page.url()).search).toBe('')
    await page.getByLabel('Saved views').selectOption('Spun ones')
    await page.waitForURL(/kind=spun/)
    await expect.poll(() => page.getByRole('link', { name: 'Review these' }).getAttribute('href')).toBe('/admin/review?kind=spun&status=open')
    await page.getByRole('button', { name: 'Forget this view' }).click()
    await page.getByRole('button', { name: 'Save this view' }).waitFor()
    expect(faults).toEqual([])
  })

  it('confirms the row under the hand by a key, and takes it back from the notice', async () => {
    const { page, faults } = await stage().visit('/admin/clusters?status=open', { as: 'admin' })
    const id = (await page.locator('[data-row]').first().getAttribute('data-row')) ?? ''
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await page.locator('.version').first().waitFor()
    await page.keyboard.press('y')
    await page.getByText(/^Confirmed \d+ versions?\./).waitFor()
    expect((await one(id)).standing).toBe('reviewed')
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone. It waits again.').waitFor()
    expect((await one(id)).standing).toBe('open')
    expect(faults).toEqual([])
  })

  it('confirms many at once after a look at them, and takes all of it back at once', async () => {
    const { page, faults } = await stage().visit('/admin/clusters', { as: 'admin' })
    const waiting = (await clusters()).filter((cluster) => cluster.standing === 'open').length
    await page.getByRole('button', { name: 'Confirm many' }).click()
    await page.getByLabel('All of them').check()
    await page.locator('.preview li').first().waitFor()
    await page.getByRole('button', { name: new RegExp(`^Confirm ${waiting} clusters?$`) }).click()
    await page.getByText(new RegExp(`^Confirmed ${waiting} cluster`)).waitFor()
    expect((await clusters()).every((cluster) => cluster.standing === 'reviewed')).toBe(true)
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/^Undone\./).waitFor()
    expect((await clusters()).filter((cluster) => cluster.standing === 'open')).toHaveLength(waiting)
    expect(faults).toEqual([])
  })

  it('names what depends on a decision before it is taken back, and brings all back to the letter', async () => {
    const before = await largest()
    const taken = before.members.find((member) => member.articleId !== before.principalId)?.articleId
    await decide({ kind: 'separate', articles: [taken], note: 'Another story altogether.' })
    await decide({ kind: 'join', articles: [before.principalId, taken] })
    const { page, faults } = await stage().visit(`/admin/decisions?kind=separate`, { as: 'admin' })
    await page.getByText('Another story altogether.').waitFor()
    await page.getByRole('button', { name: /^Undo/ }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Later decisions depend on this one' })
    await dialog.waitFor()
    await dialog.getByRole('button', { name: 'Undo these 2' }).click()
    await page.getByText('Undone: 2 decisions.').waitFor()
    expect(shape(await largest())).toEqual(shape(before))
    await page.locator('.decision.withdrawn').first().waitFor()
    expect(faults).toEqual([])
  })

  it('shows what was told apart, and restores it', async () => {
    const before = await largest()
    const taken = before.members.find((member) => member.articleId !== before.principalId)
    await decide({ kind: 'separate', articles: [taken?.articleId] })
    const { page, faults } = await stage().visit('/admin/exclusions', { as: 'admin' })
    await page.getByRole('button', { name: /^Restore/ }).click()
    await page.getByText('Nothing was told apart yet.').waitFor()
    expect(shape(await largest())).toEqual(shape(before))
    expect(faults).toEqual([])
  })

  it('offers what other versions know field by field, nothing by itself, and overwrites nobody', async () => {
    const { archive } = stage()
    const cluster = await largest()
    const other = cluster.members.find((member) => member.articleId !== cluster.principalId)?.articleId ?? ''
    const edit = async (id: string, changes: object): Promise<unknown> => archive.ask(`/api/articles/${id}`, { method: 'PATCH', body: changes, headers: { 'if-match': `"${(await archive.ask<Article>(`/api/articles/${id}`)).version}"` } })
    await edit(other, { tags: ['harbour'] })
    const { page } = await stage().visit(`/admin/clusters/${cluster.id}`, { as: 'admin' })
    await page.getByRole('button', { name: 'Carry over' }).click()
    const dialog = page.getByRole('dialog', { name: 'Carry over to the principal' })
    await dialog.getByText('Nothing is chosen; the principal stays as it is.').waitFor()
    await dialog.getByRole('checkbox', { name: /harbour/ }).check()
    await edit(cluster.principalId, { tags: ['kept'] })
    await dialog.getByRole('button', { name: 'Carry over 1 field' }).click()
    await dialog.getByText(/somebody changed the principal meanwhile/).waitFor()
    await dialog.getByText('kept, harbour').waitFor()
    await dialog.getByRole('button', { name: 'Carry over 1 field' }).click()
    await page.getByText('Carried over to the principal: 1 field.').waitFor()
    expect((await archive.ask<Article>(`/api/articles/${cluster.principalId}`)).tags).toEqual(['kept', 'harbour'])
  })

  it('leads from a plot of the dashboard to the list behind it, by keys', async () => {
    const { page, faults } = await stage().visit('/admin/?range=7d', { as: 'admin' })
    const plot = page.getByRole('group', { name: 'Articles by the day' })
    await plot.locator('[tabindex="0"]').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.waitForURL(/createdFrom/)
    await page.getByRole('checkbox', { name: /^Select / }).nth(1).waitFor()
    expect(faults).toEqual([])
  })
}
