// What do the copies know that the principal doesn't? Tags and described fields, offered one by one with where they come
// from; what a person corrected comes first, and nothing is taken over by itself.
import type { z } from 'zod'
import type { Article } from '../domain/article.ts'
import type { Cluster } from '../domain/cluster.ts'
import type { ArchiveStore } from '../store/port.ts'
import { CARRIED_FIELDS, type CarryOverAnswer } from './contract/clusters.ts'

type Field = (typeof CARRIED_FIELDS)[number]
type Offer = z.input<typeof CarryOverAnswer>['offers'][number]

export async function carryOver(cluster: Cluster, { articles }: ArchiveStore): Promise<z.input<typeof CarryOverAnswer>> {
  const members = await articles.getMany(cluster.members.map((member) => member.articleId))
  const principal = members.find((article) => article.id === cluster.principalId)
  if (principal === undefined) return { principal: { id: cluster.principalId, version: 1 }, offers: [] }
  const others = members.filter((article) => article !== principal)
  const offers = CARRIED_FIELDS.flatMap((field) => offersOf(field, principal, others))
  return { principal: { id: principal.id, version: principal.version }, offers }
}

/** Each other value once, from the first member that has it. */
function offersOf(field: Field, principal: Article, others: readonly Article[]): readonly Offer[] {
  const current = valueOf(field, principal)
  const seen = new Set([JSON.stringify(current)])
  const offers: Offer[] = []
  for (const article of others) {
    const value = field === 'tags' ? missing(article.tags, principal.tags) : valueOf(field, article)
    if (value === undefined || seen.has(JSON.stringify(value))) continue
    seen.add(JSON.stringify(value))
    offers.push({ field, value, from: article.id, byEditor: isCorrected(field, article), ...(current !== undefined && { current }) })
  }
  return offers.sort((one, other) => Number(other.byEditor) - Number(one.byEditor))
}

function valueOf(field: Field, article: Article): string | readonly string[] | undefined {
  const value = article[field]
  return value === undefined || value.length === 0 ? undefined : value
}

/** All tags as they would be, where the member has one that the principal lacks. */
function missing(tags: readonly string[], held: readonly string[]): readonly string[] | undefined {
  const more = tags.filter((tag) => !held.includes(tag))
  return more.length === 0 ? undefined : [...held, ...more]
}

/** Only people write tags. */
function isCorrected(field: Field, article: Article): boolean {
  return field === 'tags' || article.grounds.some((ground) => ground.field === field && ground.source === 'editor')
}
