// How is a version called in a sentence? By its publisher where that tells it apart in its cluster, else by its headline,
// else by its place in the list, which is also the digit that chooses it.
import type { Cluster } from './cluster.ts'

const HEADLINE_MOST = 48

export function nameIn(cluster: Cluster, articleId: string): string {
  const at = cluster.members.findIndex((member) => member.articleId === articleId)
  const member = cluster.members[at]
  if (member === undefined) return 'a version that is gone'
  const { publisher, headline } = member
  if (publisher !== undefined && once(cluster.members.map((one) => one.publisher), publisher)) return `the ${publisher.replace(/^the\s+/i, '')} version`
  if (headline !== '' && once(cluster.members.map((one) => one.headline), headline)) return `“${shortened(headline)}”`
  return `version ${at + 1}`
}

/** Before a text or in a drawing: the digit that chooses it, and who published it. */
export function labelIn(cluster: Cluster, articleId: string): string {
  const at = cluster.members.findIndex((member) => member.articleId === articleId)
  const member = cluster.members[at]
  return member === undefined ? 'Another' : `${at + 1} · ${member.publisher ?? shortened(member.headline || 'Without a headline')}`
}

export function shortened(headline: string): string {
  if (headline.length <= HEADLINE_MOST) return headline
  const cut = headline.slice(0, HEADLINE_MOST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), HEADLINE_MOST / 2))}…`
}

function once(all: readonly (string | undefined)[], one: string): boolean {
  return all.filter((other) => other === one).length === 1
}
