// How do the parts make a store? The whole store and the store inside a transaction are the same parts over other sessions.
import type { Clock } from '../../domain/clock.ts'
import type { ArchiveStore } from '../port.ts'
import type { People } from '../people-port.ts'
import { SqliteArticles } from './articles.ts'
import { Audit } from './audit.ts'
import { SqliteClusters } from './clusters.ts'
import { Connection } from './connection.ts'
import { SqliteDecisions } from './decisions.ts'
import { SqliteDocuments } from './documents.ts'
import { SqliteFigures } from './figures.ts'
import { SqliteFingerprints } from './fingerprints.ts'
import { SqliteCorrections } from './kept-corrections.ts'
import { SqliteFurnitureRules } from './furniture-rules.ts'
import { Keys } from './keys.ts'
import { SqliteLease } from './lease.ts'
import { SqliteMatches } from './matches.ts'
import { migrate, schemaOf } from './migrate.ts'
import { SqliteOutbox } from './outbox.ts'
import { RootSessions, type Sessions, type Transaction } from './sessions.ts'
import { SqliteSavedSearches } from './saved-searches.ts'
import { Settings } from './settings.ts'
import { SignIns } from './sign-ins.ts'
import { SqliteSplitRules } from './split-rules.ts'
import { SqliteTasks } from './tasks.ts'
import { Users } from './users.ts'

/** Milliseconds that a reader may wait inside SQLite: only while another process recovers the log after a crash. */
const READER_WAIT = 250

type Parts = Omit<ArchiveStore, 'transaction' | 'rehearse' | 'probe' | 'close'>

export async function openSqlite(path: string, clock: Clock): Promise<ArchiveStore> {
  const writer = new Connection(path, false)
  try {
    migrate(writer)
    writer.stopBlocking(0)
    const reader = new Connection(path, true)
    reader.stopBlocking(READER_WAIT)
    return wholeStore(writer, reader, clock)
  } catch (error) {
    writer.close()
    throw error
  }
}

function wholeStore(writer: Connection, reader: Connection, clock: Clock): ArchiveStore {
  const root = new RootSessions(writer, reader)
  const parts = partsOver(root, clock)
  const within = (transaction: Transaction): ArchiveStore => ({
    ...partsOver(transaction, clock),
    transaction: (work) => transaction.within('keep', (inner) => work(within(inner))),
    rehearse: (work) => transaction.within('undo', (inner) => work(within(inner))),
    probe,
    close: async () => {
      throw new Error('A transaction cannot close the store that it belongs to.')
    },
  })
  // The lock of a writer is taken and given back: a commit would void every sum that is kept until the next.
  const probe = () => root.within('undo', async () => ({ kind: parts.kind, schema: schemaOf(reader) }))
  return {
    ...parts,
    transaction: (work) => root.within('keep', (inner) => work(within(inner))),
    rehearse: (work) => root.within('undo', (inner) => work(within(inner))),
    probe,
    close: async () => {
      await root.settled()
      reader.close()
      writer.close()
    },
  }
}

function partsOver(sessions: Sessions, clock: Clock): Parts {
  return {
    kind: 'sqlite',
    documents: new SqliteDocuments(sessions, clock),
    corrections: new SqliteCorrections(sessions),
    articles: new SqliteArticles(sessions),
    fingerprints: new SqliteFingerprints(sessions),
    matches: new SqliteMatches(sessions, clock),
    clusters: new SqliteClusters(sessions),
    decisions: new SqliteDecisions(sessions),
    outbox: new SqliteOutbox(sessions, clock),
    people: people(sessions, clock),
    audit: new Audit(sessions),
    lease: new SqliteLease(sessions),
    savedSearches: new SqliteSavedSearches(sessions),
    tasks: new SqliteTasks(sessions),
    furnitureRules: new SqliteFurnitureRules(sessions),
    splitRules: new SqliteSplitRules(sessions),
    figures: new SqliteFigures(sessions),
    settings: new Settings(sessions),
  }
}

function people(sessions: Sessions, clock: Clock): People {
  const users = new Users(sessions, clock)
  const signIns = new SignIns(sessions)
  const keys = new Keys(sessions, clock)
  return {
    users: (query) => users.users(query),
    user: (id) => users.user(id),
    credentials: (email) => signIns.credentials(email),
    addUser: (user, actor, now) => users.addUser(user, actor, now),
    editUser: (id, changes, actor, now) => users.editUser(id, changes, actor, now),
    removeUser: (id, actor) => users.removeUser(id, actor),
    hasAdministrator: () => users.hasAdministrator(),
    addSession: (session) => signIns.addSession(session),
    session: (hash, now, idleSince, later) => signIns.session(hash, now, idleSince, later),
    endSession: (hash) => signIns.endSession(hash),
    keys: (query) => keys.keys(query),
    addKey: (key, actor, now) => keys.addKey(key, actor, now),
    key: (hash, now, later) => keys.key(hash, now, later),
    removeKey: (id, actor) => keys.removeKey(id, actor),
  }
}
