// Does nothing get lost when things go wrong? A service of its own, that is killed and started anew; lines that break; and
// files that nobody should have sent.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeZip } from '../../../server/test/intake/make-zip.ts'
import { openLine } from './line.ts'
import { NO_BROWSER, NOT_BUILT, openStage, type Stage } from './stage.ts'

const NO_STAGE = NO_BROWSER ?? NOT_BUILT
let stage: Stage
let folder: string

beforeAll(async () => {
  if (NO_STAGE !== undefined) return
  stage = await openStage({ LIMIT_FILE_MB: '1' })
  folder = await mkdtemp(join(tmpdir(), 'copydesk-folder-'))
})
afterAll(async () => {
  if (NO_STAGE !== undefined) return
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(() => (NO_STAGE === undefined ? stage.leave() : undefined))
beforeEach((ctx) => ctx.skip(NO_STAGE !== undefined, NO_STAGE))

const SYLLABLES = ['bar', 'cul', 'den', 'fis', 'gol', 'har', 'jun', 'kel', 'lom', 'mir', 'nos', 'pel', 'rud', 'sav', 'tor', 'wen']

/** Made of words that no other story has. */
function story(number: number): string {
  let state = Math.imul(number, 0x9e3779b1)
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) | 0)
  const word = (): string => Array.from({ length: 3 }, () => SYLLABLES[(next() >>> 16) % SYLLABLES.length]).join('')
  const words = (count: number): string => Array.from({ length: count }, word).join(' ')
  return `Report ${number} of ${words(2)}\n\nThe ${words(20)} was told of ${words(12)}.\n\nAnd so ${words(18)}.`
}

function texts(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({ name: `bench-${from + index}.txt`, mimeType: 'text/plain', buffer: Buffer.from(story(from + index)) }))
}

it('takes folders, zips, bombs and broken files at once, and says of each bad one why and what next', async () => {
  const { page, faults } = await stage.visit('/admin/uploads/new', { as: 'admin' })
  await mkdir(join(folder, 'inner'))
  for (let index = 0; index < 20; index++) await writeFile(join(folder, index % 2 === 0 ? 'inner' : '', `bench-${index}.txt`), story(1_000 + index))
  await writeFile(join(folder, 'photo.jpg'), 'x')
  const members = Array.from({ length: 5 }, (_, index) => ({ name: `deep/${index}.txt`, data: story(2_000 + index) }))
  await drop(page, [folder])
  await page.getByLabel('Files to add').setInputFiles([
    { name: 'pack.zip', mimeType: 'application/zip', buffer: makeZip(members) },
    { name: 'bomb.zip', mimeType: 'application/zip', buffer: makeZip([{ name: 'zeros.txt', data: Buffer.alloc(60_000_000, 48) }]) },
    { name: 'endless.txt', mimeType: 'text/plain', buffer: Buffer.alloc(1_100_000, 'all of this is far too long ') },
    { name: 'broken.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 and nothing after it') },
  ])
  await page.getByText('2 files not accepted: 1 is a picture, 1 is over 1.0 MB.').waitFor()
  await page.getByText('23 of 23 done').waitFor()
  const uploads = await stage.archive.ask<{ data: readonly { id: string; files: number; outcomes: Record<string, number> }[] }>('/api/uploads')
  const sum = (name: string): number => uploads.data.reduce((total, { outcomes }) => total + (outcomes[name] ?? 0), 0)
  expect(sum('new')).toBe(25)
  expect(uploads.data.reduce((total, { files }) => total + files, 0)).toBe(['new', 'copy', 'archive', 'refused', 'failed'].reduce((total, name) => total + sum(name), 0))
  const bad = await Promise.all(uploads.data.map(({ id }) => stage.archive.ask<{ data: readonly { name: string; problem: { detail: string; hint: string } }[] }>(`/api/uploads/${id}/files?attention=true`)))
  for (const { name, problem } of bad.flatMap(({ data }) => data)) expect([name, problem.detail, problem.hint].every((words) => words.length > 5)).toBe(true)
  expect(faults).toEqual([])
})

it('sends again what a broken line took, cancels one of many, and retries only what can end otherwise', async () => {
  const { page } = await stage.visit('/admin/uploads/new', { as: 'admin' })
  let sent = 0
  await page.route('**/api/documents', async (route) => {
    sent++
    if (sent === 1) await route.abort('connectionreset')
    else await route.continue()
  })
  await page.getByLabel('Files to add').setInputFiles([...texts(3_000, 3), { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('') }])
  await page.getByText('The line broke').or(page.getByText('4 of 4 done')).first().waitFor()
  await page.getByText('4 of 4 done').waitFor()
  expect(await page.getByRole('button', { name: /^Retry/ }).count(), 'an empty file stays empty').toBe(0)
  await page.unroute('**/api/documents')
  const held: Route[] = []
  await page.route('**/api/documents', (route) => void held.push(route))
  await page.getByLabel('Files to add').setInputFiles(texts(3_100, 2))
  await page.getByRole('button', { name: 'Cancel bench-3101.txt' }).click()
  await page.getByText('Cancelled').waitFor()
  await expect.poll(() => held.length).toBe(2)
  await held[1]?.continue()
  await page.unroute('**/api/documents')
  await page.getByText('6 of 6 done').waitFor()
  await page.getByRole('button', { name: /^Retry 1/ }).click()
  await page.getByText('Retrying 1 file.').waitFor()
  await page.getByText('Cancelled').waitFor({ state: 'detached' })
  await page.getByText('6 of 6 done').waitFor()
})

it('goes on after the service was killed in the middle, never backwards, and the counts end right', async () => {
  const { page } = await stage.visit('/admin/uploads/new', { as: 'admin' })
  const before = (await stage.archive.ask<{ articles: number }>('/api/stats')).articles
  await watchProgress(page)
  // More than a browser gives of a folder at once.
  const many = await mkdtemp(join(folder, 'many-'))
  for (const { name, buffer } of texts(4_000, 120)) await writeFile(join(many, name), buffer)
  await drop(page, [many])
  await page.getByText(/being read/).waitFor()
  await stage.archive.restart()
  await page.getByRole('link', { name: 'Articles', exact: false }).first().click()
  await page.getByRole('heading', { name: 'Articles' }).waitFor()
  await page.goBack()
  await page.getByText('120 of 120 done').waitFor()
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen)
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
  expect((await stage.archive.ask<{ articles: number }>('/api/stats')).articles).toBe(before + 120)
  await page.reload()
  await page.getByRole('heading', { name: 'Sent before' }).waitFor()
  await page.locator('.receipts a').first().click()
  await page.getByText('120 articles from 120 files').waitFor()
})

it('hears what it missed while the line of events alone was cut, from where it was', async () => {
  const line = await openLine(stage.archive.url)
  try {
    const { page } = await stage.visit(`${line.url}/admin/articles`, { as: 'admin' })
    await page.getByText('Live').waitFor()
    line.cut()
    await page.getByText(/Reconnecting…/).waitFor()
    const form = new FormData()
    form.append('files', new Blob([`Told in the dark\n\n${story(5_000)}`]), 'dark.txt')
    await stage.archive.send(form)
    line.mend()
    await page.getByText('Live').waitFor()
    await page.getByRole('link', { name: 'Told in the dark' }).waitFor()
    expect(line.resumed).toEqual([undefined, expect.stringMatching(/^\d+$/)])
  } finally {
    line.close()
  }
})

/** As a hand does it, folders included: a script in the page can make no folder. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data })
  await session.detach()
}

async function watchProgress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const done = /(\d+) of \d+ done/.exec(document.querySelector('.progress-line')?.textContent ?? '')?.[1]
      if (done !== undefined && Number(done) !== seen.at(-1)) seen.push(Number(done))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
