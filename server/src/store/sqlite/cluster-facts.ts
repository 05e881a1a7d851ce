// What must a list of clusters know of each without looking at its members? How sure the weakest link is, when the newest
// member came in, the words of its headlines. Written where they differ, in the transaction that changed them.
import { sql } from 'kysely'
import { fixed } from './fixed.ts'
import type { Session } from './sessions.ts'
import { asSet, greater, inSet, lesser } from './sets.ts'

/** Letters of all headlines together that can be asked for. */
const HEADLINE_LETTERS = 4_000

interface Facts {
  id: number
  confidence: number
  newest_at: string
  headlines: string
}

type Known = Facts & { known_confidence: number; known_newest_at: string; known_headlines: string }

const factsNow = fixed<{ clusters: string }, Known>((db, given) =>
  db
    .selectFrom('cluster')
    .innerJoin('article', (join) => join.onRef('article.cluster_id', '=', 'cluster.id').on('article.status', '=', 'live'))
    .leftJoin('match', (join) =>
      join
        .on((eb) => eb('match.left_id', '=', lesser(eb.ref('article.id'), eb.ref('cluster.principal_id'))))
        .on((eb) => eb('match.right_id', '=', greater(eb.ref('article.id'), eb.ref('cluster.principal_id')))),
    )
    .select((eb) => [
      'cluster.id',
      sql<number>`coalesce(min(${eb.ref('match.confidence')}), 1)`.as('confidence'),
      eb.fn.max<string>('article.created_at').as('newest_at'),
      sql<string>`substr(group_concat(distinct ${eb.ref('article.headline')}), 1, ${sql.lit(HEADLINE_LETTERS)})`.as('headlines'),
      'cluster.confidence as known_confidence',
      'cluster.newest_at as known_newest_at',
      'cluster.headlines as known_headlines',
    ])
    .where((eb) => inSet(eb.ref('cluster.id'), given('clusters')))
    .groupBy('cluster.id'),
)

const writeFacts = fixed<Facts>((db, given) =>
  db
    .updateTable('cluster')
    .set({ confidence: given('confidence'), newest_at: given('newest_at'), headlines: given('headlines') })
    .where('id', '=', given('id')),
)

const shared = fixed<{ articles: string }, { id: number }>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('cluster', 'cluster.id', 'article.cluster_id')
    .select('cluster.id')
    .distinct()
    .where((eb) => inSet(eb.ref('article.id'), given('articles')))
    .where('cluster.size', '>', 1),
)

export async function refreshFacts(session: Session, clusters: Iterable<number>): Promise<void> {
  const rows = await session.all(factsNow, { clusters: asSet(clusters) })
  const stale = rows.flatMap((row) => {
    const { id, confidence, newest_at } = row
    const headlines = folded(row.headlines)
    const same = confidence === row.known_confidence && newest_at === row.known_newest_at && headlines === row.known_headlines
    return same ? [] : [{ id, confidence, newest_at, headlines }]
  })
  await session.runEach(writeFacts, stale)
}

/** The clusters of several that hold these articles. */
export async function sharedClusters(session: Session, articles: Iterable<number>): Promise<readonly number[]> {
  return (await session.all(shared, { articles: asSet(articles) })).map(({ id }) => id)
}

/** As words are compared: lower case, without accents. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
