// What does the whole way cost over the bare writes of its rows? One .jsonl of invented articles goes all the way to the
// engine; then a plain loop writes every row of that archive into an empty one, and a bare FTS5 table takes the same texts.
// node server/bench/ingest.mjs [ARTICLES] [GROWN] [files]: GROWN gives the cost of one more upload at a tenth and at the
// whole of it, `files` makes a file of each article. Processor seconds count the children that read.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { readConfig } from '../dist/config.js'
import { receive } from '../dist/reading/receive.js'
import { openWorkshop } from '../dist/wiring.js'
import { generator } from './news.mjs'

const ARTICLES = Number(process.argv[2] ?? 10_000)
const GROWN = Number(process.argv[3] ?? 0)
const AS_FILES = process.argv[4] === 'files'
const SLICE = 24
const ACTOR = { kind: 'system', id: 'system', name: 'Bench', role: 'admin' }
const NOTE = { tags: [] }
/** Linux's clock ticks a second in /proc. */
const TICKS = 100

const folder = mkdtempSync(join(tmpdir(), 'copydesk-ingest-'))
const news = generator(20260101)
let made = 0

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function children() {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && statOf(name)[1] === String(process.pid)
    } catch {
      return false
    }
  })
}

/** Processor seconds of this process, of its children, and of the ended among them. */
function processor() {
  const { user, system } = process.cpuUsage()
  const ended = statOf('self').slice(13, 15).map(Number)
  const running = children().flatMap((pid) => statOf(pid).slice(11, 13).map(Number))
  return (user + system) / 1e6 + [...ended, ...running].reduce((sum, ticks) => sum + ticks, 0) / TICKS
}

function memory() {
  const ofChildren = children().map((pid) => Number(statOf(pid)[21]) * 4096)
  return { own: process.memoryUsage.rss() / 1e6, readers: ofChildren.reduce((sum, bytes) => sum + bytes, 0) / 1e6 }
}

async function timed(work) {
  const [begun, before] = [performance.now(), processor()]
  await work()
  return { wall: (performance.now() - begun) / 1000, cpu: processor() - before }
}

function line(label, { wall, cpu }, count) {
  console.log(`${label.padEnd(42)}${wall.toFixed(1).padStart(8)} s wall ${cpu.toFixed(1).padStart(8)} s CPU   ${((cpu / count) * 1000).toFixed(2)} ms CPU an article`)
}

/** Paths of files that hold so many more articles. */
function written(count, asFiles) {
  if (asFiles) {
    return Array.from({ length: count }, () => {
      const { title, text } = news.article(made)
      const path = join(folder, `file-${made++}.txt`)
      writeFileSync(path, `${title}\n\n${text}\n`)
      return path
    })
  }
  const path = join(folder, `articles-${made}.jsonl`)
  const file = openSync(path, 'w')
  for (let at = 0; at < count; at++) writeSync(file, `${JSON.stringify(news.article(made++))}\n`)
  closeSync(file)
  return [path]
}

async function openService(dataDir) {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  const workshop = await openWorkshop(config, () => {})
  workshop.loop.start()
  return workshop
}

/** Ends when every article is stored and the engine holds them all. */
async function takeIn(workshop, paths) {
  const kept = await workshop.blobs.adopt(paths)
  const files = kept.map((one, at) => ({ ...one, name: paths[at].slice(folder.length + 1) }))
  const { upload } = await receive(files, NOTE, ACTOR, workshop)
  workshop.loop.wake()
  await workshop.loop.untilIdle(upload)
  const identity = await workshop.engine.identity()
  while ((await workshop.store.outbox.state(identity)).pending > 0) await pause(20)
}

/** Every row of the made archive, table by table as a bare loop would write them: articles in transactions of a slice. */
function rowsOf(path) {
  const db = new Database(path, { readonly: true })
  const tables = db.prepare("select name, sql from sqlite_schema where type = 'table' and sql is not null and name not like 'sqlite_%'").all()
  const indexes = db.prepare("select sql from sqlite_schema where type = 'index' and sql is not null").pluck().all()
  const rows = tables.map(({ name }) => ({ name, rows: db.prepare(`select * from "${name}"`).raw().all() })).filter((one) => one.rows.length > 0)
  const posted = postingsOf(rows)
  db.close()
  return { tables, indexes, rows: rows.map((one) => ({ ...one, rows: posted[one.name] ?? one.rows })) }
}

/** Postings in the order in which articles come in, which is how a plain loop meets them. */
function postingsOf(rows) {
  const names = ['shingle_print', 'name_print']
  return Object.fromEntries(names.map((name) => [name, (rows.find((one) => one.name === name)?.rows ?? []).sort((left, right) => left[1] - right[1])]))
}

function writeBare({ tables, indexes, rows }) {
  const db = new Database(join(folder, 'bare.sqlite'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = OFF')
  db.pragma('cache_size = -65536')
  for (const { sql } of tables) db.exec(sql)
  for (const sql of indexes) db.exec(sql)
  const most = Math.ceil(Math.max(...rows.filter(({ name }) => name === 'article').map((one) => one.rows.length)) / SLICE)
  const inserts = rows.map(({ name, rows }) => ({ rows, insert: db.prepare(`insert into "${name}" values (${rows[0].map(() => '?')})`) }))
  for (let step = 0; step < most; step++) {
    db.transaction(() => {
      for (const { rows, insert } of inserts) {
        const [from, to] = [step, step + 1].map((one) => Math.floor((rows.length * one) / most))
        for (let at = from; at < to; at++) insert.run(...rows[at])
      }
    })()
  }
  db.close()
}

function writeFts(texts) {
  const db = new Database(join(folder, 'fts.sqlite'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec("CREATE VIRTUAL TABLE f USING fts5(headline, body, tokenize='porter unicode61')")
  const insert = db.prepare('INSERT INTO f (headline, body) VALUES (?, ?)')
  const add = db.transaction((some) => some.forEach((one) => insert.run(one)))
  for (let at = 0; at < texts.length; at += SLICE) add(texts.slice(at, at + SLICE))
  db.close()
}

async function compare() {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  const paths = written(ARTICLES, AS_FILES)
  const workshop = await openService(dataDir)
  const ours = await timed(() => takeIn(workshop, paths))
  const { own, readers } = memory()
  const { articles, clusters } = await workshop.store.articles.count()
  await workshop.loop.stop()
  await workshop.close()
  line(`${articles} articles, ${clusters} clusters, end to end`, ours, articles)
  console.log(`memory at the end: service ${own.toFixed(0)} MB, readers ${readers.toFixed(0)} MB`)
  const path = join(dataDir, 'archive.db')
  const read = rowsOf(path)
  const bare = await timed(() => writeBare(read))
  line(`bare SQLite, the same ${read.rows.reduce((sum, one) => sum + one.rows.length, 0)} rows`, bare, articles)
  const db = new Database(path, { readonly: true })
  const texts = db.prepare('select headline, body from article join article_text using (id)').raw().all()
  db.close()
  const fts = await timed(() => writeFts(texts))
  line('bare FTS5, porter', fts, articles)
  console.log(`ratio: ${(ours.wall / (bare.wall + fts.wall)).toFixed(2)} wall, ${(ours.cpu / (bare.cpu + fts.cpu)).toFixed(2)} CPU`)
}

async function grow() {
  const dataDir = join(folder, 'grown')
  mkdirSync(dataDir)
  const workshop = await openService(dataDir)
  const step = Math.min(GROWN / 10, 10_000)
  let count = 0
  const fill = async (to) => {
    for (; count < to; count += step) {
      await takeIn(workshop, written(step, false))
      const { own, readers } = memory()
      console.log(`${count + step} articles: service ${own.toFixed(0)} MB, readers ${readers.toFixed(0)} MB`)
    }
  }
  for (const size of [GROWN / 10, GROWN]) {
    await fill(size)
    const spent = []
    for (let at = 0; at < 30; at++) spent.push(await timed(async () => takeIn(workshop, written(1, true))))
    const middle = (of) => spent.map(of).sort((left, right) => left - right)[spent.length >> 1]
    console.log(`one more upload at ${size}: ${(middle((one) => one.wall) * 1000).toFixed(0)} ms wall, ${(middle((one) => one.cpu) * 1000).toFixed(0)} ms CPU (median of ${spent.length})`)
  }
  await workshop.loop.stop()
  await workshop.close()
}

try {
  if (ARTICLES > 0) await compare()
  if (GROWN > 0) await grow()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
