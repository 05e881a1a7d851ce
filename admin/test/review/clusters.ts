// Clusters made up for the tests of the review: only what the screen looks at.
import type { Cluster, Member } from '../../src/panel/review/cluster.ts'

interface Made {
  readonly id?: string
  readonly version?: number
  readonly names?: readonly (string | undefined)[]
}

/** The first member leads; the article ids are the cluster's id with a letter. */
export function clusterOf({ id = '7', version = 1, names = ['The Herald', 'The Courier', 'The Gazette'] }: Made = {}): Cluster {
  const members = names.map((publisher, index) => memberOf(`${id}${'abcdefgh'[index]}`, publisher, index))
  return {
    id, version, members,
    principalId: `${id}a`, principalBy: 'rule', principalHeadline: `Story ${id}`, size: members.length,
    status: 'open', standing: 'open', kinds: {}, confidence: 'high', conflicts: [], disputes: [],
    newestAt: '2026-01-01T00:00:00.000Z', later: false, updatedAt: '2026-01-01T00:00:00.000Z',
  }
}

function memberOf(articleId: string, publisher: string | undefined, index: number): Member {
  return { articleId, headline: `Story told ${index}`, wordCount: 100, createdAt: '2026-01-01T00:00:00.000Z', ...(publisher !== undefined && { publisher }), ...(index > 0 && { kind: 'spun' as const }) }
}
