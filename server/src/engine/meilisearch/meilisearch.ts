// How is a Meilisearch the archive's search engine? Behind the same port as the embedded one; the store stays the truth,
// and whatever happens to the engine, a new identity makes the outbox fill it again.
import { mkdirSync } from 'node:fs'
import type { EngineState, SearchEngine } from '../port.ts'
import { Connection, messageOf } from './connection.ts'
import type { Access } from './connection.ts'
import { Places } from './place.ts'
import { Searching } from './searching.ts'
import { send } from './sending.ts'

export interface MeilisearchSettings extends Access {
  /** Before the names of all our indexes, so that several archives may share an engine. */
  readonly prefix?: string
  /** For the note that says which index is ours. */
  readonly dataDir: string
}

/** Never fails for an engine that is away: every call says so by itself. */
export async function openMeilisearch({ prefix = 'copydesk_', dataDir, ...access }: MeilisearchSettings): Promise<SearchEngine> {
  mkdirSync(dataDir, { recursive: true })
  const connection = new Connection(access)
  const places = new Places(connection, prefix, dataDir)
  const searching = new Searching(connection, places)
  return {
    identity: async () => places.identityOf(await places.confirmed()),
    state: () => state(connection, places),
    apply: async (records, remove) => {
      const place = await places.confirmed()
      const applied = await send(connection, places.indexOf(place), { records, remove }, (sent) => places.remember(place, sent))
      searching.forget()
      return applied
    },
    search: (query) => searching.search(query),
    inventory: () => inventory(connection, places),
    reset: async () => {
      await places.renew()
      searching.forget()
    },
    close: () => Promise.resolve(),
  }
}

const INVENTORY_PAGE = 1_000

async function state(connection: Connection, places: Places): Promise<EngineState> {
  try {
    const place = places.noted()
    if (place === undefined) return { kind: 'meilisearch', up: false, detail: 'Meilisearch holds nothing yet', articles: 0 }
    const stats = await connection.ask(2_000, (client) => client.index(places.indexOf(place)).getStats())
    return { kind: 'meilisearch', up: true, detail: 'Meilisearch answers', articles: stats.numberOfDocuments }
  } catch (error) {
    return { kind: 'meilisearch', up: false, detail: messageOf(error), articles: 0 }
  }
}

async function* inventory(connection: Connection, places: Places): AsyncGenerator<{ readonly id: string; readonly revision: number }> {
  const index = connection.client.index<{ id: string; revision: number }>(places.indexOf(await places.confirmed()))
  for (let offset = 0; ; offset += INVENTORY_PAGE) {
    const { results } = await index.getDocuments({ fields: ['id', 'revision'], offset, limit: INVENTORY_PAGE })
    yield* results
    if (results.length < INVENTORY_PAGE) return
  }
}
