// What have people decided about these texts? Pairs that must or must not be together, and principals. A later ruling on
// a pair replaces an earlier one; what cannot be done at all becomes a dispute that names the decisions.
import type { Dispute } from '../domain/cluster.ts'
import type { Ruling } from '../domain/decision.ts'
import type { Relation } from '../domain/match.ts'
import { isCopy, pairKey } from '../domain/match.ts'
import type { Text } from './texts.ts'

export interface PairRuling {
  readonly one: string
  readonly other: string
  readonly together: boolean
  readonly decision: string
  /** Place among the rulings: the later one outranks. */
  readonly age: number
  /** Texts that the person knew of: another one that is a copy of both came later. */
  readonly known: ReadonlySet<string>
  readonly relation?: Relation
}

export interface TextDispute extends Dispute {
  /** The texts on whose clusters it is shown. */
  readonly texts: readonly string[]
}

export interface Law {
  readonly pairs: ReadonlyMap<string, PairRuling>
  /** Texts set as principal: the age of that ruling, and the article that was meant. */
  readonly pins: ReadonlyMap<string, { readonly age: number; readonly article: string | undefined }>
  /** Texts that were taken out of something: where two cannot stay together, these yield. */
  readonly leavers: ReadonlySet<string>
  readonly disputes: readonly TextDispute[]
}

interface Draft {
  readonly pairs: Map<string, PairRuling>
  readonly pins: Map<string, { readonly age: number; readonly article: string | undefined }>
  readonly leavers: Set<string>
  readonly disputes: TextDispute[]
}

/** Rulings come oldest first. Texts that are not among `texts` are passed over. */
export function lawOf(texts: readonly Text[], rulings: readonly Ruling[]): Law {
  const law: Draft = { pairs: new Map(), pins: new Map(), leavers: new Set(), disputes: [] }
  const byKey = new Map(texts.map((text) => [text.key, text]))
  rulings.forEach((ruling, age) => {
    const present = (keys: readonly string[]) => [...new Set(keys)].filter((key) => byKey.has(key))
    const [named, others] = [present(ruling.texts), present(ruling.others)]
    const known = new Set([...ruling.texts, ...ruling.others, ...ruling.witnesses])
    const put = (one: string, other: string, together: boolean) =>
      law.pairs.set(pairKey(one, other), { one, other, together, age, known, decision: ruling.decisionId, ...(ruling.relation === undefined ? {} : { relation: ruling.relation }) })
    switch (ruling.kind) {
      case 'join':
        reconcile(present([...known]), law)
        eachPair(named, (one, other) => put(one, other, true))
        break
      case 'separate':
        separate(ruling, named, others, put, law, byKey)
        break
      case 'set-principal':
        for (const text of named) law.pins.set(text, { age, article: ruling.articles[text] })
        break
      case 'set-relation':
        if (ruling.relation === undefined || named.length !== 2) break
        if (isCopy(ruling.relation)) reconcile(present([...known]), law)
        put(named[0] as string, named[1] as string, isCopy(ruling.relation))
        break
      case 'review':
      case 'later':
      case 'report':
        break
    }
  })
  return law
}

/** Whoever brings two clusters together takes back what kept any of their texts apart. */
function reconcile(texts: readonly string[], law: Draft): void {
  eachPair(texts, (one, other) => {
    if (law.pairs.get(pairKey(one, other))?.together === false) law.pairs.delete(pairKey(one, other))
  })
}

function separate(
  { decisionId }: Ruling,
  named: readonly string[],
  others: readonly string[],
  put: (one: string, other: string, together: boolean) => void,
  law: Draft,
  byKey: ReadonlyMap<string, Text>,
): void {
  for (const one of named) {
    law.leavers.add(one)
    for (const other of others) {
      if (one !== other) put(one, other, false)
      else {
        const articles = byKey.get(one)?.nodes.map((node) => node.id) ?? []
        const sentence = `Decision ${decisionId} separates articles with the very same text; equal texts stay together.`
        law.disputes.push({ texts: [one], sentence, decisions: [decisionId], articles })
      }
    }
  }
}

function eachPair(texts: readonly string[], visit: (one: string, other: string) => void): void {
  for (let at = 1; at < texts.length; at++) for (let before = 0; before < at; before++) visit(texts[before] as string, texts[at] as string)
}
