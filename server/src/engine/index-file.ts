// Where does the embedded engine keep its copy? In one SQLite file that anybody may delete or damage at any time:
// it is then made anew under a new identity, and the outbox fills it again. Derived data needs no fsync of its own:
// a commit in WAL mode survives the end of the process, and what a power cut takes the identity and `verify` tell.
import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'

export type Connection = Database.Database

/** An open index file. `serial` is the file's own number on disk, so that a replaced file is noticed. */
export interface IndexFile {
  readonly db: Connection
  readonly identity: string
  readonly serial: number
}

/** Opens the index; makes it where it is missing, damaged or of another format. */
export function openIndex(path: string): IndexFile {
  try {
    return attempt(path)
  } catch (error) {
    if (!isDamage(error)) throw error
    removeIndex(path)
    return attempt(path)
  }
}

/** Is the file that was opened still the one at this path? */
export function isCurrent(path: string, file: IndexFile): boolean {
  return serialOf(path) === file.serial
}

export function removeIndex(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true })
}

/** Errors that mean: this file is no index of ours (any more). */
export function isDamage(error: unknown): boolean {
  if (error instanceof ForeignFormat) return true
  const code = (error as { code?: unknown } | undefined)?.code
  if (typeof code !== 'string') return false
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) return true
  return code === 'SQLITE_ERROR' && /no such (table|column)|vtable constructor failed/.test((error as Error).message)
}

/** Column weights of BM25, in the order of the `stems` table: a word in the headline counts twice. */
export const FIELD_WEIGHTS = { headline: 2, dek: 1.5, byline: 1, body: 1, publisher: 1, compound: 1 } as const

/** Raised with every change of the tables or of what is written into them. */
const FORMAT = 3
/** `CDSE`: so that another program's file is never taken for ours. */
const APPLICATION = 0x43445345

const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE article (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    change INTEGER NOT NULL,
    text_hash TEXT NOT NULL,
    fields TEXT NOT NULL,
    headline TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX article_change ON article (change);
  CREATE TABLE removed (row INTEGER PRIMARY KEY, change INTEGER NOT NULL);
  CREATE INDEX removed_change ON removed (change);
  CREATE VIRTUAL TABLE stems USING fts5(headline, dek, byline, body, publisher, compound, content='', tokenize='ascii');
  CREATE VIRTUAL TABLE words USING fts5(headline, dek, byline, body, publisher, content='', tokenize='ascii');
  CREATE TABLE stem (id INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL);
  CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT NOT NULL, stem TEXT NOT NULL, UNIQUE (word, stem));
  CREATE TABLE vector (row INTEGER PRIMARY KEY, length INTEGER NOT NULL, terms BLOB NOT NULL);
`

class ForeignFormat extends Error {}

function serialOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

function attempt(path: string): IndexFile {
  const db = new Database(path)
  try {
    db.pragma('busy_timeout = 5000')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('temp_store = MEMORY')
    // Asked first without the lock of a writer, who may be busy for long.
    if (!isOurs(db)) db.transaction(() => prepare(db)).immediate()
    const identity = db.prepare('SELECT value FROM meta WHERE name = ?').pluck().get('identity')
    if (typeof identity !== 'string') throw new ForeignFormat('The index has no identity')
    return { db, identity, serial: serialOf(path) ?? 0 }
  } catch (error) {
    db.close()
    throw error
  }
}

function isOurs(db: Connection): boolean {
  return db.pragma('application_id', { simple: true }) === APPLICATION && db.pragma('user_version', { simple: true }) === FORMAT
}

function prepare(db: Connection): void {
  if (isOurs(db)) return
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (tables !== 0) throw new ForeignFormat('The index has another format')
  db.exec(SCHEMA)
  db.pragma(`application_id = ${APPLICATION}`)
  db.pragma(`user_version = ${FORMAT}`)
  const identity = `embedded:${FORMAT}:${randomBytes(8).toString('hex')}`
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run('identity', identity)
}
