// What was set up once and for all? Small texts by name.
import type { Sessions } from './sessions.ts'

export class Settings {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async get(key: string): Promise<string | undefined> {
    const { db } = this.#sessions.reader()
    return (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value
  }

  async set(key: string, value: string): Promise<void> {
    await this.#sessions.write(({ db }) =>
      db.insertInto('setting').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute(),
    )
  }
}

