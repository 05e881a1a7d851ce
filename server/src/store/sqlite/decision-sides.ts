// To which texts is a decision bound? To those of the articles named, of those they are taken from or that were looked at,
// and, as witnesses, of all else that stood in their clusters: the person knew of them.
import type { DecisionBody } from '../../domain/decision.ts'
import { fixed } from './fixed.ts'
import { notFound, rowOf } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'
import type { DecisionTextTable } from './tables.ts'

export type Text = Pick<DecisionTextTable, 'article_id' | 'content_hash'>

export type Sides = Readonly<Record<DecisionTextTable['side'], readonly Text[]>>

type Placed = Text & { cluster_id: number }

const liveArticle = fixed<{ id: number }, Placed>((db, given) =>
  db.selectFrom('article').select(['id as article_id', 'content_hash', 'cluster_id']).where('id', '=', given('id')).where('status', '=', 'live'),
)

const members = fixed<{ clusters: string }, Text>((db, given) =>
  db
    .selectFrom('article')
    .select(['id as article_id', 'content_hash'])
    .where((eb) => inSet(eb.ref('cluster_id'), given('clusters')))
    .where('status', '=', 'live')
    .orderBy('id'),
)

const addText = fixed<DecisionTextTable>((db, given) =>
  db.insertInto('decision_text').values({
    decision_id: given('decision_id'), side: given('side'), place: given('place'), article_id: given('article_id'), content_hash: given('content_hash'),
  }),
)

/** `not-found` for unknown or binned articles and for a cluster without members. */
export async function sidesOf(session: Session, body: DecisionBody): Promise<Sides> {
  if ('cluster' in body) {
    const other = await membersOf(session, [rowOf(body.cluster) ?? 0])
    if (other.length === 0) throw notFound('cluster', body.cluster)
    return { named: [], other, witness: [] }
  }
  const named = await placed(session, body.articles)
  const from = body.kind === 'separate' && body.from !== undefined ? await placed(session, body.from) : undefined
  const ids = (texts: readonly Text[]) => new Set(texts.map((text) => text.article_id))
  const mates = (await membersOf(session, [...named, ...(from ?? [])].map((text) => text.cluster_id))).filter((mate) => !ids(named).has(mate.article_id))
  if (body.kind !== 'separate') return { named, other: [], witness: mates }
  if (from === undefined) return { named, other: mates, witness: [] }
  return { named, other: from, witness: mates.filter((mate) => !ids(from).has(mate.article_id)) }
}

export async function membersOf(session: Session, clusters: readonly number[]): Promise<readonly Text[]> {
  return session.all(members, { clusters: asSet(clusters) })
}

export async function writeSides(session: Session, decision_id: number, sides: Sides): Promise<void> {
  const rows = (['named', 'other', 'witness'] as const).flatMap((side) =>
    sides[side].map(({ article_id, content_hash }, place) => ({ decision_id, side, place, article_id, content_hash })),
  )
  await session.runEach(addText, rows)
}

async function placed(session: Session, articles: readonly string[]): Promise<readonly Placed[]> {
  const found: Placed[] = []
  for (const id of articles) {
    const row = await session.first(liveArticle, { id: rowOf(id) ?? 0 })
    if (row === undefined) throw notFound('article', id)
    found.push(row)
  }
  return found
}
