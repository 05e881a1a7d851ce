// Does the engine hold what the store holds, and how is it brought there? The store is the truth; the engine's copy is
// compared by id and revision, doubtful articles are sent again, strangers are taken out. A new generation is built beside
// the one that serves and takes over once it was compared and found whole: nobody searches half an index.
import { drainOutbox } from './engine/engine.ts'
import type { Generation, Holding, SearchEngine } from './engine/port.ts'
import type { Outbox } from './store/outbox-port.ts'
import type { ArchiveStore } from './store/port.ts'

export interface IndexFault {
  readonly articleId: string
  /** `missing`: not in the engine. `stale`: an older revision is. `extra`: it should not be there. */
  readonly fault: 'missing' | 'stale' | 'extra'
}

export interface LevelParts {
  readonly store: Pick<ArchiveStore, 'outbox' | 'articles' | 'settings'>
  readonly engines: readonly SearchEngine[]
  /** Hears that a generation took over. */
  readonly tell: (sentence: string) => void
}

/** Every article that differs, in the order of the store's ids; the strangers last. Waiting changes count as faults too. */
export async function verify(outbox: Outbox, holding: Pick<Holding, 'inventory'>): Promise<readonly IndexFault[]> {
  const held = new Map<string, number>()
  for await (const entry of holding.inventory()) held.set(entry.id, entry.revision)
  const faults: IndexFault[] = []
  let after: string | undefined
  for (;;) {
    const page = await outbox.wanted(after, PAGE)
    for (const { articleId, revision } of page) {
      const holds = held.get(articleId)
      if (holds === undefined) faults.push({ articleId, fault: 'missing' })
      else if (holds !== revision) faults.push({ articleId, fault: 'stale' })
      held.delete(articleId)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.articleId
  }
  for (const articleId of held.keys()) faults.push({ articleId, fault: 'extra' })
  return faults
}

/** Finds and mends what differs, without a person's help. Returns what was found; what merely waits for its turn is no fault. */
export async function reconcile(outbox: Outbox, holding: Holding): Promise<readonly IndexFault[]> {
  const differing = await verify(outbox, holding)
  const waiting = await outbox.waiting(await holding.identity(), differing.map(({ articleId }) => articleId))
  const faults = differing.filter(({ articleId }) => !waiting.has(articleId))
  await mend(outbox, holding, faults)
  return faults
}

/** One round over all engines: an engine that is away does not keep the others from being brought level. Returns how many articles were taken. */
export async function level(parts: LevelParts): Promise<number> {
  const rounds = await Promise.allSettled(parts.engines.map((engine) => levelEngine(engine, parts)))
  const done = rounds.reduce((sum, round) => sum + (round.status === 'fulfilled' ? round.value : 0), 0)
  const failed = rounds.find((round) => round.status === 'rejected')
  if (done === 0 && failed !== undefined) throw failed.reason
  return done
}

/** The next rounds build a new generation of every engine, in whichever process they are gone. */
export async function wantReindex({ store, engines }: Pick<LevelParts, 'store' | 'engines'>): Promise<void> {
  await store.settings.set(WANTED, engines.map((engine) => engine.kind).join(' '))
}

/** The generations that are wanted or being built, with how many articles they still lack; none where all engines serve from whole ones. */
export async function unfinished({ store, engines }: Pick<LevelParts, 'store' | 'engines'>): Promise<readonly { readonly kind: string; readonly pending: number }[]> {
  const wanted = await wantedOf(store)
  const states = await Promise.all(engines.map((engine) => engine.state()))
  const { articles } = await store.articles.count()
  const open = states.filter((state) => wanted.includes(state.kind) || state.building !== undefined)
  return Promise.all(open.map(async ({ kind, building }) => ({ kind, pending: building === undefined ? articles : (await store.outbox.state(building)).pending })))
}

const PAGE = 5_000
const WANTED = 'reindex.wanted'
/** A new generation may lack this many articles that the engine refuses, or this share: the old one would not have them either. */
const REFUSED = 10
const REFUSED_SHARE = 0.01
/** Entries that wait and are looked at; with more a generation is not whole. */
const MOST_WAITING = 5_000
/** After every time at which something is due. */
const SOMEDAY = '9999-12-31T00:00:00.000Z'

async function wantedOf(store: LevelParts['store']): Promise<readonly string[]> {
  return ((await store.settings.get(WANTED)) ?? '').split(' ').filter((kind) => kind !== '')
}

async function levelEngine(engine: SearchEngine, parts: LevelParts): Promise<number> {
  const { store } = parts
  if ((await wantedOf(store)).includes(engine.kind)) {
    await engine.renew()
    await store.settings.set(WANTED, (await wantedOf(store)).filter((kind) => kind !== engine.kind).join(' '))
  }
  let done = 0
  for (const generation of await engine.generations()) {
    const drained = await drainOutbox(store.outbox, generation, (ids) => store.articles.getMany(ids))
    done += drained.done
    const quiet = drained.done === 0 && drained.failed === 0 && !drained.more
    if (!generation.serving && quiet && (await isWhole(generation, parts))) await takeOver(engine, generation, parts)
  }
  return done
}

/** Compared with the store; what came in meanwhile is known to wait and no fault. */
async function isWhole(generation: Generation, { store }: LevelParts): Promise<boolean> {
  const identity = await generation.identity()
  const differing = await verify(store.outbox, generation)
  const waiting = await store.outbox.due(identity, MOST_WAITING, SOMEDAY)
  const refused = await store.outbox.quarantined(identity)
  const known = new Set([...waiting, ...refused].map(({ articleId }) => articleId))
  const faults = differing.filter(({ articleId }) => !known.has(articleId))
  await mend(store.outbox, generation, faults)
  const failing = refused.length + waiting.filter(({ attempts }) => attempts > 0).length
  const { articles } = await store.articles.count()
  return faults.length === 0 && waiting.length < MOST_WAITING && failing <= Math.max(REFUSED, articles * REFUSED_SHARE)
}

async function takeOver(engine: SearchEngine, generation: Generation, { store, tell }: LevelParts): Promise<void> {
  const [before, identity] = [await engine.identity(), await generation.identity()]
  await engine.promote(identity)
  if (before !== identity) await store.outbox.retire(before)
  tell(`A new index was built and compared with the store; it serves from now on: ${identity}`)
}

async function mend(outbox: Outbox, holding: Holding, faults: readonly IndexFault[]): Promise<void> {
  if (faults.length === 0) return
  await outbox.doubt(await holding.identity(), faults.filter(({ fault }) => fault !== 'extra').map(({ articleId }) => articleId))
  const strangers = faults.filter(({ fault }) => fault === 'extra').map(({ articleId }) => articleId)
  for (let at = 0; at < strangers.length; at += PAGE) await holding.apply([], strangers.slice(at, at + PAGE))
}
