// Which standing decisions fall on these texts? By content hash, so that a text that comes in again falls under them too.
import type { Ruling } from '../../domain/decision.ts'
import type { Relation } from '../../domain/match.ts'
import { fixed } from './fixed.ts'
import { present } from './rows.ts'
import type { Session } from './sessions.ts'
import { asSet, inSet } from './sets.ts'

interface RulingRow {
  id: number
  kind: Ruling['kind']
  relation: Relation | null
  cluster_id: number | null
  side: 'named' | 'other' | 'witness'
  article_id: number
  content_hash: string
}

const onTexts = fixed<{ hashes: string }, RulingRow>((db, given) =>
  db
    .selectFrom('decision')
    .innerJoin('decision_text', 'decision_text.decision_id', 'decision.id')
    .select(['decision.id', 'decision.kind', 'decision.relation', 'decision.cluster_id', 'decision_text.side', 'decision_text.article_id', 'decision_text.content_hash'])
    .where('decision.withdrawn_at', 'is', null)
    .where('decision.id', 'in', (eb) =>
      eb
        .selectFrom('decision_text as naming')
        .select('naming.decision_id')
        .where('naming.side', '<>', 'witness')
        .where((inner) => inSet(inner.ref('naming.content_hash'), given('hashes'))),
    )
    .orderBy('decision.id')
    .orderBy('decision_text.side')
    .orderBy('decision_text.place'),
)

type Draft = Ruling & { texts: string[]; others: string[]; witnesses: string[]; articles: Record<string, string> }

/** Oldest first. */
export async function rulingsOn(session: Session, hashes: ReadonlySet<string>): Promise<readonly Ruling[]> {
  const rulings = new Map<number, Draft>()
  for (const row of await session.all(onTexts, { hashes: asSet(hashes) })) {
    const ruling = rulings.get(row.id) ?? begun(row)
    rulings.set(row.id, ruling)
    const side = row.side === 'named' ? ruling.texts : row.side === 'other' ? ruling.others : ruling.witnesses
    side.push(row.content_hash)
    ruling.articles[row.content_hash] = String(row.article_id)
  }
  return [...rulings.values()]
}

function begun(row: RulingRow): Draft {
  const cluster = row.cluster_id === null ? undefined : String(row.cluster_id)
  return { decisionId: String(row.id), kind: row.kind, texts: [], others: [], witnesses: [], articles: {}, ...present({ relation: row.relation, cluster }) }
}
