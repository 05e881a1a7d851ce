// Which articles are one text, and who leads? Stars: every member has a direct match to the principal, so that a chain
// of likenesses cannot merge strangers. People's rulings outrank every score; where they contradict, it is said.
// Worked out on different texts, not on articles: equal texts are always together, and rulings are bound to texts.
import type { ClusterNode, PlannedCluster } from '../domain/cluster.ts'
import type { Ruling } from '../domain/decision.ts'
import type { Match } from '../domain/match.ts'
import { named } from './identity.ts'
import { linksOf } from './links.ts'
import { lawOf } from './rulings.ts'
import { starsOf } from './stars.ts'
import { textsOf } from './texts.ts'

export { lookedAt } from './standing.ts'

/**
 * Clusters of all `nodes`, each node in exactly one, whatever order they come in. `matches` may be in either direction;
 * of a pair given twice the editor's counts, else the stronger. Members that an editor joined, and members whose text
 * is equal to a member's, may lack a match to the principal: the caller makes it.
 */
export function planClusters(nodes: readonly ClusterNode[], matches: readonly Match[], rulings: readonly Ruling[]): readonly PlannedCluster[] {
  const texts = textsOf(nodes)
  const law = lawOf(texts, rulings)
  const links = linksOf(texts, matches, law)
  return named(starsOf(texts, links, law), law, rulings)
}
