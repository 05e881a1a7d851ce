// What must a store do with users, sessions, keys, the audit log, leases and settings?
import { describe, expect, it } from 'vitest'
import { type Actor, SYSTEM } from '../../src/domain/role.ts'
import type { Bench } from './contract.ts'
import { CURATOR, LATER, NOW, problemOf } from './made.ts'

const ADA = { email: 'Ada@Example.org', name: 'Ada', role: 'admin', passwordHash: 'secret-hash' } as const
const NEVER = '2099-01-01T00:00:00.000Z'
const LONG_AGO = '2000-01-01T00:00:00.000Z'

let bench: Bench

export function peopleContract(given: Bench): void {
  bench = given
  describe('people', () => {
    usersAndSessions()
    keysAndSecrets()
  })
  describe('the audit log', () => {
    auditLog()
  })
  describe('leases and settings', () => {
    leasesAndSettings()
  })
}

function usersAndSessions(): void {
  it('finds a user by e-mail in any case, and takes an e-mail once', async () => {
    const user = await bench.store.people.addUser(ADA, SYSTEM, NOW)
    expect(await bench.store.people.credentials('ADA@example.ORG')).toEqual({ user, passwordHash: 'secret-hash' })
    expect(await problemOf(bench.store.people.addUser({ ...ADA, name: 'Other' }, SYSTEM, NOW))).toBe('conflict')
    expect(await bench.store.people.hasAdministrator()).toBe(true)
  })

  it('never leaves the archive without an administrator', async () => {
    const { id } = await bench.store.people.addUser(ADA, SYSTEM, NOW)
    expect(await problemOf(bench.store.people.editUser(id, { role: 'reader' }, SYSTEM, NOW))).toBe('conflict')
    expect(await problemOf(bench.store.people.editUser(id, { disabled: true }, SYSTEM, NOW))).toBe('conflict')
    expect(await problemOf(bench.store.people.removeUser(id, SYSTEM))).toBe('conflict')
    await bench.store.people.addUser({ ...ADA, email: 'bea@example.org' }, SYSTEM, NOW)
    await bench.store.people.removeUser(id, SYSTEM)
    expect(await bench.store.people.user(id)).toBeUndefined()
  })

  it('ends sessions by time, by idleness, by hand and by a change of rights', async () => {
    const { id } = await bench.store.people.addUser(ADA, SYSTEM, NOW)
    await bench.store.people.addUser({ ...ADA, email: 'bea@example.org' }, SYSTEM, NOW)
    const start = (tokenHash: string) => bench.store.people.addSession({ tokenHash, userId: id, createdAt: NOW, expiresAt: LATER })
    await start('one')
    expect(await bench.store.people.session('one', NOW, LONG_AGO)).toMatchObject({ id })
    expect(await bench.store.people.session('one', LATER, LONG_AGO)).toBeUndefined()
    expect(await bench.store.people.session('one', NOW, NEVER)).toBeUndefined()
    await bench.store.people.endSession('one')
    expect(await bench.store.people.session('one', NOW, LONG_AGO)).toBeUndefined()
    await start('two')
    await bench.store.people.editUser(id, { role: 'reader' }, SYSTEM, NOW)
    expect(await bench.store.people.session('two', NOW, LONG_AGO)).toBeUndefined()
  })

  it('renews the idle time of a session that is used', async () => {
    const { id } = await bench.store.people.addUser(ADA, SYSTEM, NOW)
    await bench.store.people.addSession({ tokenHash: 'one', userId: id, createdAt: NOW, expiresAt: NEVER })
    expect(await bench.store.people.session('one', '2026-03-01T12:40:00.000Z', '2026-03-01T11:40:00.000Z')).toBeDefined()
    expect(await bench.store.people.session('one', '2026-03-01T13:20:00.000Z', '2026-03-01T12:20:00.000Z')).toMatchObject({ id })
  })
}

function keysAndSecrets(): void {
  it('knows a key by its hash until it expires or is removed', async () => {
    const given = { name: 'Wire', role: 'contributor', prefix: 'cd_1', keyHash: 'hash', expiresAt: LATER } as const
    const { id } = await bench.store.people.addKey(given, CURATOR, NOW)
    expect(await bench.store.people.key('hash', NOW)).toMatchObject({ id, role: 'contributor' })
    expect(await bench.store.people.key('hash', LATER)).toBeUndefined()
    expect((await bench.store.people.keys({ filter: {}, offset: 0, limit: 9 })).data).toMatchObject([{ id, lastUsedAt: NOW }])
    await bench.store.people.removeKey(id, CURATOR)
    expect(await bench.store.people.key('hash', NOW)).toBeUndefined()
    expect(await problemOf(bench.store.people.removeKey(id, CURATOR))).toBe('not-found')
  })

  it('leaves it to others when a use is noted, once for many uses', async () => {
    await bench.store.people.addKey({ name: 'Wire', role: 'reader', prefix: 'cd_1', keyHash: 'hash' }, CURATOR, NOW)
    const notes: (() => Promise<void>)[] = []
    const later = (note: () => Promise<void>) => void notes.push(note)
    const lastUse = async () => (await bench.store.people.keys({ filter: {}, offset: 0, limit: 9 })).data[0]?.lastUsedAt
    expect(await bench.store.people.key('hash', NOW, later)).toMatchObject({ name: 'Wire' })
    expect(await bench.store.people.key('hash', NOW, later)).toMatchObject({ name: 'Wire' })
    expect(notes).toHaveLength(1)
    expect(await lastUse()).toBeUndefined()
    await notes[0]?.()
    expect(await lastUse()).toBe(NOW)
    await bench.store.people.key('hash', LATER, later)
    expect(notes).toHaveLength(2)
  })

  it('writes no secret into the audit log', async () => {
    const { id } = await bench.store.people.addUser(ADA, SYSTEM, NOW)
    await bench.store.people.editUser(id, { passwordHash: 'newer-secret-hash' }, SYSTEM, NOW)
    await bench.store.people.addKey({ name: 'Wire', role: 'reader', prefix: 'cd_1', keyHash: 'key-secret-hash' }, CURATOR, NOW)
    const log = await bench.store.audit.list({ filter: {}, offset: 0, limit: 9 })
    expect(log.total).toBe(3)
    expect(JSON.stringify(log.data)).not.toMatch(/secret-hash/)
  })
}

function auditLog(): void {
  it('keeps the order, filters, and finds its chain whole', async () => {
    for (const action of ['a.one', 'b.two', 'a.one']) {
      const actor: Actor = { ...SYSTEM, name: action }
      await bench.store.audit.record({ at: NOW, actor, action, subject: { kind: 'test', id: action }, after: { list: [1, null, 'x'] } })
    }
    expect(await bench.store.audit.verify()).toBeUndefined()
    const { data, total } = await bench.store.audit.list({ filter: { action: 'a.one' }, offset: 0, limit: 1 })
    expect(total).toBe(2)
    expect(data).toMatchObject([{ id: '3', after: { list: [1, null, 'x'] } }])
    expect((await bench.store.audit.list({ filter: { actor: 'b.two', subject: 'b.two' }, offset: 0, limit: 9 })).total).toBe(1)
  })

  it('stays one chain where two processes write', async () => {
    const other = await bench.another()
    const write = (store: typeof other, at: number) =>
      store.audit.record({ at: NOW, actor: SYSTEM, action: `n.${at}`, subject: { kind: 'test', id: '1' } })
    await Promise.all(Array.from({ length: 20 }, (_, at) => write(at % 2 ? other : bench.store, at)))
    expect((await other.audit.list({ filter: {}, offset: 0, limit: 1 })).total).toBe(20)
    expect(await bench.store.audit.verify()).toBeUndefined()
    await other.close()
  })
}

function leasesAndSettings(): void {
  it('gives a lease to one at a time, and to the next when it ran out', async () => {
    const { lease } = bench.store
    expect(await lease.take('ingest', 'one', 60)).toBe(true)
    expect(await lease.take('ingest', 'two', 60)).toBe(false)
    expect(await lease.take('ingest', 'one', 0)).toBe(true)
    expect(await lease.take('ingest', 'two', 60)).toBe(true)
    expect(await lease.holder('ingest')).toBe('two')
    await lease.release('ingest', 'one')
    expect(await lease.take('ingest', 'one', 60)).toBe(false)
    await lease.release('ingest', 'two')
    expect(await lease.holder('ingest')).toBeUndefined()
  })

  it('remembers a setting', async () => {
    expect(await bench.store.settings.get('engine')).toBeUndefined()
    await bench.store.settings.set('engine', 'g1')
    await bench.store.settings.set('engine', 'g2')
    expect(await bench.store.settings.get('engine')).toBe('g2')
    expect(await bench.store.probe()).toMatchObject({ schema: expect.any(Number) })
  })
}
