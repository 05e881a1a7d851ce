// Which articles are in question at all? The caller's filter, and the phrases and words that must or must not be there,
// as a filter and, for words in a row, as phrases of a query: both are exact, so that every count of them is true.
import type { EngineQuery } from '../port.ts'
import type { Chain, Understanding } from '../understanding.ts'
import { among, both, filterText, quoted } from './filter-text.ts'

export interface Scope {
  /** Phrases and excluded phrases; empty where there are none. */
  readonly q: string
  readonly filter: string | undefined
  /** False where phrases were too long to be asked whole. */
  readonly exact: boolean
}

export function scopeOf(asked: Understanding, query: Pick<EngineQuery, 'filter' | 'fields'>): Scope {
  const must = asked.strict ? asked.phrases : []
  const filter = both([
    query.filter === undefined ? undefined : filterText(query.filter),
    ...must.filter((chain) => chain.length === 1 && query.fields === undefined).map((chain) => among('forms', chain)),
    ...asked.without.filter((chain) => chain.length === 1).map((chain) => `NOT ${among('forms', chain)}`),
  ])
  const rows = [
    ...must.filter((chain) => chain.length > 1 || query.fields !== undefined).map((chain) => ({ chain, sign: '' })),
    ...asked.without.filter((chain) => chain.length > 1).map((chain) => ({ chain, sign: '-' })),
  ]
  let left = MOST_WORDS
  const parts = rows.map(({ chain, sign }) => {
    const asking = chain.slice(0, left)
    left -= asking.length
    return asking.length === 0 || (sign === '-' && asking.length < chain.length) ? '' : sign + phrase(asking)
  })
  return { q: parts.filter((part) => part !== '').join(' '), filter, exact: rows.reduce((sum, row) => sum + row.chain.length, 0) <= MOST_WORDS }
}

/** Words in a row; letters and digits only come out of an understanding, and quotation marks are taken out again here. */
export function phrase(chain: Chain): string {
  return quoted(chain.slice(0, MOST_WORDS).join(' ').replaceAll(/["\\]/g, ' '))
}

/** The engine ignores the words of a query past the tenth. */
export const MOST_WORDS = 10
