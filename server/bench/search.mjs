// How much dearer is a search than the bare FTS5 query? 10,000 generated articles, the same questions to both in turn,
// p50 and p99 in milliseconds and their ratio. Ours: thread, understanding, folding, true counts, snippets; no HTTP.
// node server/bench/search.mjs [ARTICLES]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openEmbedded } from '../dist/engine/engine.js'
import { engineQuery } from '../dist/search/search.js'

const ARTICLES = Number(process.argv[2] ?? 10_000)
const WORDS = 350
const VOCABULARY = 30_000
const QUESTIONS = 300
const PAGE = 20

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

const articles = Array.from({ length: ARTICLES }, (_, at) => ({
  id: `n${at}`, revision: 1, headline: text(8), dek: '', byline: [], body: text(WORDS), publisher: `Paper ${at % 40}`, language: 'en', tags: [], relation: null,
  completeness: 'complete', principal: true, clusterId: `c${Math.floor(at / 2)}`, clusterSize: 2, documentId: 'd', externalId: null,
  wordCount: WORDS, publishedAtUnix: 1_700_000_000 + at, createdAtUnix: 1_700_000_000,
}))

const dataDir = mkdtempSync(join(tmpdir(), 'search-'))
const engine = await openEmbedded({ dataDir })
const bare = new Database(join(dataDir, 'bare.sqlite'))
bare.pragma('journal_mode = WAL')
bare.exec("CREATE VIRTUAL TABLE f USING fts5(headline, body, tokenize='porter unicode61')")
const insert = bare.prepare('INSERT INTO f (headline, body) VALUES (?, ?)')

let begun = performance.now()
bare.transaction(() => articles.forEach((one) => insert.run(one.headline, one.body)))()
const bareWrite = performance.now() - begun
begun = performance.now()
for (let at = 0; at < articles.length; at += 500) await engine.apply(articles.slice(at, at + 500), [])
const write = performance.now() - begun
console.log(`${ARTICLES} articles written: bare ${Math.round(bareWrite)} ms, engine ${Math.round(write)} ms, ratio ${(write / bareWrite).toFixed(1)}`)

const find = bare.prepare(`SELECT rowid, headline, body FROM f WHERE f MATCH ? ORDER BY rank LIMIT ${PAGE}`)
const kinds = {
  'two keywords': () => `${vocabulary[50 + Math.floor(random() * 3000)]} ${vocabulary[50 + Math.floor(random() * 3000)]} `,
  'a sentence': () => `${text(14)}.`,
}
for (const [kind, ask] of Object.entries(kinds)) {
  const times = { bare: [], ours: [], faceted: [] }
  for (let at = 0; at < QUESTIONS; at += 1) {
    const q = ask()
    const measure = async (list, work) => {
      const from = performance.now()
      await work()
      list.push(performance.now() - from)
    }
    const query = engineQuery({ q, filters: {}, facets: [], sort: 'relevance', page: 1, perPage: PAGE, collapse: true }, 10_000)
    await measure(times.bare, () => find.all(q.replace('.', '').trim().split(' ').map((one) => `"${one}"`).join(' OR ')))
    await measure(times.ours, () => engine.search(query))
    await measure(times.faceted, () => engine.search({ ...query, facets: ['publisher', 'language', 'relation'] }))
  }
  const row = (name, list) => {
    const [p50, p99] = [percentile(list, 0.5), percentile(list, 0.99)]
    const [base50, base99] = [percentile(times.bare, 0.5), percentile(times.bare, 0.99)]
    console.log(`${kind.padEnd(14)}${name.padEnd(22)}p50 ${p50.toFixed(2).padStart(7)} ms (${(p50 / base50).toFixed(2)})   p99 ${p99.toFixed(2).padStart(7)} ms (${(p99 / base99).toFixed(2)})`)
  }
  row('bare FTS5', times.bare)
  row('engine', times.ours)
  row('engine with facets', times.faceted)
}
await engine.close()
bare.close()
rmSync(dataDir, { recursive: true })
