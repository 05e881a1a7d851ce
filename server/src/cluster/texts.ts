// Which different texts are there, and which of the articles that carry one stands for it?
import type { ClusterNode } from '../domain/cluster.ts'

export interface Text {
  /** Content hash; an article without words is a text of its own. */
  readonly key: string
  /** The articles that carry it, the one that should lead first. */
  readonly nodes: readonly ClusterNode[]
}

/** In order of their keys. */
export function textsOf(nodes: readonly ClusterNode[]): readonly Text[] {
  const byKey = new Map<string, ClusterNode[]>()
  for (const node of nodes) {
    const key = node.wordCount === 0 ? `${node.contentHash}/${node.id}` : node.contentHash
    const group = byKey.get(key)
    if (group === undefined) byKey.set(key, [node])
    else group.push(node)
  }
  const texts = [...byKey].map(([key, group]) => ({ key, nodes: group.sort(compareNodes) }))
  return texts.sort((one, other) => compare(one.key, other.key))
}

/** Negative where `one` should lead: complete, on its own page, signed, with a publisher, early, long, received first. */
export function compareNodes(one: ClusterNode, other: ClusterNode): number {
  return (
    Number(other.completeness === 'complete') - Number(one.completeness === 'complete') ||
    Number(one.documentArticles > 1) - Number(other.documentArticles > 1) ||
    Number(other.hasByline) - Number(one.hasByline) ||
    Number(other.publisher !== undefined) - Number(one.publisher !== undefined) ||
    compare(one.publishedAt ?? '9', other.publishedAt ?? '9') ||
    other.wordCount - one.wordCount ||
    compare(one.createdAt, other.createdAt) ||
    one.id.length - other.id.length ||
    compare(one.id, other.id)
  )
}

export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Ids that are numbers: the older first. */
export function compareIds(one: string, other: string): number {
  return one.length - other.length || compare(one, other)
}

/** The article that stands for a text. */
export function articleOf(byKey: ReadonlyMap<string, Text>, key: string): string {
  return byKey.get(key)?.nodes[0]?.id ?? key
}
