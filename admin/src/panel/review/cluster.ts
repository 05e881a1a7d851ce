// What is a cluster on this screen, and what will it be in a moment? A decision shows at once; the service's answer
// replaces what was foreseen.
import type { ClusterAnswer } from '../../../../server/src/http/contract/clusters.ts'
import { isCopy } from './kinds.ts'
import type { Ruling } from './acts.ts'

export type Standing = 'open' | 'reviewed' | 'changed' | 'conflict'
export type Band = 'high' | 'medium' | 'low'

export type Cluster = ClusterAnswer
export type Member = Cluster['members'][number]

/** The one that leads is the first, and chosen by 1; the others stand as the service has them. */
export function inOrder(cluster: Cluster): Cluster {
  const lead = cluster.members.filter((member) => member.articleId === cluster.principalId)
  return { ...cluster, members: [...lead, ...cluster.members.filter((member) => member.articleId !== cluster.principalId)] }
}

/** The cluster as it will be once this is decided, as far as that can be told without the other clusters. */
export function foreseen(cluster: Cluster, ruling: Ruling): Cluster {
  switch (ruling.kind) {
    case 'review':
      return { ...cluster, status: 'reviewed' }
    case 'set-principal':
      return led(cluster, ruling.articles[0] ?? cluster.principalId)
    case 'separate':
      return ruling.from === undefined || ruling.from.includes(cluster.principalId) ? without(cluster, ruling.articles) : cluster
    case 'set-relation':
      return isCopy(ruling.relation) ? cluster : without(cluster, ruling.articles.slice(1))
    case 'join':
    case 'later':
      return cluster
  }
}

function led(cluster: Cluster, principalId: string): Cluster {
  const first = cluster.members.filter((member) => member.articleId === principalId)
  const { weakestLink: _, ...rest } = cluster
  // Links to the old principal say nothing about the new one.
  const members = [...first, ...cluster.members.filter((member) => member.articleId !== principalId)].map(({ relation: __, ...member }) => member)
  return { ...rest, principalId, principalBy: 'editor', members }
}

function without(cluster: Cluster, articles: readonly string[]): Cluster {
  const members = cluster.members.filter((member) => !articles.includes(member.articleId))
  const first = members[0]
  if (first === undefined) return cluster
  const next = { ...cluster, members, size: members.length }
  return members.some((member) => member.articleId === cluster.principalId) ? next : { ...led(next, first.articleId), principalBy: 'rule' }
}

/** The member whose link is most in doubt is looked at first; in a cluster of one, the principal. */
export function doubtful(cluster: Cluster): string {
  const others = cluster.members.filter((member) => member.articleId !== cluster.principalId)
  const confidence = (member: Member): number => member.relation?.confidence ?? 1
  const least = others.reduce<Member | undefined>((best, member) => (best === undefined || confidence(member) < confidence(best) ? member : best), undefined)
  return (least ?? others[0])?.articleId ?? cluster.principalId
}

export function headlineOf(cluster: Cluster): string {
  return cluster.members.find((member) => member.articleId === cluster.principalId)?.headline || 'Without a headline'
}
