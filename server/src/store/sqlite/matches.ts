// What do we know of each pair that was compared? The newest verdict; kept for all relations, so that nothing is asked twice.
import type { Clock } from '../../domain/clock.ts'
import type { Match } from '../../domain/match.ts'
import type { Component, Matches, NearMatch, Word } from '../curation-port.ts'
import type { Listed } from '../port.ts'
import { refreshFacts, sharedClusters } from './cluster-facts.ts'
import { component } from './component.ts'
import { type Fixed, fixed } from './fixed.ts'
import { matchBetween, matchOf, matchRow, type MatchRow, measuredOf, nearOf, type NearRow, type NewMatchRow } from './match-rows.ts'
import { touch } from './outbox.ts'
import { refreshRelations } from './relations.ts'
import { notFound, rowOf, rowsOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { lift, overrule } from './words.ts'

const REPLACED = [
  'relation', 'resemblance', 'left_containment', 'right_containment', 'passages', 'substitutions', 'reasons',
  'decided_by', 'match_version', 'confidence', 'matched_words', 'direction',
] as const

const putMatch = fixed<NewMatchRow & { asked: number }>((db, given) => {
  const row = Object.fromEntries((['left_id', 'right_id', ...REPLACED, 'asked'] as const).map((column) => [column, given(column)])) as unknown as NewMatchRow
  return db
    .insertInto('match')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['left_id', 'right_id']).doUpdateSet((eb) => ({
        ...Object.fromEntries(REPLACED.map((column) => [column, eb.ref(`excluded.${column}`)])),
        measured: null,
        // What was found once by itself stays found.
        asked: eb.fn<number>('min', [eb.ref('match.asked'), eb.ref('excluded.asked')]),
      })),
    )
})

type Around = { cluster: number; limit: number }

const [leftOf, rightOf] = (['left_id', 'right_id'] as const).map((inside) => {
  const outside = inside === 'left_id' ? 'right_id' : 'left_id'
  return fixed<Around, NearRow>((db, given) =>
    db
      .selectFrom('article as member')
      .innerJoin('match', `match.${inside}`, 'member.id')
      .innerJoin('article as stranger', 'stranger.id', `match.${outside}`)
      .select(['match.left_id', 'match.right_id', 'match.relation', 'match.left_containment', 'match.right_containment', 'match.reasons', 'match.decided_by', 'match.confidence', 'match.matched_words'])
      .where('member.cluster_id', '=', given('cluster'))
      .where('member.status', '=', 'live')
      .where('stranger.cluster_id', '<>', given('cluster'))
      .where('stranger.status', '=', 'live')
      .where('match.relation', '<>', 'none')
      .where((eb) => eb.or([eb('match.asked', '=', 0), eb('match.decided_by', '=', 'editor')]))
      .orderBy('match.matched_words', 'desc')
      .limit(given('limit')),
  )
}) as [Fixed<Around, NearRow>, Fixed<Around, NearRow>]

const EACH_AT_ONCE = 500

const eachFrom = fixed<{ after: number; limit: number }, MatchRow>((db, given) =>
  db
    .selectFrom('match')
    .innerJoin('article as one', 'one.id', 'match.left_id')
    .innerJoin('article as other', 'other.id', 'match.right_id')
    .selectAll('match')
    .where('match.id', '>', given('after'))
    .where('one.status', '=', 'live')
    .where('other.status', '=', 'live')
    .orderBy('match.id')
    .limit(given('limit')),
)

export class SqliteMatches implements Matches {
  readonly #sessions: Sessions
  readonly #clock: Clock

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions
    this.#clock = clock
  }

  async put(matches: readonly Match[], asked = false): Promise<void> {
    if (matches.length === 0) return
    const rows = matches.map((match) => {
      const row = matchRow(match)
      if (!row) throw notFound('pair of articles', `${match.left}, ${match.right}`)
      return { ...row, asked: Number(asked) }
    })
    await this.#sessions.write(async (session) => {
      await session.runEach(putMatch, rows)
      await this.#shown(session, rows.flatMap((row) => [row.left_id, row.right_id]))
    })
  }

  async overrule(words: readonly Word[]): Promise<void> {
    if (words.length === 0) return
    await this.#sessions.write(async (session) => {
      const touched: number[] = []
      for (const word of words) touched.push(...(await overrule(session, word)))
      await this.#shown(session, touched)
    })
  }

  async lift(pairs: readonly { readonly left: string; readonly right: string }[]): Promise<void> {
    if (pairs.length === 0) return
    await this.#sessions.write(async (session) => {
      const touched: number[] = []
      for (const { left, right } of pairs) touched.push(...(await lift(session, left, right)))
      await this.#shown(session, touched)
    })
  }

  async between(left: string, right: string): Promise<Match | undefined> {
    return matchBetween(this.#sessions.reader(), rowOf(left) ?? 0, rowOf(right) ?? 0)
  }

  async of(articleId: string, bounds: { readonly offset: number; readonly limit: number }): Promise<Listed<Match>> {
    const id = rowOf(articleId) ?? 0
    const { db } = this.#sessions.reader()
    // That a pair has nothing in common was worth keeping and is not worth listing; nor is what only a decision asked for.
    const all = db
      .selectFrom('match')
      .where((eb) => eb.or([eb('left_id', '=', id), eb('right_id', '=', id)]))
      .where('relation', '<>', 'none')
      .where((eb) => eb.or([eb('asked', '=', 0), eb('decided_by', '=', 'editor')]))
    const rows = await all.selectAll().orderBy('matched_words', 'desc').orderBy('id').limit(bounds.limit).offset(bounds.offset).execute()
    const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return { data: rows.map((row) => matchOf(row, id)), total: Number(total) }
  }

  async component(articleIds: readonly string[]): Promise<Component> {
    return component(this.#sessions.reader(), rowsOf(articleIds))
  }

  async around(clusterId: string, limit: number): Promise<readonly NearMatch[]> {
    const session = this.#sessions.reader()
    const asked = { cluster: rowOf(clusterId) ?? 0, limit }
    const found = (await session.all(leftOf, asked)).map((row) => nearOf(row, row.right_id))
    found.push(...(await session.all(rightOf, asked)).map((row) => nearOf(row, row.left_id)))
    return found.sort((one, other) => other.matchedWords - one.matchedWords)
  }

  async each(afterKey = 0, limit = EACH_AT_ONCE): ReturnType<Matches['each']> {
    const rows = await this.#sessions.reader().all(eachFrom, { after: afterKey, limit })
    return rows.map((row) => ({ key: row.id, match: measuredOf(row, row.left_id) ?? matchOf(row, row.left_id), asked: row.asked === 1, overruled: row.decided_by === 'editor' }))
  }

  /** What of these articles can be seen elsewhere follows: relations to principals, weakest links, the engines. */
  async #shown(session: Session, articles: readonly number[]): Promise<void> {
    const concerned = new Set(articles)
    const stale = await refreshRelations(session, concerned)
    await refreshFacts(session, await sharedClusters(session, concerned))
    await touch(session, stale, this.#clock().toISOString())
  }
}
