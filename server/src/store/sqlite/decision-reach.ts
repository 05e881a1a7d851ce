// What does a decision touch, and which later ones lean on it? Asked by text, so that a text that came in again counts too.
import type { Decision, DecisionKind } from '../../domain/decision.ts'
import type { Golden } from '../curation-port.ts'
import { decisionsOf, mustHave } from './decision-rows.ts'
import { fixed } from './fixed.ts'
import { judged, type Spoken } from './golden.ts'
import { rowsOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

const MOVES: ReadonlySet<DecisionKind> = new Set(['join', 'separate', 'set-relation'])

/** Later ones that stand and name a text that this one moved. What moved nobody has nobody leaning on it. */
export async function dependantsOf(session: Session, id: string): Promise<readonly Decision[]> {
  const decision = await mustHave(session, id)
  if (!MOVES.has(decision.kind)) return []
  const moved = session.db.selectFrom('decision_text as moved').select('moved.content_hash').where('moved.decision_id', '=', Number(id)).where('moved.side', '=', 'named')
  const leaning = session.db.selectFrom('decision_text').select('decision_id').where('side', '<>', 'witness').where('content_hash', 'in', moved)
  const rows = await session.db
    .selectFrom('decision')
    .selectAll()
    .where('id', '>', Number(id))
    .where('withdrawn_at', 'is', null)
    .where('kind', 'not in', ['later', 'report'])
    .where('id', 'in', leaning)
    .orderBy('id', 'desc')
    .execute()
  return decisionsOf(session, rows)
}

const holding = fixed<{ decisions: string }, { cluster_id: number }>((db, given) =>
  db
    .selectFrom('decision_text')
    .innerJoin('article', 'article.content_hash', 'decision_text.content_hash')
    .select('article.cluster_id')
    .distinct()
    .where((eb) => inSet(eb.ref('decision_text.decision_id'), given('decisions')))
    .where('article.status', '=', 'live'),
)

const about = fixed<{ decisions: string }, { cluster_id: number }>((db, given) =>
  db
    .selectFrom('decision')
    .select('cluster_id')
    .where((eb) => inSet(eb.ref('id'), given('decisions')))
    .where('cluster_id', 'is not', null)
    .$castTo<{ cluster_id: number }>(),
)

export async function clustersOf(session: Session, ids: readonly string[]): Promise<readonly string[]> {
  const decisions = asSet(rowsOf(ids))
  const found = [...(await session.all(holding, { decisions })), ...(await session.all(about, { decisions }))]
  return [...new Set(found.map((row) => String(row.cluster_id)))]
}

/** Every standing decision with the live articles that carry its texts now. */
const spoken = fixed<object, Spoken>((db) =>
  db
    .selectFrom('decision')
    .innerJoin('decision_text', 'decision_text.decision_id', 'decision.id')
    .innerJoin('article', 'article.id', 'decision_text.article_id')
    .select(['decision.id', 'decision.kind', 'decision.relation', 'decision_text.side', 'article.id as article'])
    .where('decision.withdrawn_at', 'is', null)
    .where('decision.kind', 'in', ['join', 'separate', 'set-relation', 'review'])
    .where('decision_text.side', '<>', 'witness')
    .where('article.status', '=', 'live')
    .orderBy('decision.id')
    .orderBy('decision_text.side')
    .orderBy('decision_text.place')
    .$castTo<Spoken>(),
)

export async function goldenPairs(session: Session): Promise<readonly Golden[]> {
  const rows = await session.all(spoken, {})
  const reviewed = asSet(new Set(rows.filter((row) => row.kind === 'review').map((row) => row.article)))
  return judged(rows, new Map((await session.all(leaders, { articles: reviewed })).map((row) => [row.id, row.principal_id])))
}

const leaders = fixed<{ articles: string }, { id: number; principal_id: number }>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('cluster', 'cluster.id', 'article.cluster_id')
    .select(['article.id', 'cluster.principal_id'])
    .where((eb) => inSet(eb.ref('article.id'), given('articles'))),
)
