// How is a search asked and answered?
import { z } from 'zod'
import { FILTERABLE_FIELDS } from '../../engine/port.ts'
import { ARTICLE_HEAD } from './articles.ts'
import { Completeness } from './articles.ts'
import { GivenTime, Id, many, numberOf, PAGING, severalOf, switchOf } from './shapes.ts'
import { RelationName } from './matches.ts'

/** Longest question, in UTF-16 code units. */
export const QUESTION_MOST = 4_000
const FACETS_MOST = 20
const FACET_VALUES_MOST = 10_000
const VALUE_MOST = 500

const Value = z.string().max(VALUE_MOST)

const Facets = z
  .string()
  .max(VALUE_MOST)
  .transform((names) => [...new Set(names.split(',').map((name) => name.trim()).filter((name) => name !== ''))])
  .pipe(z.array(z.enum(FILTERABLE_FIELDS, { error: `is not one of ${FILTERABLE_FIELDS.join(', ')}` })).max(FACETS_MOST))
  .default([])
  .meta({ type: 'string', description: 'Field names, separated by commas.' })

export const SearchQuery = z.strictObject({
  q: z.string().max(QUESTION_MOST).default('').meta({ description: 'Words, `"phrases"`, `-word`.' }),
  publisher: severalOf(Value),
  language: severalOf(z.string().max(16)),
  byline: severalOf(Value),
  tags: severalOf(Value),
  relation: severalOf(RelationName),
  completeness: severalOf(Completeness),
  documentId: severalOf(Id),
  clusterId: severalOf(Id),
  externalId: severalOf(Value),
  principal: z.enum(['true', 'false']).transform((value) => value === 'true').optional(),
  publishedFrom: GivenTime.optional(),
  publishedTo: GivenTime.optional(),
  createdFrom: GivenTime.optional(),
  createdTo: GivenTime.optional(),
  facets: Facets,
  facetValues: numberOf(1, FACET_VALUES_MOST).optional().meta({ description: 'Most values of a facet, the most frequent and those filtered by; all where absent. Years and months are always whole.' }),
  sort: z.enum(['relevance', 'newest', 'oldest']).default('relevance'),
  ...PAGING,
  collapse: switchOf(true),
})

const MatchedAnswer = z.strictObject({
  id: Id,
  headline: z.string(),
  publisher: z.string().optional(),
  relation: RelationName.optional(),
})

export const SearchAnswerBody = z
  .strictObject({
    hits: many(
      z.strictObject({
        ...ARTICLE_HEAD,
        snippet: z.string().meta({ description: 'Text with `<mark>` only, all else escaped.' }),
        headlineMarked: z.string().meta({ description: 'The headline likewise; of the member that matched, where one is named.' }),
        copies: z.int(),
        copyIds: many(Id),
        score: z.number(),
        matched: MatchedAnswer.optional().meta({ description: 'The member that matches better than the principal.' }),
      }),
    ),
    total: z.int(),
    totalArticles: z.int(),
    exact: z.boolean().meta({ description: 'False where totals and facets are an estimate.' }),
    facets: z.record(z.string(), z.record(z.string(), z.int())),
    facetStats: z.record(z.string(), z.strictObject({ min: z.number(), max: z.number() })),
    understoodAs: many(z.strictObject({ word: z.string(), as: many(z.string()) })).meta({ description: 'What stood in for a mistyped or unfinished word.' }),
    processingTimeMs: z.number(),
    degraded: z.string().optional().meta({ description: 'The search engine did not answer; what stands in for it.' }),
  })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswerBody = z.infer<typeof SearchAnswerBody>
