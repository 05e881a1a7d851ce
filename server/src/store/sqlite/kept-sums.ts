// Which sums stand already? They are reckoned once a state of the archive: every open panel asks for them on every page, and
// between two commits none of them can change.
import type { Session, Sessions } from './sessions.ts'

export class KeptSums {
  readonly #sessions: Sessions
  #revision: number | undefined
  #sums = new Map<string, Promise<unknown>>()

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  /** The name tells the sum and all that it depends on but the archive. */
  of<T>(name: string, reckon: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#sessions.reader()
    const revision = session.revision()
    if (revision === undefined) return reckon(session)
    if (revision !== this.#revision) this.#sums = new Map()
    this.#revision = revision
    return (this.#sums.get(name) as Promise<T> | undefined) ?? this.#begin(name, reckon(session))
  }

  #begin<T>(name: string, sum: Promise<T>): Promise<T> {
    const sums = this.#sums.set(name, sum)
    sum.catch(() => sums.delete(name))
    return sum
  }
}
