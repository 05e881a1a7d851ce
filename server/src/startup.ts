// How do the web, the background and the archive become one running service? Started in order, stopped in reverse.
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type Background, startBackground } from './background/background.ts'
import type { Config } from './config.ts'
import { systemClock } from './domain/clock.ts'
import { onDisk } from './domain/disk.ts'
import type { ArchiveEvent } from './domain/event.ts'
import { SYSTEM } from './domain/role.ts'
import { createApp, hashPassword, HTTP_DEFAULTS, type HttpSettings, newLife, type Parts, signInLinks, startServer } from './http/http.ts'
import { displayName, incomingSink } from './intake/intake.ts'
import { receive } from './reading/receive.ts'
import { unfinished, wantReindex } from './reindex.ts'
import { engineQuery, search } from './search/search.ts'
import type { ArchiveStore } from './store/port.ts'
import { toldSettings } from './told-settings.ts'
import { type Archive, openArchive, openLog, spoolOf } from './wiring.ts'

export interface Service {
  /** Where it answers: `http://127.0.0.1:3000`. */
  readonly url: string
  readonly store: ArchiveStore
  /** A link that signs in, once, as the first administrator; made where there is none. */
  adminLink(goTo: string): Promise<string>
  /** Resolves within ten seconds, whatever is in hand. */
  stop(): Promise<void>
}

const VERSION = '0.1.0'
const STOP_MS = 8_000

export async function startService(config: Config): Promise<Service> {
  const log = openLog(config)
  await onDisk(() => emptySpool(config))
  const archive = await openArchive(config)
  await firstAdministrator(config, archive.store)
  const events = new Events()
  const background = await startBackground(config, (event) => events.tell(event), log)
  const parts = partsOf(config, archive, background, events, log)
  const server = await startServer(createApp(parts), config, parts.life)
  parts.life.serve()
  warm(archive.engine, log)
  log.info({ url: server.url, dataDir: config.dataDir }, 'serving')
  return {
    url: server.url,
    store: archive.store,
    adminLink: async (goTo) => server.url + parts.links.issue(await administrator(archive.store), goTo).path,
    stop: async () => {
      // Side by side: an answer may wait for the background, and both are bounded.
      await Promise.all([server.stop(STOP_MS), background.stop()])
      await archive.close()
    },
  }
}

const SEARCHERS = 2
const WARM_MS = 120_000

/** Each thread that searches reads the fields of the whole index once: not while the first person waits. */
function warm(engine: Archive['engine'], log: Logger): void {
  const query = engineQuery({ q: '', filters: {}, facets: [], sort: 'relevance', page: 1, perPage: 1, collapse: false }, WARM_MS)
  for (let at = 0; at < SEARCHERS; at++) engine.search(query).catch((error: unknown) => log.debug({ err: error }, 'the search could not be warmed'))
}

class Events {
  readonly #listeners = new Set<(event: ArchiveEvent) => void>()

  tell(event: ArchiveEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  subscribe(listener: (event: ArchiveEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

function partsOf(config: Config, archive: Archive, background: Background, events: Events, log: Logger): Parts {
  const { store, engine, blobs } = archive
  const { desk } = background
  return {
    store,
    engine,
    index: {
      renew: async () => {
        await wantReindex(archive)
        background.wake()
      },
      building: () => unfinished(archive),
    },
    log,
    clock: systemClock,
    life: newLife(),
    links: signInLinks(systemClock),
    settings: settingsOf(config),
    bytes: { sink: incomingSink(blobs, config.limits.fileBytes), scratch: spoolOf(config), displayName, read: (sha256) => blobs.read(sha256) },
    documents: {
      receive: async (files, note, actor, corrections) => {
        const receipt = await receive(files, note, actor, { store, clock: systemClock, notify: (event) => events.tell(event) }, { corrections })
        background.wake()
        return receipt
      },
      rehearse: (files, note, actor, wishes) => desk.rehearse(files, note, actor, wishes),
      reading: (id) => desk.reading(id),
      correct: (id, given, actor) => desk.correct(id, given, actor),
      retry: async (id, actor) => {
        const document = await store.documents.retry(id, actor)
        background.wake()
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
    search: (request) => search(request, { engine, store }),
    subscribe: (listener) => events.subscribe(listener),
  }
}

function settingsOf(config: Config): HttpSettings {
  const pages = fileURLToPath(new URL('../../admin/dist', import.meta.url))
  return {
    ...HTTP_DEFAULTS,
    version: VERSION,
    publicSearch: config.publicSearch,
    fileBytes: config.limits.fileBytes,
    files: config.limits.files,
    requestBytes: config.limits.unpackedBytes,
    told: toldSettings(config),
    ...(config.masterKey && { masterKey: config.masterKey }),
    ...(config.publicUrl && { publicUrl: config.publicUrl }),
    ...(existsSync(pages) && { searchPage: pages, panel: join(pages, 'admin') }),
  }
}

const SCRAP_MS = 3_600_000

/** What an ended process was unpacking is unpacked anew; its old scraps go, those of a running command stay. */
async function emptySpool(config: Config): Promise<void> {
  const spool = spoolOf(config)
  await mkdir(spool, { recursive: true })
  for (const name of await readdir(spool)) {
    const path = join(spool, name)
    if ((await stat(path)).mtimeMs < Date.now() - SCRAP_MS) await rm(path, { recursive: true, force: true })
  }
}

async function firstAdministrator(config: Config, store: ArchiveStore): Promise<void> {
  if (config.admin === undefined || (await store.people.hasAdministrator())) return
  const passwordHash = await hashPassword(config.admin.password, HTTP_DEFAULTS.passwordCost)
  await store.people.addUser({ email: config.admin.email, name: 'Administrator', role: 'admin', passwordHash }, SYSTEM, systemClock().toISOString())
}

/** The id of an administrator. One made here has no password: the link is the only way in, until a password is set. */
async function administrator(store: ArchiveStore): Promise<string> {
  const admins = await store.people.users({ filter: { role: 'admin' }, offset: 0, limit: 100 })
  const known = admins.data.find((user) => !user.disabled)
  if (known !== undefined) return known.id
  const made = await store.people.addUser({ email: 'admin@localhost', name: 'Administrator', role: 'admin', passwordHash: '' }, SYSTEM, systemClock().toISOString())
  return made.id
}
