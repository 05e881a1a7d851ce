// What of the screen is in its address? The cluster, the version that is looked at, the tab, the reference, the difference,
// and the filter of the queue: who opens the link sees the same.

export const TABS = ['words', 'sides', 'map', 'stack', 'text', 'sources', 'family'] as const
export type Tab = (typeof TABS)[number]

export const TAB_NAMES: Readonly<Record<Tab, string>> = { words: 'Substitutions', sides: 'Side by side', map: 'Map', stack: 'Stack', text: 'Text only', sources: 'Provenance', family: 'Family' }

const OWN: ReadonlySet<string> = new Set(['vs', 'tab', 'ref', 'd'])

/** What waits for somebody, and isn't put off. */
export const USUAL = 'later=false&status=open'

/** The filter in a search string, in one order, so that the same filter is the same queue. */
export function filterOf(params: URLSearchParams): string {
  const pairs = [...params].filter(([name, value]) => !OWN.has(name) && value !== '').sort(([one], [other]) => (one < other ? -1 : 1))
  return pairs.length === 0 ? USUAL : new URLSearchParams(pairs).toString()
}

export function tabOf(params: URLSearchParams): Tab | undefined {
  return TABS.find((tab) => tab === params.get('tab'))
}

/** The address of a cluster in the same queue. */
export function addressOf(id: string, filter: string, more: Readonly<Record<string, string | undefined>> = {}): string {
  const params = new URLSearchParams(filter === USUAL ? '' : filter)
  for (const [name, value] of Object.entries(more)) if (value !== undefined) params.set(name, value)
  const query = params.toString()
  return `/review/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`
}

export function entryOf(filter: string): string {
  return filter === USUAL ? '/review' : `/review?${filter}`
}

export function endOf(filter: string): string {
  return filter === USUAL ? '/review/end' : `/review/end?${filter}`
}
