// What does a person do who comes back to a search, or takes it elsewhere?
import { expect, it } from 'vitest'
import { ADA } from './copydesk.ts'
import { barriers, settled, type Stage } from './stage.ts'

let stage: () => Stage

export function keeping(given: () => Stage): void {
  stage = given
  signsIn()
  keepsAndExports()
  leaves()
}

function signsIn(): void {
  it('asks to sign in and comes back to the link', async () => {
    const link = '/?q=gate&sort=newest'
    const { page, faults } = await stage().visit(link, { signedIn: false })
    await page.waitForURL(/\/sign-in\?to=/)
    await page.getByLabel('E-mail').fill(ADA.email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Password').fill(ADA.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => url.pathname + url.search === link)
    await page.locator('.hit').first().waitFor()
    // The browser itself notes the two answers of 401.
    expect(faults.filter((fault) => !fault.includes('401'))).toEqual([])
  })

  it('never leads from the sign-in form to another site', async () => {
    const { page } = await stage().visit('/sign-in?to=https://example.org/', { signedIn: false })
    await page.getByLabel('E-mail').fill(ADA.email)
    await page.getByLabel('Password').fill(ADA.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${stage().service.url}/`)
  })
}

function keepsAndExports(): void {
  it('keeps a search under a name, follows it as a feed, renames and deletes it', async () => {
    const { page, faults } = await stage().visit('/?q=ferry+gate&publishedFrom=2024&publishedTo=2025')
    await page.getByText('Save this search').click()
    await page.getByLabel('Name', { exact: true }).fill('Gates & ferries')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved as “Gates & ferries”.').waitFor()
    await page.goto('/')
    const saved = page.getByRole('link', { name: 'Gates & ferries', exact: true })
    await saved.waitFor()
    const feed = await page.request.get((await page.getByRole('link', { name: 'Feed of Gates & ferries' }).getAttribute('href')) ?? '')
    expect(feed.headers()['content-type']).toContain('application/atom+xml')
    expect(await feed.text()).toContain('<title>Gates &amp; ferries</title>')
    await page.getByRole('button', { name: 'Rename Gates & ferries' }).click()
    await page.getByLabel('New name for Gates & ferries').fill('Water')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('link', { name: 'Water', exact: true }).click()
    await page.waitForURL(/q=ferry/)
    expect(await page.locator('.filter-chips').innerText()).toContain('Published: 2024')
    await page.goto('/')
    await page.getByRole('button', { name: 'Delete Water' }).click()
    await page.getByRole('link', { name: 'Water', exact: true }).waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })

  it('takes the list out as a file, with cluster and relation', async () => {
    const { page, faults } = await stage().visit('/?q=gate&collapse=false')
    await page.getByText('Export', { exact: true }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: /^CSV/ }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^copydesk-.*\.csv$/)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const table = Buffer.concat(chunks).toString('utf8')
    expect(table.split('\r\n')[0]).toContain('clusterId,clusterSize,principal,relation')
    expect(table).toMatch(/,spun,/)
    expect(faults).toEqual([])
  })
}

function leaves(): void {
  it('reports a wrong grouping without the right to change it, and signs out', async () => {
    const { service, visit } = stage()
    const rita = { email: 'rita@example.org', password: 'a-password-of-rita' }
    await service.addReader(rita.email, rita.password)
    const article = service.articleOf('05-respin.txt')
    const { page } = await visit(`/sign-in?to=/articles/${article}`, { signedIn: false })
    await page.getByLabel('E-mail').fill(rita.email)
    await page.getByLabel('Password').fill(rita.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Report wrong grouping').click()
    await page.getByLabel(/What does not belong together/).fill('The gate is another one.')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Send the report' }).click()
    await page.getByText('Reported. A curator will look at it').waitFor()
    const { clusterId } = await service.ask<{ readonly clusterId: string }>(`/api/articles/${article}`)
    expect((await service.ask<{ readonly data: readonly object[] }>(`/api/decisions?kind=report&cluster=${clusterId}`)).data).toMatchObject([{ note: 'The gate is another one.' }])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    await settled(page)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sign in')
  })
}
