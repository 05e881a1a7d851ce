// How much dearer is a search than the bare FTS5 query? Invented articles, some of them copies, go into a running service;
// the same questions go to a bare FTS5 table in this process, to the engine, and over HTTP to the service, in turn.
// Time (p50 and p99) and processor time, each with its ratio to the bare query.
// node server/bench/search.mjs [ARTICLES] [QUESTIONS]
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { openEmbedded } from '../dist/engine/engine.js'
import { engineQuery } from '../dist/search/search.js'
import { generator } from './news.mjs'

const ARTICLES = Number(process.argv[2] ?? 10_000)
const QUESTIONS = Number(process.argv[3] ?? 300)
const PAGE = 20
/** Questions asked of one in a row, so that processor time can be told apart; then it is the next one's turn. */
const TURN = 25
const KEY = 'bench-of-the-search'
/** Linux's clock ticks a second in /proc. */
const TICKS = 100

const folder = mkdtempSync(join(tmpdir(), 'copydesk-search-'))
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const news = generator(20260101)
const { random, vocabulary } = news

function written() {
  const path = join(folder, 'articles.jsonl')
  const file = openSync(path, 'w')
  const bare = new Database(join(folder, 'bare.sqlite'))
  bare.pragma('journal_mode = WAL')
  bare.exec("CREATE VIRTUAL TABLE f USING fts5(headline, body, tokenize='porter unicode61')")
  const insert = bare.prepare('INSERT INTO f (headline, body) VALUES (?, ?)')
  bare.transaction(() => {
    for (let at = 0; at < ARTICLES; at++) {
      const article = news.article(at)
      writeSync(file, `${JSON.stringify(article)}\n`)
      insert.run(article.title, article.text)
    }
  })()
  closeSync(file)
  return { path, bare }
}

function run(args, env) {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  return spawn(process.execPath, [main, ...args], { env: { ...process.env, DATA_DIR: dataDir, MASTER_KEY: KEY, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
}

async function ingest(path) {
  const child = run(['ingest', path], { LOG_LEVEL: 'warn' })
  child.stderr.resume()
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`ingest ended with ${code}`)
}

async function serve() {
  const child = run(['serve'], { PORT: '0', LOG_LEVEL: 'info' })
  const lines = createInterface({ input: child.stderr })
  const url = await new Promise((resolve) => lines.on('line', (line) => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)
    if (found !== null) resolve(found[0])
  }))
  return { child, url }
}

const agent = new Agent({ keepAlive: true })

function get(url) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { Authorization: `Bearer ${KEY}` } }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Processor seconds of this process, or of that one with its threads. */
function processor(pid) {
  if (pid === undefined) {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

const percentile = (times, share) => [...times].sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0
/** Words that are met often enough to be searched for, seldom enough to tell something. */
const keyword = () => vocabulary[50 + Math.floor(random() * 3000)]
const anyWord = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0]

async function measured(asks, questions) {
  const figures = asks.map(({ name, pid }) => ({ name, pid, times: [], cpu: 0 }))
  for (let from = 0; from < questions.length; from += TURN) {
    for (const [at, { ask, pid }] of asks.entries()) {
      const begun = processor(pid)
      for (const q of questions.slice(from, from + TURN)) {
        const asked = performance.now()
        await ask(q)
        figures[at].times.push(performance.now() - asked)
      }
      figures[at].cpu += processor(pid) - begun
    }
  }
  return figures
}

function told(kind, figures) {
  const [base] = figures
  for (const { name, times, cpu } of figures) {
    const share = (at) => {
      const [value, of] = [percentile(times, at), percentile(base.times, at)]
      return `${value.toFixed(2).padStart(7)} ms (${(value / of).toFixed(2).padStart(5)})`
    }
    console.log(`${kind.padEnd(15)}${name.padEnd(22)}p50 ${share(0.5)}   p99 ${share(0.99)}   CPU ${((cpu / times.length) * 1000).toFixed(2).padStart(6)} ms (${(cpu / base.cpu).toFixed(2)})`)
  }
}

const { path, bare } = written()
await ingest(path)
const { child, url } = await serve()
const engine = await openEmbedded({ dataDir })
try {
  while ((await get(`${url}/ready`)).pending !== 0) await pause(100)
  const find = bare.prepare(`SELECT rowid, headline, body FROM f WHERE f MATCH ? ORDER BY rank LIMIT ${PAGE}`)
  const query = (q, facets) => engineQuery({ q, filters: {}, facets, sort: 'relevance', page: 1, perPage: PAGE, collapse: true }, 10_000)
  const asks = [
    { name: 'bare FTS5', ask: (q) => find.all(q.split(' ').map((one) => `"${one}"`).join(' OR ')) },
    { name: 'engine', ask: (q) => engine.search(query(q, [])) },
    { name: 'engine with facets', ask: (q) => engine.search(query(q, ['publisher', 'language', 'relation'])) },
    { name: 'over HTTP', pid: child.pid, ask: (q) => get(`${url}/api/search?perPage=${PAGE}&q=${encodeURIComponent(q)}`) },
  ]
  const kinds = {
    'two keywords': () => `${keyword()} ${keyword()}`,
    'a sentence': () => Array.from({ length: 14 }, anyWord).join(' '),
  }
  console.log(`${ARTICLES} articles, ${QUESTIONS} questions of each kind`)
  for (const [kind, ask] of Object.entries(kinds)) {
    const questions = Array.from({ length: QUESTIONS }, ask)
    await measured(asks, questions.slice(0, TURN))
    told(kind, await measured(asks, questions))
  }
} finally {
  agent.destroy()
  child.kill('SIGTERM')
  await Promise.all([engine.close(), new Promise((resolve) => child.once('exit', resolve))])
  bare.close()
  rmSync(folder, { recursive: true, force: true })
}
