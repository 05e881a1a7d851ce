// Which index is the archive's, and is it still the one that we filled? A note beside the archive names the generation,
// its epoch and our last finished task; the engine holds the epoch too, in an index of its own. An engine that was wiped
// has no epoch, one restored from an older state does not know the task: both get a new epoch, and so a new identity.
// No index is ever swapped for another: a swap may be carried out twice when the engine is killed.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Meilisearch } from 'meilisearch'
import type { Connection } from './connection.ts'
import { codeOf } from './connection.ts'
import { FORMAT, SETTINGS } from './documents.ts'
import { alone } from './alone.ts'
import { finished } from './tasks.ts'

export interface Place {
  readonly epoch: string
  readonly generation: number
  /** Of the settings and the documents' form. */
  readonly form: string
  readonly lastTask?: { readonly uid: number; readonly batch: string }
}

export class Places {
  readonly #connection: Connection
  readonly #prefix: string
  readonly #note: string
  #confirmed = 0
  #confirming: Promise<Place> | undefined

  constructor(connection: Connection, prefix: string, dataDir: string) {
    this.#connection = connection
    this.#prefix = prefix
    this.#note = join(dataDir, 'meilisearch.json')
  }

  /** By the note alone; undefined where there has never been an index. */
  noted(): Place | undefined {
    try {
      return JSON.parse(readFileSync(this.#note, 'utf8')) as Place
    } catch (error) {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  indexOf(place: Place): string {
    return `${this.#prefix}articles_g${place.generation}`
  }

  identityOf(place: Place): string {
    return `meilisearch:${place.epoch}:g${place.generation}`
  }

  /** Asked of the engine, at most once a second; makes the index where it is missing, foreign or of another form. */
  async confirmed(): Promise<Place> {
    const noted = this.noted()
    if (noted !== undefined && performance.now() < this.#confirmed + CONFIRMED_FOR) return noted
    this.#confirming ??= this.#confirm().finally(() => {
      this.#confirming = undefined
    })
    return this.#confirming
  }

  /** An empty index of a new generation; the old ones go. */
  async renew(): Promise<Place> {
    const before = this.noted()?.epoch
    return alone(`${this.#note}.lock`, async () => {
      // Another thread was quicker: two that build at once would leave an index without settings.
      const now = this.noted()
      return now !== undefined && now.epoch !== before ? now : this.#renewAlone()
    })
  }

  async #renewAlone(): Promise<Place> {
    const client = this.#connection.brisk
    const held = await this.#held(client)
    const generation = Math.max(this.noted()?.generation ?? 0, held?.generation ?? 0) + 1
    const place: Place = { epoch: randomBytes(8).toString('hex'), generation, form: FORM }
    await this.#build(client, place)
    await finished(client, client.index(this.#meta).addDocuments([{ id: META, epoch: place.epoch, generation, form: FORM }], { primaryKey: 'id' }))
    this.#write(place)
    this.#confirmed = performance.now()
    await this.#removeOthers(client, place)
    return place
  }

  /** Remembers the last task that succeeded: an engine that does not know it is not the one that we filled. */
  remember(place: Place, lastTask: { readonly uid: number; readonly batch: string }): void {
    const noted = this.noted()
    if (noted?.epoch === place.epoch && noted.generation === place.generation) this.#write({ ...noted, lastTask })
  }

  doubt(): void {
    this.#confirmed = 0
  }

  get #meta(): string {
    return `${this.#prefix}meta`
  }

  async #confirm(): Promise<Place> {
    const client = this.#connection.brisk
    const noted = this.noted()
    const held = await this.#held(client)
    const same = noted !== undefined && held?.epoch === noted.epoch && held.generation === noted.generation && noted.form === FORM
    if (!same || !(await this.#knows(client, noted)) || !(await this.#exists(client, noted))) return this.renew()
    this.#confirmed = performance.now()
    return noted
  }

  async #held(client: Meilisearch): Promise<{ readonly epoch: string; readonly generation: number } | undefined> {
    try {
      return await client.index(this.#meta).getDocument(META)
    } catch (error) {
      if (codeOf(error) === 'index_not_found' || codeOf(error) === 'document_not_found') return undefined
      throw error
    }
  }

  async #knows(client: Meilisearch, { lastTask }: Place): Promise<boolean> {
    if (lastTask === undefined) return true
    try {
      const task = await client.tasks.getTask(lastTask.uid)
      return task.customMetadata === lastTask.batch
    } catch (error) {
      if (codeOf(error) === 'task_not_found') return false
      throw error
    }
  }

  async #exists(client: Meilisearch, place: Place): Promise<boolean> {
    try {
      await client.getRawIndex(this.indexOf(place))
      return true
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return false
      throw error
    }
  }

  /** Settings first, and awaited: documents that come before them would be indexed twice. */
  async #build(client: Meilisearch, place: Place): Promise<void> {
    const uid = this.indexOf(place)
    await finished(client, client.deleteIndex(uid), ['index_not_found'])
    await finished(client, client.createIndex(uid, { primaryKey: 'id' }))
    await finished(client, client.index(uid).updateSettings(SETTINGS as never))
    await client.httpRequest.patch({ path: 'experimental-features', body: { containsFilter: true } })
  }

  async #removeOthers(client: Meilisearch, place: Place): Promise<void> {
    const { results } = await client.getRawIndexes({ limit: 1000 })
    const others = results.map((one) => one.uid).filter((uid) => uid.startsWith(`${this.#prefix}articles_g`) && uid !== this.indexOf(place))
    for (const uid of others) await finished(client, client.deleteIndex(uid), ['index_not_found'])
  }

  /** Replaced in one step: several threads read it. */
  #write(place: Place): void {
    const fresh = `${this.#note}.${process.pid}.${randomBytes(4).toString('hex')}`
    writeFileSync(fresh, JSON.stringify(place))
    renameSync(fresh, this.#note)
  }
}

const META = 'archive'
const FORM = createHash('sha256').update(JSON.stringify([FORMAT, SETTINGS])).digest('hex').slice(0, 16)
/** Milliseconds. */
const CONFIRMED_FOR = 1_000
