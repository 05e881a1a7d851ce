// How is the SQLite file opened so that a committed row survives a power cut? Every safety setting is executed on every
// connection and checked: better-sqlite3 is built to skip the sync of the write-ahead log unless it is told otherwise.
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { diskProblem } from '../../domain/disk.ts'
import { ProblemError } from '../../domain/problem.ts'

/** `CDSK` in ASCII: marks the file as an archive of ours. */
export const APPLICATION_ID = 0x4344534b

/** SQLite before this loses rows when two connections reset the write-ahead log at once (sqlite.org/wal.html#walresetbug). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const

/** Statements kept prepared a connection; the oldest makes room. */
const KEPT_STATEMENTS = 400

/** Kibibytes of pages held in memory a connection: the upper levels of the print tables at 100,000 articles and more. */
const CACHE_KIBIBYTES = 64 * 1024

/**
 * Pages in the write-ahead log before it is written back (16 MiB). A longer log writes a page back once for many changes;
 * a shorter one keeps the pause of the commit that writes it back short.
 */
const CHECKPOINT_PAGES = 4_096

/** Milliseconds that opening and migrating may wait for another process. Nothing is served yet. */
const OPENING_WAIT = 10_000

export interface Written {
  readonly changes: number
  readonly lastId: number
}

export class Connection {
  readonly readonly: boolean
  readonly #handle: Database.Database
  readonly #path: string
  /** The file's own number on disk. */
  readonly #serial: number | undefined
  readonly #statements = new Map<string, Database.Statement>()

  constructor(path: string, readonly: boolean) {
    this.readonly = readonly
    this.#handle = named(() => new Database(path, { readonly, timeout: OPENING_WAIT }))
    try {
      named(() => {
        refuseUnsafeSqlite(this.#handle)
        secure(this.#handle, readonly)
      })
    } catch (error) {
      this.#handle.close()
      throw error
    }
    this.#path = path
    this.#serial = serialOf(path)
  }

  /** Takes the writer's lock. What is written into a file that was deleted or replaced would be lost without a word. */
  begin(): void {
    if (serialOf(this.#path) !== this.#serial) {
      throw new ProblemError('not-writable', 'The database in DATA_DIR was deleted or replaced under the running service; it must be started anew.')
    }
    this.run('begin immediate', [])
  }

  /** Rows of a query, or of a change with `returning`. */
  all(sql: string, values: readonly unknown[]): unknown[] {
    return named(() => this.#prepared(sql).all(...values))
  }

  run(sql: string, values: readonly unknown[]): Written {
    return named(() => {
      const { changes, lastInsertRowid } = this.#prepared(sql).run(...values)
      return { changes, lastId: Number(lastInsertRowid) }
    })
  }

  /** Does the statement give rows? */
  answers(sql: string): boolean {
    return named(() => this.#prepared(sql).reader)
  }

  /** The same change for many lists of values, without a turn of the event loop in between. */
  runEach(sql: string, lists: Iterable<readonly unknown[]>): void {
    named(() => {
      const statement = this.#prepared(sql)
      const all = () => {
        for (const values of lists) statement.run(...values)
      }
      if (this.#handle.inTransaction) all()
      else this.#handle.transaction(all)()
    })
  }

  /** Several statements without values, as migrations have them. */
  script(sql: string): void {
    named(() => this.#handle.exec(sql))
  }

  pragma(name: string): unknown {
    return named(() => this.#handle.pragma(name, { simple: true }))
  }

  /** From now on a locked file is answered at once: waiting is done without blocking the event loop. */
  stopBlocking(milliseconds: number): void {
    this.#handle.pragma(`busy_timeout = ${milliseconds}`)
  }

  get inTransaction(): boolean {
    return this.#handle.inTransaction
  }

  close(): void {
    this.#statements.clear()
    this.#handle.close()
  }

  #prepared(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#handle.prepare(sql)
    const oldest = this.#statements.size >= KEPT_STATEMENTS ? this.#statements.keys().next().value : undefined
    if (oldest !== undefined) this.#statements.delete(oldest)
    this.#statements.set(sql, statement)
    return statement
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'busy'
}

function serialOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

function refuseUnsafeSqlite(handle: Database.Database): void {
  const version = handle.prepare('select sqlite_version()').pluck().get() as string
  const parts = version.split('.').map(Number)
  const first = OLDEST_SAFE_SQLITE.findIndex((least, place) => parts[place] !== least)
  if (first >= 0 && (parts[first] ?? 0) < (OLDEST_SAFE_SQLITE[first] ?? 0)) {
    throw new Error(`SQLite ${version} can lose committed rows; ${OLDEST_SAFE_SQLITE.join('.')} or newer is needed. Run \`npm ci\` anew.`)
  }
}

function secure(handle: Database.Database, readonly: boolean): void {
  handle.pragma('trusted_schema = OFF')
  handle.pragma('cell_size_check = ON')
  handle.pragma('mmap_size = 0')
  handle.pragma('foreign_keys = ON')
  handle.pragma('temp_store = MEMORY')
  handle.pragma(`cache_size = -${CACHE_KIBIBYTES}`)
  if (!readonly) {
    handle.pragma('journal_mode = WAL')
    handle.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    handle.pragma(`journal_size_limit = ${CHECKPOINT_PAGES * 4096}`)
  }
  handle.pragma('synchronous = FULL')
  const mode = handle.pragma('journal_mode', { simple: true })
  if (mode !== 'wal') throw new Error(`The database cannot use a write-ahead log (journal mode is ${mode}); is DATA_DIR on a network disk?`)
}

/** Runs a statement; what a person can mend gets its name. */
function named<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('SQLITE_BUSY')) {
      throw new ProblemError('busy', 'Another writer holds the database.', [], { cause: error })
    }
    throw diskProblem(error) ?? error
  }
}
