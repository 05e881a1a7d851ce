// Which parts make the service? The only file that knows every room; everything else is handed what it needs.
import { mkdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'
import { builtEntry } from './domain/built-entry.ts'
import { systemClock } from './domain/clock.ts'
import { onDisk } from './domain/disk.ts'
import type { Notify } from './domain/event.ts'
import type { ReadEvent, SourceFile } from './domain/reading.ts'
import { openEmbedded, openMeilisearch, withStandIn } from './engine/engine.ts'
import type { SearchEngine } from './engine/port.ts'
import type { DeskParts } from './background/desk.ts'
import { type Blobs, openBlobs } from './intake/intake.ts'
import { openReaders, type ReaderPool } from './isolate/isolate.ts'
import { type LoopParts, WorkLoop } from './background/loop.ts'
import { level, reconcile } from './reindex.ts'
import { ComparableCache } from './seek.ts'
import type { ArchiveStore } from './store/port.ts'
import { openStore } from './store/store.ts'
import { TaskRunner } from './background/task-runner.ts'
import { Turn } from './background/turn.ts'

/** What keeps the archive: open it once a thread. */
export interface Archive {
  readonly store: ArchiveStore
  /** What answers questions. */
  readonly engine: SearchEngine
  /** All that are kept level; the nearest first. */
  readonly engines: readonly SearchEngine[]
  readonly blobs: Blobs
  close(): Promise<void>
}

/** Everything that reads, compares and indexes. */
export interface Workshop extends Archive, Omit<DeskParts, 'engine'> {
  readonly loop: WorkLoop
  /** Carries out what is done to many articles at once. */
  readonly runner: TaskRunner
  readonly readers: ReaderPool
  /** One round; 0 where nothing is due or another process does it. */
  readonly drain: () => Promise<number>
}

/** The setting of the store that says which of Meilisearch's indexes is ours. */
const MEILISEARCH_NOTE = 'engine.meilisearch'

/** Files after which a child that reads is replaced. */
const FILES_PER_READER = 2_000

export function openLog(config: Config): Logger {
  // Standard output belongs to the results of commands.
  return pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
}

export async function openArchive(config: Config): Promise<Archive> {
  const blobs = await onDisk(() => openBlobs(config.dataDir))
  const store = await openStore({ dataDir: config.dataDir, clock: systemClock })
  const { engine, engines } = await openEngines(config, store)
  return {
    store,
    engine,
    engines,
    blobs,
    close: async () => {
      await engine.close()
      await store.close()
    },
  }
}

/** Beside a Meilisearch the embedded engine is kept level too, and answers while it is away. */
async function openEngines(config: Config, { settings }: ArchiveStore): Promise<Pick<Archive, 'engine' | 'engines'>> {
  const embedded = await openEmbedded(config)
  if (config.meili === undefined) return { engine: embedded, engines: [embedded] }
  const log = openLog(config)
  const note = { read: () => settings.get(MEILISEARCH_NOTE), write: (value: string) => settings.set(MEILISEARCH_NOTE, value) }
  const meilisearch = await openMeilisearch({ ...config.meili, note, tell: (sentence) => log.warn(sentence) })
  return { engine: withStandIn(meilisearch, embedded), engines: [embedded, meilisearch] }
}

/** The folder in which children unpack and scratch files lie; emptied by the wiring at the start. */
export function spoolOf(config: Config): string {
  return join(config.dataDir, 'spool')
}

export async function openPool(config: Config): Promise<ReaderPool> {
  const spool = spoolOf(config)
  await mkdir(spool, { recursive: true })
  return openReaders(
    {
      entry: builtEntry(import.meta.url, './reader.ts'),
      spool,
      readable: [join(config.dataDir, 'blobs'), join(config.dataDir, 'incoming')],
      memoryBytes: config.reader.memoryBytes,
      seconds: config.reader.seconds,
      filesPerReader: FILES_PER_READER,
    },
    config.reader.processes,
  )
}

async function tellProgress(store: ArchiveStore, engine: SearchEngine, notify: Notify): Promise<void> {
  const { up } = await engine.state()
  if (up) notify({ kind: 'index.progress', pending: (await store.outbox.state(await engine.identity())).pending })
}

/** Engines that are away are looked through when they are back. */
async function reconcileAll(store: ArchiveStore, engines: readonly SearchEngine[]): Promise<number> {
  let differed = 0
  for (const engine of engines) {
    if (!(await engine.state()).up) continue
    for (const generation of await engine.generations()) if (generation.serving) differed += (await reconcile(store.outbox, generation)).length
  }
  return differed
}

/** What people call page furniture, and how they cut a source, holds for every file that is read, whatever for; a rule on trial stands first. */
async function* readByRules(file: SourceFile, store: ArchiveStore, read: (file: SourceFile) => AsyncIterable<ReadEvent>): AsyncIterable<ReadEvent> {
  const [rules, standing] = [await store.furnitureRules.standing(), await store.splitRules.standing()]
  const splitRules = [...(file.splitRules ?? []), ...standing]
  yield* read({ ...file, ...(rules.length > 0 && { rules }), ...(splitRules.length > 0 && { splitRules }) })
}

/** The loop is not started. */
export async function openWorkshop(config: Config, notify: Notify): Promise<Workshop> {
  const archive = await openArchive(config)
  const { store, engine, engines, blobs } = archive
  const readers = await openPool(config)
  const log = openLog(config)
  // One process writes to the engines; the others let it.
  const turn = new Turn(store.lease, 'index')
  const drain = async () => {
    if (!(await turn.taken())) return 0
    const done = await level({ store, engines, tell: (sentence) => log.info(sentence) })
    if (done > 0) await tellProgress(store, engine, notify)
    return done
  }
  const cache = new ComparableCache()
  const reading = {
    read: (file: SourceFile) => readByRules(file, store, (known) => readers.readIsolated(known, config.limits)),
    blobPath: (sha256: string) => blobs.path(sha256),
    discard: (path: string) => unlink(path),
  }
  const runner = new TaskRunner({ store, engines, cache, clock: systemClock, notify, log, ...reading })
  const parts: Omit<LoopParts, 'readers'> & Omit<DeskParts, 'engine'> = {
    store,
    notify,
    drain,
    reconcile: async () => ((await turn.taken()) ? reconcileAll(store, engines) : 0),
    log,
    clock: systemClock,
    spool: spoolOf(config),
    cache,
    rouse: () => runner.wake(),
    ...reading,
    adopt: (paths) => blobs.adopt(paths),
  }
  return {
    ...archive,
    ...parts,
    readers,
    runner,
    loop: new WorkLoop({ ...parts, readers: config.reader.processes }),
    close: async () => {
      await readers.close()
      await turn.release()
      await archive.close()
    },
  }
}
