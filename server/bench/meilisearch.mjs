// How much dearer is a search through us than Meilisearch's own? Generated articles, the same questions (two keywords; a
// sentence of 14 words) to the bare engine (headline and body, its defaults, 20 hits with highlights and a cropped body) and to ours, in turn and then
// four at a time. Needs MEILI_HOST or a `meilisearch` on the PATH.
// node server/bench/meilisearch.mjs [ARTICLES] [QUESTIONS]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Meilisearch } from 'meilisearch'
import { engineQuery } from '../dist/search/search.js'
import { findMeilisearch, openServing } from './find-meilisearch.mjs'

const ARTICLES = Number(process.argv[2] ?? 3_000)
const WORDS = 350
const VOCABULARY = 30_000
const QUESTIONS = Number(process.argv[3] ?? 300)

let seed = 12345
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
const SYLLABLES = 'ba ko ri men tal su ver no pa di lor ge fin tu sha mar el qui ost an'.split(' ')
const vocabulary = [...new Set(Array.from({ length: VOCABULARY * 2 }, () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')))].slice(0, VOCABULARY)
/** Zipf's law: the n-th word is said 1/n as often as the first. */
const word = () => vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random()) - 1)] ?? vocabulary[0]
const text = (length) => Array.from({ length }, word).join(' ')
const percentile = (times, share) => [...times].sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const found = await findMeilisearch(folder)
if (found === undefined) {
  console.log('no Meilisearch: MEILI_HOST is not set and there is no `meilisearch` on the PATH')
  process.exit(0)
}
const { host, apiKey, stop } = found
const prefix = `bench_${Math.floor(performance.timeOrigin)}_`
const engine = await openServing(found, prefix)
// As plain answers come sooner than compressed ones, the bare engine gets the same header as we send.
const client = new Meilisearch({ host, apiKey, requestInit: { headers: { 'Accept-Encoding': 'identity' } } })
const bare = client.index(`${prefix}bare`)

const articles = Array.from({ length: ARTICLES }, (_, at) => ({
  id: `n${at}`, revision: 1, headline: text(8), dek: '', byline: [], body: text(WORDS), publisher: `Paper ${at % 40}`, language: 'en', tags: [], relation: null,
  completeness: 'complete', principal: true, clusterId: `c${Math.floor(at / 2)}`, clusterSize: 2, documentId: 'd', externalId: null,
  wordCount: WORDS, publishedAtUnix: 1_700_000_000 + at, publishedYear: '2023', publishedMonth: '2023-11', createdAtUnix: 1_700_000_000,
}))
await client.createIndex(bare.uid, { primaryKey: 'id' }).waitTask()
await bare.updateSettings({ searchableAttributes: ['headline', 'body'], filterableAttributes: ['publisher'] }).waitTask()
for (let at = 0; at < articles.length; at += 500) await bare.addDocuments(articles.slice(at, at + 500)).waitTask({ timeout: 600_000 })
for (let at = 0; at < articles.length; at += 500) await engine.apply(articles.slice(at, at + 500), [])

/** Words that are met often enough to be searched for; any words at all, as in a sentence. */
const KINDS = {
  'two keywords': () => Array.from({ length: 2 }, () => vocabulary[20 + Math.floor(random() * 2000)]).join(' '),
  'a sentence': () => text(14),
}
const ways = {
  bare: (q) => bare.search(q, { limit: 20, attributesToHighlight: ['headline', 'body'], attributesToCrop: ['body'], cropLength: 40 }),
  ours: (q) => engine.search(engineQuery({ q, filters: {}, facets: [], sort: 'relevance', page: 1, perPage: 20, collapse: true }, 10_000)),
}

async function inTurn(asks) {
  const times = { bare: [], ours: [] }
  for (const q of asks) {
    for (const [name, ask] of Object.entries(ways)) {
      const from = performance.now()
      await ask(q)
      times[name].push(performance.now() - from)
    }
  }
  return times
}

/** Questions a second, with four of them at a time. */
async function rateOf(ask, asks) {
  const rest = [...asks]
  const from = performance.now()
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let q = rest.pop(); q !== undefined; q = rest.pop()) await ask(q)
  }))
  return (asks.length / (performance.now() - from)) * 1000
}

for (const [kind, made] of Object.entries(KINDS)) {
  const asks = Array.from({ length: QUESTIONS }, made)
  await inTurn(asks.slice(0, 20))
  const times = await inTurn(asks)
  for (const [name, list] of Object.entries(times)) {
    const ratio = (share) => (percentile(list, share) / percentile(times.bare, share)).toFixed(2)
    console.log(`${kind.padEnd(13)} ${name}  p50 ${percentile(list, 0.5).toFixed(2).padStart(7)} ms (${ratio(0.5)})   p99 ${percentile(list, 0.99).toFixed(2).padStart(7)} ms (${ratio(0.99)})`)
  }
  const rates = { bare: await rateOf(ways.bare, asks), ours: await rateOf(ways.ours, asks) }
  console.log(`${kind.padEnd(13)} four at a time: bare ${rates.bare.toFixed(0)} a second, ours ${rates.ours.toFixed(0)} a second (${((rates.ours / rates.bare) * 100).toFixed(0)} %)`)
}
await engine.close()
await stop()
rmSync(folder, { recursive: true, force: true })
