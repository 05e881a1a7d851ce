// Which articles are worth weighing? For a sentence, those that hold two of its rarer words, the rarest pairs first, then
// those with one: sets of terms are looked up, no text is scanned, and the engine's limit of ten words does not apply.
import type { EngineQuery } from '../port.ts'
import type { Scale } from '../bm25.ts'
import { rarity } from '../bm25.ts'
import type { Group, Understanding } from '../understanding.ts'
import type { Answered, Ask, Calls } from './calls.ts'
import { facetsAsked, foldField } from './counting.ts'
import { FOLD, idOfKey, KEY } from './documents.ts'
import { both, either } from './filter-text.ts'
import type { Candidate } from './ranking.ts'
import { type Scope, scoped } from './scope.ts'
import { anyFilter, everyFilter, termsOfChain } from './terms.ts'
import type { Found, Vectors } from './vectors.ts'
import type { Words } from './words.ts'

export interface Gathering {
  readonly asked: Understanding
  readonly query: EngineQuery
  readonly scope: Scope
  readonly scale: Scale
  readonly calls: Calls
  readonly vectors: Vectors
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

export interface Gathered {
  readonly candidates: readonly Candidate[]
  readonly words: Words
  readonly counted: Answered<unknown>
}

/** At most `limit` candidates, and the counts of all: one call where enough stand near, and one more for what is not known of them. */
export async function gather(of: Gathering, limit: number): Promise<Gathered> {
  const { calls, query } = of
  const near = expected(of) <= limit ? undefined : nearOf(of, limit)
  const asks = near === undefined ? [keysOf(countAsk(of))] : [countAsk(of), ...near.bands.map((filter) => keysOf({ ...scoped(query, of.scope.q), filter, limit: 0 }))]
  const answers = await calls.several<never>(asks)
  const found = answers.flatMap(({ facets }) => Object.keys(facets[KEY] ?? {})).slice(0, limit).map(idOfKey)
  const counted = answers[0] ?? NONE
  const more = counted.articles > found.length && found.length < limit ? await restOf(of, near?.whole, limit - found.length) : []
  const { candidates, words } = await of.vectors.filled([...found, ...more], calls)
  return { candidates: await folding(candidates, of), words, counted }
}

/** Of a longer sentence, the rarest words are paired. */
const PAIRED = 8
/** How many articles a band should hold with those before it, in limits. */
const REACHES = [0.5, 2]
const NONE: Answered<never> = { hits: [], articles: 0, facets: {}, facetStats: {} }

/** The keys of all that it finds are given as facets: no document is read for them. */
function keysOf(ask: Ask): Ask {
  return { ...ask, facets: [...(ask.facets ?? []), KEY] }
}

/** About so many articles answer the question. */
function expected({ asked, query, counts }: Gathering): number {
  if (query.match === 'all' && asked.groups.length > 0) return Math.min(...asked.groups.map((group) => mostOf([group], counts)))
  return asked.beginnings.length > 0 ? Number.POSITIVE_INFINITY : mostOf(asked.groups, counts)
}

/** What stands in no band, in the engine's own order. */
async function restOf(of: Gathering, near: string | undefined, limit: number): Promise<readonly Found[]> {
  const filter = both([universe(of), near === undefined ? undefined : `NOT (${near})`])
  const [rest] = await of.calls.several<Found>([{ ...scoped(of.query, of.scope.q), filter, limit, attributesToRetrieve: ['id', 'revision'] }])
  return rest?.hits ?? []
}

/** By their clusters articles fold as they are known; by another field its values are looked up. */
async function folding(candidates: readonly Candidate[], { query, calls }: Gathering): Promise<readonly Candidate[]> {
  const field = query.distinct === undefined ? FOLD : foldField(query.distinct)
  if (field === FOLD) return candidates
  const values = new Map((await calls.documents<Readonly<Record<string, unknown>> & { readonly id: string }>(candidates.map(({ id }) => id), ['id', field])).map((one) => [one.id, [one[field]].flat()[0]]))
  return candidates.map((one) => {
    const value = values.get(one.id)
    return { ...one, fold: value === null || value === undefined ? null : String(value) }
  })
}

interface Near {
  /** Filters that reach further and further, each without what the ones before it hold. */
  readonly bands: readonly (string | undefined)[]
  /** What they hold together, before the question's own limits. */
  readonly whole: string | undefined
}

function nearOf(of: Gathering, limit: number): Near {
  const { query, scope } = of
  if (query.match === 'all') return { bands: [], whole: undefined }
  const steps = stepsOf(of)
  const bands: (string | undefined)[] = []
  let whole: string | undefined
  let reached = 0
  let at = 0
  for (const reach of REACHES) {
    const begin = at
    while (at < steps.length && (at === begin || reached + (steps[at]?.articles ?? 0) <= reach * limit)) {
      reached += steps[at]?.articles ?? 0
      at += 1
    }
    const reaching = stepsFilter(steps.slice(0, at))
    bands.push(both([scope.filter, reaching, whole === undefined ? undefined : `NOT (${whole})`]))
    whole = reaching
  }
  return { bands, whole }
}

interface Step {
  /** One of these and one of those; or only one of these. */
  readonly left: Group
  readonly right?: Group
  readonly weight: number
  /** About so many articles, were the words independent of one another. */
  readonly articles: number
}

/** Pairs from the rarest words on, then single words. */
function stepsOf({ asked, scale, counts }: Gathering): readonly Step[] {
  const groups = asked.groups
    .map((left) => {
      const articles = countOfGroup(left, counts)
      return { left, weight: left.times * rarity(scale.articles, articles), articles }
    })
    .sort((one, other) => other.weight - one.weight)
  const rarest = groups.slice(0, PAIRED)
  const pairs = rarest.flatMap((one, at) =>
    rarest.slice(at + 1).map((other) => ({ left: one.left, right: other.left, weight: one.weight + other.weight, articles: (one.articles * other.articles) / Math.max(1, scale.articles) })),
  )
  return [...pairs, ...groups].sort((one, other) => other.weight - one.weight)
}

/** Pairs with the same left word stand together, so that each word is looked up a few times and not in every pair. */
function stepsFilter(steps: readonly Step[]): string {
  const single = steps.filter(({ right }) => right === undefined).map(({ left }) => left)
  const pairs = new Map<Group, Group[]>()
  for (const { left, right } of steps) {
    if (right === undefined || single.includes(left) || single.includes(right)) continue
    const rights = pairs.get(left) ?? []
    rights.push(right)
    pairs.set(left, rights)
  }
  return either([...[...pairs].map(([left, rights]) => both([anyFilter([left], []), anyFilter(rights, [])]) ?? ''), ...(single.length === 0 ? [] : [anyFilter(single, [])])])
}

function countOfGroup(group: Group, counts: ReadonlyMap<string, number>): number {
  return Math.max(0, ...group.chains.map((chain) => countOfChain(chain, counts)))
}

function countOfChain(chain: readonly string[], counts: ReadonlyMap<string, number>): number {
  return Math.min(...termsOfChain(chain).map((term) => counts.get(term) ?? 0))
}
