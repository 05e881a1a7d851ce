// How did the archive come to stand as it does? Articles, verdicts and waiting clusters by the step of time in which they
// came, grouped by the database.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { STEP_LETTERS, type Step } from '../../domain/step.ts'
import type { Day, Verdicts, Wait } from '../figures-port.ts'
import { toldBefore } from './receipts.ts'
import { present } from './rows.ts'
import type { Session } from './sessions.ts'

/** Did the cluster of the article in the outer query hold its very words before? */
const saidBefore: RawBuilder<SqlBool> = sql<SqlBool>`exists (
  select 1 from article as earlier
  where earlier.cluster_id = article.cluster_id and earlier.content_hash = article.content_hash and earlier.id < article.id and earlier.status = 'live'
)`

export async function daysOf({ db }: Session, from: string, step: Step): Promise<readonly Day[]> {
  const rows = await db
    .selectFrom('article')
    .select((eb) => [stepOf('created_at', step).as('day'), eb.fn.countAll<number>().as('count'), sql<number>`sum(${toldBefore})`.as('copies'), sql<number>`sum(case when ${toldBefore} then ${saidBefore} else 0 end)`.as('exact')])
    .where('status', '=', 'live')
    .where('created_at', '>=', from)
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ day: row.day, new: Number(row.count) - Number(row.copies), copies: Number(row.copies), exact: Number(row.exact) }))
}

export async function verdictsOf({ db }: Session, from: string, step: Step): Promise<readonly Verdicts[]> {
  const rows = await db
    .selectFrom('decision')
    .select([stepOf('decided_at', step).as('day'), sql<number>`sum(kind = 'review')`.as('confirmed'), sql<number>`sum(kind in ('separate', 'join', 'set-relation'))`.as('overturned')])
    .where('withdrawn_at', 'is', null)
    .where('decided_at', '>=', from)
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ day: row.day, confirmed: Number(row.confirmed), overturned: Number(row.overturned) }))
}

/** A cluster came when its second article did; it went with the last review that stands, unless it is open again. */
export async function waitsOf({ db }: Session, step: Step): Promise<readonly Wait[]> {
  const letters = STEP_LETTERS[step]
  const came = db.selectFrom('article').select((eb) => ['cluster_id', eb.fn.min<string>('created_at').as('since')]).where('status', '=', 'live').where(toldBefore).groupBy('cluster_id')
  const went = db.selectFrom('decision').select((eb) => ['cluster_id', eb.fn.max<string>('decided_at').as('at')]).where('kind', '=', 'review').where('withdrawn_at', 'is', null).groupBy('cluster_id')
  const rows = await db
    .selectFrom('cluster')
    .innerJoin(came.as('came'), 'came.cluster_id', 'cluster.id')
    .leftJoin(went.as('went'), 'went.cluster_id', 'cluster.id')
    .select((eb) => [
      sql<string>`substr(came.since, 1, ${letters})`.as('came'),
      sql<string | null>`case when cluster.status = 'open' then null else substr(coalesce(went.at, cluster.updated_at), 1, ${letters}) end`.as('went'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.min<string>('came.since').as('since'),
    ])
    .where('cluster.size', '>', 1)
    .groupBy([sql.ref('came'), sql.ref('went')])
    .execute()
  return rows.map((row) => ({ came: row.came, count: Number(row.count), since: row.since, ...present({ went: row.went }) }))
}

function stepOf(column: 'created_at' | 'decided_at', step: Step): RawBuilder<string> {
  return sql<string>`substr(${sql.ref(column)}, 1, ${STEP_LETTERS[step]})`
}
