// What do people's decisions make of the matches? A pair whose relation an editor set, and a member that an editor joined,
// show an editor's word over what was measured; once withdrawn, the rule's verdict is back.
import type { ClusterNode, PlannedCluster } from '../domain/cluster.ts'
import type { Ruling } from '../domain/decision.ts'
import { isCopy, type Match, pairKey, type Reason, type Relation } from '../domain/match.ts'
import type { Component, Word } from '../store/port.ts'

/** The ids of two articles. */
export type Pair = readonly [string, string]

/** The loosest way of being a copy: said of texts that only an editor would put together. */
const JOINED: Relation = 'abridged'

/** Pairs that need a match because of a decision: relations that were set, members without a match to their principal. */
export function pairsOfDecisions(nodes: readonly ClusterNode[], rulings: readonly Ruling[], plan: readonly PlannedCluster[]): readonly Pair[] {
  const members = plan.flatMap((cluster) => cluster.memberIds.filter((id) => id !== cluster.principalId).map((id): Pair => [id, cluster.principalId]))
  return [...members, ...[...relationsSet(nodes, rulings).values()].map(({ pair }) => pair)]
}

/** Editors' words on pairs; those that no decision touches are left out. `measured` holds a match for each pair. */
export function wordsOf(
  nodes: readonly ClusterNode[],
  rulings: readonly Ruling[],
  plan: readonly PlannedCluster[],
  measured: ReadonlyMap<string, Match>,
): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>()
  for (const { principalId, memberIds } of plan) {
    for (const id of memberIds) {
      const key = pairKey(id, principalId)
      const match = measured.get(key)
      if (match === undefined || isCopy(match.relation)) continue
      words.set(key, wordOn(match, JOINED, 'joined-by-editor', 'An editor put these two together'))
    }
  }
  for (const [key, { relation }] of relationsSet(nodes, rulings)) {
    const match = measured.get(key)
    if (match !== undefined) words.set(key, wordOn(match, relation, 'set-by-editor', `An editor called this ${relation}`))
  }
  return words
}

/** A fresh match as an editor's word has it, where one stands on the stored one. */
export function asDecided(fresh: Match, stored: Match | undefined): Match {
  const ground = stored?.decidedBy === 'editor' ? stored.reasons[0] : undefined
  if (stored === undefined || ground === undefined) return fresh
  return { ...fresh, relation: stored.relation, decidedBy: 'editor', confidence: 1, reasons: [ground, ...fresh.reasons] }
}

/** The matches of a component as they are shown: editors' words over what was measured. */
export function shownMatches({ matches, asked, words }: Component): readonly Match[] {
  const byPair = new Map(words.map((word) => [pairKey(word.left, word.right), word]))
  return [...matches, ...asked].map((match) => {
    const word = byPair.get(pairKey(match.left, match.right))
    return word === undefined ? match : { ...match, relation: word.relation, decidedBy: 'editor', confidence: 1, reasons: [word.ground, ...match.reasons] }
  })
}

/** By pair of articles; the latest ruling on a pair of texts counts. */
function relationsSet(nodes: readonly ClusterNode[], rulings: readonly Ruling[]): ReadonlyMap<string, { readonly pair: Pair; readonly relation: Relation }> {
  const idsOf = new Map<string, ClusterNode[]>()
  for (const node of nodes) idsOf.set(node.contentHash, [...(idsOf.get(node.contentHash) ?? []), node])
  const set = new Map<string, { readonly pair: Pair; readonly relation: Relation }>()
  for (const { kind, texts, relation } of rulings) {
    if (kind !== 'set-relation' || relation === undefined) continue
    const [one = '', other = ''] = texts
    for (const left of idsOf.get(one) ?? []) {
      for (const right of idsOf.get(other) ?? []) if (left.id !== right.id) set.set(pairKey(left.id, right.id), { pair: [left.id, right.id], relation })
    }
  }
  return set
}

function wordOn(match: Match, relation: Relation, code: string, said: string): Word {
  const ground: Reason = { code, message: `${said}; by the words alone it is ${match.relation}.` }
  return { left: match.left, right: match.right, relation, ground }
}
