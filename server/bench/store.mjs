// What does the store cost over bare SQLite, and what does one more upload cost as the archive grows? Invented articles
// with as many prints as real ones: most shingles are met once, names often.
// node server/bench/store.mjs [ARTICLES] [GROWN]   counts for the comparison (10,000) and for growth (0: left out)
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore } from '../dist/store/store.js'
import { MERGED_AT_ONCE } from '../dist/store/sqlite/postings.js'
import { packed, printsOf } from '../dist/store/sqlite/prints.js'

const ARTICLES = Number(process.argv[2] ?? 10_000)
const GROWN = Number(process.argv[3] ?? 0)
const SLICE = 24
const NOW = '2026-01-01T00:00:00.000Z'
const ACTOR = { kind: 'system', id: 'system', name: 'Bench', role: 'admin' }

let seed = 20260101
function random() {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** `share` of the prints come from a pool in which the first are met far more often than the last. */
function prints(count, share, pool) {
  const drawn = Int32Array.from({ length: count }, () =>
    random() < share ? Math.imul(Math.floor(pool ** random()), 0x9e3779b1) : Math.floor(random() * 4294967296) | 0,
  )
  return drawn.sort().filter((print, place) => place === 0 || print !== drawn[place - 1])
}

const WORDS = Array.from({ length: 3000 }, (_, at) => `w${at.toString(36)}ord`)
function article(at) {
  const body = Array.from({ length: 500 }, () => WORDS[Math.floor(3000 ** random())]).join(' ')
  return {
    draft: {
      span: { begin: 0, end: body.length }, headline: `Headline number ${at}`, byline: ['Ada Invented'], publisher: `Paper ${at % 40}`,
      publishedAt: NOW, language: 'en', body, bodySpans: [], headingSpans: [], wordCount: 500, completeness: 'complete', grounds: [], issues: [],
    },
    fingerprint: { version: 1, shingles: [prints(171, 0.15, 200_000)], names: prints(100, 0.6, 100_000), contentHash: `hash-${at}`, tokenCount: 500 },
  }
}

async function fresh() {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
  const store = await openStore({ dataDir })
  await store.outbox.due('embedded:1', 1, NOW)
  const [document] = await store.documents.receive(
    [{ upload: 'u', name: 'n', depth: 0, size: 1, sha256: 's', note: { tags: [] }, receivedAt: NOW }], ACTOR)
  return { dataDir, store, document: document.id }
}

async function addAll({ store, document }, articles) {
  for (let at = 0; at < articles.length; at += SLICE) {
    await store.transaction(async (inner) => {
      for (const one of articles.slice(at, at + SLICE)) await inner.articles.add(document, [one], NOW)
    })
  }
}

/** The rows of the same articles, written by a plain loop over prepared statements. */
function addBare(file, articles) {
  const db = new Database(file)
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -65536')
  const first = db.prepare('select coalesce(max(id), 0) + 1 from article').pluck().get()
  const columns = db.prepare("select name from pragma_table_info('article')").pluck().all()
  const cluster = db.prepare("insert into cluster (id, principal_id, principal_by, status, size, conflicts, version, updated_at) values (?, ?, 'rule', 'open', 1, '[]', 1, ?)")
  const row = db.prepare(`insert into article (${columns}) values (${columns.map(() => '?')})`)
  const text = db.prepare('insert into article_text values (?, ?, ?, ?, ?)')
  const shingle = db.prepare('insert into shingle_print values (?, ?)')
  const name = db.prepare('insert into name_print values (?, ?)')
  const outbox = db.prepare('insert into outbox (engine_id, article_id, wanted, since) values (1, ?, 1, ?)')
  const add = db.transaction((slice, from) => {
    slice.forEach(({ draft, fingerprint }, at) => {
      const id = from + at
      const sets = printsOf(fingerprint)
      cluster.run(id, id, NOW)
      row.run(id, 1, id, null, 'live', 1, 1, null, null, 0, draft.span.end, draft.headline, null, JSON.stringify(draft.byline), null, draft.publisher,
        NOW, 'en', 500, 'complete', '[]', fingerprint.contentHash, 500, 1, NOW, NOW)
      text.run(id, draft.body, '[]', '[]', packed(sets))
      for (const print of sets.shingle) shingle.run(print, id)
      for (const print of sets.name) name.run(print, id)
      outbox.run(id, NOW)
    })
  })
  for (let at = 0; at < articles.length; at += SLICE) add(articles.slice(at, at + SLICE), first + at)
  db.close()
}

function written() {
  const line = readFileSync('/proc/self/io', 'utf8').split('\n').find((one) => one.startsWith('write_bytes'))
  return Number(line?.split(' ')[1] ?? 0)
}

async function timed(work) {
  const [begin, cpu, bytes] = [performance.now(), process.cpuUsage(), written()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - begin, cpu: (user + system) / 1000, megabytes: (written() - bytes) / 1e6 }
}

function line(label, { ms, cpu, megabytes }, count) {
  const each = (value) => (value / count).toFixed(2)
  console.log(`${label.padEnd(34)} ${each(ms)} ms  ${each(cpu)} ms CPU  ${each(megabytes)} MB written, an article`)
}

async function compare() {
  const articles = Array.from({ length: ARTICLES }, (_, at) => article(at))
  const ours = await fresh()
  const port = await timed(() => addAll(ours, articles))
  await ours.store.close()
  const plain = await fresh()
  await plain.store.close()
  const bare = await timed(() => addBare(join(plain.dataDir, 'archive.db'), articles))
  line(`${ARTICLES} articles through the port`, port, ARTICLES)
  line(`${ARTICLES} articles, bare loop`, bare, ARTICLES)
  console.log(`ratio ${(port.ms / bare.ms).toFixed(2)} wall, ${(port.cpu / bare.cpu).toFixed(2)} CPU; ${(statSync(join(ours.dataDir, 'archive.db')).size / ARTICLES).toFixed(0)} bytes an article`)
  for (const { dataDir } of [ours, plain]) rmSync(dataDir, { recursive: true })
}

async function uploads(label, parts, from) {
  const measured = Array.from({ length: 200 }, (_, at) => article(from + at))
  line(`one more at ${label}: look up`, await timed(async () => {
    for (const { fingerprint } of measured) {
      const sets = printsOf(fingerprint)
      await parts.store.fingerprints.holders('shingle', 1, sets.shingle, 101)
      await parts.store.fingerprints.holders('name', 1, sets.name, 101)
    }
  }), measured.length)
  // As many as are merged at once, so that each pays its share of exactly one merge.
  const written = Array.from({ length: MERGED_AT_ONCE }, (_, at) => article(from + at))
  line(`one more at ${label}: write`, await timed(async () => {
    for (const one of written) await parts.store.articles.add(parts.document, [one], NOW)
  }), written.length)
}

async function grow() {
  const parts = await fresh()
  let count = 0
  const fill = async (to) => {
    for (; count < to; count += 1000) {
      const articles = Array.from({ length: 1000 }, (_, at) => article(count + at))
      await parts.store.transaction(async (inner) => {
        for (const one of articles) await inner.articles.add(parts.document, [one], NOW)
      })
    }
  }
  await fill(GROWN / 10)
  await uploads(String(GROWN / 10), parts, 10_000_000)
  await fill(GROWN)
  await uploads(String(GROWN), parts, 20_000_000)
  await parts.store.close()
  rmSync(parts.dataDir, { recursive: true })
}

await compare()
if (GROWN > 0) await grow()
