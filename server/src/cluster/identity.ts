// Which planned cluster goes on under which id? The group that holds a cluster's old principal keeps its id,
// so that links, notes and bookmarks of people stay true while texts come and go.
import type { ClusterNode, PlannedCluster } from '../domain/cluster.ts'
import type { Law } from './rulings.ts'
import type { Star } from './stars.ts'
import { compare } from './texts.ts'

export function named(stars: readonly Star[], law: Law): readonly PlannedCluster[] {
  const drafts = stars.map((star) => ({ star, nodes: star.texts.flatMap((text) => text.nodes), principal: star.principal.nodes[0] as ClusterNode }))
  const ids = claim(drafts.map((draft) => ({ principal: draft.principal.id, nodes: draft.nodes })))
  return drafts.map(({ star, nodes, principal }, at) => {
    const id = ids[at]
    return {
      ...(id === undefined ? {} : { id }),
      principalId: principal.id,
      principalBy: law.pins.has(star.principal.key) ? ('editor' as const) : ('rule' as const),
      memberIds: [principal.id, ...nodes.map((node) => node.id).filter((one) => one !== principal.id).sort(compare)],
      reviewed: law.reviews.some((review) => star.texts.every((text) => review.has(text.key))),
      conflicts: star.conflicts,
    }
  })
}

interface Group {
  readonly principal: string
  readonly nodes: readonly ClusterNode[]
}

interface Claim {
  readonly group: number
  readonly id: string
  /** Higher goes first: held the old principal, leads now with it, how many members came along. */
  readonly weight: readonly [number, number, number]
}

/** Each old id goes to at most one group and each group gets at most one, by the weight of its claim. */
function claim(groups: readonly Group[]): readonly (string | undefined)[] {
  const claims: Claim[] = []
  groups.forEach(({ principal, nodes }, group) => {
    const byOld = new Map<string, { count: number; led: number; leads: number }>()
    for (const node of nodes) {
      const one = byOld.get(node.clusterId) ?? { count: 0, led: 0, leads: 0 }
      byOld.set(node.clusterId, one)
      one.count++
      if (node.principal === true) one.led = 1
      if (node.principal === true && node.id === principal) one.leads = 1
    }
    for (const [id, one] of byOld) claims.push({ group, id, weight: [one.led, one.leads, one.count] })
  })
  claims.sort((one, other) => other.weight[0] - one.weight[0] || other.weight[1] - one.weight[1] || other.weight[2] - one.weight[2] || compareIds(one.id, other.id) || one.group - other.group)
  const ids: (string | undefined)[] = groups.map(() => undefined)
  const given = new Set<string>()
  for (const one of claims) {
    if (ids[one.group] !== undefined || given.has(one.id)) continue
    ids[one.group] = one.id
    given.add(one.id)
  }
  return ids
}

/** Ids that are numbers: the older first. */
function compareIds(one: string, other: string): number {
  return one.length - other.length || compare(one, other)
}
