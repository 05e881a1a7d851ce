// What did people decide? Rows bound to texts by content hash; clusters are computed from them and never edited.
import type { Decision, DecisionBody } from '../../domain/decision.ts'
import { ProblemError } from '../../domain/problem.ts'
import type { Actor } from '../../domain/role.ts'
import type { DecisionFilter, Decisions, Listed, ListQuery } from '../port.ts'
import { append } from './audit.ts'
import { filtered, page, sorting } from './lists.ts'
import { notFound, present, rowOf } from './rows.ts'
import type { Session, Sessions } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { DecisionTable, DecisionTextTable } from './tables.ts'
import type { Selectable } from 'kysely'

const SORTS = { id: 'id', decidedAt: 'decided_at', kind: 'kind', actor: 'actor' } as const

type Text = Pick<DecisionTextTable, 'article_id' | 'content_hash'>

export class SqliteDecisions implements Decisions {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async record(body: DecisionBody, note: string | undefined, actor: Actor, now: string): Promise<Decision> {
    return this.#sessions.write(async (session) => {
      const { named, others } = await sidesOf(session, body)
      const row = {
        kind: body.kind,
        cluster_id: body.kind === 'review' || body.kind === 'later' ? rowOf(body.cluster) : null,
        relation: body.kind === 'set-relation' ? body.relation : null,
        note: note ?? null,
        actor_id: actor.id,
        actor: actor.name,
        decided_at: now,
      }
      const { id } = await session.db.insertInto('decision').values(row).returning('id').executeTakeFirstOrThrow()
      const texts = [...placed(id, 'named', named), ...placed(id, 'other', others)]
      if (texts.length > 0) await session.db.insertInto('decision_text').values(texts).execute()
      const decision = await mustHave(session, String(id))
      await append(session, { at: now, actor, action: 'decision.record', subject: { kind: 'decision', id: decision.id }, after: decision })
      return decision
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

  async get(id: string): Promise<Decision | undefined> {
    return decisionOf(this.#sessions.reader(), id)
  }

  async list(query: ListQuery<DecisionFilter>): Promise<Listed<Decision>> {
    const session = this.#sessions.reader()
    const { kind, cluster, article, actor } = query.filter
    const naming = (column: 'id' | 'cluster_id', value: string) => {
      const texts = session.db.selectFrom('decision_text').innerJoin('article', 'article.content_hash', 'decision_text.content_hash')
      return texts.select('decision_text.decision_id').where(`article.${column}`, '=', rowOf(value) ?? 0)
    }
    const all = filtered(session.db.selectFrom('decision'), [
      kind !== undefined && ((eb) => eb('kind', '=', kind as never)),
      cluster !== undefined && ((eb) => eb.or([eb('cluster_id', '=', rowOf(cluster) ?? 0), eb('id', 'in', naming('cluster_id', cluster))])),
      article !== undefined && ((eb) => eb('id', 'in', naming('id', article))),
      actor !== undefined && ((eb) => eb.or([eb('actor', '=', actor), eb('actor_id', '=', actor)])),
    ])
    const { column, order } = sorting(query.sort, SORTS, { field: 'id', order: 'desc' })
    const { data, total } = await page(all, all.selectAll().orderBy(column, order).orderBy('id', order), query)
    const decisions: Decision[] = []
    for (const row of data) decisions.push(await told(session, row))
    return { data: decisions, total }
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
}

/** The texts named, and those that they are taken from (`separate`) or that were looked at (`review`). */
async function sidesOf(session: Session, body: DecisionBody): Promise<{ named: readonly Text[]; others: readonly Text[] }> {
  if (body.kind === 'review' || body.kind === 'later') {
    const others = await membersOf(session, [rowOf(body.cluster) ?? 0])
    if (others.length === 0) throw notFound('cluster', body.cluster)
    return { named: [], others }
  }
  const named: (Text & { cluster_id: number })[] = []
  for (const id of body.articles) {
    const query = session.db.selectFrom('article').select(['id as article_id', 'content_hash', 'cluster_id'])
    const row = await query.where('id', '=', rowOf(id) ?? 0).where('status', '=', 'live').executeTakeFirst()
    if (!row) throw notFound('article', id)
    named.push(row)
  }
  if (body.kind !== 'separate') return { named, others: [] }
  const mates = await membersOf(session, named.map((text) => text.cluster_id))
  return { named, others: mates.filter((mate) => !named.some((text) => text.article_id === mate.article_id)) }
}

async function membersOf(session: Session, clusters: readonly number[]): Promise<Text[]> {
  return session.db
    .selectFrom('article')
    .select(['id as article_id', 'content_hash'])
    .where((eb) => inSet(eb.ref('cluster_id'), asSet(clusters)))
    .where('status', '=', 'live')
    .orderBy('id')
    .execute()
}

function placed(decision_id: number, side: 'named' | 'other', texts: readonly Text[]): DecisionTextTable[] {
  return texts.map(({ article_id, content_hash }, place) => ({ decision_id, side, place, article_id, content_hash }))
}

async function mustHave(session: Session, id: string): Promise<Decision> {
  const decision = await decisionOf(session, id)
  if (!decision) throw notFound('decision', id)
  return decision
}

async function decisionOf(session: Session, id: string): Promise<Decision | undefined> {
  const row = await session.db.selectFrom('decision').selectAll().where('id', '=', rowOf(id) ?? 0).executeTakeFirst()
  return row && told(session, row)
}

async function told(session: Session, row: Selectable<DecisionTable>): Promise<Decision> {
  const texts = await session.db.selectFrom('decision_text').select(['side', 'article_id']).where('decision_id', '=', row.id).orderBy('place').execute()
  const of = (side: 'named' | 'other') => texts.filter((text) => text.side === side).map((text) => String(text.article_id))
  const cluster = row.cluster_id === null ? undefined : String(row.cluster_id)
  return {
    id: String(row.id),
    kind: row.kind,
    articles: of('named'),
    others: of('other'),
    effect: '',
    actor: row.actor,
    decidedAt: row.decided_at,
    ...present({ cluster, relation: row.relation, note: row.note, withdrawnAt: row.withdrawn_at, withdrawnBy: row.withdrawn_by }),
  }
}
