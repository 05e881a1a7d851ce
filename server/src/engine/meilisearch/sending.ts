// How do records get into Meilisearch? Whole, in batches of bounded size, one in flight, each followed until it
// succeeded. A batch whose sending was cut off may have arrived all the same: its mark tells.
import { randomBytes } from 'node:crypto'
import type { Meilisearch } from 'meilisearch'
import type { Connection } from './connection.ts'
import type { Applied, EngineRecord } from '../port.ts'
import { away, codeOf, messageOf } from './connection.ts'
import { documentOf } from './documents.ts'
import { followed } from './tasks.ts'
import type { Task } from './upkeep.ts'

export interface Changes {
  readonly records: readonly EngineRecord[]
  readonly remove: readonly string[]
}

/** Throws where a batch failed or the engine is away; `done` hears of every batch that succeeded. */
export async function send(connection: Connection, index: string, { records, remove }: Changes, done: (sent: Task) => Promise<void>): Promise<readonly Applied[]> {
  const { client, brisk } = connection
  if (remove.length > 0) await done(await batch(brisk, index, (customMetadata) => client.index(index).deleteDocuments([...remove], { customMetadata })))
  for (const documents of batches(records)) {
    await done(await batch(brisk, index, (customMetadata) => client.index(index).addDocuments([...documents], { primaryKey: 'id', customMetadata })))
  }
  return [...remove, ...records.map((record) => record.id)].map((id) => ({ id, ok: true }))
}

const MOST_DOCUMENTS = 500
const MOST_BYTES = 8_000_000

type Document = ReturnType<typeof documentOf>

function* batches(records: readonly EngineRecord[]): Generator<readonly Document[]> {
  let held: Document[] = []
  let size = 0
  for (const record of records) {
    const document = documentOf(record)
    const bytes = Buffer.byteLength(JSON.stringify(document))
    if (held.length > 0 && (held.length === MOST_DOCUMENTS || size + bytes > MOST_BYTES)) {
      yield held
      held = []
      size = 0
    }
    held.push(document)
    size += bytes
  }
  if (held.length > 0) yield held
}

async function batch(client: Meilisearch, index: string, begin: (mark: string) => PromiseLike<{ readonly taskUid: number }>): Promise<Task> {
  const mark = randomBytes(8).toString('hex')
  let uid: number
  try {
    uid = (await begin(mark)).taskUid
  } catch (error) {
    // The engine said no.
    if (codeOf(error) !== undefined) throw error
    const arrived = await arrivedTask(client, index, mark, error)
    if (arrived === undefined) throw away(messageOf(error), error)
    uid = arrived
  }
  await followed(client, uid)
  return { uid, batch: mark }
}

async function arrivedTask(client: Meilisearch, index: string, mark: string, cause: unknown): Promise<number | undefined> {
  try {
    const { results } = await client.tasks.getTasks({ indexUids: [index], limit: RECENT })
    return results.find((task) => task.customMetadata === mark)?.uid
  } catch (error) {
    throw away(messageOf(cause), error)
  }
}

/** Tasks looked through for one that was sent a moment ago. */
const RECENT = 20
