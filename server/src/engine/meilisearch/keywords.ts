// How are two or three frequent words answered? By the engine's own order over the streams of stems (words near one
// another, in the headline, newer), in one call: articles with all of them first, then those with the rarer ones.
import type { SearchableField } from '../port.ts'
import { rarity } from '../bm25.ts'
import type { Chain, Group } from '../understanding.ts'
import type { Answered, Weighted } from './calls.ts'
import { facetsAsked, foldField } from './counting.ts'
import { EVERYWHERE } from './documents.ts'
import type { Gathering } from './gathering.ts'
import { both } from './filter-text.ts'
import { countAsk } from './gathering.ts'
import { phrase } from './phrases.ts'
import type { Shown } from './showing.ts'
import { pageFields } from './showing.ts'
import { groupFilter, termsOfChain } from './terms.ts'

export interface Paged {
  readonly page: readonly (Shown & { readonly score: number })[]
  readonly counted: Answered<unknown>
}

/** Are the ways to say all the words few enough to try each? */
export function fewWays(groups: readonly Group[]): boolean {
  return waysOf(groups).length <= MOST_WAYS
}

export async function keywords(of: Gathering): Promise<Paged> {
  const { query, calls } = of
  const fold = query.distinct === undefined ? {} : { distinct: foldField(query.distinct) }
  const asks = asksOf(of).map((ask) => ({ ...ask, attributesToRetrieve: [...pageFields(query), ...Object.values(fold)] }))
  const facets = facetsAsked(query)
  const page = calls.federated<Shown>(asks, { offset: query.offset, limit: query.limit, ...fold })
  // Where only some fields are asked, sets of terms cannot tell: the same queries count.
  const counted = query.fields === undefined ? calls.several<unknown>([countAsk(of)]).then(([one]) => one as Answered<unknown>) : calls.federated<unknown>(asks, { offset: 0, limit: 0, facets })
  const [found, all] = await Promise.all([page, counted])
  return { page: found.hits.map((hit) => ({ ...hit, score: hit._federation.weightedRankingScore })), counted: all }
}

/** More ways to say all words than these are not tried one by one. */
const MOST_WAYS = 8
const WHOLE = 10
const PART = 0.05
const BEGINNING = 0.001

function asksOf(of: Gathering): readonly Weighted[] {
  const { asked, query, scope, scale, counts } = of
  const { fields } = query
  const on = { attributesToSearchOn: fields === undefined ? ['stems.*'] : fields.map(fieldPattern) }
  const say = (chains: readonly Chain[], weight: number): Weighted => ({ q: chains.map(phrase).join(' '), ...on, filter: scope.filter, weight })
  const whole = waysOf(asked.groups).slice(0, MOST_WAYS).map((way) => say(way, WHOLE))
  if (query.match === 'all') return whole
  const weightOf = (chain: Chain): number => Math.min(...termsOfChain(chain).map((term) => rarity(scale.articles, counts.get(term) ?? 0))) / rarity(scale.articles, 0)
  const single = asked.groups.length === 1 && asked.groups[0]?.parts.length === 0
  const alone = single ? [] : asked.groups.flatMap((group) => group.chains.map((chain) => say([chain], Math.max(PART, weightOf(chain)))))
  const parts = asked.groups.flatMap((group) => group.parts.map((chain) => say([chain], PART)))
  const begun: readonly Weighted[] = asked.beginnings.length === 0 ? [] : fields === undefined
    ? [{ q: phrase([EVERYWHERE]), attributesToSearchOn: ['everywhere'], filter: both([scope.filter, groupFilter(asked.beginnings.map((stem) => [stem]))]), weight: BEGINNING }]
    : asked.beginnings.slice(0, MOST_WAYS).map((stem) => say([[stem]], BEGINNING))
  return [...whole, ...alone, ...parts, ...begun]
}

/** One chain of each group, in every combination; one more than `MOST_WAYS` where there are too many. */
function waysOf(groups: readonly Group[]): readonly (readonly Chain[])[] {
  return groups.reduce<readonly (readonly Chain[])[]>((ways, group) => ways.flatMap((way) => group.chains.map((chain) => [...way, chain])).slice(0, MOST_WAYS + 1), [[]])
}

function fieldPattern(field: SearchableField): string {
  return field === 'body' ? 'stems.body.*' : `stems.${field}`
}
