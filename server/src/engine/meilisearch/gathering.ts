// Which articles are worth weighing? For a sentence, those that hold two of its rarer words, the rarest pairs first, then
// those with one: sets of terms are looked up, no text is scanned, and the engine's limit of ten words does not apply.
import type { EngineQuery } from '../port.ts'
import type { Scale } from '../bm25.ts'
import { rarity } from '../bm25.ts'
import type { Group, Understanding } from '../understanding.ts'
import type { Answered, Ask, Calls } from './calls.ts'
import { facetsAsked, foldField } from './counting.ts'
import { both, either } from './filter-text.ts'
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
export async function gather(of: Gathering): Promise<{ readonly candidates: readonly Gathered[]; readonly counted: Answered<unknown> }> {
  const { asked, query, calls } = of
  const limit = query.offset + query.limit > USUAL ? DEEP : USUAL
  const attributesToRetrieve = [...FIELDS, ...(query.distinct === undefined ? [] : [foldField(query.distinct)])]
  const whole: Ask = { ...scoped(of), filter: universe(of), limit, attributesToRetrieve }
  if (query.match === 'all' || (asked.beginnings.length === 0 && mostOf(asked.groups, of.counts) <= limit)) {
    const [counted, found] = await calls.several<Gathered>([countAsk(of), whole])
    return { candidates: found?.hits ?? [], counted: counted ?? NONE }
  }
  const reaches = reachesOf(of)
  const [counted = NONE, ...counts] = await calls.several<Gathered>([countAsk(of), ...reaches.map((filter) => ({ ...scoped(of), filter, limit: 0 }))])
  // The furthest that still fits; where even the nearest does not, the newest of it.
  const fitting = counts.findLastIndex(({ articles }) => articles <= limit)
  const filter = counted.articles <= limit ? universe(of) : (reaches[Math.max(0, fitting)] ?? universe(of))
  const [found = NONE] = await calls.several<Gathered>([{ ...whole, filter }])
  return { candidates: found.hits as readonly Gathered[], counted }
}

const FIELDS = ['id', 'terms', 'counts', 'length', 'publishedAtUnix', 'createdAtUnix']
/** Articles that are weighed: for a page among the first, and for one far behind. */
const USUAL = 300
const DEEP = 1_000
/** Of a longer sentence, the rarest words are paired. */
const PAIRED = 8
/** Filters that are counted to find the one that fits. */
const MOST_REACHES = 16
const NONE: Answered<never> = { hits: [], articles: 0, facets: {}, facetStats: {} }

function scoped({ query, scope }: Pick<Gathering, 'query' | 'scope'>): Ask {
  if (scope.q === '') return { q: '' }
  const fields = query.fields ?? []
  return { q: scope.q, attributesToSearchOn: fields.length === 0 ? ['words.*'] : fields.map((field) => (field === 'body' ? 'words.body.*' : `words.${field}`)) }
}

/** Filters that reach further and further: all words, pairs from the rarest on, then single words. */
function reachesOf({ asked, scope, scale, counts }: Gathering): readonly string[] {
  const groups = asked.groups
    .map((group) => ({ filter: groupFilter([...group.chains, ...group.parts]), weight: group.times * rarity(scale.articles, countOfGroup(group, counts)) }))
    .sort((left, right) => right.weight - left.weight)
  const rarest = groups.slice(0, PAIRED)
  const pairs = rarest.flatMap((left, at) => rarest.slice(at + 1).map((right) => ({ filter: both([left.filter, right.filter]) ?? '', weight: left.weight + right.weight })))
  const steps = [...pairs, ...groups].sort((left, right) => right.weight - left.weight).map((step) => step.filter)
  const begun = asked.beginnings.length === 0 ? [] : [groupFilter(asked.beginnings.map((stem) => [stem]))]
  const all = [everyFilter(asked.groups), ...steps, ...begun]
  const stride = Math.ceil(all.length / MOST_REACHES)
  const ends = all.map((_, at) => at + 1).filter((end) => end === 1 || end % stride === 0 || end === all.length)
  return ends.map((end) => both([scope.filter, either(all.slice(0, end))]) ?? '')
}

function countOfGroup(group: Group, counts: ReadonlyMap<string, number>): number {
  return Math.max(0, ...group.chains.map((chain) => countOfChain(chain, counts)))
}

function countOfChain(chain: readonly string[], counts: ReadonlyMap<string, number>): number {
  return Math.min(...termsOfChain(chain).map((term) => counts.get(term) ?? 0))
}
