// Is what was acknowledged still there after a crash, and was it on the disk before it was acknowledged?
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASE_FILE, openStore } from '../../src/store/store.ts'
import { CURATOR, must, newDocument, NOW, problemOf, readArticle } from './made.ts'

const WRITER = fileURLToPath(new URL('./writer.mjs', import.meta.url))
const BUILT = existsSync(fileURLToPath(new URL('../../dist/store/store.js', import.meta.url)))
const NOT_BUILT = 'the server is not built (npm run build)'
const KILLS = 25
const ACKNOWLEDGED = 100

describe('durability', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'copydesk-durable-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('loses nothing that was acknowledged, however often the writer is killed', { timeout: 300_000 }, async (ctx) => {
    ctx.skip(!BUILT, NOT_BUILT)
    const acknowledged: string[] = []
    for (let kill = 0; kill < KILLS; kill++) acknowledged.push(...(await killedWriter(dataDir, kill)))
    expect(acknowledged.length).toBeGreaterThan(KILLS)
    const store = await openStore({ dataDir })
    for (const line of acknowledged) {
      const [, at, kind, id] = line.split(' ')
      if (kind === 'document') expect(await store.documents.get(must(id))).toMatchObject({ name: `name-${at}` })
      else expect(await store.articles.get(must(id))).toMatchObject({ body: `text number ${at}` })
    }
    const held = await store.fingerprints.holders('name', 1, Int32Array.from(acknowledged, (line) => Number(line.split(' ')[1])), 5)
    expect(held.size).toBeGreaterThan(0)
    expect(await store.audit.verify()).toBeUndefined()
    await store.close()
    const db = new Database(join(dataDir, DATABASE_FILE), { readonly: true })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  })

  it('syncs the log before each acknowledgement', { timeout: 120_000 }, (ctx) => {
    ctx.skip(!BUILT, NOT_BUILT)
    ctx.skip(spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status !== 0, 'strace is not here or may not trace')
    const trace = join(dataDir, 'trace')
    const calls = 'trace=write,pwrite64,fdatasync,fsync'
    execFileSync('strace', ['-f', '-y', '-s', '16', '-e', calls, '-o', trace, process.execPath, WRITER, dataDir, '0', String(ACKNOWLEDGED / 2)])
    const { seen, violations } = syncOrder(readFileSync(trace, 'utf8'))
    expect(violations).toEqual([])
    expect(seen).toBe(ACKNOWLEDGED)
  })

  it('refuses cleanly on a full disk, keeps what it had, and goes on when there is room', { timeout: 120_000 }, async (ctx) => {
    const mounted = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dataDir]).status === 0
    ctx.skip(!mounted, 'a small file system can only be mounted by root')
    try {
      const store = await openStore({ dataDir })
      const [document] = await store.documents.receive([newDocument()], CURATOR)
      const add = (at: number) => store.articles.add(must(document).id, [readArticle(`${at} ${'x'.repeat(20_000)}`)], NOW)
      let added = 0
      let outcome = 'no problem'
      while (outcome === 'no problem' && added < 5_000) {
        outcome = await problemOf(add(added))
        if (outcome === 'no problem') added++
      }
      expect(outcome).toBe('disk-full')
      expect(added).toBeGreaterThan(10)
      expect((await store.articles.count()).articles).toBe(added)
      execFileSync('mount', ['-o', 'remount,size=64m', dataDir])
      expect(await problemOf(add(added))).toBe('no problem')
      expect((await store.articles.count()).articles).toBe(added + 1)
      await store.close()
      const db = new Database(join(dataDir, DATABASE_FILE))
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    } finally {
      execFileSync('umount', [dataDir])
    }
  })
})

/** Runs the writer until a moment after its first words, kills it, and returns what it acknowledged. */
async function killedWriter(dataDir: string, kill: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, dataDir, String(kill * 100_000), '100000'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  await pause(Math.random() * 120)
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  return told.slice(0, told.lastIndexOf('\n')).split('\n')
}

/** Every `ack` must come after a sync of the log that came after the last write to it. */
function syncOrder(trace: string): { seen: number; violations: string[] } {
  let [dirty, synced, seen] = [false, false, 0]
  const violations: string[] = []
  for (const line of trace.split('\n')) {
    if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) dirty = true
    if (/f(?:data)?sync\(\d+<[^>]*-wal>/.test(line)) [dirty, synced] = [false, true]
    if (!/write\(1<[^>]*>, "ack /.test(line)) continue
    seen++
    if (dirty || !synced) violations.push(line)
    synced = false
  }
  return { seen, violations }
}
