// What would the principal be after the chosen offers? Single values replace its own, tags are added to its own; nothing
// is chosen by itself.
import type { CarryOverAnswer } from '../../../../server/src/http/contract/clusters.ts'
import { statedDay } from '../../evidence/numbers.ts'

export type Offer = CarryOverAnswer['offers'][number]
export type Field = Offer['field']

export const FIELD_NAMES: Readonly<Record<Field, string>> = { headline: 'Headline', dek: 'Standfirst', byline: 'Byline', dateline: 'Dateline', publisher: 'Publisher', publishedAt: 'Published', tags: 'Tags' }

/** Chosen or let go; another choice for a field of one value takes its place. */
export function chosen(offers: readonly Offer[], before: ReadonlySet<number>, place: number): ReadonlySet<number> {
  const offer = offers[place]
  if (before.has(place) || offer === undefined) return new Set([...before].filter((one) => one !== place))
  const rivals = offer.field === 'tags' ? [] : [...before].filter((one) => offers[one]?.field === offer.field)
  return new Set([...before, place].filter((one) => !rivals.includes(one)))
}

/** As the article is corrected: only what changes. */
export function changesOf(offers: readonly Offer[], places: ReadonlySet<number>): Readonly<Partial<Record<Field, string | readonly string[]>>> {
  const changes: Partial<Record<Field, string | readonly string[]>> = {}
  for (const place of [...places].sort((one, other) => one - other)) {
    const offer = offers[place]
    if (offer === undefined) continue
    changes[offer.field] = offer.field === 'tags' ? [...new Set([...listOf(changes.tags ?? offer.current), ...listOf(offer.value)])] : offer.value
  }
  return changes
}

/** What taking the offer adds: of tags only those that the principal lacks. */
export function addedBy({ field, value, current }: Offer): Offer['value'] {
  return field === 'tags' ? listOf(value).filter((tag) => !listOf(current).includes(tag)) : value
}

/** The choices that still are among the offers, after these were asked for anew. */
export function kept(before: readonly Offer[], places: ReadonlySet<number>, now: readonly Offer[]): ReadonlySet<number> {
  const key = (offer: Offer): string => JSON.stringify([offer.field, offer.from, addedBy(offer)])
  const wanted = new Set([...places].flatMap((place) => (before[place] === undefined ? [] : [key(before[place])])))
  return new Set(now.flatMap((offer, place) => (wanted.has(key(offer)) ? [place] : [])))
}

export function written(value: Offer['value'] | undefined, field: Field): string {
  if (value === undefined || value.length === 0) return 'none'
  if (typeof value !== 'string') return value.join(', ')
  return field === 'publishedAt' ? (statedDay(value) ?? value.replace('T', ' ')) : value
}

function listOf(value: Offer['value'] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
