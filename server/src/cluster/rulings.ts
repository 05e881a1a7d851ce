// What have people decided about these texts? Pairs that must or must not be together, principals, reviews.
// A later ruling on a pair replaces an earlier one; what cannot be done at all becomes a conflict, in a sentence.
import type { Ruling } from '../domain/decision.ts'
import type { Relation } from '../domain/match.ts'
import { isCopy, pairKey } from '../domain/match.ts'
import type { Text } from './texts.ts'

export interface PairRuling {
  readonly one: string
  readonly other: string
  readonly together: boolean
  /** Place among the rulings: the later one outranks. */
  readonly age: number
  readonly relation?: Relation
}

export interface Conflict {
  /** The text on whose cluster it is shown. */
  readonly text: string
  readonly sentence: string
}

export interface Law {
  readonly pairs: ReadonlyMap<string, PairRuling>
  /** Texts set as principal, with the age of that ruling. */
  readonly pins: ReadonlyMap<string, number>
  /** Sets of texts that were looked at and found right. */
  readonly reviews: readonly ReadonlySet<string>[]
  readonly conflicts: readonly Conflict[]
}

/** Rulings come oldest first. Texts that are not among `texts` are passed over. */
export function lawOf(texts: readonly Text[], rulings: readonly Ruling[]): Law {
  const law = { pairs: new Map<string, PairRuling>(), pins: new Map<string, number>(), reviews: [] as Set<string>[], conflicts: [] as Conflict[] }
  const present = new Set(texts.map((text) => text.key))
  rulings.forEach((ruling, age) => {
    const named = [...new Set(ruling.texts)].filter((text) => present.has(text))
    const put = (one: string, other: string, together: boolean) =>
      law.pairs.set(pairKey(one, other), { one, other, together, age, ...(ruling.relation === undefined ? {} : { relation: ruling.relation }) })
    switch (ruling.kind) {
      case 'join':
        eachPair(named, (one, other) => put(one, other, true))
        break
      case 'separate':
        separate(named, ruling.others.filter((text) => present.has(text)), put, law.conflicts)
        break
      case 'set-principal':
        for (const text of named) law.pins.set(text, age)
        break
      case 'set-relation':
        if (ruling.relation !== undefined && named.length === 2) put(named[0] as string, named[1] as string, isCopy(ruling.relation))
        break
      case 'later':
        break
      case 'review':
        law.reviews.push(new Set([...ruling.texts, ...ruling.others]))
        break
    }
  })
  return law
}

function separate(named: readonly string[], others: readonly string[], put: (one: string, other: string, together: boolean) => void, conflicts: Conflict[]): void {
  for (const one of named) {
    for (const other of others) {
      if (one !== other) put(one, other, false)
      else conflicts.push({ text: one, sentence: 'Articles with the very same text were separated; equal texts stay together.' })
    }
  }
}

function eachPair(texts: readonly string[], visit: (one: string, other: string) => void): void {
  for (let at = 1; at < texts.length; at++) for (let before = 0; before < at; before++) visit(texts[before] as string, texts[at] as string)
}
