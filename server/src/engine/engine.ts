// The door: the search engine that needs nothing but this process. Writers and searchers are threads of their own;
// several threads and processes may open it on one folder, SQLite keeps them apart.
import { mkdirSync } from 'node:fs'
import type { Applied, EngineQuery, EngineState, SearchEngine } from './port.ts'
import { openThreads } from './threads.ts'
import type { Threads } from './threads.ts'

export interface EmbeddedSettings {
  readonly dataDir: string
  /** Threads that search at the same time. */
  readonly searchers?: number
}

export async function openEmbedded(settings: EmbeddedSettings): Promise<SearchEngine> {
  mkdirSync(settings.dataDir, { recursive: true })
  const writer = openThreads(settings.dataDir, 1)
  const searchers = openThreads(settings.dataDir, settings.searchers ?? SEARCHERS)
  return {
    identity: () => searchers.ask<string>({ kind: 'identity' }),
    state: () => state(searchers),
    apply: (records, remove) => writer.ask<readonly Applied[]>({ kind: 'apply', records, remove }),
    search: (query: EngineQuery) => searchers.ask({ kind: 'search', query, deadline: query.deadline }, query.deadline),
    inventory: () => inventory(searchers),
    reset: async () => {
      await writer.ask({ kind: 'reset' })
    },
    close: async () => {
      await Promise.all([writer.close(), searchers.close()])
    },
  }
}

export { openMeilisearch } from './meilisearch/meilisearch.ts'
export type { MeilisearchSettings } from './meilisearch/meilisearch.ts'
export { drainOutbox } from './outbox.ts'
export type { Drained, OutboxSide } from './outbox.ts'
export { engineRecord } from './projection.ts'
export { withStandIn } from './stand-in.ts'

const SEARCHERS = 2
const INVENTORY_PAGE = 5000

async function state(threads: Threads): Promise<EngineState> {
  try {
    const articles = await threads.ask<number>({ kind: 'state' })
    return { kind: 'embedded', up: true, detail: 'The embedded engine answers', articles }
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
