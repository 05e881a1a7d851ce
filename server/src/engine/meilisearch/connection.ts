// How do we speak to a Meilisearch that may be away, slow or talking nonsense? Every call has a deadline; after a few
// failures in a row no search waits for it any more: it is asked aside whether it is back, and searches fall back at once.
// What went wrong is remembered and told, so that nobody has to guess why another engine answers.
import { readFileSync } from 'node:fs'
import { Meilisearch, MeilisearchApiError } from 'meilisearch'
import { ProblemError } from '../../domain/problem.ts'
import type { EngineTrouble } from '../port.ts'
import { carried } from './wire.ts'

export interface Access {
  readonly host: string
  readonly apiKey?: string
  /** Holds the key, and in a second line one for the engine as a whole where that is another; may be written later than we start. */
  readonly apiKeyFile?: string
}

/** Hears sentences that an operator should read; each at most once a minute. */
export type Tell = (sentence: string) => void

export class Connection {
  readonly #access: Access
  readonly #tell: Tell
  readonly #told = new Map<string, number>()
  #clients: Clients
  #looked = 0
  #failures = 0
  #closedUntil = 0
  #trouble: EngineTrouble | undefined

  constructor(access: Access, tell: Tell = () => {}) {
    this.#access = access
    this.#tell = tell
    this.#clients = clientsOf(access.host, this.#keys())
  }

  /** For sending documents: patient. */
  get client(): Meilisearch {
    return this.#current().patient
  }

  /** For everything small that no search waits for. */
  get brisk(): Meilisearch {
    return this.#current().brisk
  }

  /** For its version and features, which a key of our indexes does not open. */
  get overall(): Meilisearch {
    return this.#current().overall
  }

  /** Of the last call, where it failed. */
  get trouble(): EngineTrouble | undefined {
    return this.#trouble
  }

  /** A call of a search. Throws `engine-away` past the deadline (milliseconds), on every failure, and at once while the pause lasts. */
  async ask<T>(deadline: number, call: (client: Meilisearch, extra: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    if (this.#failures < FAILURES) return this.#asked(deadline, call)
    // Whether it is back is asked aside: no search waits for one that is known to be away.
    if (performance.now() > this.#closedUntil) {
      this.#closedUntil = performance.now() + PAUSE
      this.#asked(deadline, call).catch(() => {}) // Remembered by `failed`.
    }
    throw away('it has failed several times in a row')
  }

  async #asked<T>(deadline: number, call: (client: Meilisearch, extra: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    try {
      const answer = await call(this.#current().quick, { signal: AbortSignal.timeout(Math.max(1, Math.round(deadline))) })
      this.#failures = 0
      this.#trouble = undefined
      return answer
    } catch (error) {
      if (error instanceof ProblemError) throw error
      // A missing index is being made anew; an engine that says so is well.
      if (codeOf(error) === 'index_not_found') throw away('its index is being built', error)
      // What it refuses in its own words, it is there to refuse.
      this.#failures = codeOf(error) === undefined ? this.#failures + 1 : 0
      if (this.#failures === FAILURES) this.#closedUntil = performance.now() + PAUSE
      throw this.failed(error)
    }
  }

  /** Remembers why, tells it, and gives what to throw. */
  failed(error: unknown): ProblemError {
    const code = codeOf(error) ?? (error instanceof TooOld ? 'too_old' : 'unreachable')
    const message = this.#harmless(messageOf(error))
    this.#trouble = { code, message, at: new Date().toISOString() }
    this.say(`Meilisearch does not answer as it should (${code}): ${message}`)
    return away(message, error)
  }

  say(sentence: string): void {
    const now = performance.now()
    if ((this.#told.get(sentence) ?? Number.NEGATIVE_INFINITY) > now - REPEATED) return
    if (this.#told.size > MOST_TOLD) this.#told.clear()
    this.#told.set(sentence, now)
    this.#tell(sentence)
  }

  /** No key, and no password of an address. */
  #harmless(message: string): string {
    const without = message.replace(/\/\/[^/@\s]*@/g, '//').slice(0, LONGEST)
    return this.#clients.keys.reduce((text, key) => text.replaceAll(key, '…'), without)
  }

  #current(): Clients {
    if (this.#access.apiKeyFile === undefined || performance.now() < this.#looked + LOOKED_FOR) return this.#clients
    this.#looked = performance.now()
    const keys = this.#keys()
    if (keys.join() !== this.#clients.keys.join()) this.#clients = clientsOf(this.#access.host, keys)
    return this.#clients
  }

  #keys(): readonly string[] {
    const { apiKey, apiKeyFile } = this.#access
    if (apiKeyFile === undefined) return apiKey === undefined ? [] : [apiKey]
    try {
      return readFileSync(apiKeyFile, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '')
    } catch (error) {
      this.say(`The file with the key of Meilisearch cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); it is looked for again`)
      return []
    }
  }
}

/** The engine answers and is of no use. */
export class TooOld extends Error {}

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

interface Clients {
  readonly keys: readonly string[]
  readonly overall: Meilisearch
  readonly patient: Meilisearch
  readonly brisk: Meilisearch
  readonly quick: Meilisearch
}

function clientsOf(host: string, keys: readonly string[]): Clients {
  const accessBy = (apiKey: string | undefined) => ({ host, ...(apiKey !== undefined && { apiKey }), requestInit: PLAIN })
  const [first, second = first] = keys
  const access = accessBy(first)
  return {
    keys,
    overall: new Meilisearch({ ...accessBy(second), timeout: BRISK }),
    patient: new Meilisearch({ ...access, timeout: PATIENT }),
    brisk: new Meilisearch({ ...access, timeout: BRISK }),
    quick: new Meilisearch({ ...access, httpClient: carried }),
  }
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
/** Milliseconds for which a key read from a file is taken to be the same. */
const LOOKED_FOR = 1_000
/** Milliseconds between two tellings of the same sentence, and so many sentences are remembered. */
const REPEATED = 60_000
const MOST_TOLD = 100
/** Code units of a message that is passed on. */
const LONGEST = 500
