// How is a query on the hot path built only once? With slots in place of values: compiled at its first use, filled at each.
// Building and compiling cost more than most of our statements take to run.
import type { Compilable, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Stands for a value of the name while the query is built. */
export type Given<P> = <K extends keyof P & string>(name: K) => P[K]

export interface Fixed<P, R> {
  readonly build: (db: Kysely<Tables>, given: Given<P>) => Compilable<R>
}

export interface Compiled<P> {
  readonly sql: string
  readonly fill: (values: P) => readonly unknown[]
}

export function fixed<P, R = unknown>(build: (db: Kysely<Tables>, given: Given<P>) => Compilable<R>): Fixed<P, R> {
  return { build }
}

/** Compiles each fixed query once for one builder. */
export class Compiler {
  readonly #db: Kysely<Tables>
  readonly #known = new WeakMap<Fixed<never, unknown>, Compiled<never>>()

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  compiled<P, R>(query: Fixed<P, R>): Compiled<P> {
    const known = this.#known.get(query as Fixed<never, unknown>)
    if (known) return known as Compiled<P>
    const { sql, parameters } = query.build(this.#db, (name) => new Slot(name) as never).compile()
    const fill = (values: P) => parameters.map((value) => (value instanceof Slot ? values[value.name as keyof P] : value))
    const fresh: Compiled<P> = { sql, fill }
    this.#known.set(query as Fixed<never, unknown>, fresh as Compiled<never>)
    return fresh
  }
}

class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}
