// Did somebody say before that these two clusters hold different texts? A merge would overrule it: whom, is said first.
import type { DecisionRecord } from '../../../../server/src/http/contract/decisions.ts'
import type { Cluster } from './cluster.ts'

type Told = Pick<DecisionRecord, 'id' | 'articles' | 'others' | 'actor' | 'decidedAt'>

export interface ToldApart {
  readonly decision: string
  /** One of each cluster. */
  readonly left: string
  readonly right: string
  readonly actor: string
  readonly decidedAt: string
}

/** One pair of each decision that keeps a member of one from a member of the other. */
export function toldApart(one: Cluster, other: Cluster, decisions: readonly Told[]): readonly ToldApart[] {
  const [here, there] = [idsOf(one), idsOf(other)]
  return decisions.flatMap(({ id, articles, others, actor, decidedAt }) => {
    for (const [from, to] of [[articles, others], [others, articles]] as const) {
      const left = from.find((article) => here.has(article))
      const right = to.find((article) => there.has(article))
      if (left !== undefined && right !== undefined) return [{ decision: id, left, right, actor, decidedAt }]
    }
    return []
  })
}

function idsOf(cluster: Cluster): ReadonlySet<string> {
  return new Set(cluster.members.map((member) => member.articleId))
}
