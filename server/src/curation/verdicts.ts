// On how many pairs do the rules say the same as people, now and under a change? Counted by what the rules say now and by
// publisher; those that a change would turn against people are named.
import { isCopy, pairKey, type Relation } from '../domain/match.ts'
import type { ArchiveStore, ArticleSide, Golden } from '../store/port.ts'

/** What the rules say of a pair now, and what they would. */
export interface JudgedPair {
  readonly was: Relation
  readonly becomes: Relation
}

export interface Overturned extends JudgedPair {
  readonly left: string
  readonly right: string
  /** What people decided: a relation where they named one. */
  readonly relation: Relation | 'together' | 'apart'
  readonly decision: string
  readonly publisher?: string
  readonly headlines: { readonly left: string; readonly right: string }
}

type Tally = Record<string, { verdicts: number; overturned: number }>

export interface Tried {
  readonly verdicts: number
  readonly agreed: { readonly before: number; readonly after: number }
  readonly overturned: readonly Overturned[]
  readonly overturnedCount: number
  readonly mended: number
  readonly byRelation: Readonly<Tally>
  readonly byPublisher: Readonly<Tally>
}

const NAMED = 500

export async function tried(golden: readonly Golden[], judged: ReadonlyMap<string, JudgedPair>, store: ArchiveStore): Promise<Tried> {
  const ids = [...new Set(golden.flatMap((pair) => [pair.left, pair.right]))]
  const sides = new Map((await store.articles.sides(ids)).map((side) => [side.id, side]))
  const [byRelation, byPublisher]: [Tally, Tally] = [{}, {}]
  const agreed = { before: 0, after: 0 }
  const overturned: Overturned[] = []
  let [overturnedCount, mended] = [0, 0]
  for (const pair of golden) {
    const verdict = judged.get(pairKey(pair.left, pair.right))
    if (verdict === undefined) continue
    const [before, after] = [isCopy(verdict.was) === pair.together, isCopy(verdict.becomes) === pair.together]
    const turned = before && !after
    agreed.before += Number(before)
    agreed.after += Number(after)
    mended += Number(!before && after)
    overturnedCount += Number(turned)
    count(byRelation, verdict.was, turned)
    for (const publisher of publishersOf(pair, sides)) count(byPublisher, publisher, turned)
    if (turned && overturned.length < NAMED) overturned.push(named(pair, verdict, sides))
  }
  return { verdicts: golden.length, agreed, overturned, overturnedCount, mended, byRelation, byPublisher }
}

function count(tally: Tally, name: string, overturned: boolean): void {
  const one = Object.hasOwn(tally, name) ? (tally[name] as Tally[string]) : { verdicts: 0, overturned: 0 }
  tally[name] = { verdicts: one.verdicts + 1, overturned: one.overturned + Number(overturned) }
}

function publishersOf({ left, right }: Golden, sides: ReadonlyMap<string, ArticleSide>): ReadonlySet<string> {
  return new Set([left, right].flatMap((id) => sides.get(id)?.publisher ?? []))
}

function named(pair: Golden, verdict: JudgedPair, sides: ReadonlyMap<string, ArticleSide>): Overturned {
  const { left, right, decision } = pair
  const publisher = [...publishersOf(pair, sides)][0]
  const headlines = { left: sides.get(left)?.headline ?? '', right: sides.get(right)?.headline ?? '' }
  const relation = pair.relation ?? (pair.together ? 'together' : 'apart')
  return { left, right, decision, ...verdict, relation, headlines, ...(publisher !== undefined && { publisher }) }
}
