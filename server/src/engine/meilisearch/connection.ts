// How do we speak to a Meilisearch that may be away, slow or talking nonsense? Every call has a deadline; after a few
// failures in a row nobody waits for it any more until a pause is over, so that a search falls back at once.
import { Meilisearch, MeilisearchApiError } from 'meilisearch'
import { ProblemError } from '../../domain/problem.ts'

export interface Access {
  readonly host: string
  readonly apiKey?: string
}

export class Connection {
  /** For sending documents: patient. */
  readonly client: Meilisearch
  /** For everything small that no search waits for. */
  readonly brisk: Meilisearch
  readonly #quick: Meilisearch
  #failures = 0
  #closedUntil = 0

  constructor(access: Access) {
    this.client = new Meilisearch({ ...access, requestInit: PLAIN, timeout: PATIENT })
    this.brisk = new Meilisearch({ ...access, requestInit: PLAIN, timeout: BRISK })
    this.#quick = new Meilisearch({ ...access, requestInit: PLAIN })
  }

  /** A call of a search. Throws `engine-away` past the deadline (milliseconds), on every failure, and at once while the pause lasts. */
  async ask<T>(deadline: number, call: (client: Meilisearch, extra: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    if (performance.now() < this.#closedUntil) throw away('it has failed several times in a row')
    try {
      const answer = await call(this.#quick, { signal: AbortSignal.timeout(Math.max(1, Math.round(deadline))) })
      this.#failures = 0
      return answer
    } catch (error) {
      if (error instanceof ProblemError) throw error
      // A missing index is being made anew; an engine that says so is well.
      if (codeOf(error) === 'index_not_found') throw away('its index is being built', error)
      // What it refuses in its own words, it is there to refuse.
      this.#failures = codeOf(error) === undefined ? this.#failures + 1 : 0
      if (this.#failures >= FAILURES) this.#closedUntil = performance.now() + PAUSE
      throw away(messageOf(error), error)
    }
  }
}

/** Meilisearch's code of an error, where it is one of its own. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export function away(why: string, cause?: unknown): ProblemError {
  return new ProblemError('engine-away', `Meilisearch does not answer as it should: ${why}`, [], { cause })
}

/** Compressed answers are sent in pieces and wait 40 ms for a TCP acknowledgement; plain ones do not. */
const PLAIN = { headers: { 'Accept-Encoding': 'identity' } }
/** Milliseconds of one call of the writer, which may carry megabytes. */
const PATIENT = 30_000
/** Milliseconds of one small call. */
const BRISK = 3_000
/** Failures in a row after which searches stop asking, and for how long, in milliseconds. */
const FAILURES = 3
const PAUSE = 3_000
