// How does a stored decision become a Decision again? With the articles that it named, and what it says in a sentence;
// the rows of a page are filled together.
import type { Selectable } from 'kysely'
import type { Decision } from '../../domain/decision.ts'
import { effectOf } from '../../domain/effect.ts'
import { fixed } from './fixed.ts'
import { grouped, notFound, present, rowOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { DecisionTable, DecisionTextTable } from './tables.ts'

export type DecisionRow = Selectable<DecisionTable>

type TextRow = Pick<DecisionTextTable, 'decision_id' | 'side' | 'article_id'> & { headline: string | null }

const texts = fixed<{ decisions: string }, TextRow>((db, given) =>
  db
    .selectFrom('decision_text')
    .leftJoin('article', 'article.id', 'decision_text.article_id')
    .select(['decision_id', 'side', 'article_id', 'article.headline'])
    .where((eb) => inSet(eb.ref('decision_id'), given('decisions')))
    .where('side', '<>', 'witness')
    .orderBy('decision_id')
    .orderBy('place'),
)

export async function mustHave(session: Session, id: string): Promise<Decision> {
  const decision = await decisionOf(session, id)
  if (!decision) throw notFound('decision', id)
  return decision
}

export async function decisionOf(session: Session, id: string): Promise<Decision | undefined> {
  const row = await session.db.selectFrom('decision').selectAll().where('id', '=', rowOf(id) ?? 0).executeTakeFirst()
  return row && (await decisionsOf(session, [row]))[0]
}

/** In the order given. */
export async function decisionsOf(session: Session, rows: readonly DecisionRow[]): Promise<Decision[]> {
  const sides = grouped(await session.all(texts, { decisions: asSet(rows.map((row) => row.id)) }), (text) => text.decision_id)
  return rows.map((row) => told(row, sides.get(row.id) ?? []))
}

function told(row: DecisionRow, sides: readonly TextRow[]): Decision {
  const of = (side: 'named' | 'other') => sides.filter((text) => text.side === side)
  const [named, others] = [of('named'), of('other')]
  const id = (value: number | null) => (value === null ? undefined : String(value))
  const { kind } = row
  const relation = present({ relation: row.relation })
  return {
    id: String(row.id),
    kind,
    articles: named.map((text) => String(text.article_id)),
    others: others.map((text) => String(text.article_id)),
    effect: effectOf({ kind, ...relation, headlines: (named.length > 0 ? named : others.slice(0, 1)).map((text) => text.headline ?? ''), others: others.length }),
    actor: row.actor,
    decidedAt: row.decided_at,
    ...relation,
    ...present({ cluster: id(row.cluster_id), batch: id(row.batch_id), note: row.note, withdrawnAt: row.withdrawn_at, withdrawnBy: row.withdrawn_by }),
  }
}
