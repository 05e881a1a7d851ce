// How do linked texts become stars? The best text that is still free leads, and takes every free text that is linked to
// it, with those that editors joined to that one, unless an editor keeps one of them from one that is in already.
// A text that came later and would bridge what an editor parted moves nobody: it is placed last, and told of.
import type { Dispute } from '../domain/cluster.ts'
import { pairKey } from '../domain/match.ts'
import { bridgesOf, type Bridge } from './bridges.ts'
import type { Links } from './links.ts'
import { byRank } from './principal.ts'
import type { Law, PairRuling, TextDispute } from './rulings.ts'
import { articleOf, type Text } from './texts.ts'

export interface Star {
  readonly principal: Text
  /** The principal first. */
  readonly texts: readonly Text[]
  readonly disputes: readonly Dispute[]
}

interface Draft {
  readonly principal: Text
  readonly members: Set<string>
}

export function starsOf(texts: readonly Text[], links: Links, law: Law): readonly Star[] {
  const byKey = new Map(texts.map((text) => [text.key, text]))
  const bridges = bridgesOf(links, law, byKey)
  const { bundleOf, disputes } = bundles(texts, law)
  const stars = drafted(texts.filter((text) => !bridges.has(text.key)), without(links, bridges), law, bundleOf)
  for (const [key] of bridges) place(byKey.get(key) as Text, stars, links, law)
  const all = [...law.disputes, ...disputes, ...[...bridges.values()].map((bridge) => bridge.dispute)]
  return stars.map(({ principal, members }) => ({
    principal,
    texts: [...members].map((key) => byKey.get(key) as Text),
    disputes: shownOn(members, all),
  }))
}

function shownOn(members: ReadonlySet<string>, disputes: readonly TextDispute[]): readonly Dispute[] {
  const shown = new Map<string, Dispute>()
  for (const { texts, ...dispute } of disputes) if (texts.some((text) => members.has(text))) shown.set(dispute.sentence, dispute)
  return [...shown.values()]
}

function drafted(texts: readonly Text[], links: Links, law: Law, bundleOf: (key: string) => readonly string[]): Draft[] {
  const taken = new Set<string>()
  const stars: Draft[] = []
  for (const principal of byRank(texts, links, law)) {
    if (taken.has(principal.key)) continue
    const members = new Set<string>([principal.key, ...bundleOf(principal.key)])
    for (const key of inOrder(principal.key, links, law)) {
      if (taken.has(key) || members.has(key)) continue
      const bundle = bundleOf(key)
      if (!anyApart(bundle, members, law)) for (const one of bundle) members.add(one)
    }
    for (const key of members) taken.add(key)
    stars.push({ principal, members })
  }
  return stars
}

/** The strongest links first; those that an editor took out of something last. */
function inOrder(key: string, links: Links, law: Law): readonly string[] {
  const linked = [...(links.get(key) ?? [])]
  const leaves = (one: string) => Number(law.leavers.has(one))
  return linked.sort(([one, a], [other, b]) => leaves(one) - leaves(other) || b.strength - a.strength || (one < other ? -1 : 1)).map(([one]) => one)
}

/** With the principal that it shares most with, or alone. */
function place(text: Text, stars: Draft[], links: Links, law: Law): void {
  const own = links.get(text.key)
  const near = stars.filter(({ principal, members }) => own?.has(principal.key) === true && !anyApart([text.key], members, law))
  const strength = ({ principal }: Draft) => own?.get(principal.key)?.strength ?? 0
  const nearest = near.sort((one, other) => strength(other) - strength(one) || (one.principal.key < other.principal.key ? -1 : 1))[0]
  if (nearest === undefined) stars.push({ principal: text, members: new Set([text.key]) })
  else nearest.members.add(text.key)
}

function without(links: Links, bridges: ReadonlyMap<string, Bridge>): Links {
  if (bridges.size === 0) return links
  return new Map([...links].map(([key, own]) => [key, new Map([...own].filter(([other]) => !bridges.has(other)))]))
}

function anyApart(bundle: readonly string[], members: ReadonlySet<string>, law: Law): boolean {
  return apartRuling(bundle, members, law) !== undefined
}

function apartRuling(bundle: readonly string[], members: ReadonlySet<string>, law: Law): PairRuling | undefined {
  if (law.pairs.size === 0) return undefined
  for (const one of bundle) {
    for (const other of members) {
      const ruling = law.pairs.get(pairKey(one, other))
      if (ruling?.together === false) return ruling
    }
  }
  return undefined
}

/** Texts that editors joined, in groups; the later ruling goes first, and one that would break another is a dispute. */
function bundles(texts: readonly Text[], law: Law) {
  const groups = new Map<string, string[]>(texts.map((text) => [text.key, [text.key]]))
  const byKey = new Map(texts.map((text) => [text.key, text]))
  const disputes: TextDispute[] = []
  for (const ruling of joins(law)) {
    const one = groups.get(ruling.one) as string[]
    const other = groups.get(ruling.other) as string[]
    if (one === other) continue
    const apart = apartRuling(one, new Set(other), law)
    if (apart !== undefined) {
      disputes.push(contradiction(ruling, apart, byKey))
      continue
    }
    const all = [...one, ...other].sort()
    for (const key of all) groups.set(key, all)
  }
  return { bundleOf: (key: string): readonly string[] => groups.get(key) ?? [key], disputes }
}

function joins(law: Law): readonly PairRuling[] {
  return [...law.pairs.values()].filter((one) => one.together).sort((one, other) => other.age - one.age || (pairKey(one.one, one.other) < pairKey(other.one, other.other) ? -1 : 1))
}

function contradiction(join: PairRuling, apart: PairRuling, byKey: ReadonlyMap<string, Text>): TextDispute {
  const [one, other, left, right] = [join.one, join.other, apart.one, apart.other].map((key) => articleOf(byKey, key)) as [string, string, string, string]
  return {
    texts: [join.one, join.other],
    sentence: `Decision ${join.decision} joins article ${one} to article ${other}, but decision ${apart.decision} keeps article ${left} from article ${right}; they stay apart.`,
    decisions: [join.decision, apart.decision],
    articles: [...new Set([one, other, left, right])],
  }
}
