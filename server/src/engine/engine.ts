// The door: the search engine that needs nothing but this process. Writers and searchers are threads of their own;
// several threads and processes may open it on one folder, SQLite keeps them apart.
import { existsSync, mkdirSync } from 'node:fs'
import { clearLeftovers, moveOn, nextPath } from './index-place.ts'
import type { Applied, EngineQuery, EngineState, Generation, Holding, SearchEngine } from './port.ts'
import { openThreads } from './threads.ts'
import type { Threads } from './threads.ts'

export interface EmbeddedSettings {
  readonly dataDir: string
  /** Threads that search at the same time. */
  readonly searchers?: number
}

export async function openEmbedded({ dataDir, searchers: count = SEARCHERS }: EmbeddedSettings): Promise<SearchEngine> {
  mkdirSync(dataDir, { recursive: true })
  const writer = openThreads({ dataDir }, 1)
  const searchers = openThreads({ dataDir }, count)
  const builder = new Builder(dataDir)
  return {
    kind: 'embedded',
    ...holdingOf(writer, searchers),
    state: () => state(searchers, builder),
    search: (query: EngineQuery) => searchers.ask({ kind: 'search', query, deadline: query.deadline }, query.deadline),
    generations: async () => {
      clearLeftovers(dataDir)
      const serving: Generation = { ...holdingOf(writer, writer), serving: true }
      const next = builder.building()
      return next === undefined ? [serving] : [serving, { ...next, serving: false }]
    },
    renew: () => builder.begin(),
    promote: (identity) => builder.promote(identity),
    close: async () => {
      await Promise.all([writer.close(), searchers.close(), builder.close()])
    },
  }
}

export { openMeilisearch } from './meilisearch/meilisearch.ts'
export type { MeilisearchSettings } from './meilisearch/meilisearch.ts'
export type { Note } from './meilisearch/place.ts'
export { scopedKeys } from './meilisearch/scoped-key.ts'
export { drainOutbox } from './outbox.ts'
export type { Drained, OutboxSide } from './outbox.ts'
export { engineRecord } from './projection.ts'
export { withStandIn } from './stand-in.ts'

const SEARCHERS = 2
const INVENTORY_PAGE = 5000

/** Builds an index beside the one that serves, in a file of its own. */
class Builder {
  readonly #dataDir: string
  #threads: { readonly path: string; readonly pool: Threads } | undefined

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  async begin(): Promise<void> {
    const pool = this.#pool(nextPath(this.#dataDir))
    await holdingOf(pool, pool).identity()
  }

  /** What is being built, though it was begun by an earlier process. */
  building(): Holding | undefined {
    const path = nextPath(this.#dataDir)
    if (!existsSync(path)) return undefined
    const pool = this.#pool(path)
    return holdingOf(pool, pool)
  }

  async promote(identity: string): Promise<void> {
    if ((await this.building()?.identity()) !== identity) return
    moveOn(this.#dataDir)
    await this.close()
  }

  async close(): Promise<void> {
    await this.#threads?.pool.close()
    this.#threads = undefined
  }

  #pool(path: string): Threads {
    if (this.#threads?.path !== path) {
      void this.#threads?.pool.close()
      this.#threads = { path, pool: openThreads({ dataDir: this.#dataDir, path }, 1) }
    }
    return this.#threads.pool
  }
}

function holdingOf(writer: Threads, reader: Threads): Holding {
  return {
    identity: () => reader.ask<string>({ kind: 'identity' }),
    apply: (records, remove) => writer.ask<readonly Applied[]>({ kind: 'apply', records, remove }),
    inventory: () => inventory(reader),
  }
}

async function state(threads: Threads, builder: Builder): Promise<EngineState> {
  try {
    const articles = await threads.ask<number>({ kind: 'state' })
    // One that took over while it was asked is not being built any more.
    const building = await builder.building()?.identity().catch(() => undefined)
    return { kind: 'embedded', up: true, detail: 'The embedded engine answers', articles, ...(building !== undefined && { building }) }
  } catch (error) {
    return { kind: 'embedded', up: false, detail: error instanceof Error ? error.message : String(error), articles: 0 }
  }
}

async function* inventory(threads: Threads): AsyncGenerator<{ readonly id: string; readonly revision: number }> {
  let after = ''
  for (;;) {
    const page = await threads.ask<readonly { readonly id: string; readonly revision: number }[]>({ kind: 'inventory', after, limit: INVENTORY_PAGE })
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < INVENTORY_PAGE) return
    after = last.id
  }
}
