// What of the list is in its address? The filters by the names that the service knows them by, the order, and the page:
// who opens the link sees the same, and the review's queue is asked for in the same words.

export const FACETS = ['standing', 'confidence', 'kind', 'publisher'] as const
export type Facet = (typeof FACETS)[number]

/** Filters with one value. */
const SINGLE = ['q', 'status', 'later', 'minSize', 'changedSince'] as const
const ORDERS = ['newestAt', 'size', 'confidence', 'updatedAt', 'id'] as const
export type OrderField = (typeof ORDERS)[number]

const ROWS = [25, 50, 100] as const

export interface Place {
  readonly filters: URLSearchParams
  readonly sort: OrderField
  readonly order: 'asc' | 'desc'
  readonly page: number
  readonly perPage: number
}

/** Whatever else stands in the address is passed over. */
export function placeOf(address: URLSearchParams): Place {
  const sort = ORDERS.find((one) => one === address.get('sort')) ?? 'newestAt'
  const order = address.get('order') === 'asc' ? 'asc' : 'desc'
  const perPage = ROWS.find((one) => one === Number(address.get('perPage'))) ?? 25
  return { filters: filtersOf(address), sort, order, page: Math.max(1, Math.floor(Number(address.get('page'))) || 1), perPage }
}

/** In one order, so that the same filters are the same text. */
export function filtersOf(address: URLSearchParams): URLSearchParams {
  const kept = [...address].filter(([name, value]) => value !== '' && ([...FACETS, ...SINGLE] as readonly string[]).includes(name))
  return new URLSearchParams(kept.sort((one, other) => (one.join('\0') < other.join('\0') ? -1 : 1)))
}

/** The address of another order or page; what is usual is left out. */
export function addressOf({ filters, sort, order, page, perPage }: Place): string {
  const address = new URLSearchParams(filters)
  if (sort !== 'newestAt') address.set('sort', sort)
  if (order !== 'desc') address.set('order', order)
  if (page !== 1) address.set('page', String(page))
  if (perPage !== 25) address.set('perPage', String(perPage))
  return address.toString()
}

/** Chosen where it was not, let go where it was; other values of a facet stay beside it. */
export function toggled(filters: URLSearchParams, facet: string, value: string): URLSearchParams {
  const next = new URLSearchParams(filters)
  if (next.has(facet, value)) next.delete(facet, value)
  else next.append(facet, value)
  return filtersOf(next)
}

/** One value, or none. */
export function put(filters: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(filters)
  next.delete(name)
  if (value !== undefined && value !== '') next.set(name, value)
  return filtersOf(next)
}

/** What the service is asked. Clusters of one are no matter of this page. */
export function questionOf(place: Place): string {
  const query = new URLSearchParams(place.filters)
  if (!query.has('minSize')) query.set('minSize', '2')
  for (const [name, value] of Object.entries({ sort: place.sort, order: place.order, page: place.page, perPage: place.perPage, facets: FACETS.join(','), brief: true })) query.set(name, String(value))
  return query.toString()
}

/** Where the clusters of this list are reviewed one after another: those that wait, unless the filters say which. */
export function reviewOf(filters: URLSearchParams): string {
  const query = filters.has('standing') || filters.has('status') ? filters : put(filters, 'status', 'open')
  return `/review?${query}`
}

/** The same filters as a batch takes them. */
export function bodyOf(filters: URLSearchParams): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {}
  for (const facet of FACETS) if (filters.has(facet)) body[facet] = filters.getAll(facet)
  for (const name of ['q', 'status', 'changedSince']) if (filters.has(name)) body[name] = filters.get(name)
  if (filters.has('later')) body['later'] = filters.get('later') === 'true'
  if (filters.has('minSize')) body['minSize'] = Number(filters.get('minSize'))
  return body
}
