// What do very many very small files cost? A zip of them goes into a running service over HTTP, and then the same number of
// such texts as one file of records: until all of it is stored and searchable, in processor time (children that read
// included) and by the clock, each with its ratio to the records.
// node server/bench/small.mjs [FILES]
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { generator } from './news.mjs'

const FILES = Number(process.argv[2] ?? 2_000)
const WORDS = 60
const KEY = 'bench-of-small-files'
/** Linux's clock ticks a second in /proc. */
const TICKS = 100
/** Seldom, for the look itself costs the service something. */
const LOOK_MS = 500
const news = generator(20260101)

/** A zip archive whose members are stored as they are. */
function zipOf(members) {
  const parts = []
  const directory = []
  let at = 0
  for (const { name, bytes } of members) {
    const told = Buffer.alloc(26)
    told.writeUInt16LE(20, 0)
    told.writeUInt32LE(crc32(bytes), 10)
    told.writeUInt32LE(bytes.length, 14)
    told.writeUInt32LE(bytes.length, 18)
    told.writeUInt16LE(name.length, 22)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), told, where, Buffer.from(name))
    const local = [Buffer.from('PK\x03\x04', 'latin1'), told, Buffer.from(name), bytes]
    parts.push(...local)
    at += local.reduce((sum, part) => sum + part.length, 0)
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(members.length, 4)
  end.writeUInt16LE(members.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}

async function serve(dataDir) {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  const child = spawn(process.execPath, [main, 'serve'], { env: { ...process.env, DATA_DIR: dataDir, MASTER_KEY: KEY, PORT: '0', LOG_LEVEL: 'info' }, stdio: ['ignore', 'ignore', 'pipe'] })
  const url = await new Promise((resolve) => createInterface({ input: child.stderr }).on('line', (line) => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)
    if (found !== null) resolve(found[0])
  }))
  return { child, url }
}

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** Processor seconds of the service, of its children, and of the ended among them. */
function processor(pid) {
  const children = readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && statOf(name)[1] === String(pid)
    } catch {
      return false
    }
  })
  const ticks = [...statOf(pid).slice(11, 15), ...children.flatMap((one) => statOf(one).slice(11, 13))]
  return ticks.map(Number).reduce((sum, one) => sum + one, 0) / TICKS
}

const asked = (url, options = {}) => fetch(url, { ...options, headers: { Authorization: `Bearer ${KEY}` } }).then((answer) => answer.json())

/** Until it is all stored and searchable. */
async function takeIn({ child, url }, name, bytes) {
  const form = new FormData()
  form.append('files', new Blob([bytes]), name)
  const [begun, before] = [performance.now(), processor(child.pid)]
  const { upload } = await asked(`${url}/api/documents`, { method: 'POST', body: form })
  for (;;) {
    await pause(LOOK_MS)
    const { outcomes } = await asked(`${url}/api/uploads/${upload}`)
    const { pending } = await asked(`${url}/ready`)
    if (outcomes.waiting === 0 && pending === 0) return { wall: (performance.now() - begun) / 1000, cpu: processor(child.pid) - before, outcomes }
  }
}

async function measured(name, bytes) {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-small-'))
  const service = await serve(dataDir)
  try {
    // Threads and readers are begun, and their code is warm, before anything is measured.
    await takeIn(service, 'warm.jsonl', Buffer.from(JSON.stringify(textOf(0))))
    return await takeIn(service, name, bytes)
  } finally {
    service.child.kill('SIGTERM')
    await new Promise((resolve) => service.child.once('exit', resolve))
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function textOf(at) {
  const { id, title, text } = news.article(at)
  return { id, title, text: text.split(' ').slice(0, WORDS).join(' ') }
}

const texts = Array.from({ length: FILES }, (_, at) => textOf(at + 1))
const records = await measured('all.jsonl', Buffer.from(texts.map((one) => JSON.stringify(one)).join('\n')))
const files = await measured('all.zip', zipOf(texts.map(({ title, text }, at) => ({ name: `${at}.txt`, bytes: Buffer.from(`${title}\n\n${text}\n`) }))))
for (const [name, { wall, cpu, outcomes }] of Object.entries({ 'one file of records': records, 'a zip of small files': files })) {
  console.log(`${name.padEnd(22)}${FILES} texts   ${((cpu / FILES) * 1000).toFixed(2).padStart(6)} ms CPU a text (${(cpu / records.cpu).toFixed(2)})   ${((wall / FILES) * 1000).toFixed(2).padStart(6)} ms by the clock (${(wall / records.wall).toFixed(2)})   ${JSON.stringify(outcomes)}`)
}
