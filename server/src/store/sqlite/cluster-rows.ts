// How does a stored cluster become a Cluster again? With its members and how each stands to the principal; the rows of a
// page are filled together, so that a page costs two queries, however many members it has.
import type { Selectable } from 'kysely'
import { bandOf, type Cluster, type ClusterMember, type Dispute } from '../../domain/cluster.ts'
import type { Match, Relation } from '../../domain/match.ts'
import { fixed } from './fixed.ts'
import { matchOf, type MatchRow } from './match-rows.ts'
import { grouped, parsed, present } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, greater, inSet, lesser } from './sets.ts'
import type { ClusterTable } from './tables.ts'

export type ClusterRow = Selectable<ClusterTable>

interface MemberRow {
  id: number
  cluster_id: number
  headline: string
  publisher: string | null
  published_at: string | null
  word_count: number
  created_at: string
  relation: Relation | null
}

const memberRows = fixed<{ clusters: string }, MemberRow>((db, given) =>
  db
    .selectFrom('article')
    .select(['id', 'cluster_id', 'headline', 'publisher', 'published_at', 'word_count', 'created_at', 'relation'])
    .where((eb) => inSet(eb.ref('cluster_id'), given('clusters')))
    .where('status', '=', 'live')
    .orderBy('id'),
)

const linkRows = fixed<{ clusters: string }, MatchRow & { member: number }>((db, given) =>
  db
    .selectFrom('article')
    .innerJoin('cluster', 'cluster.id', 'article.cluster_id')
    .innerJoin('match', (join) =>
      join
        .on((eb) => eb('match.left_id', '=', lesser(eb.ref('article.id'), eb.ref('cluster.principal_id'))))
        .on((eb) => eb('match.right_id', '=', greater(eb.ref('article.id'), eb.ref('cluster.principal_id')))),
    )
    .selectAll('match')
    .select('article.id as member')
    .where((eb) => inSet(eb.ref('article.cluster_id'), given('clusters')))
    .where('article.status', '=', 'live'),
)

const reviewRows = fixed<{ reviews: string }, { id: number; actor: string; decided_at: string }>((db, given) =>
  db.selectFrom('decision').select(['id', 'actor', 'decided_at']).where((eb) => inSet(eb.ref('id'), given('reviews'))),
)

/** In the order given. `brief`: without matches. */
export async function clustersOf(session: Session, rows: readonly ClusterRow[], brief = false): Promise<Cluster[]> {
  const clusters = asSet(rows.map((row) => row.id))
  const members = grouped(await session.all(memberRows, { clusters }), (member) => member.cluster_id)
  const links = new Map(brief ? [] : (await session.all(linkRows, { clusters })).map((row) => [row.member, matchOf(row, row.member)]))
  const reviews = new Map((await session.all(reviewRows, { reviews: asSet(rows.flatMap((row) => row.review_id ?? [])) })).map((row) => [row.id, row]))
  return rows.map((row) => {
    const review = row.review_id === null ? undefined : reviews.get(row.review_id)
    const looked = present({ reviewedAt: review?.decided_at, reviewedBy: review?.actor, updatedBy: row.updated_by, changes: changesOf(row) })
    return { ...clusterOf(row, (members.get(row.id) ?? []).map((member) => memberOf(member, links.get(member.id)))), ...looked }
  })
}

function memberOf(row: MemberRow, relation: Match | undefined): ClusterMember {
  const { id, headline, publisher, published_at: publishedAt, word_count: wordCount, created_at: createdAt } = row
  return { articleId: String(id), headline, wordCount, createdAt, ...present({ publisher, publishedAt, kind: row.relation, relation }) }
}

function clusterOf(row: ClusterRow, members: readonly ClusterMember[]): Cluster {
  const principalId = String(row.principal_id)
  const links = members.flatMap((member) => member.relation ?? [])
  const weakestLink = links.toSorted((one, other) => one.confidence - other.confidence)[0]
  const kinds: Partial<Record<Relation, number>> = {}
  for (const { kind } of members) if (kind !== undefined) kinds[kind] = (kinds[kind] ?? 0) + 1
  const disputes = parsed<readonly Dispute[]>(row.conflicts)
  return {
    id: String(row.id),
    principalId,
    principalBy: row.principal_by,
    principalHeadline: members.find((member) => member.articleId === principalId)?.headline ?? '',
    size: row.size,
    status: row.status,
    standing: row.standing,
    members,
    kinds,
    confidence: bandOf(row.confidence),
    conflicts: disputes.map((dispute) => dispute.sentence),
    disputes,
    newestAt: row.newest_at,
    later: row.later === 1,
    version: row.version,
    updatedAt: row.updated_at,
    ...present({ weakestLink }),
  }
}

function changesOf(row: ClusterRow): Cluster['changes'] {
  const [joined, left] = [parsed<readonly string[]>(row.joined), parsed<readonly string[]>(row.gone)]
  return joined.length + left.length === 0 ? undefined : { joined, left }
}
