// How is evidence put together? The articles from the store, the alignment from the matcher, and from the evidence room what
// there is to see. It reads only, and runs where texts are compared, so that no answer to the web waits for it.
import type { Article } from '../domain/article.ts'
import type { Clock } from '../domain/clock.ts'
import type { Cluster } from '../domain/cluster.ts'
import type { Evidence, EvidenceSide, Family, Stack } from '../domain/evidence.ts'
import { type Match, pairKey } from '../domain/match.ts'
import { ProblemError } from '../domain/problem.ts'
import { shownMatches } from './editorial.ts'
import { type Compared, evidenceOf, familyOf, type MemberText, type Relative, stackOf } from '../evidence/evidence.ts'
import { matchClosely, matchTexts } from '../match/match.ts'
import { type ComparableCache, matchSide } from '../seek.ts'
import type { ArchiveStore, ArticleSide } from '../store/port.ts'

export interface ProveParts {
  readonly store: ArchiveStore
  readonly cache: ComparableCache
  readonly clock: Clock
}

/** Members that are all compared with one another for a family; larger clusters show the links that are known. */
const ALL_PAIRS = 10

/** Members that are read word for word for a family or a stack, the least alike first: what is nearly the principal has little to add, and nobody waits for it. */
const READ_MOST = 60

/** An article with all that a comparison shows and needs. */
interface Known {
  readonly article: Article
  readonly side: ArticleSide
}

/** `not-found` where one of the two is not there. */
export async function prove(left: string, right: string, parts: ProveParts): Promise<Evidence> {
  const [one, other] = await knownOf([left, right], parts.store)
  const compared = comparedOf(one as Known, other as Known, parts.cache, await decided(left, right, parts.store))
  return {
    left: told(one as Known),
    right: told(other as Known),
    match: compared.match,
    ...evidenceOf(compared),
    ...pathBetween(one as Known, other as Known, await parts.store.clusters.get((one as Known).article.clusterId)),
    method: { matchVersion: compared.match.matchVersion, computedAt: parts.clock().toISOString() },
  }
}

/** Who derives from whom in a cluster, what each adds, and where they disagree. `not-found` for an unknown cluster. */
export async function proveFamily(clusterId: string, parts: ProveParts): Promise<Family> {
  const { cluster, members } = await clusterOf(clusterId, parts.store)
  const principal = members.find((one) => one.article.id === cluster.principalId) as Known
  const others = members.filter((one) => one !== principal)
  const stored = await parts.store.matches.component([principal.article.id])
  const read = leastAlike(others, cluster).map((one) => memberText(principal, one, cluster, parts.cache))
  const relatives = others.map((one) => relativeOf(one, cluster))
  return familyOf({ cluster, principal: told(principal), principalText: parts.cache.of(principal.article.id, principal.article.body), members: relatives, read, matches: matchesAmong(others, shownMatches(stored), parts.cache) })
}

/** All members against one reference, the principal unless said. `not-found` where it is no member. */
export async function proveStack(clusterId: string, reference: string | undefined, parts: ProveParts): Promise<Stack> {
  const { cluster, members } = await clusterOf(clusterId, parts.store)
  const base = members.find((one) => one.article.id === (reference ?? cluster.principalId))
  if (base === undefined) throw new ProblemError('not-found', `Article ${reference ?? cluster.principalId} is no member of cluster ${clusterId}.`)
  const others = members.filter((one) => one !== base)
  const read = leastAlike(others, cluster)
  const texts = read.map((one) => memberText(base, one, cluster, parts.cache))
  return stackOf({ cluster, reference: told(base), referenceText: base.article.body, members: texts, more: others.length - read.length })
}

/** In the order in which they stand. */
function leastAlike(others: readonly Known[], { members }: Cluster): readonly Known[] {
  if (others.length <= READ_MOST) return others
  const share = new Map(members.map(({ articleId, relation }) => [articleId, relation === undefined ? 0 : Math.min(relation.containment.left, relation.containment.right)]))
  const near = (one: Known): number => share.get(one.article.id) ?? 0
  const chosen = new Set([...others].sort((one, other) => near(one) - near(other)).slice(0, READ_MOST))
  return others.filter((one) => chosen.has(one))
}

function relativeOf(one: Known, cluster: Cluster): Relative {
  const member = cluster.members.find(({ articleId }) => articleId === one.article.id)
  return { side: told(one), ...(member?.relation !== undefined && { relation: member.relation }) }
}

function memberText(base: Known, one: Known, cluster: Cluster, cache: ComparableCache): MemberText {
  return {
    ...relativeOf(one, cluster),
    text: cache.of(one.article.id, one.article.body),
    evidence: evidenceOf(comparedOf(base, one, cache, undefined)),
  }
}

function comparedOf(one: Known, other: Known, cache: ComparableCache, byEditor: Match | undefined): Compared {
  const [left, right] = [matchSide(one.side, cache), matchSide(other.side, cache)]
  const { match, aligned } = matchClosely(left, right)
  const incomplete = [one, other].some(({ article }) => article.completeness === 'incomplete')
  if (byEditor === undefined) return { left: left.text, right: right.text, match, aligned, incomplete }
  const { relation, decidedBy, confidence } = byEditor
  const reasons = [...byEditor.reasons.filter((reason) => reason.code.endsWith('-by-editor')), ...match.reasons]
  return { left: left.text, right: right.text, match: { ...match, relation, decidedBy, confidence, reasons }, aligned, incomplete }
}

/** What an editor called this pair, whichever way round. */
async function decided(left: string, right: string, store: ArchiveStore): Promise<Match | undefined> {
  const stored = await store.matches.between(left, right)
  return stored?.decidedBy === 'editor' ? stored : undefined
}

async function clusterOf(id: string, store: ArchiveStore): Promise<{ readonly cluster: Cluster; readonly members: readonly Known[] }> {
  const cluster = await store.clusters.get(id)
  if (cluster === undefined) throw new ProblemError('not-found', `There is no cluster ${id}.`)
  return { cluster, members: await knownOf(cluster.members.map((member) => member.articleId), store) }
}

async function knownOf(ids: readonly string[], store: ArchiveStore): Promise<readonly Known[]> {
  const wanted = [...new Set(ids)]
  const [articles, sides] = [await store.articles.getMany(wanted), await store.articles.sides(wanted)]
  const byId = new Map(sides.map((side) => [side.id, side]))
  const known = new Map(articles.flatMap((article) => (byId.has(article.id) ? [[article.id, { article, side: byId.get(article.id) as ArticleSide }] as const] : [])))
  return ids.map((id) => {
    const one = known.get(id)
    if (one === undefined) throw new ProblemError('not-found', `There is no article ${id}.`)
    return one
  })
}

function told({ article, side }: Known): EvidenceSide {
  const { publisher, publishedAt, url } = article
  return {
    articleId: article.id,
    version: article.version,
    headline: article.headline,
    byline: article.byline,
    language: article.language,
    words: article.wordCount,
    completeness: article.completeness,
    documentId: article.documentId,
    documentName: article.documentName,
    documentArticles: side.documentArticles,
    clusterId: article.clusterId,
    ...(publisher !== undefined && { publisher }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(url !== undefined && { url }),
  }
}

/** Among members beside the principal: who is whose copy. */
function matchesAmong(others: readonly Known[], stored: readonly Match[], cache: ComparableCache): readonly Match[] {
  const ids = new Set(others.map((one) => one.article.id))
  const known = new Map(stored.filter((match) => ids.has(match.left) && ids.has(match.right)).map((match) => [pairKey(match.left, match.right), match]))
  if (others.length > ALL_PAIRS) return [...known.values()]
  return others.flatMap((one, at) =>
    others.slice(at + 1).map((other) => known.get(pairKey(one.article.id, other.article.id)) ?? matchTexts(matchSide(one.side, cache), matchSide(other.side, cache), 'copies')),
  )
}

/** Siblings through a third text can look like strangers: what links them is said. */
function pathBetween(one: Known, other: Known, cluster: Cluster | undefined): Pick<Evidence, 'path'> {
  const led = [one, other].some(({ article }) => article.id === cluster?.principalId)
  if (cluster === undefined || led || one.article.clusterId !== other.article.clusterId || one.article.id === other.article.id) return {}
  const ids = [...new Set([one.article.id, cluster.principalId, other.article.id])]
  const path = ids.flatMap((id) => {
    const member = cluster.members.find(({ articleId }) => articleId === id)
    return member === undefined ? [] : [{ articleId: id, headline: member.headline, ...(member.publisher !== undefined && { publisher: member.publisher }) }]
  })
  return { path }
}
