// Does one come in, and to where one wanted? And does a right that is missing close a page without ending the session?
import { expect, it } from 'vitest'
import { PEOPLE, ready, type Stage } from './stage.ts'

export function coming(stage: () => Stage): void {
  it('leads to the sign-in form and from there to the address that was asked for', async () => {
    const { page, faults } = await stage().visit('/admin/tasks?status=done')
    await page.getByLabel('E-mail').fill(PEOPLE.admin.email)
    await page.getByLabel('Password').fill(PEOPLE.admin.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin/tasks?status=done')
    await page.getByRole('heading', { name: 'Tasks and health' }).waitFor()
    expect(await page.title()).toBe('Tasks and health – Copydesk panel')
    expect(faults).toEqual([])
  })

  it('says that a password is wrong and lets try again', async () => {
    const { page } = await stage().visit('/admin/')
    await page.getByLabel('E-mail').fill(PEOPLE.admin.email)
    await page.getByLabel('Password').fill('not the password at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('button', { name: 'Sign in' }).isEnabled()).toBe(true)
  })

  it('shows a reader no way that is closed to them, and says so at its address', async () => {
    const { page, faults } = await stage().visit('/admin/', { as: 'reader' })
    await page.getByRole('link', { name: 'Uploads' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Panel' }).getByRole('link').allInnerTexts()).toEqual(['Dashboard', 'Uploads', expect.stringMatching(/^Articles/), 'Clusters', 'History'])
    await page.goto('/admin/users')
    await page.getByRole('heading', { name: 'This page is not open to you' }).waitFor()
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(1)
    expect(faults).toEqual([])
  })

  it('moves focus and title on every change of page, by keys alone', async () => {
    const { page } = await stage().visit('/admin/', { as: 'admin' })
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await page.waitForURL('**/admin/articles')
    await ready(page)
    await expect.poll(() => page.title()).toBe('Articles – Copydesk panel')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog', { name: 'Keys' }).count()).toBe(0)
  })

  it('holds one event stream a browser, and the next tab takes it over', async () => {
    const { page } = await stage().visit('/admin/', { as: 'admin' })
    await page.getByText('Live').waitFor()
    const other = await page.context().newPage()
    let streams = 0
    other.on('request', (request) => (streams += request.url().includes('/api/events') ? 1 : 0))
    await other.goto('/admin/')
    await other.getByText('Live').waitFor()
    expect(streams).toBe(0)
    await page.close()
    await expect.poll(() => streams).toBe(1)
    await other.getByText('Live').waitFor()
  })
}
