// Is the file ours, and of which shape? Numbered migrations run at opening, each in a transaction of its own;
// a file of a newer version is left alone.
import { APPLICATION_ID, type Connection } from './connection.ts'
import { begin } from './migrations/0001-begin.ts'
import { savedSearches } from './migrations/0002-saved-searches.ts'
import { decisions } from './migrations/0003-decisions.ts'
import { tasks } from './migrations/0004-tasks.ts'
import { documentArticles } from './migrations/0005-document-articles.ts'
import { corrections } from './migrations/0007-corrections.ts'
import { views } from './migrations/0008-views.ts'
import { furnitureRules } from './migrations/0009-furniture-rules.ts'
import { uploadCounts } from './migrations/0010-upload-counts.ts'
import { toldIndex } from './migrations/0011-told-index.ts'
import { matchOutlines } from './migrations/0014-match-outlines.ts'
import { splitRules } from './migrations/0016-split-rules.ts'
import { decisionOnce } from './migrations/0018-decision-once.ts'

/** In order; the place in the list, from 1, is the schema's number. */
const MIGRATIONS: readonly string[] = [begin, savedSearches, decisions, tasks, corrections, views, documentArticles, furnitureRules, uploadCounts, toldIndex, matchOutlines, splitRules, decisionOnce]

export const NEWEST_SCHEMA = MIGRATIONS.length

/** Brings the database to the newest schema. Several processes may open it at once: the first migrates, the others find it done. */
export function migrate(connection: Connection): void {
  refuseForeign(connection)
  while (schemaOf(connection) < NEWEST_SCHEMA) step(connection)
}

export function schemaOf(connection: Connection): number {
  return Number(connection.pragma('user_version'))
}

function refuseForeign(connection: Connection): void {
  const application = Number(connection.pragma('application_id'))
  const schema = schemaOf(connection)
  const [row] = connection.all('select count(*) as tables from sqlite_schema', []) as { tables: number }[]
  const fresh = application === 0 && schema === 0 && row?.tables === 0
  if (!fresh && application !== APPLICATION_ID) {
    throw new Error('The database file in DATA_DIR belongs to another program; choose another DATA_DIR.')
  }
  if (schema > NEWEST_SCHEMA) {
    throw new Error(
      `The database has schema ${schema}, this version of Copydesk knows schemas up to ${NEWEST_SCHEMA}; start the newer version that wrote it.`,
    )
  }
}

function step(connection: Connection): void {
  connection.run('begin immediate', [])
  try {
    const done = schemaOf(connection)
    const migration = MIGRATIONS[done]
    if (migration !== undefined) {
      connection.script(migration)
      connection.script(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${done + 1}`)
    }
    connection.run('commit', [])
  } catch (error) {
    if (connection.inTransaction) connection.run('rollback', [])
    throw error
  }
}
