// What does one more copy of a wire story cost once thousands of them are there? Copies come one by one, to the letter or each
// with a beginning of its own; processor time of the first, the middle and the last.
// node server/bench/copies.mjs [COPIES]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint } from '../dist/fingerprint/fingerprint.js'
import { addArticles } from '../dist/ingest.js'
import { comparable } from '../dist/normalise/normalise.js'
import { ComparableCache } from '../dist/seek.js'
import { openStore } from '../dist/store/store.js'
import { generator } from './news.mjs'

const COPIES = Number(process.argv[2] ?? 2_000)
const WINDOW = 20
const NOW = '2026-01-01T00:00:00.000Z'
const ACTOR = { kind: 'system', id: 'system', name: 'Bench', role: 'admin' }
const news = generator(20260101)
const story = news.article(0).text

function copy(body, at) {
  const text = comparable(body)
  return {
    draft: {
      span: { begin: 0, end: body.length }, headline: `Headline ${at}`, byline: [], publisher: `Paper ${at % 400}`, language: 'en', body,
      bodySpans: [], headingSpans: [], wordCount: text.words.length, completeness: 'complete', grounds: [], issues: [],
    },
    fingerprint: fingerprint(text),
  }
}

async function growing(name, bodyOf) {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-copies-'))
  const store = await openStore({ dataDir, clock: () => new Date(NOW) })
  await store.outbox.due('embedded:1', 1, NOW)
  const cache = new ComparableCache()
  const costs = []
  for (let at = 0; at < COPIES; at++) {
    const article = copy(bodyOf(at), at)
    const [document] = await store.documents.receive([{ upload: 'u', name: 'n', depth: 0, size: 1, sha256: `s${at}`, note: { tags: [] }, receivedAt: NOW }], ACTOR)
    const begun = process.cpuUsage()
    await store.transaction((inner) => addArticles(document.id, [article], inner, cache, NOW))
    const { user, system } = process.cpuUsage(begun)
    costs.push((user + system) / 1000)
  }
  const around = (end) => costs.slice(end - WINDOW, end).reduce((sum, one) => sum + one, 0) / WINDOW
  const base = around(COPIES / 10)
  for (const end of [COPIES / 10, COPIES / 2, COPIES]) {
    console.log(`${name.padEnd(24)} one more at ${String(end).padStart(6)}: ${around(end).toFixed(1).padStart(7)} ms CPU (${(around(end) / base).toFixed(2)})`)
  }
  console.log(`${name.padEnd(24)} clusters: ${(await store.articles.count()).clusters}`)
  await store.close()
  rmSync(dataDir, { recursive: true })
}

await growing('to the letter', () => story)
await growing('each with its own lede', (at) => `${news.article(at + 1).text.split(/(?<=[.!?])\s+/).slice(0, 2).join(' ')}\n\n${story}`)
