// Which articles must be looked at together when one of them changes? A walk from article to article over copies,
// present clusters and what people joined.
import { type Expression, sql } from 'kysely'
import type { ClusterNode } from '../../domain/cluster.ts'
import { COPY_RELATIONS, type Match } from '../../domain/match.ts'
import type { Component, Word } from '../curation-port.ts'
import { documentArticles } from './article-rows.ts'
import { fixed } from './fixed.ts'
import { type MatchRow, matchOf, measuredOf } from './match-rows.ts'
import { present } from './rows.ts'
import { rulingsOn } from './rulings.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

/**
 * Articles after which the walk follows clusters only: a cluster is never cut, but a text that half the archive
 * quotes must not pull in the archive.
 */
const FAR_ENOUGH = 5_000

interface NodeRow {
  id: number
  content_hash: string
  cluster_id: number
  word_count: number
  completeness: ClusterNode['completeness']
  published_at: string | null
  created_at: string
  byline: string
  publisher: string | null
  document_articles: number
  kept: number | null
  settled: number | null
}

const OUTLINE = [
  'left_id', 'right_id', 'relation', 'matched_words', 'confidence', 'direction', 'resemblance', 'left_containment', 'right_containment', 'match_version',
] as const
type Outline = Pick<MatchRow, (typeof OUTLINE)[number]>

type Ids = { articles: string }

const copiesOnTheRight = fixed<Ids & { copies: string }, { id: number }>((db, given) =>
  db
    .selectFrom('match')
    .innerJoin('article', 'article.id', 'match.right_id')
    .select('article.id')
    .distinct()
    .where((eb) => inSet(eb.ref('match.left_id'), given('articles')))
    .where((eb) => inSet(eb.ref('match.relation'), given('copies')))
    .where('article.status', '=', 'live'),
)

const copiesOnTheLeft = fixed<Ids & { copies: string }, { id: number }>((db, given) =>
  db
    .selectFrom('match')
    .innerJoin('article', 'article.id', 'match.left_id')
    .select('article.id')
    .distinct()
    .where((eb) => inSet(eb.ref('match.right_id'), given('articles')))
    .where((eb) => inSet(eb.ref('match.relation'), given('copies')))
    .where('article.status', '=', 'live'),
)

const clusterMates = fixed<Ids, { id: number }>((db, given) =>
  db
    .selectFrom('article')
    .select('id')
    .where('status', '=', 'live')
    .where('cluster_id', 'in', (eb) =>
      eb
        .selectFrom('article as asked')
        .select('asked.cluster_id')
        .where((inner) => inSet(inner.ref('asked.id'), given('articles'))),
    ),
)

/** Articles whose texts a standing decision put together with one of these: `join`, or `set-relation` to a kind of copy. */
const joinedByDecision = fixed<Ids & { copies: string }, { id: number }>((db, given) =>
  db
    .selectFrom('article as asked')
    .innerJoin('decision_text as one', 'one.content_hash', 'asked.content_hash')
    .innerJoin('decision', 'decision.id', 'one.decision_id')
    .innerJoin('decision_text as other', 'other.decision_id', 'decision.id')
    .innerJoin('article', 'article.content_hash', 'other.content_hash')
    .select('article.id')
    .distinct()
    .where((eb) => inSet(eb.ref('asked.id'), given('articles')))
    .where('one.side', '=', 'named')
    .where('other.side', '=', 'named')
    .where('decision.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('decision.kind', '=', 'join'),
        eb.and([eb('decision.kind', '=', 'set-relation'), inSet(eb.ref('decision.relation'), given('copies'))]),
      ]),
    )
    .where('article.status', '=', 'live'),
)

const nodeRows = fixed<Ids, NodeRow>((db, given) =>
  db
    .selectFrom('article')
    .leftJoin('cluster', 'cluster.keeper_id', 'article.id')
    .select(['article.id', 'content_hash', 'cluster_id', 'word_count', 'completeness', 'published_at', 'created_at', 'byline', 'publisher'])
    .select(['cluster.id as kept', 'cluster.settled'])
    .select(documentArticles)
    .where((eb) => inSet(eb.ref('article.id'), given('articles')))
    .where('article.status', '=', 'live')
    .orderBy('article.id')
    .$castTo<NodeRow>(),
)

/** A column that no index is to be searched by: each article of the set would be sought beside each other one, not its own few matches. */
const unsought = (column: Expression<number>) => sql<number>`+${column}`

/** What the rules found, out of an index alone. */
const outlinesAmong = fixed<Ids, Outline>((db, given) =>
  db
    .selectFrom('match')
    .select(OUTLINE)
    .where((eb) => inSet(eb.ref('left_id'), given('articles')))
    .where((eb) => inSet(unsought(eb.ref('right_id')), given('articles')))
    .where('asked', '=', sql<number>`0`)
    .where('decided_by', '=', sql<'rule'>`'rule'`),
)

/** What decisions asked for or cover up. */
const decidedAmong = fixed<Ids, MatchRow>((db, given) =>
  db
    .selectFrom('match')
    .selectAll()
    .where((eb) => inSet(eb.ref('left_id'), given('articles')))
    .where((eb) => inSet(unsought(eb.ref('right_id')), given('articles')))
    .where((eb) => eb.or([eb('asked', '<>', sql<number>`0`), eb('decided_by', '<>', sql<'rule'>`'rule'`)])),
)

export async function component(session: Session, asked: readonly number[]): Promise<Component> {
  const articles = asSet(await reached(session, asked))
  const nodes = (await session.all(nodeRows, { articles })).map(nodeOf)
  const outlines = (await session.all(outlinesAmong, { articles })).map(outlined)
  const rows = await session.all(decidedAmong, { articles })
  const measured = (of: 0 | 1) => rows.flatMap((row) => (row.asked === of ? (measuredOf(row, row.left_id) ?? []) : []))
  const rulings = await rulingsOn(session, new Set(nodes.map((node) => node.contentHash)))
  return { nodes, matches: [...outlines, ...measured(0)], asked: measured(1), words: rows.flatMap(wordOf), rulings }
}

function outlined(row: Outline): Match {
  return {
    left: String(row.left_id),
    right: String(row.right_id),
    relation: row.relation,
    resemblance: row.resemblance,
    containment: { left: row.left_containment, right: row.right_containment },
    passages: [],
    substitutions: [],
    reasons: [],
    decidedBy: 'rule',
    matchVersion: row.match_version,
    confidence: row.confidence,
    matchedWords: row.matched_words,
    direction: row.direction,
  }
}

/** Of a pair that was decided before measurements were kept beside an editor's word, nothing is known: it is measured anew. */
function wordOf(row: MatchRow): Word[] {
  const { left, right, relation, reasons } = matchOf(row, row.left_id)
  const ground = reasons[0]
  return row.decided_by === 'rule' || ground === undefined ? [] : [{ left, right, relation, ground }]
}

async function reached(session: Session, asked: readonly number[]): Promise<Set<number>> {
  const seen = new Set(asked)
  const copies = asSet(COPY_RELATIONS)
  let frontier: readonly number[] = asked
  while (frontier.length > 0) {
    const articles = asSet(frontier)
    const next = [await session.all(clusterMates, { articles })]
    if (seen.size < FAR_ENOUGH) {
      for (const step of [copiesOnTheLeft, copiesOnTheRight, joinedByDecision]) next.push(await session.all(step, { articles, copies }))
    }
    frontier = next.flat().flatMap(({ id }) => {
      if (seen.has(id)) return []
      seen.add(id)
      return [id]
    })
  }
  return seen
}

function nodeOf(row: NodeRow): ClusterNode {
  return {
    id: String(row.id),
    contentHash: row.content_hash,
    clusterId: String(row.cluster_id),
    wordCount: row.word_count,
    completeness: row.completeness,
    createdAt: row.created_at,
    hasByline: row.byline !== '[]',
    documentArticles: Number(row.document_articles),
    ...present({ publishedAt: row.published_at, publisher: row.publisher }),
    ...(row.kept !== null && { keeps: { cluster: String(row.kept), settled: row.settled ?? 0 } }),
  }
}
