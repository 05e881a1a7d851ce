// How does each member stand to its cluster's principal? Copied from the match into the article, so that it can be
// filtered and counted; refreshed whenever the match, the cluster or its principal changes.
import type { Relation } from '../../domain/match.ts'
import { sql } from 'kysely'
import { fixed } from './fixed.ts'
import type { Session } from './sessions.ts'
import { asSet, greater, inSet, lesser } from './sets.ts'

const stale = fixed<{ articles: string }, { id: number; relation: Relation | null }>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('cluster', 'cluster.id', 'article.cluster_id')
    .leftJoin('match', (join) =>
      join
        .on((eb) => eb('match.left_id', '=', lesser(eb.ref('article.id'), eb.ref('cluster.principal_id'))))
        .on((eb) => eb('match.right_id', '=', greater(eb.ref('article.id'), eb.ref('cluster.principal_id')))),
    )
    .select(['article.id', 'match.relation'])
    .where((eb) => inSet(eb.ref('article.id'), given('articles')))
    .where((eb) => sql<boolean>`${eb.ref('article.relation')} is distinct from ${eb.ref('match.relation')}`),
)

const setRelation = fixed<{ id: number; relation: Relation | null }>((db, given) =>
  db.updateTable('article').set({ relation: given('relation') }).where('id', '=', given('id')),
)

/** Returns those whose relation changed. */
export async function refreshRelations(session: Session, articles: Iterable<number>): Promise<number[]> {
  const rows = await session.all(stale, { articles: asSet(articles) })
  await session.runEach(setRelation, rows)
  return rows.map(({ id }) => id)
}
