// How does Kysely speak to a connection of ours? It builds and compiles; connections, transactions and waiting are `sessions.ts`'s.
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Connection } from './connection.ts'
import type { Tables } from './tables.ts'

export function builder(connection: Connection): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new OneConnection(connection),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

class OneConnection implements Driver {
  readonly #connection: DatabaseConnection

  constructor(connection: Connection) {
    this.#connection = {
      executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => execute<R>(connection, query),
      streamQuery: () => notHere('streaming'),
    }
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(): Promise<void> {
    notHere('a transaction')
  }

  async commitTransaction(): Promise<void> {
    notHere('a transaction')
  }

  async rollbackTransaction(): Promise<void> {
    notHere('a transaction')
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

function execute<R>(connection: Connection, query: CompiledQuery): QueryResult<R> {
  if (connection.answers(query.sql)) return { rows: connection.all(query.sql, query.parameters) as R[] }
  const { changes, lastId } = connection.run(query.sql, query.parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) }
}

function notHere(what: string): never {
  throw new Error(`The store begins ${what} through its sessions, not through Kysely.`)
}
