// Does the panel answer at once with ten thousand articles behind it? A running service full of invented articles, and the
// production build in a real browser: keys are pressed, and the time runs until the rows that they ask for have been painted.
// Then ten thousand files are put into the upload queue. Also told: the longest task of the main thread, and the queue's heap.
// node server/bench/panel.mjs [ARTICLES] [ROUNDS]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../bin/browser.mjs'
import { ensureBuilt } from '../bin/build.mjs'
import { addressOf, filledArchive, PERSON, stop } from './panel-archive.mjs'
import { WATCH } from './panel-watch.mjs'

const ARTICLES = Number(process.argv[2] ?? 10_000)
const ROUNDS = Number(process.argv[3] ?? 30)
const QUEUED = 10_000
const UPLOADS = 200
/** What was promised. */
const MOST_P95_MS = 500
const MOST_TASK_MS = 200

const percentile = (times, share) => times.toSorted((left, right) => left - right)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const failures = []

/** Presses Enter on what stands at an address, so many times, one after the other as they come. */
async function pressed(page, label, rows, steps) {
  const times = []
  await page.evaluate(() => window.watch.forget())
  for (let round = 0; round < ROUNDS; round++) {
    const target = await steps(round)
    await target.focus()
    times.push(await shownAfter(page, rows, 'Enter'))
  }
  const task = await page.evaluate(() => window.watch.longest())
  told(label, times, task)
}

async function shownAfter(page, rows, key) {
  await page.evaluate((selector) => window.watch.arm(selector), rows)
  await page.keyboard.press(key)
  return page.evaluate(() => window.watch.shown())
}

function told(label, times, task) {
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)]
  console.log(`${label.padEnd(34)}p50 ${half.toFixed(0).padStart(5)} ms   p95 ${most.toFixed(0).padStart(5)} ms   longest task ${task.toFixed(0).padStart(4)} ms`)
  if (most > MOST_P95_MS) failures.push(`${label}: p95 is ${most.toFixed(0)} ms, promised ${MOST_P95_MS} ms`)
  if (task > MOST_TASK_MS) failures.push(`${label}: a task of ${task.toFixed(0)} ms, promised ${MOST_TASK_MS} ms`)
}

async function open(page, address, rows) {
  await page.goto(address)
  await page.locator(rows).first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .fetching') === null)
}

/** There and back again, so that no press leads to the end. */
const turned = (page) => async (round) => page.getByRole('button', { name: round % 2 === 0 ? 'Next' : 'Previous', exact: true })

async function listed(page, name, address, rows, { sorts, facets, words }) {
  await open(page, address, rows)
  await pressed(page, `${name}: page`, rows, turned(page))
  if (sorts !== undefined) {
    await open(page, address, rows)
    await pressed(page, `${name}: sort`, rows, async (round) => sorts(page, round))
  }
  if (words !== undefined) {
    await open(page, address, rows)
    await pressed(page, `${name}: filter by words`, rows, async (round) => {
      const box = page.getByRole('search').getByRole('searchbox')
      await box.fill(words[round % words.length])
      return box
    })
  }
  if (facets !== undefined) {
    await open(page, address, rows)
    await pressed(page, `${name}: facet`, rows, async (round) => facets(page, round))
  }
}

async function queued(page) {
  await page.goto('/admin/uploads/new')
  await page.getByLabel('Files to add').waitFor({ state: 'attached' })
  // The line is held, so that the queue stays as it is.
  await page.route('**/api/documents', () => undefined)
  const before = await heap(page)
  await page.evaluate((count) => window.watch.prepare(count), QUEUED)
  await page.evaluate(() => window.watch.forget())
  await page.evaluate(() => window.watch.put('input[aria-label="Files to add"]'))
  await page.getByText(new RegExp(`^0 of ${QUEUED.toLocaleString('en-GB').replace(',', ',?')} done`)).waitFor()
  console.log(`queue of ${QUEUED} files: put in, longest task ${(await taskOf(page, 'queue: put in')).toFixed(0)} ms, ${((await heap(page)) - before).toFixed(1)} MB of heap, ${await page.locator('.queue-row').count()} rows in the page`)
  await page.locator('.queue').focus()
  await page.evaluate(() => window.watch.forget())
  const times = []
  for (let round = 0; round < ROUNDS; round++) times.push(await shownAfter(page, '.queue', ['PageDown', 'End', 'PageUp', 'Home'][round % 4]))
  told('queue: scroll', times, await page.evaluate(() => window.watch.longest()))
}

/** One value and back to all, in turn. */
const facet = (page, round) => (round % 2 === 0 ? page.locator('aside section .facet-value').nth((round / 2) % 8) : page.getByRole('button', { name: 'Clear filters' }))

async function taskOf(page, label) {
  const task = await page.evaluate(() => window.watch.longest())
  if (task > MOST_TASK_MS) failures.push(`${label}: a task of ${task.toFixed(0)} ms, promised ${MOST_TASK_MS} ms`)
  return task
}

/** Megabytes in use once everything let go of is collected. */
async function heap(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1e6
}

async function walk(page) {
  const columns = ['headline', 'publisher', 'published', 'words']
  await listed(page, 'articles', '/admin/articles', 'main .intro, main tbody a.headline', {
    sorts: (on, round) => on.getByRole('button', { name: new RegExp(`^Sort by ${columns[round % columns.length]}`, 'i') }),
    facets: facet,
    words: ['said', 'their', 'which', 'kori', 'have'],
  })
  await listed(page, 'clusters', '/admin/clusters', 'main .intro, main [data-row]', {
    sorts: (on, round) => on.locator('main thead button.sort').nth(round % 3),
    facets: facet,
    words: ['the', 'of', 'and', 'to'],
  })
  await listed(page, 'uploads', '/admin/uploads', '.receipts h2', {})
}

const folder = mkdtempSync(join(tmpdir(), 'copydesk-panel-'))
let service
let browser
try {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no browser was found: install chromium')
  ensureBuilt(['admin'])
  service = await filledArchive(join(folder, 'data'), ARTICLES, UPLOADS)
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const context = await browser.newContext({ baseURL: addressOf(service), viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(WATCH)
  await page.request.post('/api/session', { data: PERSON })
  console.log(`${ARTICLES} articles in ${UPLOADS} uploads, ${ROUNDS} presses of each kind`)
  await walk(page)
  await queued(page)
} finally {
  await browser?.close()
  if (service !== undefined) await stop(service)
  rmSync(folder, { recursive: true, force: true })
}
for (const failure of failures) console.log(`missed: ${failure}`)
process.exit(failures.length > 0 ? 1 : 0)
