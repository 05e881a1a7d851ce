// Where is the truth kept? In one SQLite file in DATA_DIR, behind the port; PostgreSQL takes the same place later.
import { join } from 'node:path'
import { type Clock, systemClock } from '../domain/clock.ts'
import type { ArchiveStore } from './port.ts'
import { openSqlite } from './sqlite/open.ts'

/** The database's name in DATA_DIR; its write-ahead log stands beside it. */
export const DATABASE_FILE = 'archive.db'

/** Opens the store in an existing folder and brings it to the newest schema. One for each thread or process. */
export async function openStore(given: { readonly dataDir: string; readonly clock?: Clock }): Promise<ArchiveStore> {
  return openSqlite(join(given.dataDir, DATABASE_FILE), given.clock ?? systemClock)
}
