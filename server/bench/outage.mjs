// What does anybody notice of an engine that is away? A service with a Meilisearch; then the engine is ended for so many
// minutes, then for a fifth of them each it answers five seconds late and answers 500. Searches and uploads go on all the
// while; every answer must say which index it comes from. Then the engine is back, and `verify` tells when it is whole.
// node server/bench/outage.mjs [MINUTES] (10): needs a `meilisearch` on the PATH; MEILI_HOST is not touched.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ownMeilisearch } from './find-meilisearch.mjs'
import { moodyProxy } from './moody-proxy.mjs'
import { generator } from './news.mjs'

const MINUTES = Number(process.argv[2] ?? 10)
const ARTICLES = 500
const KEY = 'bench-of-an-outage'
const SEARCHERS = 2
/** Milliseconds between the searches of one searcher, and between two uploads. */
const BETWEEN_SEARCHES = 400
const BETWEEN_UPLOADS = 2_000
const LATE_MS = 5_000
/** An answer after more milliseconds counts as late. */
const SECOND = 1_000
/** Minutes in which an index that is left alone must be whole. */
const PATIENCE = 10

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'copydesk-outage-'))
const meilisearch = await ownMeilisearch(folder)
if (meilisearch === undefined) {
  console.log('no Meilisearch: there is no `meilisearch` on the PATH')
  process.exit(0)
}
const proxy = await moodyProxy(meilisearch.host)
const news = generator(20261123)
const env = { ...process.env, DATA_DIR: join(folder, 'data'), MASTER_KEY: KEY, MEILI_HOST: proxy.host, PORT: '0' }
let made = 0

function run(args, level) {
  return spawn(process.execPath, [main, ...args], { env: { ...env, LOG_LEVEL: level }, stdio: ['ignore', 'ignore', 'pipe'] })
}

async function ended(child) {
  child.stderr.resume()
  return new Promise((resolve) => child.once('exit', resolve))
}

const lines = (count) => Array.from({ length: count }, () => `${JSON.stringify(news.article(made++))}\n`).join('')
const headers = { Authorization: `Bearer ${KEY}` }

async function serve() {
  const child = run(['serve'], 'info')
  const url = await new Promise((resolve) => createInterface({ input: child.stderr }).on('line', (line) => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)
    if (found !== null) resolve(found[0])
  }))
  return { child, url }
}

/** Nothing waits to be indexed, and the first reading of the index is done. */
async function ready(url) {
  const searched = () => fetch(`${url}/api/search?q=`, { headers }).then((answer) => answer.json())
  while ((await fetch(`${url}/ready`).then((answer) => answer.json())).pending !== 0 || (await searched()).degraded !== undefined) await pause(200)
}

const word = () => news.vocabulary[50 + Math.floor(news.random() * 3000)]
const question = () => Array.from({ length: news.random() < 0.5 ? 2 : 12 }, word).join(' ')

function fail(figures, why) {
  figures.failed += 1
  console.log(`a search failed: ${why}`)
}

/** Searches until it is told to stop. */
async function searching(url, figures, going) {
  while (going()) {
    const begun = performance.now()
    try {
      const answer = await fetch(`${url}/api/search?q=${encodeURIComponent(question())}&facets=publisher`, { headers })
      const { degraded, detail } = await answer.json()
      if (answer.status !== 200) fail(figures, `${answer.status}: ${detail}`)
      else if (degraded === undefined) figures.asUsual += 1
      else figures.said += 1
    } catch (error) {
      fail(figures, String(error))
    }
    figures.times.push(performance.now() - begun)
    await pause(BETWEEN_SEARCHES)
  }
}

async function uploading(url, figures, going) {
  while (going()) {
    const form = new FormData()
    form.append('files', new Blob([lines(1)]), `n${made}.jsonl`)
    const taken = await fetch(`${url}/api/documents?wait=30`, { method: 'POST', headers, body: form }).then(async (answer) => answer.ok && (await answer.json()).documents[0].status === 'done', () => false)
    figures[taken ? 'uploads' : 'refused'] += 1
    await pause(BETWEEN_UPLOADS)
  }
}

async function phase(name, url, seconds, begin, finish) {
  const figures = { times: [], failed: 0, asUsual: 0, said: 0, uploads: 0, refused: 0 }
  await begin()
  const until = performance.now() + seconds * 1000
  const going = () => performance.now() < until
  await Promise.all([uploading(url, figures, going), ...Array.from({ length: SEARCHERS }, () => searching(url, figures, going))])
  await finish()
  const back = performance.now()
  let whole = await ended(run(['verify'], 'silent'))
  while (whole !== 0 && performance.now() - back < PATIENCE * 60_000) {
    await pause(500)
    whole = await ended(run(['verify'], 'silent'))
  }
  const took = (performance.now() - back) / 1000
  tell(name, seconds, figures, whole === 0 ? `whole by verify ${took.toFixed(1)} s after` : `NOT whole ${PATIENCE} minutes after`)
  return whole === 0 && figures.failed === 0 && figures.refused === 0
}

function tell(name, seconds, { times, failed, asUsual, said, uploads, refused }, end) {
  const sorted = [...times].sort((left, right) => left - right)
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  const late = times.filter((time) => time > SECOND).length
  console.log(`${name.padEnd(14)}${String(Math.round(seconds)).padStart(4)} s  searches ${times.length}: ${failed} failed, ${said} said “own index”, ${asUsual} from Meilisearch; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms, ${late} over a second; uploads ${uploads}, ${refused} refused; ${end}`)
}

writeFileSync(join(folder, 'first.jsonl'), lines(ARTICLES))
if ((await ended(run(['ingest', join(folder, 'first.jsonl')], 'silent'))) !== 0) throw new Error('the first articles could not be taken in')
const { child, url } = await serve()
let good = false
try {
  await ready(url)
  const nothing = async () => {}
  const fair = async () => proxy.set('fair')
  const share = MINUTES * 12
  good = [
    await phase('well', url, Math.min(30, share), nothing, nothing),
    await phase('ended', url, MINUTES * 60, meilisearch.stop, meilisearch.start),
    await phase('late', url, share, async () => proxy.set(LATE_MS), fair),
    await phase('answering 500', url, share, async () => proxy.set('faulty'), fair),
    await phase('well again', url, Math.min(30, share), nothing, nothing),
  ].every((one) => one)
  console.log(`${made} articles in all; ${good ? 'no search and no upload failed, and the index was whole without help' : 'NOT as it should be'}`)
} finally {
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  await Promise.all([proxy.stop(), meilisearch.stop()])
  rmSync(folder, { recursive: true, force: true })
}
process.exit(good ? 0 : 1)
