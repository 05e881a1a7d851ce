// Which prints have the newest articles, whose postings are not in the tables yet? Each connection keeps them in temporary
// tables in memory, brought up to date before a look-up. A rollback undoes them with the articles that they are of.
import { sql } from 'kysely'
import { fixed } from './fixed.ts'
import { CHANNELS, packedAfter, perChannel, sortedPostings } from './postings.ts'
import { unpacked } from './prints.ts'
import type { Session } from './sessions.ts'

/** Run on each connection after the migrations. */
export const TAIL_TABLES = `
create temp table tail_shingle (print integer not null, article_id integer not null, primary key (print, article_id)) strict, without rowid;
create temp table tail_name (print integer not null, article_id integer not null, primary key (print, article_id)) strict, without rowid;
create temp table tail_state (id integer primary key, merged integer not null, epoch integer not null, newest integer not null) strict;
insert into tail_state (id, merged, epoch, newest) values (1, 0, -1, 0);
`

interface State {
  merged: number
  epoch: number
  newest: number
  known_merged: number
  known_epoch: number
  known_newest: number
}

const stateOf = fixed<object, State>((db) =>
  db
    .selectFrom('print_index')
    .innerJoin('tail_state', 'tail_state.id', 'print_index.id')
    .select(['print_index.merged', 'print_index.epoch'])
    .select(['tail_state.merged as known_merged', 'tail_state.epoch as known_epoch', 'tail_state.newest as known_newest'])
    .select(sql<number>`(select coalesce(max(id), 0) from article)`.as('newest')),
)

const clear = perChannel((_table, tail) => fixed<object>((db) => db.deleteFrom(tail)))

const addToTail = perChannel((_table, tail) =>
  fixed<{ print: number; article: number }>((db, given) => db.insertInto(tail).values({ print: given('print'), article_id: given('article') })),
)

const remember = fixed<Pick<State, 'merged' | 'epoch' | 'newest'>>((db, given) =>
  db.updateTable('tail_state').set({ merged: given('merged'), epoch: given('epoch'), newest: given('newest') }),
)

/** After this the tail holds what is not merged. */
export async function refreshTail(session: Session): Promise<void> {
  // One at a time a connection: two at once would put the same rows in.
  await session.inTurn(async () => {
    const state = await session.first(stateOf, {})
    if (!state) return
    const anew = state.merged !== state.known_merged || state.epoch !== state.known_epoch
    if (!anew && state.newest === state.known_newest) return
    if (anew) for (const channel of CHANNELS) await session.run(clear[channel], {})
    const rows = (await session.all(packedAfter, { after: anew ? state.merged : state.known_newest })).map(({ id, prints }) => ({ id, prints: unpacked(prints) }))
    for (const channel of CHANNELS) {
      await session.runEach(addToTail[channel], sortedPostings(rows.map(({ id, prints }) => ({ id, prints: prints[channel] }))))
    }
    await session.run(remember, state)
  })
}
