// What of the store on SQLite is about its file: settings executed, migrations, tampering with the audit log.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '../../src/domain/role.ts'
import { Connection } from '../../src/store/sqlite/connection.ts'
import { DATABASE_FILE, openStore } from '../../src/store/store.ts'
import { CURATOR, newDocument, NOW, problemOf } from './made.ts'

const ENTRIES = 6
const COLUMNS = ['at', 'actor_id', 'actor_name', 'action', 'subject_id', 'after', 'previous', 'hash'] as const

describe('the file of the store', () => {
  let dataDir: string
  let path: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'copydesk-file-'))
    path = join(dataDir, DATABASE_FILE)
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  it('executes every safety setting on a connection', () => {
    const connection = new Connection(path, false)
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'mmap_size']
    expect(settings.map((name) => connection.pragma(name))).toEqual(['wal', 2, 1, 0, 1, 0])
    connection.close()
  })

  it('opens for several at once, the first time too', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ dataDir })))
    await Promise.all(stores.map((store, at) => store.settings.set(`k${at}`, 'v')))
    expect(await stores[0]?.settings.get('k2')).toBe('v')
    await Promise.all(stores.map((store) => store.close()))
  })

  it('leaves a newer database and a foreign one alone, and says why', async () => {
    await (await openStore({ dataDir })).close()
    const db = new Database(path)
    db.pragma('user_version = 999')
    await expect(openStore({ dataDir })).rejects.toThrow(/schema 999.*newer version/)
    db.pragma('application_id = 7')
    await expect(openStore({ dataDir })).rejects.toThrow(/another program/)
    db.close()
  })

  it('waits for another writer without blocking the event loop', async () => {
    const store = await openStore({ dataDir })
    const other = new Database(path)
    other.exec('begin immediate')
    let turns = 0
    const watch = setInterval(() => turns++, 5)
    const waiting = store.settings.set('k', 'v')
    await new Promise((resolve) => setTimeout(resolve, 200))
    clearInterval(watch)
    expect(turns).toBeGreaterThan(2)
    other.exec('commit')
    expect(await problemOf(waiting)).toBe('no problem')
    other.close()
    await store.close()
  })

  it('keeps the audit log from being changed or shortened', async () => {
    const store = await openStore({ dataDir })
    await store.documents.receive([newDocument()], CURATOR)
    await store.close()
    const db = new Database(path)
    expect(() => db.exec("update audit set actor_name = 'x'")).toThrow(/append-only/)
    expect(() => db.exec('delete from audit')).toThrow(/append-only/)
    db.close()
  })

  it('finds the very row of the audit log that was tampered with', async () => {
    const store = await openStore({ dataDir })
    for (let at = 1; at <= ENTRIES; at++) {
      await store.audit.record({ at: NOW, actor: SYSTEM, action: `act.${at}`, subject: { kind: 'test', id: String(at) }, after: { at } })
    }
    await store.close()
    const tampered = join(dataDir, 'tampered')
    const kinds = fc.oneof(fc.constantFrom(...COLUMNS), fc.constant('deleted' as const), fc.constant('swapped' as const))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: ENTRIES }), kinds, async (id, kind) => {
        expect(await verdict(path, tampered, id, kind)).toBe(String(kind === 'swapped' ? Math.min(id, ENTRIES - 1) : id))
      }),
      { numRuns: 40 },
    )
  })
})

/** Tampers with a copy of the file, past the triggers, and asks the log. */
async function verdict(path: string, folder: string, id: number, kind: string): Promise<string | undefined> {
  rmSync(folder, { recursive: true, force: true })
  const copy = join(mkdtempSync(`${folder}-`), DATABASE_FILE)
  copyFileSync(path, copy)
  const db = new Database(copy)
  db.exec('drop trigger audit_never_changes; drop trigger audit_never_shrinks')
  if (kind === 'deleted') db.prepare('delete from audit where id = ?').run(id)
  else if (kind === 'swapped') {
    const first = Math.min(id, ENTRIES - 1)
    db.prepare('update audit set id = -1 where id = ?').run(first)
    db.prepare('update audit set id = ? where id = ?').run(first, first + 1)
    db.prepare('update audit set id = ? where id = -1').run(first + 1)
  } else db.prepare(`update audit set "${kind}" = coalesce("${kind}", '') || 'x' where id = ?`).run(id)
  db.close()
  const store = await openStore({ dataDir: join(copy, '..') })
  const found = await store.audit.verify()
  await store.close()
  return found
}
