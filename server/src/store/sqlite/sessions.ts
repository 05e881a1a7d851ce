// Who uses which connection, and who waits for whom? One connection writes, one transaction at a time, in the order asked;
// another reads what is committed. SQLite's own waiting would block the event loop, so a locked file is asked again after a pause.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { ProblemError } from '../../domain/problem.ts'
import { type Connection, type Written, isBusy } from './connection.ts'
import { builder } from './dialect.ts'
import { Compiler, type Fixed } from './fixed.ts'
import { Tail } from './tail.ts'
import { Turns } from './turns.ts'
import type { Tables } from './tables.ts'

/** Milliseconds: how long a transaction asks for the file before it gives up, and its longest pause between two tries. */
export const LONGEST_WAIT = 15_000
const LONGEST_PAUSE = 20

/** A connection as the rooms of the store use it. */
export class Session {
  readonly db: Kysely<Tables>
  readonly #connection: Connection
  readonly #compiler: Compiler
  readonly #turns = new Turns()
  /** Prints of the newest articles, as this connection sees them. */
  readonly tail = new Tail()

  constructor(connection: Connection) {
    this.#connection = connection
    this.db = builder(connection)
    this.#compiler = new Compiler(this.db)
  }

  /** Work on this connection that must not overlap with its like. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(work)
  }

  /** Another number once anybody has committed; absent where this connection writes, for it hears only of others' commits. */
  revision(): number | undefined {
    return this.#connection.readonly ? Number(this.#connection.pragma('data_version')) : undefined
  }

  async all<P, R>(query: Fixed<P, R>, values: P): Promise<R[]> {
    const { sql, fill } = this.#compiler.compiled(query)
    return this.#connection.all(sql, fill(values)) as R[]
  }

  async first<P, R>(query: Fixed<P, R>, values: P): Promise<R | undefined> {
    return (await this.all(query, values))[0]
  }

  async run<P>(query: Fixed<P, unknown>, values: P): Promise<Written> {
    const { sql, fill } = this.#compiler.compiled(query)
    return this.#connection.run(sql, fill(values))
  }

  async runEach<P>(query: Fixed<P, unknown>, rows: readonly P[]): Promise<void> {
    const { sql, fill } = this.#compiler.compiled(query)
    this.#connection.runEach(sql, lists(rows, fill))
  }
}

/** What a room of the store is built over: the whole store, or the store inside one transaction. */
export interface Sessions {
  reader(): Session
  /** Inside a transaction: that one. Otherwise one of its own, durable when it resolves. */
  write<T>(work: (session: Session) => Promise<T>): Promise<T>
}

type Outcome = 'keep' | 'undo'

/** A transaction, or a savepoint in one. */
export class Transaction implements Sessions {
  readonly #root: RootSessions
  readonly #children = new Turns()
  #open = true

  constructor(root: RootSessions) {
    this.#root = root
  }

  get open(): boolean {
    return this.#open
  }

  end(): void {
    this.#open = false
  }

  reader(): Session {
    if (!this.#open) throw new Error('This transaction is over; use the store that began it.')
    return this.#root.writing
  }

  async write<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return work(this.reader())
  }

  async within<T>(outcome: Outcome, work: (inner: Transaction) => Promise<T>): Promise<T> {
    this.reader()
    return this.#children.take(() => this.#root.savepoint(outcome, work))
  }
}

export class RootSessions implements Sessions {
  readonly writing: Session
  readonly #reading: Session
  readonly #writer: Connection
  readonly #turns = new Turns()
  readonly #current = new AsyncLocalStorage<Transaction>()

  constructor(writer: Connection, reader: Connection) {
    this.#writer = writer
    this.writing = new Session(writer)
    this.#reading = new Session(reader)
  }

  reader(): Session {
    return this.#here()?.reader() ?? this.#reading
  }

  async write<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const here = this.#here()
    return here ? here.write(work) : this.within('keep', (transaction) => transaction.write(work))
  }

  /** A call from inside a transaction joins it, even through the outer store: it would wait for itself otherwise. */
  async within<T>(outcome: Outcome, work: (inner: Transaction) => Promise<T>): Promise<T> {
    const here = this.#here()
    return here ? here.within(outcome, work) : this.#turns.take(() => this.#whole(outcome, work))
  }

  /** Resolves when every transaction that was asked for has ended. */
  async settled(): Promise<void> {
    await this.#turns.settled()
  }

  async savepoint<T>(outcome: Outcome, work: (inner: Transaction) => Promise<T>): Promise<T> {
    this.#writer.run('savepoint inner_work', [])
    return this.#carry(outcome, work, {
      keep: () => this.#writer.run('release inner_work', []),
      undo: () => {
        this.#writer.run('rollback to inner_work', [])
        this.#writer.run('release inner_work', [])
      },
    })
  }

  async #whole<T>(outcome: Outcome, work: (inner: Transaction) => Promise<T>): Promise<T> {
    await beginPatiently(this.#writer)
    return this.#carry(outcome, work, {
      keep: () => this.#writer.run('commit', []),
      undo: () => this.#writer.run('rollback', []),
    })
  }

  async #carry<T>(outcome: Outcome, work: (inner: Transaction) => Promise<T>, end: Record<Outcome, () => void>): Promise<T> {
    const inner = new Transaction(this)
    const before = this.writing.tail.mark()
    try {
      const result = await this.#current.run(inner, () => work(inner))
      inner.end()
      this.#mustStand()
      end[outcome]()
      if (outcome === 'undo') this.writing.tail.backTo(before)
      return result
    } catch (error) {
      inner.end()
      if (this.#writer.inTransaction) end.undo()
      this.writing.tail.backTo(before)
      throw error
    }
  }

  /** A full disk makes SQLite roll back by itself; what followed would otherwise be committed bit by bit. */
  #mustStand(): void {
    if (!this.#writer.inTransaction) throw new ProblemError('disk-full', 'The transaction was undone because the disk is full.')
  }

  #here(): Transaction | undefined {
    const here = this.#current.getStore()
    return here?.open ? here : undefined
  }
}

async function beginPatiently(writer: Connection): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT
  for (let wait = 1; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      writer.begin()
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > deadline) {
        throw new ProblemError('busy', `Another process has held the database for ${LONGEST_WAIT / 1000} seconds.`, [], { cause: error })
      }
    }
    // A random share keeps two waiting processes from asking in step.
    await pause(wait * (0.5 + Math.random()))
  }
}

function* lists<P>(rows: Iterable<P>, fill: (values: P) => readonly unknown[]): Generator<readonly unknown[]> {
  for (const row of rows) yield fill(row)
}
