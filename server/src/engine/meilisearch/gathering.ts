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
import { type Scope, scoped } from './scope.ts'
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
  return { ...scoped(of.query, of.scope.q), filter: universe(of), limit: 0, ...(facets.length === 0 ? {} : { facets }) }
}

/** At most so many articles hold a word of the question. */
export function mostOf(groups: readonly Group[], counts: ReadonlyMap<string, number>): number {
  return groups.reduce((sum, group) => sum + [...group.chains, ...group.parts].reduce((of, chain) => of + countOfChain(chain, counts), 0), 0)
}

/** At most `limit` candidates, and the counts of all. */
export async function gather(of: Gathering, limit: number): Promise<{ readonly candidates: readonly Gathered[]; readonly counted: Answered<unknown> }> {
  const { asked, query, calls } = of
  const attributesToRetrieve = [...FIELDS, ...(query.distinct === undefined ? [] : [foldField(query.distinct)])]
  const whole: Ask = { ...scoped(of.query, of.scope.q), filter: universe(of), limit, attributesToRetrieve }
  if (query.match === 'all' || (asked.beginnings.length === 0 && mostOf(asked.groups, of.counts) <= limit)) {
    const [counted, found] = await calls.several<Gathered>([countAsk(of), whole])
    return { candidates: found?.hits ?? [], counted: counted ?? NONE }
  }
  const [counted, ends] = await fittingSteps(of, limit)
  if (counted.articles <= limit) return { candidates: (await calls.several<Gathered>([whole]))[0]?.hits ?? [], counted }
  const steps = stepsOf(of)
  const near = either(steps.slice(0, ends.fit))
  // What the next steps bring is too much: as much of it as there is room for.
  const rest = both([of.scope.filter, either(steps.slice(ends.fit, ends.over)), `NOT (${near})`])
  const asks = [...(ends.fit === 0 ? [] : [{ ...whole, filter: both([of.scope.filter, near]) }]), { ...whole, filter: rest, limit: limit - ends.articles }]
  return { candidates: (await calls.several<Gathered>(asks)).flatMap((one) => one.hits), counted }
}

interface Ends {
  /** So many steps fit, and hold so many articles; with so many it is too much. */
  readonly fit: number
  readonly articles: number
  readonly over: number
}

/** Counted at a few steps, then closer around the limit. */
async function fittingSteps(of: Gathering, limit: number): Promise<readonly [Answered<unknown>, Ends]> {
  const steps = stepsOf(of)
  let ends: Ends = { fit: 0, articles: 0, over: steps.length }
  let all: Answered<unknown> = NONE
  for (let round = 0; round < ROUNDS && ends.over - ends.fit > 1; round += 1) {
    const tried = between(ends)
    const asks = tried.map((end) => ({ ...scoped(of.query, of.scope.q), filter: both([of.scope.filter, either(steps.slice(0, end))]), limit: 0 }))
    const [first, ...others] = await of.calls.several<unknown>(round === 0 ? [countAsk(of), ...asks] : asks)
    if (round === 0) all = first ?? NONE
    const counts = (round === 0 ? others : [first ?? NONE, ...others]).map((one) => one.articles)
    if (all.articles <= limit) break
    const last = counts.findLastIndex((count) => count <= limit)
    ends = { fit: last < 0 ? ends.fit : (tried[last] ?? ends.fit), articles: last < 0 ? ends.articles : (counts[last] ?? 0), over: tried[last + 1] ?? ends.over }
  }
  if (all === NONE) all = (await of.calls.several<unknown>([countAsk(of)]))[0] ?? NONE
  return [all, ends]
}

/** Some steps between the two, nearer to the beginning, where a step brings little. */
function between({ fit, over }: Ends): readonly number[] {
  const ends = SHARES.map((share) => fit + Math.round((over - fit) * share)).filter((end) => end > fit && end < over)
  return [...new Set(ends)]
}

const FIELDS = ['id', 'terms', 'counts', 'length', 'publishedAtUnix', 'createdAtUnix']
/** Of a longer sentence, the rarest words are paired. */
const PAIRED = 8
/** Where between two steps it is counted, and how often. */
const SHARES = [0.15, 0.3, 0.5, 0.75]
const ROUNDS = 2
const NONE: Answered<never> = { hits: [], articles: 0, facets: {}, facetStats: {} }

/** Filters that together reach further and further: all words, pairs from the rarest on, then single words. */
function stepsOf({ asked, scale, counts }: Gathering): readonly string[] {
  const groups = asked.groups
    .map((group) => ({ filter: groupFilter([...group.chains, ...group.parts]), weight: group.times * rarity(scale.articles, countOfGroup(group, counts)) }))
    .sort((left, right) => right.weight - left.weight)
  const rarest = groups.slice(0, PAIRED)
  const pairs = rarest.flatMap((left, at) => rarest.slice(at + 1).map((right) => ({ filter: both([left.filter, right.filter]) ?? '', weight: left.weight + right.weight })))
  const steps = [...pairs, ...groups].sort((left, right) => right.weight - left.weight).map((step) => step.filter)
  const begun = asked.beginnings.length === 0 ? [] : [groupFilter(asked.beginnings.map((stem) => [stem]))]
  return [everyFilter(asked.groups), ...steps, ...begun]
}

function countOfGroup(group: Group, counts: ReadonlyMap<string, number>): number {
  return Math.max(0, ...group.chains.map((chain) => countOfChain(chain, counts)))
}

function countOfChain(chain: readonly string[], counts: ReadonlyMap<string, number>): number {
  return Math.min(...termsOfChain(chain).map((term) => counts.get(term) ?? 0))
}
