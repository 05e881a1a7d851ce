// What do we know of each pair that was compared? The newest verdict; kept for all relations, so that nothing is asked twice.
import type { Clock } from '../../domain/clock.ts'
import type { Match } from '../../domain/match.ts'
import type { Listed, Matches } from '../port.ts'
import { component } from './component.ts'
import { fixed } from './fixed.ts'
import { matchBetween, matchOf, matchRow, type NewMatchRow } from './match-rows.ts'
import { touch } from './outbox.ts'
import { refreshRelations } from './relations.ts'
import { notFound, rowOf, rowsOf } from './rows.ts'
import type { Sessions } from './sessions.ts'

const REPLACED = [
  'relation', 'resemblance', 'left_containment', 'right_containment', 'passages', 'substitutions', 'reasons',
  'decided_by', 'match_version', 'confidence', 'matched_words', 'direction',
] as const

const putMatch = fixed<NewMatchRow>((db, given) => {
  const row = Object.fromEntries((['left_id', 'right_id', ...REPLACED] as const).map((column) => [column, given(column)])) as unknown as NewMatchRow
  return db
    .insertInto('match')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['left_id', 'right_id']).doUpdateSet((eb) => Object.fromEntries(REPLACED.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
})

export class SqliteMatches implements Matches {
  readonly #sessions: Sessions
  readonly #clock: Clock

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions
    this.#clock = clock
  }

  async put(matches: readonly Match[]): Promise<void> {
    if (matches.length === 0) return
    const rows = matches.map((match) => {
      const row = matchRow(match)
      if (!row) throw notFound('pair of articles', `${match.left}, ${match.right}`)
      return row
    })
    await this.#sessions.write(async (session) => {
      await session.runEach(putMatch, rows)
      const stale = await refreshRelations(session, new Set(rows.flatMap((row) => [row.left_id, row.right_id])))
      await touch(session, stale, this.#clock().toISOString())
    })
  }

  async between(left: string, right: string): Promise<Match | undefined> {
    return matchBetween(this.#sessions.reader(), rowOf(left) ?? 0, rowOf(right) ?? 0)
  }

  async of(articleId: string, bounds: { readonly offset: number; readonly limit: number }): Promise<Listed<Match>> {
    const id = rowOf(articleId) ?? 0
    const { db } = this.#sessions.reader()
    // That a pair has nothing in common was worth keeping and is not worth listing.
    const all = db.selectFrom('match').where((eb) => eb.or([eb('left_id', '=', id), eb('right_id', '=', id)])).where('relation', '<>', 'none')
    const rows = await all.selectAll().orderBy('matched_words', 'desc').orderBy('id').limit(bounds.limit).offset(bounds.offset).execute()
    const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return { data: rows.map((row) => matchOf(row, id)), total: Number(total) }
  }

  async component(articleIds: readonly string[]): ReturnType<Matches['component']> {
    return component(this.#sessions.reader(), rowsOf(articleIds))
  }
}
