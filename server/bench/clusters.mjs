// How long does a curator wait for a list of clusters? 10,000 invented articles, 1,500 clusters of 2 to 40, every filter,
// sort and facet; pages full and in brief.
// node server/bench/clusters.mjs [ARTICLES] [CLUSTERS]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../dist/store/store.js'

const [ARTICLES, CLUSTERS] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1_500)]
const NOW = '2026-01-01T00:00:00.000Z'
const ACTOR = { kind: 'system', id: 'system', name: 'Bench', role: 'admin' }
const RELATIONS = ['identical', 'near-duplicate', 'excerpt', 'abridged', 'spun']
const ROUNDS = 3

const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
const store = await openStore({ dataDir, clock: () => new Date(NOW) })
try {
  await fill()
  const filters = [
    {}, { minSize: 2 }, { minSize: 2, standing: ['open'] }, { minSize: 2, confidence: ['low', 'medium'] }, { minSize: 2, kind: ['spun'] },
    { minSize: 2, publisher: ['Paper 7'] }, { minSize: 2, q: 'headline 77' }, { minSize: 5, later: false, relation: 'excerpt' },
  ]
  const sorts = ['id', 'size', 'updatedAt', 'confidence', 'newestAt']
  const cases = filters.flatMap((filter) => sorts.map((field) => ({ filter, sort: { field, order: 'desc' } })))
  await report('a page of 25', cases, (one) => store.clusters.list({ ...one, offset: 0, limit: 25 }))
  await report('the 20th page of 25', cases, (one) => store.clusters.list({ ...one, offset: 475, limit: 25 }))
  await report('a page of 100 in brief', cases, (one) => store.clusters.list({ ...one, offset: 0, limit: 100 }, true))
  await report('four facets', cases, (one) => store.clusters.facets(one.filter, ['standing', 'confidence', 'kind', 'publisher']))
  await report('a queue', cases, (one) => store.clusters.ids(one.filter, one.sort, 10_000))
} finally {
  await store.close()
  rmSync(dataDir, { recursive: true })
}

async function report(name, cases, ask) {
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of cases) {
      const begin = process.cpuUsage()
      await ask(one)
      const { user, system } = process.cpuUsage(begin)
      times.push((user + system) / 1000)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1)
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms of processor time (${ARTICLES} articles, ${CLUSTERS} clusters of several)`)
}

async function fill() {
  const [document] = await store.documents.receive([{ upload: 'bench', name: 'bench.jsonl', depth: 0, size: 1, sha256: 'bench', note: { tags: [] }, receivedAt: NOW }], ACTOR)
  const ids = []
  for (let at = 0; at < ARTICLES; at += 500) {
    await store.transaction(async (inner) => {
      ids.push(...(await inner.articles.add(document.id, Array.from({ length: Math.min(500, ARTICLES - at) }, (_, more) => article(at + more)), NOW)))
    })
  }
  let next = 0
  for (let made = 0; made < CLUSTERS; ) {
    await store.transaction(async (inner) => {
      for (let some = 0; some < 100 && made < CLUSTERS; some++, made++) {
        const left = CLUSTERS - made
        const size = Math.max(2, Math.min(made % 50 === 0 ? 40 : 2 + (made % 7), ARTICLES - next - 2 * (left - 1)))
        await bind(inner, ids.slice(next, next + size), made)
        next += size
      }
    })
  }
}

async function bind(inner, members, made) {
  const [lead, ...others] = members
  await inner.matches.put(others.map((id, at) => match(id, lead, made + at)))
  const { clusterId } = await inner.articles.get(lead)
  await inner.clusters.apply([{ id: clusterId, principalId: lead, principalBy: 'rule', memberIds: members, reviewed: made % 3 === 0, joined: [], left: [], later: made % 11 === 0, disputes: [] }], NOW)
}

function match(left, right, at) {
  const passages = Array.from({ length: 20 }, (_, one) => ({ left: { begin: one * 100, end: one * 100 + 90 }, right: { begin: one * 110, end: one * 110 + 90 } }))
  const substitutions = Array.from({ length: 60 }, (_, one) => ({ from: `word${one}`, to: `other${one}`, count: 1 + (one % 4) }))
  return {
    left, right, relation: RELATIONS[at % RELATIONS.length], resemblance: 0.4, containment: { left: 0.8, right: 0.7 }, passages, substitutions,
    reasons: [{ code: 'aligned', message: 'Most of it is aligned.' }], decidedBy: 'rule', matchVersion: '1', confidence: 0.5 + (at % 50) / 100, matchedWords: 400, direction: 'unknown',
  }
}

function article(at) {
  const body = `Invented words of article ${at}. `.repeat(60)
  return {
    draft: {
      span: { begin: 0, end: body.length }, headline: `Headline ${at} of the day`, byline: [], publisher: `Paper ${at % 40}`, language: 'en', body,
      bodySpans: [], headingSpans: [], wordCount: 300, completeness: 'complete', grounds: [], issues: [],
    },
    fingerprint: { version: 1, shingles: [Int32Array.of(at)], names: Int32Array.of(at), contentHash: `hash ${at}`, tokenCount: 300 },
  }
}
