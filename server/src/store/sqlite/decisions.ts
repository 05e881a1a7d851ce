// What did people decide? Rows bound to texts by content hash; clusters are computed from them and never edited.
import type { ExpressionBuilder } from 'kysely'
import type { Decision, DecisionBody, Ruling } from '../../domain/decision.ts'
import { COPY_RELATIONS } from '../../domain/match.ts'
import { ProblemError } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import type { DecisionFilter, Decisions, Golden } from '../curation-port.ts'
import type { Listed, ListQuery } from '../port.ts'
import { append } from './audit.ts'
import { clustersOf, dependantsOf, goldenPairs } from './decision-reach.ts'
import { decisionOf, decisionsOf, mustHave } from './decision-rows.ts'
import { sidesOf, writeSides } from './decision-sides.ts'
import { filtered, page, sorting } from './lists.ts'
import { notFound, rowOf, rowsOf } from './rows.ts'
import { rulingsOn } from './rulings.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { Tables } from './tables.ts'

const SORTS = { id: 'id', decidedAt: 'decided_at', kind: 'kind', actor: 'actor' } as const

export class SqliteDecisions implements Decisions {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async record(body: DecisionBody, note: string | undefined, actor: Actor, now: string): Promise<Decision> {
    return this.#sessions.write(async (session) => {
      const id = await add(session, body, { note, actor, now, batch: null })
      const decision = await mustHave(session, String(id))
      await append(session, { at: now, actor, action: 'decision.record', subject: { kind: 'decision', id: decision.id }, after: decision })
      return decision
    })
  }

  async under(once: string, actor: Actor): Promise<readonly Decision[]> {
    const session = this.#sessions.reader()
    const row = await session.db.selectFrom('decision_once').select(['decision_id', 'joined_id']).where('actor_id', '=', actor.id).where('once', '=', once).executeTakeFirst()
    const ids = [row?.decision_id, row?.joined_id].filter((id) => typeof id === 'number')
    return Promise.all(ids.map((id) => mustHave(session, String(id))))
  }

  async nameOnce(once: string, [decision, joined]: readonly Decision[], actor: Actor): Promise<void> {
    if (decision === undefined) return
    const names = { actor_id: actor.id, once, decision_id: Number(decision.id), joined_id: joined === undefined ? null : Number(joined.id) }
    await this.#sessions.write(({ db }) => db.insertInto('decision_once').values(names).execute().then(() => undefined))
  }

  async recordReviews(clusters: readonly string[], note: string | undefined, actor: Actor, now: string): ReturnType<Decisions['recordReviews']> {
    return this.#sessions.write(async (session) => {
      const ids: number[] = []
      for (const cluster of clusters) ids.push(await add(session, { kind: 'review', cluster }, { note, actor, now, batch: ids[0] ?? null }))
      const batch = ids[0]
      if (batch === undefined) throw new ProblemError('invalid-request', 'The batch fits no cluster; there is nothing to decide.')
      await session.db.updateTable('decision').set({ batch_id: batch }).where('id', '=', batch).execute()
      await append(session, { at: now, actor, action: 'batch.record', subject: { kind: 'batch', id: String(batch) }, after: { kind: 'review', clusters } })
      return { batch: String(batch), ids: ids.map(String) }
    })
  }

  async withdraw(id: string, actor: Actor, now: string): Promise<Decision> {
    return this.#sessions.write(async (session) => {
      const before = await mustHave(session, id)
      if (before.withdrawnAt !== undefined) {
        throw new ProblemError('conflict', `Decision ${id} was withdrawn by ${before.withdrawnBy} at ${before.withdrawnAt}.`)
      }
      await session.db.updateTable('decision').set({ withdrawn_at: now, withdrawn_by: actor.name }).where('id', '=', Number(id)).execute()
      const after = await mustHave(session, id)
      await append(session, { at: now, actor, action: 'decision.withdraw', subject: { kind: 'decision', id }, before, after })
      return after
    })
  }

  async withdrawBatch(batch: string, actor: Actor, now: string): Promise<readonly string[]> {
    return this.#sessions.write(async (session) => {
      const rows = await session.db.selectFrom('decision').select(['id', 'withdrawn_at']).where('batch_id', '=', rowOf(batch) ?? 0).execute()
      if (rows.length === 0) throw notFound('batch', batch)
      const standing = rows.filter((row) => row.withdrawn_at === null).map((row) => row.id)
      if (standing.length === 0) throw new ProblemError('conflict', `All decisions of batch ${batch} were withdrawn before.`)
      await session.db.updateTable('decision').set({ withdrawn_at: now, withdrawn_by: actor.name }).where((eb) => inSet(eb.ref('id'), asSet(standing))).execute()
      await append(session, { at: now, actor, action: 'batch.withdraw', subject: { kind: 'batch', id: batch }, before: { decisions: standing.map(String) } })
      return standing.map(String)
    })
  }

  async restore(id: string, actor: Actor, now: string): Promise<Decision> {
    return this.#sessions.write(async (session) => {
      const before = await mustHave(session, id)
      if (before.withdrawnAt === undefined) throw new ProblemError('conflict', `Decision ${id} stands; there is nothing to make again.`)
      await session.db.updateTable('decision').set({ withdrawn_at: null, withdrawn_by: null }).where('id', '=', Number(id)).execute()
      const after = await mustHave(session, id)
      await append(session, { at: now, actor, action: 'decision.restore', subject: { kind: 'decision', id }, before, after })
      return after
    })
  }

  async get(id: string): Promise<Decision | undefined> {
    return decisionOf(this.#sessions.reader(), id)
  }

  async list(query: ListQuery<DecisionFilter>): Promise<Listed<Decision>> {
    const session = this.#sessions.reader()
    const all = filtered(session.db.selectFrom('decision'), conditions(session, query.filter))
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'desc' })
    const { data, total } = await page(all, all.selectAll().orderBy(column, order).orderBy('id', order), query)
    return { data: await decisionsOf(session, data), total }
  }

  async dependants(id: string): Promise<readonly Decision[]> {
    return dependantsOf(this.#sessions.reader(), id)
  }

  async articlesOf(decisionId: string): Promise<readonly string[]> {
    const { db } = this.#sessions.reader()
    const rows = await db
      .selectFrom('decision_text')
      .innerJoin('article', 'article.content_hash', 'decision_text.content_hash')
      .select('article.id')
      .distinct()
      .where('decision_text.decision_id', '=', rowOf(decisionId) ?? 0)
      .where('article.status', '=', 'live')
      .orderBy('article.id')
      .execute()
    return rows.map(({ id }) => String(id))
  }

  async clustersOf(decisionIds: readonly string[]): Promise<readonly string[]> {
    return clustersOf(this.#sessions.reader(), decisionIds)
  }

  async rulings(hashes: Iterable<string>): Promise<readonly Ruling[]> {
    return rulingsOn(this.#sessions.reader(), new Set(hashes))
  }

  async golden(): Promise<readonly Golden[]> {
    return goldenPairs(this.#sessions.reader())
  }

  async any(): Promise<boolean> {
    return (await this.#sessions.reader().db.selectFrom('decision').select('id').limit(1).executeTakeFirst()) !== undefined
  }
}

interface Telling {
  readonly note: string | undefined
  readonly actor: Actor
  readonly now: string
  readonly batch: number | null
}

async function add(session: Session, body: DecisionBody, { note, actor, now, batch }: Telling): Promise<number> {
  const sides = await sidesOf(session, body)
  const row = {
    kind: body.kind,
    cluster_id: 'cluster' in body ? rowOf(body.cluster) : null,
    relation: body.kind === 'set-relation' ? body.relation : null,
    note: note ?? null,
    batch_id: batch,
    actor_id: actor.id,
    actor: actor.name,
    decided_at: now,
  }
  const { id } = await session.db.insertInto('decision').values(row).returning('id').executeTakeFirstOrThrow()
  await writeSides(session, id, sides)
  return id
}

type Eb = ExpressionBuilder<Tables, 'decision'>

function conditions({ db }: Session, filter: DecisionFilter) {
  const { kind, cluster, article, actor, batch, from, to, withdrawn, apart, ids } = filter
  const naming = (column: 'id' | 'cluster_id', value: string) => {
    const texts = db.selectFrom('decision_text').innerJoin('article', 'article.content_hash', 'decision_text.content_hash')
    return texts.select('decision_text.decision_id').where(`article.${column}`, '=', rowOf(value) ?? 0).where('side', '<>', 'witness')
  }
  return [
    kind !== undefined && ((eb: Eb) => eb('kind', '=', kind as never)),
    cluster !== undefined && ((eb: Eb) => eb.or([eb('cluster_id', '=', rowOf(cluster) ?? 0), eb('id', 'in', naming('cluster_id', cluster))])),
    article !== undefined && ((eb: Eb) => eb('id', 'in', naming('id', article))),
    actor !== undefined && ((eb: Eb) => eb.or([eb('actor', '=', actor), eb('actor_id', '=', actor)])),
    batch !== undefined && ((eb: Eb) => eb('batch_id', '=', rowOf(batch) ?? 0)),
    from !== undefined && ((eb: Eb) => eb('decided_at', '>=', from)),
    to !== undefined && ((eb: Eb) => eb('decided_at', '<', to)),
    withdrawn !== undefined && ((eb: Eb) => eb('withdrawn_at', withdrawn ? 'is not' : 'is', null)),
    apart === true && ((eb: Eb) => eb.or([eb('kind', '=', 'separate'), eb.and([eb('kind', '=', 'set-relation'), eb('relation', 'not in', [...COPY_RELATIONS])])])),
    ids !== undefined && ((eb: Eb) => inSet(eb.ref('id'), asSet(rowsOf(ids)))),
  ]
}
