// Which words do people read for a cluster's standing, its certainty, and what became of it?
import type { ClusterAnswer } from '../../../../server/src/http/contract/clusters.ts'
import type { Relation } from '../../../../server/src/domain/match.ts'
import { amount } from '../../evidence/numbers.ts'
import { isRelation, wordsFor } from '../../evidence/words.ts'
import type { Facet } from './place.ts'

type Standing = ClusterAnswer['standing']
type Band = ClusterAnswer['confidence']
type Member = ClusterAnswer['members'][number]

export const STANDINGS: Readonly<Record<Standing, { readonly label: string; readonly says: string; readonly icon: string }>> = {
  open: { label: 'To review', says: 'Nobody looked through it yet', icon: '○' },
  changed: { label: 'Changed since review', says: 'Somebody confirmed it, and versions came or went since, or a reader reported it', icon: '↺' },
  conflict: { label: 'Conflict', says: 'Decisions contradict one another, or what came in', icon: '!' },
  reviewed: { label: 'Confirmed', says: 'Somebody looked through it as it is now', icon: '✓' },
}

export const BANDS: Readonly<Record<Band, { readonly label: string; readonly says: string; readonly icon: string }>> = {
  high: { label: 'High', says: 'High confidence: even the weakest link is clear', icon: '▮▮▮' },
  medium: { label: 'Medium', says: 'Medium confidence: the weakest link leaves some doubt', icon: '▮▮▯' },
  low: { label: 'Low', says: 'Low confidence: the weakest link is in doubt', icon: '▮▯▯' },
}

export const FACET_NAMES: Readonly<Record<Facet, string>> = { standing: 'Standing', confidence: 'Confidence', kind: 'Holds a', publisher: 'Publisher' }

export function valueName(facet: string, value: string): string {
  if (facet === 'standing') return STANDINGS[value as Standing]?.label ?? value
  if (facet === 'confidence') return BANDS[value as Band]?.label ?? value
  if (facet === 'kind' && isRelation(value)) return wordsFor(value).label
  if (facet === 'later') return value === 'true' ? 'Put off' : 'Not put off'
  if (facet === 'status') return value === 'open' ? 'Waiting for a review' : 'Confirmed'
  return value
}

/** "Publisher: Fennick Post", "“bridge”". */
export function filterName(name: string, value: string): string {
  if (name === 'q') return `“${value}”`
  if (name === 'status' || name === 'later') return valueName(name, value)
  if (name === 'minSize') return `${value} versions or more`
  if (name === 'changedSince') return `Changed since ${value.slice(0, 10)}`
  return `${FACET_NAMES[name as Facet] ?? name}: ${valueName(name, value)}`
}

/** "2 joined, 1 left since"; undefined where nothing changed. Confirmed once and open though nothing came or went: reported. */
export function changesSay({ changes, standing }: Pick<ClusterAnswer, 'changes' | 'standing'>): string | undefined {
  const { joined = [], left = [] } = changes ?? {}
  const parts = [...(joined.length > 0 ? [`${joined.length} joined`] : []), ...(left.length > 0 ? [`${left.length} left`] : [])]
  if (parts.length === 0) return standing === 'changed' ? 'reported by a reader' : undefined
  return `${parts.join(', ')} since`
}

/** The kinds that a cluster holds, the most frequent first. */
export function kindsOf({ kinds }: Pick<ClusterAnswer, 'kinds'>): readonly (readonly [Relation, number])[] {
  return Object.entries(kinds).filter((entry): entry is [Relation, number] => isRelation(entry[0])).sort(([, one], [, other]) => other - one)
}

/** Does a member fit the filters that are about members? `undefined` where none is. */
export function fits(member: Member, filters: URLSearchParams): boolean | undefined {
  const publishers = filters.getAll('publisher')
  const kinds = filters.getAll('kind')
  const words = (filters.get('q') ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (publishers.length + kinds.length + words.length === 0) return undefined
  const headline = member.headline.toLowerCase()
  return (
    (publishers.length === 0 || publishers.includes(member.publisher ?? '')) &&
    (kinds.length === 0 || kinds.includes(member.kind ?? '')) &&
    (words.length === 0 || words.some((word) => headline.includes(word)))
  )
}

export function confirmedSays(size: number): string {
  return `Confirmed ${amount(size, 'version', 'versions')}.`
}
