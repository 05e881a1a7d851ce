// What may a client of Meilisearch send? Its own parameters, names and defaults; what it could send besides is refused by name.
import { z } from 'zod'

const Strings = z.array(z.string()).max(200)
const Count = z.int().min(0)

/** ISO 639: `en`, `eng`. */
function isLanguage(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code) && LANGUAGES.of(code) !== undefined
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Parameters that searches and queries of a multi-search share. */
const SEARCH = {
  q: z.string().max(4_000).default(''),
  offset: Count.default(0),
  limit: Count.default(20),
  page: Count.optional(),
  hitsPerPage: Count.optional(),
  attributesToRetrieve: Strings.default(['*']),
  attributesToSearchOn: Strings.optional(),
  attributesToHighlight: Strings.default([]),
  attributesToCrop: Strings.default([]),
  cropLength: Count.default(10),
  cropMarker: z.string().max(100).default('…'),
  highlightPreTag: z.string().max(100).default('<em>'),
  highlightPostTag: z.string().max(100).default('</em>'),
  showMatchesPosition: z.boolean().default(false),
  showRankingScore: z.boolean().default(false),
  rankingScoreThreshold: z.number().min(0).max(1).optional(),
  filter: z.union([z.string(), z.array(z.unknown())]).optional(),
  facets: Strings.default([]),
  sort: Strings.default([]),
  distinct: z.string().optional(),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).default('last'),
  /** Languages are told by the articles here: a hint changes nothing, a code that is none is refused. */
  locales: z.array(z.string().refine(isLanguage, 'it is no language that is known')).max(200).optional(),
  /** What nothing here can answer may be asked for in the negative only. */
  showRankingScoreDetails: z.literal(false).optional(),
  retrieveVectors: z.literal(false).optional(),
}

export const MeilisearchSearch = z.strictObject(SEARCH)

export const MeilisearchFacets = z.strictObject({
  facetName: z.string(),
  facetQuery: z.string().max(500).default(''),
  q: SEARCH.q,
  filter: SEARCH.filter,
  matchingStrategy: SEARCH.matchingStrategy,
  attributesToSearchOn: SEARCH.attributesToSearchOn,
  exhaustiveFacetCount: z.boolean().optional(),
  locales: SEARCH.locales,
})

export const MeilisearchQueries = z.strictObject({
  queries: z
    .array(z.strictObject({ ...SEARCH, indexUid: z.string(), federationOptions: z.strictObject({ weight: z.number().min(0).default(1), queryPosition: Count.optional() }).optional() }))
    .max(50),
  federation: z
    .strictObject({
      offset: Count.default(0),
      limit: Count.default(20),
      page: Count.optional(),
      hitsPerPage: Count.optional(),
      facetsByIndex: z.record(z.string(), Strings.nullable()).default({}),
      mergeFacets: z.looseObject({}).optional(),
    })
    .optional(),
})

/** Of a GET: everything is text. */
export const MeilisearchParameters = z.looseObject({ q: z.string().optional(), limit: z.string().optional(), offset: z.string().optional(), filter: z.string().optional() })

export const MeilisearchBody = z.unknown().meta({ id: 'MeilisearchRequest', description: 'As in Meilisearch’s own API.' })

export const MeilisearchAnswerBody = z.looseObject({}).meta({ id: 'MeilisearchAnswer', description: 'As in Meilisearch’s own API.' })

export const IndexParams = z.strictObject({ index: z.string().max(400) })
