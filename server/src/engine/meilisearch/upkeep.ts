// What is asked of the engine to keep an index ours? Its version and epoch, whether it knows a task, an index with our
// settings, and those settings put back where a person changed them.
import { isDeepStrictEqual } from 'node:util'
import type { Meilisearch } from 'meilisearch'
import type { Connection } from './connection.ts'
import { codeOf } from './connection.ts'
import { SETTINGS } from './documents.ts'
import { finished } from './tasks.ts'

/** A task that succeeded, by its number and our mark. */
export interface Task {
  readonly uid: number
  readonly batch: string
}

/** `1.50.0` */
export async function engineVersion(client: Meilisearch): Promise<string> {
  return (await client.getVersion()).pkgVersion
}

export async function heldEpoch(client: Meilisearch, index: string): Promise<string | undefined> {
  try {
    return (await client.index<{ readonly epoch: string }>(index).getDocument(META)).epoch
  } catch (error) {
    if (codeOf(error) === 'index_not_found' || codeOf(error) === 'document_not_found') return undefined
    throw error
  }
}

export async function holdEpoch(client: Meilisearch, index: string, epoch: string): Promise<void> {
  await finished(client, client.index(index).addDocuments([{ id: META, epoch }], { primaryKey: 'id' }))
}

export async function knowsTask(client: Meilisearch, task: Task | undefined): Promise<boolean> {
  if (task === undefined) return true
  try {
    return (await client.tasks.getTask(task.uid)).customMetadata === task.batch
  } catch (error) {
    if (codeOf(error) === 'task_not_found') return false
    throw error
  }
}

export async function exists(client: Meilisearch, index: string): Promise<boolean> {
  try {
    await client.getRawIndex(index)
    return true
  } catch (error) {
    if (codeOf(error) === 'index_not_found') return false
    throw error
  }
}

/** Empty. Settings first, and awaited: documents that come before them would be indexed twice. */
export async function buildIndex(connection: Connection, index: string): Promise<void> {
  const client = connection.brisk
  await finished(client, client.deleteIndex(index), ['index_not_found'])
  await finished(client, client.createIndex(index, { primaryKey: 'id' }))
  await finished(client, client.index(index).updateSettings(SETTINGS as never))
  await allowContains(connection)
}

export async function removeIndexes(client: Meilisearch, which: (uid: string) => boolean): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1000 })
  for (const { uid } of results) if (which(uid)) await finished(client, client.deleteIndex(uid), ['index_not_found'])
}

/** Ours are put back where they were changed by hand; all documents are then indexed anew by the engine itself. */
export async function mendSettings(connection: Connection, index: string): Promise<void> {
  const client = connection.brisk
  const held = (await client.index(index).getSettings()) as Readonly<Record<string, unknown>>
  const changed = Object.keys(SETTINGS).filter((name) => !isDeepStrictEqual(held[name], SETTINGS[name as keyof typeof SETTINGS]))
  await allowContains(connection)
  if (changed.length === 0) return
  await finished(client, client.index(index).updateSettings(SETTINGS as never))
  connection.say(`Settings of ${index} were changed by hand and are put back: ${changed.join(', ')}`)
}

const META = 'archive'

/** The filters "contains" and "starts with" are a feature that must be switched on. */
async function allowContains({ overall }: Connection): Promise<void> {
  const { containsFilter } = await overall.httpRequest.get<{ readonly containsFilter?: boolean }>({ path: 'experimental-features' })
  if (containsFilter !== true) await overall.httpRequest.patch({ path: 'experimental-features', body: { containsFilter: true } })
}
