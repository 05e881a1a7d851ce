// How is one question answered from Meilisearch? Understand, choose the cheapest way that answers it well, find, count
// and show. Few or telling words, phrases and sentences are gathered and weighed here; frequent keywords are left to it.
import type { EngineAnswer, EngineQuery } from '../port.ts'
import { markingOf } from '../highlight.ts'
import { SHORT_QUESTION } from '../understanding.ts'
import type { Answered } from './calls.ts'
import { Calls } from './calls.ts'
import type { Connection } from './connection.ts'
import { away } from './connection.ts'
import { foldField, sharesValues, totalsOf } from './counting.ts'
import { FORM } from './documents.ts'
import { both } from './filter-text.ts'
import type { Gathering } from './gathering.ts'
import { countAsk, mostOf, universe } from './gathering.ts'
import { fewWays, keywords, type Paged } from './keywords.ts'
import { Lookups } from './lookups.ts'
import type { Places } from './place.ts'
import { scopeOf } from './scope.ts'
import type { Shown } from './showing.ts'
import { hitOf, pageFields } from './showing.ts'
import { termsOfChain } from './terms.ts'
import { Vectors } from './vectors.ts'
import { weighed } from './weighed.ts'

export class Searching {
  readonly #connection: Connection
  readonly #places: Places
  readonly #lookups = new Lookups()
  readonly #vectors = new Vectors()
  #profile: { readonly index: string; readonly until: number; readonly of: Profile } | undefined

  constructor(connection: Connection, places: Places) {
    this.#connection = connection
    this.#places = places
  }

  /** What was just written is to be known. */
  forget(): void {
    this.#lookups.forget()
    this.#profile = undefined
  }

  async search(query: EngineQuery): Promise<EngineAnswer> {
    const place = await this.#places.noted()
    if (place?.serving?.form !== FORM) throw away(place === undefined ? 'it holds nothing yet' : 'its index is being built')
    const calls = new Calls(this.#connection, this.#places.indexOf(place.serving), query.deadline)
    const profile = await this.#profiled(calls)
    const asked = await this.#lookups.understand(query, profile.languages, calls)
    const countsOf = (terms: readonly string[]) => this.#lookups.counts(terms, calls)
    const terms = asked.groups.flatMap((group) => [...group.chains, ...group.parts].flatMap(termsOfChain))
    const of: Gathering = { asked, query, scope: await scopeOf(asked, query, calls), scale: profile, calls, vectors: this.#vectors, counts: await countsOf(terms) }
    return this.#answer(of, await this.#paged(of, countsOf))
  }

  #paged(of: Gathering, countsOf: (terms: readonly string[]) => Promise<ReadonlyMap<string, number>>): Promise<Paged> {
    const { asked, query, scope, counts } = of
    if (!asked.empty && asked.groups.length === 0) return Promise.resolve({ page: [], counted: NONE })
    if (asked.empty || query.sort.length > 0) return listed(of)
    const short = asked.groups.length <= SHORT_QUESTION && scope.q === ''
    if (short && (query.fields !== undefined || (mostOf(asked.groups, counts) > FEW && fewWays(asked.groups)))) return keywords(of)
    return weighed(of, countsOf)
  }

  async #answer(of: Gathering, { page, counted }: Paged): Promise<EngineAnswer> {
    const { asked, query, scope } = of
    const folded = await sharing(of, counted)
    const totals = totalsOf(query, counted, folded)
    const marking = markingOf(asked)
    const field = query.distinct === undefined ? undefined : foldField(query.distinct)
    const values = field === undefined ? {} : (counted.facets[field] ?? {})
    return {
      ...totals,
      exact: totals.exact && scope.exact,
      hits: page.map((shown) => {
        const value = field === undefined ? undefined : (shown as unknown as Record<string, unknown>)[field]
        return hitOf(shown, marking, query, { score: shown.score, folded: value === null || value === undefined ? 1 : (values[String(value)] ?? 1) })
      }),
      understoodAs: asked.understoodAs,
    }
  }

  /** Size, usual length and languages of the index; they change slowly. */
  async #profiled(calls: Calls): Promise<Profile> {
    const held = this.#profile
    if (held !== undefined && held.index === calls.index && held.until > performance.now()) return held.of
    const [answer] = await calls.several<never>([{ q: '', limit: 0, facets: ['language'] }])
    const articles = answer?.articles ?? 0
    const languages = Object.entries(answer?.facets['language'] ?? {}).sort((left, right) => right[1] - left[1]).map(([language]) => language)
    const of: Profile = { articles, average: await averageLength(calls, articles), languages }
    this.#profile = { index: calls.index, until: performance.now() + PROFILE_FOR, of }
    return of
  }
}

interface Profile {
  readonly articles: number
  readonly average: number
  /** The most frequent first. */
  readonly languages: readonly string[]
}

/** Articles that hold a word of a short question: so few are weighed here. */
const FEW = 60
/** Stretches of the index, and articles of each, whose length is looked at. */
const STRETCHES = 6
const SAMPLE = 100
/** Milliseconds. */
const PROFILE_FOR = 60_000
/** Articles that share a cluster, over which facets are counted truly. */
const SHARING = 1_000
const NONE: Answered<unknown> = { hits: [], articles: 0, facets: {}, facetStats: {} }

/** From all over the index: what came in together is alike. */
async function averageLength(calls: Calls, articles: number): Promise<number> {
  const step = Math.max(SAMPLE, Math.floor(articles / STRETCHES))
  const offsets = Array.from({ length: STRETCHES }, (_, at) => at * step).filter((offset) => offset < articles)
  const lengths = (await Promise.all(offsets.map((offset) => calls.stretch<{ readonly length: number }>(['length'], offset, SAMPLE)))).flat().map((one) => one.length)
  return lengths.reduce((sum, one) => sum + one, 0) / lengths.length || 1
}

/** In an order that has nothing to do with the words. */
async function listed(of: Gathering): Promise<Paged> {
  const { query, calls } = of
  const fold = query.distinct === undefined ? {} : { distinct: foldField(query.distinct) }
  const { facets: _facets, ...counting } = countAsk(of)
  const sort = query.sort.map(({ field, order }) => `${field}:${order}`)
  const page = { ...counting, ...fold, ...(sort.length === 0 ? {} : { sort }), offset: query.offset, limit: query.limit, attributesToRetrieve: [...pageFields(query), ...Object.values(fold)] }
  const [counted, found] = await calls.several<Shown>([countAsk(of), page])
  return { page: (found?.hits ?? []).map((hit) => ({ ...hit, score: 0 })), counted: counted ?? NONE }
}

/** The hits that share their value of the folding field, where facets are wanted and they are not too many. */
async function sharing(of: Gathering, counted: Answered<unknown>): Promise<readonly Record<string, unknown>[] | undefined> {
  const { query, calls } = of
  if (query.distinct === undefined || query.facets.length === 0 || query.fields !== undefined) return undefined
  if (!sharesValues(query, counted)) return []
  const field = foldField(query.distinct)
  const { facets: _facets, ...counting } = countAsk(of)
  const [found] = await calls.several<Record<string, unknown>>([{ ...counting, filter: both([universe(of), `${field} IS NOT NULL`]), limit: SHARING, attributesToRetrieve: [field, ...query.facets] }])
  return found === undefined || found.articles > SHARING ? undefined : found.hits
}
