// Who alone may do a thing now? A lease runs out by the database's clock, so that hosts need not agree on the time.
import { sql } from 'kysely'
import { isPassing } from '../../domain/problem.ts'
import type { Lease } from '../port.ts'
import type { Sessions } from './sessions.ts'
import { databaseTime } from './sets.ts'

export class SqliteLease implements Lease {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async take(name: string, owner: string, seconds: number): Promise<boolean> {
    const expires_at = sql<number>`${databaseTime} + ${Math.round(seconds * 1_000)}`
    const taken = await this.#sessions.write(({ db }) =>
      db
        .insertInto('lease')
        .values({ name, owner, expires_at })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ owner, expires_at })
            .where((eb) => eb.or([eb('lease.owner', '=', owner), eb('lease.expires_at', '<=', databaseTime)])),
        )
        .returning('owner')
        .executeTakeFirst(),
    )
    return taken !== undefined
  }

  async release(name: string, owner: string): Promise<void> {
    try {
      await this.#sessions.write(({ db }) => db.deleteFrom('lease').where('name', '=', name).where('owner', '=', owner).execute())
    } catch (error) {
      // A lease runs out by itself: a disk that takes nothing must not keep the service from stopping in order.
      if (!isPassing(error)) throw error
    }
  }

  async holder(name: string): Promise<string | undefined> {
    const { db } = this.#sessions.reader()
    return (await db.selectFrom('lease').select('owner').where('name', '=', name).executeTakeFirst())?.owner
  }
}
