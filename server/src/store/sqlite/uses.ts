// When was a key or session last used? Noted seldom, and once at a time: a note is a write, it may wait for a long one,
// and meanwhile the same key may be used a thousand times.
import type { Later } from '../people-port.ts'
import { isBusy } from './connection.ts'
import type { Session, Sessions } from './sessions.ts'

/** A use of a key or session (`of`: its hash), noted unless the last note is younger than `every` milliseconds. */
export interface Use {
  readonly of: string
  readonly last: string | null
  readonly now: string
  readonly every: number
  readonly note: (session: Session) => Promise<void>
}

export class Uses {
  readonly #sessions: Sessions
  /** Notes that wait for their turn. */
  readonly #waiting = new Set<string>()

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  /** Resolves once it is noted; at once where `later` takes it over. */
  async note(use: Use, later?: Later): Promise<void> {
    const { of, last, now, every } = use
    if (this.#waiting.has(of) || (last !== null && Date.parse(now) - Date.parse(last) < Math.min(every, NOTED_EVERY))) return
    if (later === undefined) return this.#write(use)
    this.#waiting.add(of)
    later(() => this.#write(use).finally(() => this.#waiting.delete(of)))
  }

  async #write({ note }: Use): Promise<void> {
    try {
      await this.#sessions.write(note)
    } catch (error) {
      // The next use notes it; being let in must not depend on it.
      if (!isBusy(error)) throw error
    }
  }
}

/** Milliseconds between two notes of the same use. */
const NOTED_EVERY = 60_000
