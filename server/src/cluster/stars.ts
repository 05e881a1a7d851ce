// How do linked texts become stars? The best text that is still free leads, and takes every free text that is linked to
// it, with those that editors joined to that one, unless an editor keeps one of them from one that is in already.
import { byRank } from './principal.ts'
import type { Links } from './links.ts'
import { pairKey } from '../domain/match.ts'
import type { Conflict, Law, PairRuling } from './rulings.ts'
import type { Text } from './texts.ts'

export interface Star {
  readonly principal: Text
  /** The principal first. */
  readonly texts: readonly Text[]
  readonly conflicts: readonly string[]
}

export function starsOf(texts: readonly Text[], links: Links, law: Law): readonly Star[] {
  const byKey = new Map(texts.map((text) => [text.key, text]))
  const { bundleOf, conflicts } = bundles(texts, law)
  const taken = new Set<string>()
  const stars: Star[] = []
  for (const principal of byRank(texts, links, law)) {
    if (taken.has(principal.key)) continue
    const members = new Set<string>([principal.key])
    for (const key of bundleOf(principal.key)) members.add(key)
    const linked = [...(links.get(principal.key) ?? [])].sort(([one, a], [other, b]) => b.strength - a.strength || (one < other ? -1 : 1))
    for (const [key] of linked) {
      if (taken.has(key) || members.has(key)) continue
      const bundle = bundleOf(key)
      if (!anyApart(bundle, members, law)) for (const one of bundle) members.add(one)
    }
    for (const key of members) taken.add(key)
    const sentences = [...law.conflicts, ...conflicts].filter((one) => members.has(one.text)).map((one) => one.sentence)
    stars.push({ principal, texts: [...members].map((key) => byKey.get(key) as Text), conflicts: [...new Set(sentences)] })
  }
  return stars
}

function anyApart(bundle: readonly string[], members: ReadonlySet<string>, law: Law): boolean {
  if (law.pairs.size === 0) return false
  return bundle.some((one) => [...members].some((other) => law.pairs.get(pairKey(one, other))?.together === false))
}

/** Texts that editors joined, in groups; the later ruling goes first, and one that would break another is a conflict. */
function bundles(texts: readonly Text[], law: Law) {
  const groups = new Map<string, string[]>(texts.map((text) => [text.key, [text.key]]))
  const conflicts: Conflict[] = []
  for (const ruling of joins(law)) {
    const one = groups.get(ruling.one) as string[]
    const other = groups.get(ruling.other) as string[]
    if (one === other) continue
    if (anyApart(one, new Set(other), law)) {
      conflicts.push({ text: ruling.one, sentence: joinConflict(ruling, texts) })
      continue
    }
    const all = [...one, ...other].sort()
    for (const key of all) groups.set(key, all)
  }
  return { bundleOf: (key: string): readonly string[] => groups.get(key) as string[], conflicts }
}

function joins(law: Law): readonly PairRuling[] {
  return [...law.pairs.values()].filter((one) => one.together).sort((one, other) => other.age - one.age || (pairKey(one.one, one.other) < pairKey(other.one, other.other) ? -1 : 1))
}

function joinConflict(ruling: PairRuling, texts: readonly Text[]): string {
  const id = (key: string) => texts.find((text) => text.key === key)?.nodes[0]?.id ?? key
  return `Article ${id(ruling.one)} was joined to article ${id(ruling.other)}, but others joined to them were separated; they stay apart.`
}
