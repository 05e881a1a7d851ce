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
  side: 'named' | 'other'
  content_hash: string
}

const onTexts = fixed<{ hashes: string }, RulingRow>((db, given) =>
  db
    .selectFrom('decision')
    .innerJoin('decision_text', 'decision_text.decision_id', 'decision.id')
    .select(['decision.id', 'decision.kind', 'decision.relation', 'decision_text.side', 'decision_text.content_hash'])
    .where('decision.withdrawn_at', 'is', null)
    .where('decision.id', 'in', (eb) =>
      eb
        .selectFrom('decision_text as naming')
        .select('naming.decision_id')
        .where((inner) => inSet(inner.ref('naming.content_hash'), given('hashes'))),
    )
    .orderBy('decision.id')
    .orderBy('decision_text.side')
    .orderBy('decision_text.place'),
)

/** Oldest first. */
export async function rulingsOn(session: Session, hashes: ReadonlySet<string>): Promise<readonly Ruling[]> {
  const rulings = new Map<number, Ruling & { texts: string[]; others: string[] }>()
  for (const row of await session.all(onTexts, { hashes: asSet(hashes) })) {
    const fresh = { decisionId: String(row.id), kind: row.kind, texts: [], others: [], ...present({ relation: row.relation }) }
    const ruling = rulings.get(row.id) ?? fresh
    rulings.set(row.id, ruling)
    ;(row.side === 'named' ? ruling.texts : ruling.others).push(row.content_hash)
  }
  return [...rulings.values()]
}
