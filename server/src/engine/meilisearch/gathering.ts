// Which articles are worth weighing? For a sentence, those that hold two of its rarer words, the rarest pairs first, then
// those with one: sets of terms are looked up, no text is scanned, and the engine's limit of ten words does not apply.
import type { EngineQuery } from '../port.ts'
import type { Scale } from '../bm25.ts'
import { rarity } from '../bm25.ts'
import type { Group, Understanding } from '../understanding.ts'
import type { Answered, Ask, Calls, Weighted } from './calls.ts'
import { facetsAsked, foldField } from './counting.ts'
import { both } from './filter-text.ts'
import type { Candidate } from './ranking.ts'
import type { Scope } from './scope.ts'
import { anyFilter, everyFilter, groupFilter, termsOfChain } from './terms.ts'

export type Gathered = Candidate & Readonly<Record<string, unknown>>

export interface Gathering {
  readonly asked: Understanding
  readonly query: EngineQuery
  readonly scope: Scope
  readonly scale: Scale
  readonly calls: Calls
  /** How many articles hold each term of the question. */
  readonly counts: ReadonlyMap<string, number>
}

/** The filter for all that answers the question. */
export function universe({ asked, query, scope }: Pick<Gathering, 'asked' | 'query' | 'scope'>): string | undefined {
  if (asked.groups.length === 0) return scope.filter
  return both([scope.filter, query.match === 'all' ? everyFilter(asked.groups) : anyFilter(asked.groups, asked.beginnings)])
}

/** The query that counts all that answers the question. */
export function countAsk(of: Pick<Gathering, 'asked' | 'query' | 'scope'>): Ask {
  const facets = facetsAsked(of.query)
  return { ...scoped(of), filter: universe(of), limit: 0, ...(facets.length === 0 ? {} : { facets }) }
}

/** At most so many articles hold a word of the question. */
export function mostOf(groups: readonly Group[], counts: ReadonlyMap<string, number>): number {
  return groups.reduce((sum, group) => sum + [...group.chains, ...group.parts].reduce((of, chain) => of + countOfChain(chain, counts), 0), 0)
}

/** Candidates and the counts of all. */
export async function gather(of: Gathering): Promise<{ readonly candidates: readonly Gathered[]; readonly counted: Answered<never> }> {
  const { asked, query, calls } = of
  const budget = query.offset + query.limit > USUAL ? DEEP : USUAL
  const attributesToRetrieve = [...FIELDS, ...(query.distinct === undefined ? [] : [foldField(query.distinct)])]
  const whole: Ask = { ...scoped(of), filter: universe(of), limit: budget, attributesToRetrieve }
  if (asked.beginnings.length === 0 && mostOf(asked.groups, of.counts) <= budget) {
    const [counted, found] = await calls.several<Gathered>([countAsk(of), whole])
    return { candidates: found?.hits ?? [], counted: counted as Answered<never> }
  }
  const asks = query.match === 'all' ? [{ ...whole, weight: 1 }] : weighted(of).map((one) => ({ ...one, attributesToRetrieve }))
  const [[counted], found] = await Promise.all([
    calls.several<never>([countAsk(of)]),
    calls.federated<Gathered>(asks.map(({ limit: _limit, ...ask }) => ask), { offset: 0, limit: budget }),
  ])
  return { candidates: found.hits, counted: counted as Answered<never> }
}

const FIELDS = ['id', 'terms', 'counts', 'length', 'publishedAtUnix', 'createdAtUnix']
/** Articles that are weighed: for a page among the first, and for one far behind. */
const USUAL = 300
const DEEP = 1_000
/** Of a longer sentence, the rarest words are paired. */
const PAIRED = 10

function scoped({ query, scope }: Pick<Gathering, 'query' | 'scope'>): Ask {
  if (scope.q === '') return { q: '' }
  const fields = query.fields ?? []
  return { q: scope.q, attributesToSearchOn: fields.length === 0 ? ['words.*'] : fields.map((field) => (field === 'body' ? 'words.body.*' : `words.${field}`)) }
}

function weighted(of: Gathering): readonly Weighted[] {
  const { asked, scope, scale } = of
  const groups = asked.groups
    .map((group) => ({ chains: [...group.chains, ...group.parts], weight: group.times * rarity(scale.articles, countOfGroup(group, of.counts)) }))
    .sort((left, right) => right.weight - left.weight)
  const base = scoped(of)
  const one = (weight: number, filters: readonly string[]): Weighted => ({ ...base, filter: both([scope.filter, ...filters]), weight })
  const total = groups.reduce((sum, group) => sum + group.weight, 0)
  const rarest = groups.slice(0, PAIRED)
  const pairs = rarest.flatMap((left, at) => rarest.slice(at + 1).map((right) => one(left.weight + right.weight, [groupFilter(left.chains), groupFilter(right.chains)])))
  return [
    one(total + 1, [everyFilter(asked.groups)]),
    ...pairs,
    ...groups.map((group) => one(group.weight, [groupFilter(group.chains)])),
    ...(asked.beginnings.length === 0 ? [] : [one(LEAST, [groupFilter(asked.beginnings.map((stem) => [stem]))])]),
  ]
}

const LEAST = 0.001

function countOfGroup(group: Group, counts: ReadonlyMap<string, number>): number {
  return Math.max(0, ...group.chains.map((chain) => countOfChain(chain, counts)))
}

function countOfChain(chain: readonly string[], counts: ReadonlyMap<string, number>): number {
  return Math.min(...termsOfChain(chain).map((term) => counts.get(term) ?? 0))
}
