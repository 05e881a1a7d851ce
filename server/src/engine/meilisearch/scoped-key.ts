// Which keys does the service need of Meilisearch? One that reaches our indexes and nothing else, and, because Meilisearch
// allows no mixture, one that reads its version and switches a feature on. The master key makes them, once, in a process of
// its own; the service itself never sees the master key.
import { createHash } from 'node:crypto'
import { Meilisearch } from 'meilisearch'
import { codeOf } from './connection.ts'

export interface KeyOrder {
  readonly host: string
  readonly masterKey: string
  /** Before the names of our indexes. */
  readonly prefix: string
}

/** For our indexes, and for the engine as a whole, a line each; made or found again. Throws where the engine is away or refuses. */
export async function scopedKeys({ host, masterKey, prefix }: KeyOrder): Promise<string> {
  const client = new Meilisearch({ host, apiKey: masterKey, timeout: PATIENCE })
  const indexes = await keyFor(client, { name: `Copydesk, ${prefix}*`, actions: OF_INDEXES, indexes: [`${prefix}*`] })
  const overall = await keyFor(client, { name: 'Copydesk, version and features', actions: OVERALL, indexes: ['*'] })
  return `${indexes}\n${overall}\n`
}

interface Wanted {
  readonly name: string
  readonly actions: readonly string[]
  readonly indexes: readonly string[]
}

/** One with other rights is replaced. */
async function keyFor(client: Meilisearch, { name, actions, indexes }: Wanted): Promise<string> {
  const uid = uidOf(name)
  const held = await client.getKey(uid).catch((error: unknown) => {
    if (codeOf(error) === 'api_key_not_found') return undefined
    throw error
  })
  if (held !== undefined && same(held.actions, actions) && same(held.indexes, indexes) && held.expiresAt === null) return held.key
  if (held !== undefined) await client.deleteKey(uid)
  return (await client.createKey({ uid, name, actions: [...actions] as never, indexes: [...indexes], expiresAt: null })).key
}

/** What `SearchEngine` does over HTTP. */
const OF_INDEXES = [
  'search', 'documents.add', 'documents.get', 'documents.delete', 'indexes.create', 'indexes.get', 'indexes.delete', 'settings.get', 'settings.update', 'tasks.get', 'stats.get',
] as const
const OVERALL = ['version', 'experimental.get', 'experimental.update'] as const
/** Milliseconds. */
const PATIENCE = 10_000

function same(held: readonly string[], wanted: readonly string[]): boolean {
  return held.length === wanted.length && [...held].sort().join() === [...wanted].sort().join()
}

/** The same for every start, so that no key is made twice: the shape of a UUID, version 4, out of the name. */
function uidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
