// How well are questions in plain words answered? Mean average precision and nDCG@10 of the embedded engine on judged
// collections, beside bare FTS5 with porter stemming on the same rows in the same run. Depth 1,000, binary.
// Where a Meilisearch is found, our search on it stands beside them.
// node server/bench/relevance.mjs [FOLDER]   FOLDER holds NAME/docs.jsonl, queries.jsonl, qrels.tsv
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { openEmbedded } from '../dist/engine/engine.js'
import { engineQuery } from '../dist/search/search.js'
import { findMeilisearch, openServing } from './find-meilisearch.mjs'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../shared/data/relevance', import.meta.url))
if (!existsSync(folder)) {
  console.log(`no judged collections: ${folder} is not there`)
  process.exit(0)
}

const DEPTH = 1000

function lines(path) {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '')
}

function readSet(path) {
  const relevant = new Map()
  for (const line of lines(join(path, 'qrels.tsv'))) {
    const [query, id, grade] = line.split('\t')
    if (Number(grade) <= 0) continue
    if (!relevant.has(query)) relevant.set(query, new Set())
    relevant.get(query).add(id)
  }
  const queries = lines(join(path, 'queries.jsonl')).map((line) => JSON.parse(line)).filter((query) => relevant.has(query.id))
  return { docs: lines(join(path, 'docs.jsonl')).map((line) => JSON.parse(line)), queries, relevant }
}

function averagePrecision(ids, relevant) {
  let hits = 0
  let sum = 0
  ids.slice(0, DEPTH).forEach((id, at) => {
    if (!relevant.has(id)) return
    hits += 1
    sum += hits / (at + 1)
  })
  return sum / relevant.size
}

function ndcg10(ids, relevant) {
  const gain = (at) => 1 / Math.log2(at + 2)
  const found = ids.slice(0, 10).reduce((sum, id, at) => sum + (relevant.has(id) ? gain(at) : 0), 0)
  const ideal = Array.from({ length: Math.min(10, relevant.size) }, (_, at) => gain(at)).reduce((sum, one) => sum + one, 0)
  return found / ideal
}

function record(doc, at) {
  return {
    id: doc.id, revision: 1, headline: doc.title ?? '', dek: '', byline: [], body: doc.text, publisher: null, language: 'en', tags: [], relation: null,
    completeness: 'complete', principal: true, clusterId: `c${at}`, clusterSize: 1, documentId: 'd', externalId: null,
    wordCount: 0, publishedAtUnix: null, createdAtUnix: 0,
  }
}

function bare(docs) {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE f USING fts5(id UNINDEXED, title, text, tokenize='porter unicode61')")
  const insert = db.prepare('INSERT INTO f VALUES (?, ?, ?)')
  for (const doc of docs) insert.run(doc.id, doc.title ?? '', doc.text)
  const find = db.prepare(`SELECT id FROM f WHERE f MATCH ? ORDER BY rank LIMIT ${DEPTH}`).pluck()
  return (text) => find.all((text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR '))
}

async function filled(engine, docs) {
  for (let at = 0; at < docs.length; at += 500) await engine.apply(docs.slice(at, at + 500).map(record), [])
  const ask = async (q) => {
    const query = engineQuery({ q, filters: {}, facets: [], sort: 'relevance', page: 1, perPage: DEPTH, collapse: false }, 60_000)
    return (await engine.search({ ...query, snippetWords: 0 })).hits.map((hit) => hit.id)
  }
  return { ask, close: () => engine.close() }
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const shown = (value) => value.toFixed(4)
const totals = { fts: [], ours: [], meilisearch: [] }
const scratch = mkdtempSync(join(tmpdir(), 'relevance-'))
const found = await findMeilisearch(scratch)
const prefix = `relevance_${Math.floor(performance.timeOrigin)}_`
console.log('set      FTS5 porter MAP  nDCG@10   embedded MAP  nDCG@10   ms a question   Meilisearch MAP  above embedded')
for (const name of readdirSync(folder).filter((name) => existsSync(join(folder, name, 'qrels.tsv')))) {
  const { docs, queries, relevant } = readSet(join(folder, name))
  const dataDir = mkdtempSync(join(tmpdir(), 'relevance-'))
  const engine = await filled(await openEmbedded({ dataDir }), docs)
  const beside = found === undefined ? undefined : await filled(await openServing(found, `${prefix}${name}_`), docs)
  const fts = bare(docs)
  const rows = []
  let spent = 0
  for (const query of queries) {
    const wanted = relevant.get(query.id)
    const begun = performance.now()
    const ours = await engine.ask(query.text)
    spent += performance.now() - begun
    const theirs = fts(query.text)
    const there = beside === undefined ? [] : await beside.ask(query.text)
    rows.push([averagePrecision(theirs, wanted), ndcg10(theirs, wanted), averagePrecision(ours, wanted), ndcg10(ours, wanted), averagePrecision(there, wanted)])
  }
  await engine.close()
  rmSync(dataDir, { recursive: true })
  const [map, ndcg, ourMap, ourNdcg, thereMap] = [0, 1, 2, 3, 4].map((at) => mean(rows.map((row) => row[at])))
  totals.fts.push(map)
  totals.ours.push(ourMap)
  if (beside !== undefined) totals.meilisearch.push(thereMap)
  await beside?.close()
  console.log(`${name.padEnd(9)}${shown(map).padEnd(17)}${shown(ndcg).padEnd(10)}${shown(ourMap).padEnd(14)}${shown(ourNdcg).padEnd(10)}${(spent / queries.length).toFixed(1).padEnd(16)}${beside === undefined ? 'none found' : `${shown(thereMap).padEnd(17)}${(thereMap - ourMap).toFixed(4)}`}`)
}
console.log(`mean     ${shown(mean(totals.fts)).padEnd(27)}${shown(mean(totals.ours)).padEnd(14)}(${(mean(totals.ours) - mean(totals.fts)).toFixed(4)} above)`)
if (found !== undefined) console.log(`Meilisearch mean ${shown(mean(totals.meilisearch))}, ${(mean(totals.meilisearch) - mean(totals.ours)).toFixed(4)} above the embedded engine`)
await found?.stop()
rmSync(scratch, { recursive: true, force: true })
