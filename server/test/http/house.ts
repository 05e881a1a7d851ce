// A whole house on a data folder of its own, wired in one process so that a test can set limits and the clock.
// Store, engine, readers and flows are the real ones; only the worker thread is left out.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { readConfig } from '../../src/config.ts'
import { openDesk } from '../../src/background/desk.ts'
import type { ArchiveEvent } from '../../src/domain/event.ts'
import { type Role, SYSTEM } from '../../src/domain/role.ts'
import { createApp, hashPassword, HTTP_DEFAULTS, type HttpSettings, mintKey, newLife, type Parts, signInLinks } from '../../src/http/http.ts'
import { displayName, incomingSink } from '../../src/intake/intake.ts'
import { receive } from '../../src/reading/receive.ts'
import { unfinished, wantReindex } from '../../src/reindex.ts'
import { search } from '../../src/search/search.ts'
import { openWorkshop, spoolOf, type Workshop } from '../../src/wiring.ts'

export const MASTER_KEY = 'master-key-for-the-tests'
export const PASSWORD = 'a long enough password'
/** scrypt at a cost that lets the tests run fast. */
const PASSWORD_COST = 2 ** 10

export interface TestHouse {
  readonly app: Express
  readonly parts: Parts
  readonly dataDir: string
  readonly notify: (event: ArchiveEvent) => void
  /** What was logged, a line each. */
  readonly logged: readonly string[]
  /** Moves the clock of the web forward. */
  readonly pass: (milliseconds: number) => void
  /** A request with a key of the role. */
  as(role: Role): ReturnType<typeof request.agent>
  close(): Promise<void>
}

export async function openHouse(settings: Partial<HttpSettings> = {}, environment: Readonly<Record<string, string>> = {}): Promise<TestHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'copydesk-http-'))
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', READER_PROCESSES: '1', ...environment })
  const listeners = new Set<(event: ArchiveEvent) => void>()
  const notify = (event: ArchiveEvent) => listeners.forEach((listener) => listener(event))
  const workshop = await openWorkshop(config, notify)
  let offset = 0
  const logged: string[] = []
  const parts: Parts = {
    ...flowsOf(workshop, notify),
    engine: workshop.engine,
    index: {
      renew: async () => {
        await wantReindex(workshop)
        workshop.loop.wake()
      },
      building: () => unfinished(workshop),
    },
    store: workshop.store,
    bytes: { sink: incomingSink(workshop.blobs, settings.fileBytes ?? config.limits.fileBytes), scratch: spoolOf(config), displayName, read: (sha256) => workshop.blobs.read(sha256) },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settings: { ...HTTP_DEFAULTS, version: '0.0.0', masterKey: MASTER_KEY, passwordCost: PASSWORD_COST, ...settings },
    life: newLife(),
    clock: () => new Date(Date.now() + offset),
    links: signInLinks(() => new Date(Date.now() + offset)),
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
  }
  const app = createApp(parts)
  parts.life.serve()
  workshop.loop.start()
  workshop.runner.start()
  const keys = await keysOf(parts)
  return {
    app, parts, dataDir, notify, logged,
    pass: (milliseconds) => {
      offset += milliseconds
    },
    as: (role) => request.agent(app).set('Authorization', `Bearer ${keys[role]}`),
    close: async () => {
      await Promise.all([workshop.loop.stop(), workshop.runner.stop()])
      await workshop.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function flowsOf(workshop: Workshop, notify: (event: ArchiveEvent) => void): Pick<Parts, 'documents' | 'curation' | 'tasks' | 'matching' | 'search'> {
  const { store, engine, loop, clock } = workshop
  const desk = openDesk(workshop)
  return {
    documents: {
      receive: async (files, note, actor, corrections) => {
        const receipt = await receive(files, note, actor, { store, clock, notify }, { corrections })
        loop.wake()
        return receipt
      },
      rehearse: (files, note, actor, wishes) => desk.rehearse(files, note, actor, wishes),
      reading: (id) => desk.reading(id),
      correct: (id, given, actor) => desk.correct(id, given, actor),
      retry: async (id, actor) => {
        const document = await store.documents.retry(id, actor)
        loop.wake()
        return document
      },
      remove: (id, actor) => desk.remove(id, actor),
      removeUpload: (upload, actor) => desk.removeUpload(upload, actor),
      restoreUpload: (upload, actor) => desk.restoreUpload(upload, actor),
    },
    curation: desk,
    tasks: desk,
    matching: {
      compare: (left, right) => desk.compare(left, right),
      evidence: (left, right) => desk.evidence(left, right),
      family: (clusterId) => desk.family(clusterId),
      stack: (clusterId, reference) => desk.stack(clusterId, reference),
      check: (input) => ('text' in input ? desk.checkText(input.text) : desk.check(input.files)),
    },
    search: (asked) => search(asked, { engine, store }),
  }
}

async function keysOf({ store }: Parts): Promise<Record<Role, string>> {
  const made: Partial<Record<Role, string>> = {}
  for (const role of ['reader', 'contributor', 'curator', 'admin'] as const) {
    const { key, prefix, keyHash } = mintKey()
    await store.people.addKey({ name: `${role} of the tests`, role, prefix, keyHash }, SYSTEM, new Date().toISOString())
    made[role] = key
  }
  return made as Record<Role, string>
}

export async function addUser(house: TestHouse, email: string, role: Role): Promise<string> {
  const passwordHash = await hashPassword(PASSWORD, PASSWORD_COST)
  const user = await house.parts.store.people.addUser({ email, name: email, role, passwordHash }, SYSTEM, new Date().toISOString())
  return user.id
}

/** Signs in and gives the cookie to send along. */
export async function cookieOf(house: TestHouse, email: string): Promise<string> {
  const answer = await request(house.app).post('/api/session').send({ email, password: PASSWORD }).expect(200)
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
}
