// Which texts came after a separation and would bring its two sides together again? A copy of both. It is told of and
// decides nothing, until a person says to which side it belongs.
import { pairKey } from '../domain/match.ts'
import type { Links } from './links.ts'
import type { Law, PairRuling, TextDispute } from './rulings.ts'
import { articleOf, type Text } from './texts.ts'

export interface Bridge {
  readonly dispute: TextDispute
}

/** By the text that bridges, in order of their keys. */
export function bridgesOf(links: Links, law: Law, byKey: ReadonlyMap<string, Text>): ReadonlyMap<string, Bridge> {
  const found = new Map<string, Bridge>()
  const joined = new Set([...law.pairs.values()].filter((pair) => pair.together).flatMap((pair) => [pair.one, pair.other]))
  for (const ruling of law.pairs.values()) {
    if (ruling.together) continue
    const beyond = links.get(ruling.other)
    for (const between of links.get(ruling.one)?.keys() ?? []) {
      if (beyond?.has(between) !== true || found.has(between) || joined.has(between) || isKnown(between, ruling, law)) continue
      found.set(between, { dispute: told(between, ruling, byKey) })
    }
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The person saw it when they decided, or has told it from one of the two since. */
function isKnown(text: string, ruling: PairRuling, law: Law): boolean {
  return ruling.known.has(text) || law.pairs.has(pairKey(text, ruling.one)) || law.pairs.has(pairKey(text, ruling.other))
}

function told(between: string, ruling: PairRuling, byKey: ReadonlyMap<string, Text>): TextDispute {
  const [text, one, other] = [between, ruling.one, ruling.other].map((key) => articleOf(byKey, key)) as [string, string, string]
  return {
    texts: [between, ruling.one, ruling.other],
    sentence: `Article ${text} is a copy both of article ${one} and of article ${other}, which decision ${ruling.decision} keeps apart; nothing was regrouped.`,
    decisions: [ruling.decision],
    articles: [text, one, other],
  }
}
