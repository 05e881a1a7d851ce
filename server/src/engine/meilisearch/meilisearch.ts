// How is a Meilisearch the archive's search engine? Behind the same port as the embedded one; the store stays the truth,
// and whatever happens to the engine, a new generation makes the outbox fill it again.
import { ProblemError } from '../../domain/problem.ts'
import type { EngineState, Generation, Holding, SearchEngine } from '../port.ts'
import { away, Connection, messageOf, type Access, type Tell } from './connection.ts'
import { FORM } from './documents.ts'
import { type Built, type Note, type Place, Places } from './place.ts'
import { Searching } from './searching.ts'
import { send } from './sending.ts'

export interface MeilisearchSettings extends Access {
  /** Before the names of all our indexes, so that several archives may share an engine. */
  readonly prefix?: string
  /** Says which index is ours. */
  readonly note: Note
  readonly tell?: Tell
}

/** Never fails for an engine that is away: every call says so by itself. */
export async function openMeilisearch({ prefix = 'copydesk_', note, tell, ...access }: MeilisearchSettings): Promise<SearchEngine> {
  const connection = new Connection(access, tell)
  const places = new Places(connection, prefix, note)
  const searching = new Searching(connection, places)
  const inside: Inside = { connection, places, searching }
  /** By the note alone: whoever only reports waits for nobody and changes nothing. */
  const first = async (): Promise<{ readonly place: Place; readonly built: Built }> => {
    const place = await places.noted()
    const built = place?.serving ?? place?.next
    if (place === undefined || built === undefined) throw away('it holds nothing yet')
    return { place, built }
  }
  const holding = async (): Promise<Holding> => first().then(({ place, built }) => holdingOf(inside, place, built))
  return {
    kind: 'meilisearch',
    identity: async () => first().then(({ place, built }) => places.identityOf(place, built)),
    state: () => state(connection, places),
    apply: async (records, remove) => (await holding()).apply(records, remove),
    search: (query) => searching.search(query),
    inventory: async function* () {
      yield* (await holding()).inventory()
    },
    generations: () => generations(inside),
    renew: () => heard(connection, () => places.renew()),
    promote: (identity) => places.promote(identity),
    close: () => Promise.resolve(),
  }
}

const INVENTORY_PAGE = 1_000

interface Inside {
  readonly connection: Connection
  readonly places: Places
  readonly searching: Searching
}

async function generations(inside: Inside): Promise<readonly Generation[]> {
  const place = await heard(inside.connection, () => inside.places.confirmed())
  const { serving, next } = place
  return [
    ...(serving === undefined ? [] : [{ ...holdingOf(inside, place, serving), serving: true }]),
    ...(next === undefined ? [] : [{ ...holdingOf(inside, place, next), serving: false }]),
  ]
}

function holdingOf({ connection, places, searching }: Inside, place: Place, built: Built): Holding {
  const index = places.indexOf(built)
  return {
    identity: async () => {
      const now = await heard(connection, () => places.confirmed())
      const same = [now.serving, now.next].find((one) => one?.generation === built.generation)
      return places.identityOf(now, same ?? now.serving ?? now.next ?? built)
    },
    apply: async (records, remove) => {
      try {
        return await send(connection, index, { records, remove }, (sent) => places.remember(place.epoch, sent))
      } catch (error) {
        places.doubt()
        throw error
      } finally {
        searching.forget()
      }
    },
    inventory: () => inventory(connection, index),
  }
}

/** Failures of the writer are remembered and told like those of searches. */
async function heard<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof ProblemError ? error : connection.failed(error)
  }
}

async function state(connection: Connection, places: Places): Promise<EngineState> {
  const kind = 'meilisearch' as const
  try {
    const place = await places.noted()
    const serving = place?.serving?.form === FORM ? place.serving : undefined
    const building = place?.next === undefined ? {} : { building: places.identityOf(place, place.next) }
    const { trouble } = connection
    const { pkgVersion: version } = await connection.ask(ASKED_FOR, (_client, extra) => connection.overall.httpRequest.get<{ readonly pkgVersion: string }>({ path: 'version', extraRequestInit: extra }))
    if (serving === undefined) {
      const detail = place === undefined ? 'Meilisearch holds nothing yet' : 'Its index is being built; until it is whole, the embedded engine answers'
      return { kind, up: false, detail, articles: 0, version, ...building, ...(trouble && { trouble }) }
    }
    const stats = await connection.ask(ASKED_FOR, (client, extra) => client.httpRequest.get<{ readonly numberOfDocuments: number }>({ path: `indexes/${places.indexOf(serving)}/stats`, extraRequestInit: extra }))
    return { kind, up: true, detail: 'Meilisearch answers', articles: stats.numberOfDocuments, version, ...building, ...(trouble && { trouble }) }
  } catch (error) {
    const { trouble } = connection
    return { kind, up: false, detail: messageOf(error), articles: 0, ...(trouble && { trouble }) }
  }
}

/** Milliseconds in which a question for its state must be answered. */
const ASKED_FOR = 2_000

async function* inventory(connection: Connection, uid: string): AsyncGenerator<{ readonly id: string; readonly revision: number }> {
  const index = connection.client.index<{ id: string; revision: number }>(uid)
  for (let offset = 0; ; offset += INVENTORY_PAGE) {
    const { results } = await index.getDocuments({ fields: ['id', 'revision'], offset, limit: INVENTORY_PAGE })
    yield* results
    if (results.length < INVENTORY_PAGE) return
  }
}
