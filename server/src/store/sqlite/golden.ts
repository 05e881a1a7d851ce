// Which pairs did people confirm or refuse? Joined, separated, called something, or looked through with their principal:
// the newest word on a pair counts.
import type { DecisionKind } from '../../domain/decision.ts'
import { isCopy, pairKey, type Relation } from '../../domain/match.ts'
import type { Golden } from '../curation-port.ts'
import { grouped } from './rows.ts'

/** A standing decision with a live article that it names. */
export interface Spoken {
  id: number
  kind: DecisionKind
  relation: Relation | null
  side: 'named' | 'other'
  article: number
}

/** `rows` in the order of the decisions; `principals` by article, for those that were looked through. */
export function judged(rows: readonly Spoken[], principals: ReadonlyMap<number, number>): readonly Golden[] {
  const golden = new Map<string, Golden>()
  for (const [id, spoken] of grouped(rows, (row) => row.id)) {
    const { kind, relation } = spoken[0] as Spoken
    const decision = String(id)
    const put = (one: number, other: number, together: boolean) => {
      const [left, right] = [String(one), String(other)]
      const key = pairKey(left, right)
      // A look at a cluster confirms its pairs, and takes no word back that said more of one.
      if (one === other || (kind === 'review' && golden.has(key))) return
      golden.set(key, { left, right, together, decision, ...(kind === 'set-relation' && relation !== null && { relation }) })
    }
    const of = (side: Spoken['side']) => spoken.filter((row) => row.side === side).map((row) => row.article)
    const [named, others] = [of('named'), of('other')]
    if (kind === 'separate') for (const one of named) for (const other of others) put(one, other, false)
    if (kind === 'join') eachPair(named, (one, other) => put(one, other, true))
    if (kind === 'set-relation' && named.length === 2) put(named[0] as number, named[1] as number, relation !== null && isCopy(relation))
    if (kind === 'review') for (const one of others) if (others.includes(principals.get(one) ?? 0)) put(one, principals.get(one) as number, true)
  }
  return [...golden.values()]
}

function eachPair(articles: readonly number[], visit: (one: number, other: number) => void): void {
  articles.forEach((one, at) => {
    for (const other of articles.slice(at + 1)) visit(one, other)
  })
}
