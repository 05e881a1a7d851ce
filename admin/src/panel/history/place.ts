// What of the history is in its address? Filters by the names that the service knows them by, and the page.

export const FILTERS = ['kind', 'actor', 'cluster', 'article', 'batch', 'from', 'to', 'withdrawn'] as const
export type FilterName = (typeof FILTERS)[number]

const ROWS = 25

export interface Place {
  readonly filters: URLSearchParams
  readonly page: number
}

export function placeOf(address: URLSearchParams): Place {
  const kept = [...address].filter(([name, value]) => value !== '' && (FILTERS as readonly string[]).includes(name))
  return { filters: new URLSearchParams(kept.sort(([one], [other]) => (one < other ? -1 : 1))), page: Math.max(1, Math.floor(Number(address.get('page'))) || 1) }
}

export function addressOf({ filters, page }: Place): string {
  const address = new URLSearchParams(filters)
  if (page > 1) address.set('page', String(page))
  return address.toString()
}

export function put(filters: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const next = new URLSearchParams(filters)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}

/** The newest first. */
export function questionOf({ filters, page }: Place, perPage: number = ROWS): string {
  const query = new URLSearchParams(filters)
  for (const [name, value] of Object.entries({ page, perPage, sort: 'id', order: 'desc' })) query.set(name, String(value))
  return query.toString()
}

/** The day that a field for days shows: `to` is the day after, for the service means "before". */
export function dayOf(filters: URLSearchParams, name: 'from' | 'to'): string {
  const value = filters.get(name)
  if (value === null || Number.isNaN(Date.parse(value))) return ''
  return new Date(Date.parse(value) - (name === 'to' ? 1 : 0)).toISOString().slice(0, 10)
}

/** The time that a day's field stands for. */
export function timeOf(day: string, name: 'from' | 'to'): string {
  if (day === '') return ''
  const begin = new Date(`${day}T00:00:00Z`)
  if (name === 'to') begin.setUTCDate(begin.getUTCDate() + 1)
  return begin.toISOString()
}
