// How is the demonstration told? As plain lines: what came in, what is one text and why, what was kept apart and why.
import type { Article } from '../domain/article.ts'
import type { Cluster, ClusterMember } from '../domain/cluster.ts'
import type { Document } from '../domain/document.ts'
import type { Match } from '../domain/match.ts'

export interface Archive {
  readonly documents: readonly Document[]
  readonly articles: readonly Article[]
  readonly clusters: readonly Cluster[]
  /** Matches of the relations that merge nothing. */
  readonly apart: readonly Match[]
  readonly question: string
  readonly found: { readonly total: number; readonly hits: readonly { readonly headline: string; readonly copies: number }[] }
}

const HEADLINE_WIDTH = 60
const INDENT = ' '.repeat(18)
/** The reasons that make a verdict plain; the rest is for the desk. */
const TOLD = new Set(['facts-changed', 'wording-changed', 'quotations-altered', 'names-shared'])

export function demoReport(archive: Archive): string {
  const names = new Map(archive.articles.map((article) => [article.id, nameOf(article)]))
  const families = archive.clusters.filter((cluster) => cluster.size > 1)
  const single = archive.clusters.length - families.length
  return [
    `Received ${countOf(archive.documents.length, 'document')}:`,
    ...table(archive.documents.map(documentRow)),
    '',
    `Found ${countOf(archive.articles.length, 'article')} in ${countOf(archive.clusters.length, 'cluster')}; ${single} stand alone.`,
    ...families.flatMap((cluster) => familyLines(cluster, names)),
    ...apartLines(archive.apart, names),
    '',
    ...searchLines(archive),
  ].join('\n')
}

function documentRow(document: Document): readonly string[] {
  const outcome = document.problem === undefined ? document.status : `${document.status}: ${document.problem.detail}`
  const cut = document.furniture.length === 0 ? '' : `${countOf(document.furniture.length, 'piece')} of furniture set aside`
  return [document.name, outcome, countOf(document.articleCount, 'article'), cut]
}

function familyLines(cluster: Cluster, names: ReadonlyMap<string, string>): readonly string[] {
  const copies = cluster.members.filter((member) => member.articleId !== cluster.principalId)
  return [
    '',
    `One text, ${cluster.size} times. Led by ${names.get(cluster.principalId) ?? cluster.principalId}; the others:`,
    ...copies.flatMap((member) => memberLines(member, names)),
  ]
}

function memberLines(member: ClusterMember, names: ReadonlyMap<string, string>): readonly string[] {
  const match = member.relation
  const share = match === undefined ? [] : [`${INDENT}${shareOf(member.articleId, match)}`]
  return [`  ${(match?.relation ?? '').padEnd(15)} ${names.get(member.articleId) ?? member.articleId}`, ...reasonLines(match), ...share]
}

/** Never one "similarity": how much of the copy is in the original and how much of that in it are two questions. */
function shareOf(copyId: string, { left, containment }: Match): string {
  const [own, other] = left === copyId ? [containment.left, containment.right] : [containment.right, containment.left]
  return `${percent(own)} of it stands in the leading text, ${percent(other)} of that in it.`
}

function apartLines(apart: readonly Match[], names: ReadonlyMap<string, string>): readonly string[] {
  if (apart.length === 0) return []
  const pairs = apart.flatMap((match) => [
    `  ${match.relation.padEnd(15)} ${names.get(match.left) ?? match.left}`,
    `  ${'and'.padStart(15)} ${names.get(match.right) ?? match.right}`,
    ...reasonLines(match),
  ])
  return ['', 'Alike and yet two texts, kept apart:', ...pairs]
}

function reasonLines(match: Match | undefined): readonly string[] {
  const told = (match?.reasons ?? []).filter((reason, index) => index === 0 || TOLD.has(reason.code))
  return told.map((reason) => `${INDENT}${reason.message}`)
}

function searchLines({ question, found }: Archive): readonly string[] {
  const hits = found.hits.map((hit) => `  ${shortened(hit.headline)} (${hit.copies === 1 ? '1 copy' : `${hit.copies} copies`} folded under it)`)
  return [`A search for ${question} finds ${countOf(found.total, 'story', 'stories')}:`, ...hits]
}

/** A headline is a person's name for an article; where a text has none, its document's name has to do. */
function nameOf(article: Article): string {
  const headline = article.headline === '' ? 'no headline' : shortened(article.headline)
  return `${article.documentName} (${headline})`
}

function shortened(text: string): string {
  return text.length <= HEADLINE_WIDTH ? text : `${text.slice(0, HEADLINE_WIDTH - 1).trimEnd()}…`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, cell.length)), [])
  return rows.map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd())
}
