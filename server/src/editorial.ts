// What do people's decisions make of the matches? A pair whose relation an editor set, and a member that an editor joined,
// show a match decided by the editor, with the measured figures as its grounds; once withdrawn, the rule's verdict is back.
import type { ClusterNode, PlannedCluster } from './domain/cluster.ts'
import type { Ruling } from './domain/decision.ts'
import { isCopy, type Match, pairKey, type Reason, type Relation } from './domain/match.ts'

/** The ids of two articles. */
export type Pair = readonly [string, string]

/** The loosest way of being a copy: said of texts that only an editor would put together. */
const JOINED: Relation = 'abridged'

/** Pairs whose stored match an editor decided: measured anew before a plan, so that no withdrawn decision lingers. */
export function editorPairs(matches: readonly Match[]): readonly Pair[] {
  return matches.filter((match) => match.decidedBy === 'editor').map((match) => [match.left, match.right])
}

/** Pairs that need a match because of a decision: relations that were set, members without a match to their principal. */
export function pairsOfDecisions(nodes: readonly ClusterNode[], rulings: readonly Ruling[], plan: readonly PlannedCluster[]): readonly Pair[] {
  const members = plan.flatMap((cluster) => cluster.memberIds.filter((id) => id !== cluster.principalId).map((id): Pair => [id, cluster.principalId]))
  return [...members, ...[...relationsSet(nodes, rulings).values()].map(({ pair }) => pair)]
}

/** The matches as people have decided them; those that no decision touches are left out. `measured` holds a match for each pair. */
export function decidedMatches(
  nodes: readonly ClusterNode[],
  rulings: readonly Ruling[],
  plan: readonly PlannedCluster[],
  measured: ReadonlyMap<string, Match>,
): readonly Match[] {
  const decided = new Map<string, Match>()
  for (const { principalId, memberIds } of plan) {
    for (const id of memberIds) {
      const match = measured.get(pairKey(id, principalId))
      if (match === undefined || isCopy(match.relation)) continue
      decided.set(pairKey(id, principalId), byEditor(match, JOINED, 'joined-by-editor', 'An editor put these two together'))
    }
  }
  for (const [key, { relation }] of relationsSet(nodes, rulings)) {
    const match = measured.get(key)
    if (match !== undefined) decided.set(key, byEditor(match, relation, 'set-by-editor', `An editor called this ${relation}`))
  }
  return [...decided.values()]
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

function byEditor(match: Match, relation: Relation, code: string, said: string): Match {
  const ground: Reason = { code, message: `${said}; by the words alone it is ${match.relation}.` }
  return { ...match, relation, decidedBy: 'editor', confidence: 1, reasons: [ground, ...match.reasons] }
}
