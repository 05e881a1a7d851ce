// Which planned cluster goes on under which id? Each id goes with one article, its keeper; a group takes the id that
// stood for most articles before people decided anything. So what a decision did, its withdrawal undoes to the letter,
// in whatever order, and links and bookmarks of people stay true while texts come and go.
import type { ClusterNode, PlannedCluster } from '../domain/cluster.ts'
import type { Ruling } from '../domain/decision.ts'
import type { Law } from './rulings.ts'
import { lookedAt } from './standing.ts'
import type { Star } from './stars.ts'
import { compare, compareIds } from './texts.ts'

export function named(stars: readonly Star[], law: Law, rulings: readonly Ruling[]): readonly PlannedCluster[] {
  return stars.map((star) => {
    const nodes = star.texts.flatMap((text) => text.nodes)
    const pin = law.pins.get(star.principal.key)
    const principal = star.principal.nodes.find((node) => node.id === pin?.article) ?? (star.principal.nodes[0] as ClusterNode)
    const id = inherited(nodes)
    return {
      ...(id === undefined ? {} : { id }),
      principalId: principal.id,
      principalBy: pin === undefined ? ('rule' as const) : ('editor' as const),
      memberIds: [principal.id, ...nodes.map((node) => node.id).filter((one) => one !== principal.id).sort(compare)],
      ...lookedAt(star.texts.map((text) => ({ hash: text.key, articles: text.nodes.map((node) => node.id) })), id, rulings),
      disputes: star.disputes,
    }
  })
}

function inherited(nodes: readonly ClusterNode[]): string | undefined {
  const kept = nodes.flatMap((node) => node.keeps ?? [])
  return kept.sort((one, other) => other.settled - one.settled || compareIds(one.cluster, other.cluster))[0]?.cluster
}
