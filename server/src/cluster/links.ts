// Which texts are directly bound, how, and which was taken from which? Copies by rule and what editors say;
// never what editors keep apart.
import type { Match, Relation } from '../domain/match.ts'
import { isCopy, pairKey, turned } from '../domain/match.ts'
import type { Law } from './rulings.ts'
import type { Text } from './texts.ts'

export interface Link {
  readonly relation: Relation
  /** Words matched. */
  readonly strength: number
  /** Was the text that holds the link taken from the other? 1 yes, -1 the other way round, 0 unknown. */
  readonly taken: -1 | 0 | 1
}

/** For each text its links by the other text. */
export type Links = ReadonlyMap<string, ReadonlyMap<string, Link>>

export function linksOf(texts: readonly Text[], matches: readonly Match[], law: Law): Links {
  const links = new Map<string, Map<string, Link>>(texts.map((text) => [text.key, new Map()]))
  const textOf = new Map<string, string>()
  for (const text of texts) for (const node of text.nodes) textOf.set(node.id, text.key)
  for (const [, { one, other, match }] of strongest(matches, textOf)) {
    const ruling = law.pairs.get(pairKey(one, other))
    const relation = ruling?.relation ?? match.relation
    if (!isCopy(relation) || ruling?.together === false) continue
    const taken = match.direction === 'unknown' ? 0 : match.direction === 'left-from-right' ? 1 : -1
    links.get(one)?.set(other, { relation, strength: match.matchedWords, taken })
    links.get(other)?.set(one, { relation, strength: match.matchedWords, taken: -taken as -1 | 0 | 1 })
  }
  return links
}

interface Placed {
  readonly one: string
  readonly other: string
  readonly match: Match
}

/** Of each pair of texts the match that counts, the text with the smaller key on the left. */
function strongest(matches: readonly Match[], textOf: ReadonlyMap<string, string>): ReadonlyMap<string, Placed> {
  const byPair = new Map<string, Placed>()
  for (const given of matches) {
    const [from, to] = [textOf.get(given.left), textOf.get(given.right)]
    if (from === undefined || to === undefined || from === to) continue
    const placed = from < to ? { one: from, other: to, match: given } : { one: to, other: from, match: turned(given) }
    const key = pairKey(from, to)
    const before = byPair.get(key)
    if (before === undefined || outranks(placed.match, before.match)) byPair.set(key, placed)
  }
  return byPair
}

function outranks(one: Match, other: Match): boolean {
  const byEditor = Number(one.decidedBy === 'editor') - Number(other.decidedBy === 'editor')
  const order = byEditor || one.matchedWords - other.matchedWords || one.confidence - other.confidence
  return order > 0 || (order === 0 && `${one.relation} ${one.direction}` < `${other.relation} ${other.direction}`)
}
