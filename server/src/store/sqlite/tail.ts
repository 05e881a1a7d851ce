// Which prints have the newest articles, whose postings are not in the tables yet? Each connection keeps them in memory,
// brought up to date before a look-up, and goes back with every transaction that is undone.
import { sql } from 'kysely'
import { fixed } from './fixed.ts'
import { CHANNELS, type Channel, packedAfter } from './postings.ts'
import { unpacked } from './prints.ts'
import type { Session } from './sessions.ts'

/** A moment of the tail: what was added since can be taken back. */
export interface TailMark {
  readonly merged: number
  readonly epoch: number
  readonly newest: number
  readonly lengths: Readonly<Record<Channel, number>>
}

interface State {
  merged: number
  epoch: number
  newest: number
}

/** What no archive has. */
const NOTHING_KNOWN: State = { merged: -1, epoch: -1, newest: 0 }

export class Tail {
  #known: State = NOTHING_KNOWN
  readonly #chains: Readonly<Record<Channel, Chains>> = { shingle: new Chains(), name: new Chains() }

  /** The oldest articles of the tail with this print, at most `cap`. */
  oldest(channel: Channel, print: number, cap: number): readonly number[] {
    return this.#chains[channel].oldest(print, cap)
  }

  mark(): TailMark {
    return { ...this.#known, lengths: { shingle: this.#chains.shingle.length, name: this.#chains.name.length } }
  }

  /** What was read since the mark may have been undone. */
  backTo({ merged, epoch, newest, lengths }: TailMark): void {
    if (merged !== this.#known.merged || epoch !== this.#known.epoch) {
      this.#empty(NOTHING_KNOWN)
      return
    }
    for (const channel of CHANNELS) this.#chains[channel].cut(lengths[channel])
    this.#known = { merged, epoch, newest }
  }

  /** After this the tail holds what is not merged. */
  async refresh(session: Session): Promise<void> {
    // One at a time a connection: two at once would put the same rows in.
    await session.inTurn(async () => {
      const state = await session.first(stateOf, {})
      if (!state) return
      const anew = state.merged !== this.#known.merged || state.epoch !== this.#known.epoch
      if (!anew && state.newest === this.#known.newest) return
      const rows = await session.all(packedAfter, { after: anew ? state.merged : this.#known.newest })
      if (anew) this.#empty(state)
      for (const { id, prints } of rows) {
        const sets = unpacked(prints)
        for (const channel of CHANNELS) for (const print of sets[channel]) this.#chains[channel].add(print, id)
      }
      // Rows that came between the two queries are known as well.
      this.#known = { ...state, newest: Math.max(state.newest, rows.at(-1)?.id ?? 0) }
    })
  }

  #empty(state: State): void {
    for (const channel of CHANNELS) this.#chains[channel].cut(0)
    this.#known = state
  }
}

const stateOf = fixed<object, State>((db) =>
  db.selectFrom('print_index').select(['print_index.merged', 'print_index.epoch', sql<number>`(select coalesce(max(id), 0) from article)`.as('newest')]),
)

/** A power of two near the prints of a full tail. */
const SLOTS = 2 ** 18
const FIRST_ROOM = 2 ** 12

/** A hash table with chains, the newest first, in four typed arrays: a third of what a Map of lists needs, and undone by its length. */
class Chains {
  #length = 0
  #heads: Int32Array | undefined
  #prints = new Int32Array(FIRST_ROOM)
  #articles = new Int32Array(FIRST_ROOM)
  #older = new Int32Array(FIRST_ROOM)

  get length(): number {
    return this.#length
  }

  add(print: number, article: number): void {
    const heads = (this.#heads ??= new Int32Array(SLOTS).fill(-1))
    if (this.#length === this.#prints.length) this.#grow()
    const slot = print & (SLOTS - 1)
    this.#prints[this.#length] = print
    this.#articles[this.#length] = article
    this.#older[this.#length] = heads[slot] ?? -1
    heads[slot] = this.#length++
  }

  oldest(print: number, cap: number): readonly number[] {
    const found: number[] = []
    let at = this.#heads?.[print & (SLOTS - 1)] ?? -1
    for (; at >= 0; at = this.#older[at] ?? -1) if (this.#prints[at] === print) found.push(this.#articles[at] ?? 0)
    return found.reverse().slice(0, cap)
  }

  /** Forgets all but the first so many. */
  cut(length: number): void {
    const heads = this.#heads
    if (heads === undefined) return
    if (length === 0) heads.fill(-1)
    else for (let at = this.#length - 1; at >= length; at--) heads[(this.#prints[at] ?? 0) & (SLOTS - 1)] = this.#older[at] ?? -1
    this.#length = Math.min(this.#length, length)
  }

  #grow(): void {
    const larger = (from: Int32Array) => {
      const to = new Int32Array(from.length * 2)
      to.set(from)
      return to
    }
    this.#prints = larger(this.#prints)
    this.#articles = larger(this.#articles)
    this.#older = larger(this.#older)
  }
}
