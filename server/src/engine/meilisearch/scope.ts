// Which articles are in question at all? The caller's filter, and the phrases and words that must or must not be there,
// as a filter and, for words in a row, as phrases of a query: both are exact, so that every count of them is true. The
// engine reads ten words of a query: phrases beyond are looked up by themselves, and their articles become the filter.
import type { EngineQuery, SearchableField } from '../port.ts'
import type { Chain, Understanding } from '../understanding.ts'
import type { Ask } from './calls.ts'
import { among, both, filterText, NOTHING } from './filter-text.ts'
import { holdersOf, MOST_WORDS, phrase, type Texts } from './phrases.ts'

export interface Scope {
  /** Phrases and excluded phrases; empty where there are none. */
  readonly q: string
  readonly filter: string | undefined
  /** False where so many articles hold a part of a long phrase that not all could be looked at. */
  readonly exact: boolean
}

interface Row {
  readonly chain: Chain
  readonly excluded: boolean
}

export async function scopeOf(asked: Understanding, query: Pick<EngineQuery, 'filter' | 'fields'>, texts: Texts): Promise<Scope> {
  const must = asked.strict ? asked.phrases : []
  const single = both([
    query.filter === undefined ? undefined : filterText(query.filter),
    ...must.filter((chain) => chain.length === 1 && query.fields === undefined).map((chain) => among('forms', chain)),
    ...asked.without.filter((chain) => chain.length === 1).map((chain) => `NOT ${among('forms', chain)}`),
  ])
  const rows: readonly Row[] = [
    ...must.filter((chain) => chain.length > 1 || query.fields !== undefined).map((chain) => ({ chain, excluded: false })),
    ...asked.without.filter((chain) => chain.length > 1).map((chain) => ({ chain, excluded: true })),
  ]
  const { asking, rest } = shared(rows)
  const looked = await Promise.all(rest.map((row) => lookedUp(row, query, single, texts)))
  const left = MOST_WORDS - asking.reduce((sum, { chain }) => sum + chain.length, 0)
  const cut = left === 0 ? [] : looked.flatMap((one) => (one.cut === undefined ? [] : [one.cut.slice(0, left)])).slice(0, 1)
  return {
    q: [...asking.map(({ chain, excluded }) => (excluded ? '-' : '') + phrase(chain)), ...cut.map(phrase)].join(' '),
    filter: both([single, ...looked.map((one) => one.filter)]),
    exact: looked.every((one) => one.exact),
  }
}

/** What of a question is asked for in its own words. */
export function scoped(query: Pick<EngineQuery, 'fields'>, q: string): Ask {
  return q === '' ? { q } : { q, attributesToSearchOn: wordFields(query.fields) }
}

/** Those that fit into one query, the first ones first. */
function shared(rows: readonly Row[]): { readonly asking: readonly Row[]; readonly rest: readonly Row[] } {
  let left = MOST_WORDS
  const asking = rows.filter(({ chain }) => {
    if (chain.length > left) return false
    left -= chain.length
    return true
  })
  return { asking, rest: rows.filter((row) => !asking.includes(row)) }
}

interface LookedUp {
  readonly filter?: string
  readonly exact: boolean
  /** To be asked for by its beginning, as far as there is room. */
  readonly cut?: Chain
}

async function lookedUp({ chain, excluded }: Row, query: Pick<EngineQuery, 'fields'>, filter: string | undefined, texts: Texts): Promise<LookedUp> {
  const ids = await holdersOf(chain, { fields: query.fields, on: wordFields(query.fields), filter }, texts)
  if (ids === undefined) return excluded ? { exact: false } : { exact: false, cut: chain }
  const held = ids.length === 0 ? NOTHING : among('id', ids)
  return { filter: excluded ? `NOT (${held})` : held, exact: true }
}

function wordFields(fields: readonly SearchableField[] | undefined): readonly string[] {
  return fields === undefined || fields.length === 0 ? ['words.*'] : fields.map((field) => (field === 'body' ? 'words.body.*' : `words.${field}`))
}
