// Which index is the archive's, and is it still the one that we filled? One note in the store names the generation that
// serves, the one that is built beside it, the engine's epoch and our last finished task; the engine holds the epoch too,
// in an index of its own. An engine that was wiped has no epoch, one restored from an older state does not know the task:
// both get a new epoch. No index is ever swapped for another: a swap may be carried out twice when the engine is killed.
import { randomBytes } from 'node:crypto'
import type { Connection } from './connection.ts'
import { TooOld } from './connection.ts'
import { FORM } from './documents.ts'
import { buildIndex, engineVersion, exists, heldEpoch, holdEpoch, knowsTask, mendSettings, removeIndexes, type Task } from './upkeep.ts'

/** One value, replaced in one step, durable when it is written; several threads read it. Of the store. */
export interface Note {
  read(): Promise<string | undefined>
  write(value: string): Promise<void>
}

/** A generation: an index that we made. */
export interface Built {
  readonly generation: number
  /** Of the settings and the documents' form. */
  readonly form: string
  /** Of the engine that began it: `1.50`. */
  readonly version: string
}

export interface Place {
  readonly epoch: string
  readonly serving?: Built
  readonly next?: Built
  readonly lastTask?: Task
  /** Generations that served, and since when they do no longer: searches that read them are let finish. Milliseconds since 1970. */
  readonly old?: { readonly generations: readonly number[]; readonly since: number }
}

export class Places {
  readonly #connection: Connection
  readonly #prefix: string
  readonly #note: Note
  #held: { readonly place: Place | undefined; readonly until: number } | undefined
  // Never yet: a process that has just begun must ask, too.
  #confirmed = Number.NEGATIVE_INFINITY
  #mended = Number.NEGATIVE_INFINITY
  #turn: Promise<unknown> = Promise.resolve()

  constructor(connection: Connection, prefix: string, note: Note) {
    this.#connection = connection
    this.#prefix = prefix
    this.#note = note
  }

  /** By the note alone, of a moment ago; undefined where there has never been an index. */
  async noted(): Promise<Place | undefined> {
    if (this.#held === undefined || this.#held.until < performance.now()) await this.#read()
    return this.#held?.place
  }

  indexOf({ generation }: Built): string {
    return `${this.#prefix}articles_g${generation}`
  }

  identityOf({ epoch }: Place, { generation }: Built): string {
    return `meilisearch:${epoch}:g${generation}`
  }

  /** For the one that writes: asked of the engine, every few seconds. What is missing, foreign or of another form is begun anew. */
  confirmed(): Promise<Place> {
    return this.#alone(async () => {
      const noted = await this.#read()
      return noted !== undefined && performance.now() < this.#confirmed + CONFIRMED_FOR ? noted : this.#confirm(noted)
    })
  }

  /** For the one that writes. */
  renew(): Promise<void> {
    return this.#alone(async () => {
      const place = await this.#confirm(await this.#read())
      if (place.next === undefined) await this.#begin(place)
    })
  }

  promote(identity: string): Promise<void> {
    return this.#alone(async () => {
      const place = await this.#read()
      if (place?.next === undefined || this.identityOf(place, place.next) !== identity) return
      const { next, serving, old, ...rest } = place
      const generations = [...(old?.generations ?? []), ...(serving === undefined ? [] : [serving.generation])]
      await this.#write({ ...rest, serving: next, ...(generations.length > 0 && { old: { generations, since: Date.now() } }) })
    })
  }

  /** Remembers the last task that succeeded: an engine that does not know it is not the one that we filled. */
  remember(epoch: string, lastTask: Task): Promise<void> {
    return this.#alone(async () => {
      const place = await this.#read()
      if (place?.epoch === epoch) await this.#write({ ...place, lastTask })
    })
  }

  /** The engine is to be asked before it is believed again. */
  doubt(): void {
    this.#confirmed = Number.NEGATIVE_INFINITY
  }

  get #meta(): string {
    return `${this.#prefix}meta`
  }

  async #confirm(noted: Place | undefined): Promise<Place> {
    const version = await this.#version()
    const place = await this.#clearedUp(await this.#usable(noted, version))
    if (performance.now() > this.#mended + MENDED_FOR) {
      for (const built of [place.serving, place.next]) if (built !== undefined) await mendSettings(this.#connection, this.indexOf(built))
      this.#mended = performance.now()
    }
    this.#confirmed = performance.now()
    return place
  }

  async #version(): Promise<string> {
    const version = await engineVersion(this.#connection.overall)
    const [major = 0, minor = 0] = version.split('.').map(Number)
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
      throw new TooOld(`Meilisearch ${version} is too old: ${OLDEST.join('.')} or newer is needed. Until it is upgraded the archive’s own index answers in its place`)
    }
    return `${major}.${minor}`
  }

  /** With a generation that serves or is built; what cannot be used is let go of. */
  async #usable(noted: Place | undefined, version: string): Promise<Place> {
    const client = this.#connection.brisk
    const ours = noted !== undefined && (await heldEpoch(client, this.#meta)) === noted.epoch && (await knowsTask(client, noted.lastTask))
    if (!ours) return this.#found(noted, version)
    const { serving, next, ...rest } = noted
    const [kept, building] = [await this.#sound(serving), await this.#sound(next)]
    const place: Place = { ...rest, ...(kept && { serving: kept }), ...(building && { next: building }) }
    if (building === undefined && kept?.version !== version) {
      if (kept !== undefined) this.#connection.say(`Meilisearch was ${kept.version} and is ${version}: its index is built anew beside the one that serves`)
      return this.#begin({ ...place, ...(serving && kept === undefined && { old: { generations: [serving.generation], since: Date.now() } }) }, version)
    }
    return place
  }

  async #sound(built: Built | undefined): Promise<Built | undefined> {
    return built !== undefined && built.form === FORM && (await exists(this.#connection.brisk, this.indexOf(built))) ? built : undefined
  }

  /** A new epoch: whatever the engine holds under our names is not what we sent. */
  async #found(noted: Place | undefined, version: string): Promise<Place> {
    const client = this.#connection.brisk
    if (noted !== undefined) this.#connection.say('Meilisearch does not hold what it was sent, as after a wipe or the return of an older copy: its index is built anew')
    const next: Built = { generation: newest(noted) + 1, form: FORM, version }
    const place: Place = { epoch: randomBytes(8).toString('hex'), next }
    await buildIndex(this.#connection, this.indexOf(next))
    await holdEpoch(client, this.#meta, place.epoch)
    await this.#write(place)
    await removeIndexes(client, (uid) => uid.startsWith(`${this.#prefix}articles_g`) && uid !== this.indexOf(next))
    return place
  }

  /** A generation beside what serves. One that a crash left half made is made over: its number was not noted. */
  async #begin(place: Place, version?: string): Promise<Place> {
    const next: Built = { generation: newest(place) + 1, form: FORM, version: version ?? (await this.#version()) }
    await buildIndex(this.#connection, this.indexOf(next))
    const begun = { ...place, next }
    await this.#write(begun)
    return begun
  }

  async #clearedUp(place: Place): Promise<Place> {
    const { old, ...rest } = place
    if (old === undefined || old.since > Date.now() - LET_FINISH) return place
    const gone = new Set(old.generations.map((generation) => this.indexOf({ generation } as Built)))
    await removeIndexes(this.#connection.brisk, (uid) => gone.has(uid))
    await this.#write(rest)
    return rest
  }

  async #read(): Promise<Place | undefined> {
    const place = parsed(await this.#note.read())
    this.#held = { place, until: performance.now() + NOTED_FOR }
    return place
  }

  async #write(place: Place): Promise<void> {
    await this.#note.write(JSON.stringify(place))
    this.#held = { place, until: performance.now() + NOTED_FOR }
  }

  /** What reads the note and writes it goes one after the other. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work)
    this.#turn = done.catch(() => {})
    return done
  }
}

/** The oldest Meilisearch that the tests were run with. */
const OLDEST = [1, 50] as const
/** Milliseconds. */
const CONFIRMED_FOR = 3_000
const MENDED_FOR = 60_000
const NOTED_FOR = 250
/** Longer than a search, and than the note is believed. */
const LET_FINISH = 5_000

function newest(place: Place | undefined): number {
  return Math.max(0, ...[place?.serving, place?.next].map((built) => built?.generation ?? 0), ...(place?.old?.generations ?? []))
}

function parsed(value: string | undefined): Place | undefined {
  return value === undefined || value === '' ? undefined : (JSON.parse(value) as Place)
}
