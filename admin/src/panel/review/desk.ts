// How does a decision get to the service, and back? At once, however fast they come: each call goes out while the person
// reads the next cluster. Decisions on one cluster go one after the other, because each expects what the one before left;
// if one is not saved, those that were built on it are not sent. Undo and redo are the service's own.
import type { Act, ClusterAnswer, Expected, Ruled, Ruling } from './acts.ts'

/** `undone` may be redone, `dropped` was undone and may not, because something new was decided since; `failed` was never stored. */
export type EntryState = 'sending' | 'kept' | 'undone' | 'dropped' | 'failed'
export type Doing = 'decide' | 'undo' | 'redo'

export interface Entry {
  readonly key: number
  readonly act: Act
  readonly state: EntryState
  /** Ids of the decisions that it became, oldest first. */
  readonly decisions: readonly string[]
  /** The entry on the same cluster that was still on its way when this one was made. */
  readonly after?: number
}

export interface Wire {
  /** Without `expect` where the page goes away before it can be known. */
  decide(ruling: Ruling, expect?: readonly Expected[]): Promise<Ruled>
  /** `also`: what was decided with it, taken back in one. */
  withdraw(decision: string, also: readonly string[]): Promise<Ruled>
  restore(decision: string): Promise<Ruled>
}

export interface DeskEvents {
  changed(): void
  /** What the service says the clusters are now. */
  answered(clusters: readonly ClusterAnswer[], entry: Entry, doing: Doing): void
  failed(entry: Entry, error: unknown, doing: Doing): void
  /** The version that a cluster is known to have. */
  versionOf(cluster: string): number | undefined
}

/** Said of a decision that was built on one that was not saved. */
export class NotSentError extends Error {
  constructor() {
    super('The decision before it on this cluster was not saved.')
  }
}

export class Desk {
  readonly #wire: Wire
  readonly #events: DeskEvents
  readonly #lines = new Map<string, Promise<void>>()
  /** How many calls of each cluster are in line, the one that is being answered included. */
  readonly #waiting = new Map<string, number>()
  readonly #held = new Set<() => void>()
  #entries: readonly Entry[]
  #leaving = false
  #last: number

  /** `kept`: what was decided before the page was loaded anew. */
  constructor(wire: Wire, events: DeskEvents, kept: readonly Entry[] = []) {
    this.#wire = wire
    this.#events = events
    this.#entries = kept
    this.#last = kept.reduce((most, entry) => Math.max(most, entry.key), 0)
  }

  entries(): readonly Entry[] {
    return this.#entries
  }

  /** Is something of this cluster still on its way? */
  busy(cluster: string): boolean {
    return this.#lines.has(cluster)
  }

  /** Is something of this cluster in line behind what is being answered? Then the answer is not how it will be. */
  more(cluster: string): boolean {
    return (this.#waiting.get(cluster) ?? 0) > 1
  }

  decide(act: Act): Entry {
    const after = this.#entries.findLast((one) => one.state === 'sending' && one.act.touches.some((cluster) => act.touches.includes(cluster)))
    const entry: Entry = { key: ++this.#last, act, state: 'sending', decisions: [], ...(after !== undefined && { after: after.key }) }
    this.#entries = [...this.#entries.map((one) => (one.state === 'undone' ? { ...one, state: 'dropped' as const } : one)), entry]
    this.#inLine(act.touches, () => this.#send(entry.key))
    this.#events.changed()
    return entry
  }

  /** Returns what is being undone: the last that stands, or the one that is named. */
  undo(key?: number): Entry | undefined {
    return this.#turn(this.#entries.findLast((one) => (one.state === 'kept' || one.state === 'sending') && (key === undefined || one.key === key)), 'undo')
  }

  /** What was undone last comes back first. */
  redo(): Entry | undefined {
    return this.#turn(this.#entries.find((one) => one.state === 'undone'), 'redo')
  }

  /** The page is being left: what waits for an answer is sent without it. */
  leave(): void {
    this.#leaving = true
    for (const go of this.#held) go()
  }

  /** Somebody else sits down here. */
  forget(): void {
    this.#entries = this.#entries.map((one) => ({ ...one, state: 'dropped' as const }))
    this.#events.changed()
  }

  /** The page came back from where the browser had put it. */
  stay(): void {
    this.#leaving = false
  }

  #inLine(clusters: readonly string[], work: () => Promise<void>): void {
    const before = clusters.flatMap((cluster) => this.#lines.get(cluster) ?? [])
    this.#count(clusters, 1)
    const done = before.length === 0 ? work() : this.#turnOf(before).then(work)
    for (const cluster of clusters) this.#lines.set(cluster, done)
    void done.then(() => {
      this.#count(clusters, -1)
      for (const cluster of clusters) if (this.#lines.get(cluster) === done) this.#lines.delete(cluster)
      this.#events.changed()
    })
  }

  #count(clusters: readonly string[], by: 1 | -1): void {
    for (const cluster of clusters) this.#waiting.set(cluster, (this.#waiting.get(cluster) ?? 0) + by)
  }

  #turnOf(before: readonly Promise<void>[]): Promise<void> {
    return new Promise((go) => {
      this.#held.add(go)
      void Promise.all(before).then(() => {
        this.#held.delete(go)
        go()
      })
    })
  }

  async #send(key: number): Promise<void> {
    const { act, after } = this.#entry(key)
    try {
      if (this.#entries.some((one) => one.key === after && one.state === 'failed')) throw new NotSentError()
      const clusters = await this.#carryOut(key, act)
      if (this.#entry(key).state === 'sending') this.#put(key, { state: 'kept' })
      this.#events.answered(clusters, this.#entry(key), 'decide')
    } catch (error) {
      this.#events.failed(this.#put(key, { state: 'failed' }), error, 'decide')
    }
  }

  async #carryOut(key: number, act: Act): Promise<readonly ClusterAnswer[]> {
    const expect = act.touches.flatMap((cluster) => {
      const version = this.#events.versionOf(cluster)
      return version === undefined ? [] : [{ cluster, version }]
    })
    const { decision, joined, clusters } = await this.#wire.decide(act.ruling, this.#leaving ? undefined : expect)
    this.#put(key, { decisions: [decision.id, ...(joined === undefined ? [] : [joined.id])] })
    return clusters
  }

  #turn(entry: Entry | undefined, doing: 'undo' | 'redo'): Entry | undefined {
    if (entry === undefined) return undefined
    const turned = this.#put(entry.key, { state: doing === 'undo' ? 'undone' : 'kept' })
    this.#inLine(entry.act.touches, async () => {
      const { decisions, state } = this.#entry(entry.key)
      if (state === 'failed') return
      try {
        const [first, ...also] = decisions
        if (first === undefined) return
        if (doing === 'undo') this.#events.answered((await this.#wire.withdraw(first, also)).clusters, this.#entry(entry.key), doing)
        else for (const id of decisions) this.#events.answered((await this.#wire.restore(id)).clusters, this.#entry(entry.key), doing)
      } catch (error) {
        this.#events.failed(this.#put(entry.key, { state: doing === 'undo' ? 'kept' : 'undone' }), error, doing)
      }
    })
    this.#events.changed()
    return turned
  }

  #entry(key: number): Entry {
    return this.#entries.find((one) => one.key === key) as Entry
  }

  #put(key: number, change: Partial<Entry>): Entry {
    this.#entries = this.#entries.map((one) => (one.key === key ? { ...one, ...change } : one))
    return this.#entry(key)
  }
}
