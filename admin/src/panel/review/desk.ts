// How does a decision get to the service, and back? At once, however fast they come: each call goes out while the person
// reads the next cluster. Decisions on one cluster go one after the other, because each expects what the one before left;
// if one is not saved, those that were built on it are not sent. Undo and redo are the service's own.
import type { Act, ClusterAnswer, Expected, Ruled } from './acts.ts'
import { freshName, type KeptAct } from './kept.ts'

/** `undone` may be redone, `dropped` was undone and may not, because something new was decided since; `failed` was never stored. */
export type EntryState = 'sending' | 'kept' | 'undone' | 'dropped' | 'failed'
export type Doing = 'decide' | 'undo' | 'redo'

export interface Entry {
  readonly key: number
  /** Its name for the service, which makes one decision of it. */
  readonly once: string
  readonly act: Act
  readonly state: EntryState
  /** Ids of the decisions that it became, oldest first. */
  readonly decisions: readonly string[]
  /** The entry on the same cluster that was still on its way when this one was made. */
  readonly after?: number
  /** As it was sent. */
  readonly expect?: readonly Expected[] | undefined
}

export interface Wire {
  /** From now on it outlives the page, until there is an answer. */
  keep(entry: Entry): void
  /** Without `expect` where the page goes away before it can be known. */
  decide(entry: Entry, expect?: readonly Expected[]): Promise<Ruled>
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
  /** `cause`: why that one was not saved. */
  constructor(cause: unknown) {
    super('The decision before it on this cluster was not saved.', { cause })
  }
}

export class Desk {
  readonly #wire: Wire
  readonly #events: DeskEvents
  readonly #lines = new Map<string, Promise<void>>()
  /** How many calls of each cluster are in line, the one that is being answered included. */
  readonly #waiting = new Map<string, number>()
  readonly #held = new Set<() => void>()
  readonly #refusals = new Map<number, unknown>()
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
    this.#entries = this.#entries.map((one) => (one.state === 'undone' ? { ...one, state: 'dropped' as const } : one))
    const entry = this.#enter({ once: freshName(), act })
    this.#wire.keep(entry)
    void this.#inLine(act.touches, () => this.#send(entry.key))
    this.#events.changed()
    return entry
  }

  /** What another page left without an answer is sent again; those of them that it was about, once they all are answered. */
  async resume(kept: readonly KeptAct[]): Promise<readonly Entry[]> {
    const here = new Set(this.#entries.filter((one) => one.state !== 'dropped' && one.state !== 'failed').map((one) => one.once))
    const again = kept.filter((one) => !here.has(one.once)).map(({ once, act, expect, undone }) => {
      const { key } = this.#enter({ once, act, expect })
      const done = this.#inLine(act.touches, () => this.#send(key))
      if (undone) this.undo(key)
      return done.then(() => this.#entry(key))
    })
    this.#events.changed()
    return Promise.all(again)
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

  #enter(what: Pick<Entry, 'once' | 'act' | 'expect'>): Entry {
    const after = this.#entries.findLast((one) => one.state === 'sending' && one.act.touches.some((cluster) => what.act.touches.includes(cluster)))
    const entry: Entry = { key: ++this.#last, ...what, state: 'sending', decisions: [], ...(after !== undefined && { after: after.key }) }
    this.#entries = [...this.#entries, entry]
    return entry
  }

  #inLine(clusters: readonly string[], work: () => Promise<void>): Promise<void> {
    const before = clusters.flatMap((cluster) => this.#lines.get(cluster) ?? [])
    this.#count(clusters, 1)
    const done = before.length === 0 ? work() : this.#turnOf(before).then(work)
    for (const cluster of clusters) this.#lines.set(cluster, done)
    void done.then(() => {
      this.#count(clusters, -1)
      for (const cluster of clusters) if (this.#lines.get(cluster) === done) this.#lines.delete(cluster)
      this.#events.changed()
    })
    return done
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
    const { after } = this.#entry(key)
    try {
      if (after !== undefined && this.#refusals.has(after)) throw new NotSentError(this.#refusals.get(after))
      const clusters = await this.#carryOut(key)
      if (this.#entry(key).state === 'sending') this.#put(key, { state: 'kept' })
      this.#events.answered(clusters, this.#entry(key), 'decide')
    } catch (error) {
      this.#refusals.set(key, error)
      this.#events.failed(this.#put(key, { state: 'failed' }), error, 'decide')
    }
  }

  async #carryOut(key: number): Promise<readonly ClusterAnswer[]> {
    const { act, expect = this.#expected(act) } = this.#entry(key)
    const entry = this.#put(key, { expect })
    this.#wire.keep(entry)
    const { decision, joined, clusters } = await this.#wire.decide(entry, expect)
    this.#put(key, { decisions: [decision.id, ...(joined === undefined ? [] : [joined.id])] })
    return clusters
  }

  #expected(act: Act): readonly Expected[] | undefined {
    if (this.#leaving) return undefined
    return act.touches.flatMap((cluster) => {
      const version = this.#events.versionOf(cluster)
      return version === undefined ? [] : [{ cluster, version }]
    })
  }

  #turn(entry: Entry | undefined, doing: 'undo' | 'redo'): Entry | undefined {
    if (entry === undefined) return undefined
    const turned = this.#put(entry.key, { state: doing === 'undo' ? 'undone' : 'kept' })
    if (entry.decisions.length === 0) this.#wire.keep(turned)
    void this.#inLine(entry.act.touches, async () => {
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
