// What can a person do to a cluster? Each act is what is sent, what is said of it, and whether the cluster is done with
// it. Pure, so that the words and the calls can be tested without a screen.
import type { Relation } from '../../../../server/src/domain/match.ts'
import type { Cluster } from './cluster.ts'
import { wordsFor } from '../../evidence/words.ts'
import { amount } from '../../evidence/numbers.ts'
import { nameIn } from './names.ts'

export type ClusterAnswer = Cluster

export type Ruling = { readonly note?: string } & (
  | { readonly kind: 'join'; readonly articles: readonly string[] }
  | { readonly kind: 'separate'; readonly articles: readonly string[]; readonly from?: readonly string[]; readonly together?: boolean }
  | { readonly kind: 'set-principal'; readonly articles: readonly string[] }
  | { readonly kind: 'set-relation'; readonly articles: readonly string[]; readonly relation: Relation }
  | { readonly kind: 'review'; readonly cluster: string }
  | { readonly kind: 'later'; readonly cluster: string }
)

export interface Expected {
  readonly cluster: string
  readonly version: number
}

export interface Ruled {
  readonly decision: { readonly id: string }
  /** Decided with it, to keep together what a split took out. */
  readonly joined?: { readonly id: string } | undefined
  readonly clusters: readonly ClusterAnswer[]
}

export interface Act {
  readonly name: 'confirm' | 'principal' | 'apart' | 'split' | 'merge' | 'relation' | 'later'
  /** At which it was done. */
  readonly cluster: string
  /** The clusters that must still be as they were seen. */
  readonly touches: readonly string[]
  readonly ruling: Ruling
  /** In a sentence, once it is done. */
  readonly said: string
  /** How the cluster would be called if something went wrong with it. */
  readonly headline: string
  /** The work on this cluster is over with it. */
  readonly settles?: 'decided' | 'later'
  /** Taken out of the cluster, and how many stayed: what may be narrowed down to only one of them. */
  readonly apart?: { readonly articles: readonly string[]; readonly from: string }
}

type Noted = { readonly note?: string | undefined }

export function confirmed(cluster: Cluster, { note }: Noted = {}): Act {
  return { ...base(cluster), name: 'confirm', ruling: { kind: 'review', cluster: cluster.id, ...noted(note) }, said: `Confirmed ${amount(cluster.size, 'version', 'versions')}.`, settles: 'decided' }
}

export function later(cluster: Cluster, { note }: Noted = {}): Act {
  return { ...base(cluster), name: 'later', ruling: { kind: 'later', cluster: cluster.id, ...noted(note) }, said: 'Marked Later.', settles: 'later' }
}

export function principalIs(cluster: Cluster, article: string, { note }: Noted = {}): Act {
  return { ...base(cluster), name: 'principal', ruling: { kind: 'set-principal', articles: [article], ...noted(note) }, said: `Principal is now ${nameIn(cluster, article)}.` }
}

/** `from`: only of these; otherwise of all that stay. */
export function apart(cluster: Cluster, articles: readonly string[], { note, from }: Noted & { readonly from?: readonly string[] } = {}): Act {
  const stay = cluster.members.filter((member) => !articles.includes(member.articleId))
  const who = articles.length === 1 ? nameIn(cluster, articles[0] as string) : amount(articles.length, 'version', 'versions')
  const is = articles.length === 1 ? 'is not a duplicate of' : 'are not duplicates of'
  const whom = from?.length === 1 ? nameIn(cluster, from[0] as string) : from !== undefined ? `these ${from.length}` : stay.length === 1 ? nameIn(cluster, stay[0]?.articleId ?? '') : `any of these ${stay.length}`
  const alone = from === undefined && stay.length < 2
  return {
    ...base(cluster),
    name: 'apart',
    ruling: { kind: 'separate', articles, ...(from !== undefined && { from }), ...noted(note) },
    said: `${capital(who)} ${is} ${whom}.`,
    ...(alone && { settles: 'decided' as const }),
    ...(from === undefined && stay.length > 1 && articles.length === 1 && { apart: { articles, from: cluster.principalId === articles[0] ? (stay[0]?.articleId ?? '') : cluster.principalId } }),
  }
}

/** Those taken out stay together: the service sees to it where their texts alone do not hold them. */
export function split(cluster: Cluster, articles: readonly string[], { note }: Noted = {}): Act {
  const stay = cluster.size - articles.length
  return {
    ...base(cluster),
    name: 'split',
    ruling: { kind: 'separate', articles, ...(articles.length > 1 && { together: true }), ...noted(note) },
    said: `Split ${amount(articles.length, 'version', 'versions')} into a new cluster.`,
    ...(stay < 2 && { settles: 'decided' as const }),
  }
}

export function merged(cluster: Cluster, other: Cluster, { note }: Noted = {}): Act {
  const articles = [...cluster.members, ...other.members].map((member) => member.articleId)
  return { ...base(cluster), touches: [cluster.id, other.id], name: 'merge', ruling: { kind: 'join', articles, ...noted(note) }, said: `Merged: ${amount(articles.length, 'version', 'versions')}.` }
}

export function relationIs(cluster: Cluster, left: string, right: string, relation: Relation, { note }: Noted = {}): Act {
  return {
    ...base(cluster),
    name: 'relation',
    ruling: { kind: 'set-relation', articles: [left, right], relation, ...noted(note) },
    said: `${capital(nameIn(cluster, right))} to ${nameIn(cluster, left)}: ${wordsFor(relation).copy}.`,
  }
}

function base(cluster: Cluster): Pick<Act, 'cluster' | 'touches' | 'headline'> {
  return { cluster: cluster.id, touches: [cluster.id], headline: cluster.members.find((member) => member.articleId === cluster.principalId)?.headline || 'Without a headline' }
}

function noted(note: string | undefined): { readonly note?: string } {
  return note === undefined || note.trim() === '' ? {} : { note: note.trim() }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
