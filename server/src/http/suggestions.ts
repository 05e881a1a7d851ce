// Which articles outside a cluster are near to it? Pairs that were compared and fell below the line, one row an article
// with the member that it is nearest to; whom a person told from the cluster is not suggested again.
import type { z } from 'zod'
import type { Cluster } from '../domain/cluster.ts'
import type { ArchiveStore, NearMatch } from '../store/port.ts'
import type { SuggestionsAnswer } from './contract/clusters.ts'

/** Pairs looked at, and articles suggested. */
const PAIRS = 500
const SUGGESTED = 20

export async function suggestions(cluster: Cluster, { matches, articles, decisions }: ArchiveStore): Promise<z.input<typeof SuggestionsAnswer>> {
  const nearest = new Map<string, NearMatch>()
  for (const match of await matches.around(cluster.id, PAIRS)) if (!nearest.has(match.left)) nearest.set(match.left, match)
  const apart = await toldApart(cluster, decisions)
  const near = [...nearest.values()].filter((match) => !apart.has(match.left) && match.decidedBy === 'rule')
  const wanted = near.slice(0, SUGGESTED)
  const found = new Map((await articles.heads(wanted.map((match) => match.left))).map((article) => [article.id, article]))
  const data = wanted.flatMap((match) => {
    const article = found.get(match.left)
    if (article === undefined) return []
    const { id: articleId, headline, publisher, publishedAt, wordCount, clusterId, clusterSize } = article
    const optional = { ...(publisher !== undefined && { publisher }), ...(publishedAt !== undefined && { publishedAt }) }
    return [{ articleId, headline, wordCount, clusterId, clusterSize, ...optional, match: summary(match) }]
  })
  return { data, total: near.length }
}

function summary({ right, relation, confidence, matchedWords, containment, reasons }: NearMatch): z.input<typeof SuggestionsAnswer>['data'][number]['match'] {
  const reason = reasons[0]?.message
  return { member: right, relation, confidence, matchedWords, containment, ...(reason !== undefined && { reason }) }
}

/** Articles that standing decisions keep from one of its members. */
async function toldApart(cluster: Cluster, decisions: ArchiveStore['decisions']): Promise<ReadonlySet<string>> {
  const { data } = await decisions.list({ filter: { cluster: cluster.id, apart: true, withdrawn: false }, offset: 0, limit: PAIRS })
  return new Set(data.flatMap((decision) => [...decision.articles, ...decision.others]))
}
