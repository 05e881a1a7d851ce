// How are clusters written, listed, queued for review and looked at from outside?
import { z } from 'zod'
import { BANDS, STANDINGS } from '../../domain/cluster.ts'
import { GivenTime, Id, Time, many, numberOf, listQuery, severalOf, switchOf } from './shapes.ts'
import { MatchAnswer, RelationName } from './matches.ts'

/** Most ids of one queue. */
export const QUEUE_MOST = 10_000

export const ClusterStatusName = z.enum(['open', 'reviewed'])
export const StandingName = z.enum(STANDINGS).meta({
  id: 'ClusterStanding',
  description: '`open`: nobody looked through it. `changed`: somebody did, and texts joined since. `conflict`: decisions contradict one another or what came in.',
})
export const BandName = z.enum(BANDS).meta({ id: 'ConfidenceBand', description: 'high from .8, medium from .6.' })

const Kinds = z.record(z.string(), z.int()).meta({ description: 'Members by their relation to the principal.' })

export const ClusterMemberAnswer = z.strictObject({
  articleId: Id,
  headline: z.string(),
  publisher: z.string().optional(),
  publishedAt: Time.optional(),
  wordCount: z.int(),
  createdAt: Time,
  kind: RelationName.optional().meta({ description: 'The relation to the principal by its name; absent for the principal itself.' }),
  relation: MatchAnswer.optional().meta({ description: 'To the principal; absent for the principal itself, and where a list was asked for in brief.' }),
})

export const ClusterAnswer = z
  .strictObject({
    id: Id,
    principalId: Id,
    principalBy: z.enum(['rule', 'editor']),
    principalHeadline: z.string(),
    size: z.int(),
    status: ClusterStatusName,
    standing: StandingName,
    members: many(ClusterMemberAnswer),
    kinds: Kinds,
    confidence: BandName.meta({ description: 'Of the weakest link.' }),
    weakestLink: MatchAnswer.optional(),
    conflicts: many(z.string()),
    disputes: many(z.strictObject({ sentence: z.string(), decisions: many(Id), articles: many(Id) })).meta({ description: 'The conflicts, with the decisions and articles that each is about.' }),
    reviewedAt: Time.optional(),
    reviewedBy: z.string().optional(),
    changes: z.strictObject({ joined: many(Id), left: many(Id) }).optional().meta({ description: 'Articles that came and went since the last review.' }),
    newestAt: Time.meta({ description: 'When its newest member came in.' }),
    later: z.boolean().meta({ description: 'Put off by a person.' }),
    version: z.int(),
    updatedAt: Time,
    updatedBy: z.string().optional().meta({ description: 'Who changed it last.' }),
  })
  .meta({ id: 'Cluster' })
export type ClusterAnswer = z.infer<typeof ClusterAnswer>

export const CLUSTER_SORTS = ['id', 'size', 'updatedAt', 'status', 'confidence', 'newestAt'] as const
export const CLUSTER_FACETS = ['standing', 'confidence', 'kind', 'publisher'] as const

/** Each as one value or several; several are alternatives. */
const SEVERAL = {
  standing: severalOf(StandingName),
  confidence: severalOf(BandName),
  kind: severalOf(RelationName),
  publisher: severalOf(z.string().min(1).max(2_000)),
}

const FILTERS = {
  status: ClusterStatusName.optional(),
  relation: RelationName.optional(),
  ...SEVERAL,
  q: z.string().trim().min(1).max(200).optional().meta({ description: 'Words of a headline; all of them, in one member or several.' }),
  later: z.enum(['true', 'false']).transform((value) => value === 'true').optional(),
  minSize: numberOf(1, 1_000_000).optional(),
  changedSince: GivenTime.optional(),
}

const FacetNames = z
  .string()
  .transform((given) => given.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.enum(CLUSTER_FACETS)))
  .optional()
  .meta({ type: 'string', description: 'Names with commas between: standing, confidence, kind, publisher.' })

export const ClusterListQuery = listQuery(CLUSTER_SORTS, {
  ...FILTERS,
  facets: FacetNames,
  brief: switchOf(false).meta({ description: 'Without the matches of the members.' }),
})

/** Counts of clusters; each facet as if its own filter were not set. */
const Facets = z.record(z.enum(CLUSTER_FACETS), z.record(z.string(), z.int()).optional())

export const ClusterList = z.strictObject({ data: many(ClusterAnswer), total: z.int(), facets: Facets.optional() }).meta({ id: 'ClusterList' })
export type ClusterList = z.infer<typeof ClusterList>

export const QueueQuery = z.strictObject({ ...FILTERS, sort: z.enum(CLUSTER_SORTS).optional(), order: z.enum(['asc', 'desc']).default('asc') })
export const QueueAnswer = z.strictObject({ ids: many(Id), total: z.int() }).meta({ id: 'ReviewQueue' })
export type QueueAnswer = z.infer<typeof QueueAnswer>

/** The same filters in a body: of a batch. */
export const ClusterFilterBody = z
  .strictObject({
    status: ClusterStatusName,
    relation: RelationName,
    standing: z.array(StandingName).min(1),
    confidence: z.array(BandName).min(1),
    kind: z.array(RelationName).min(1),
    onlyKinds: z.array(RelationName).min(1).meta({ description: 'Clusters in which every member stands to the principal in one of these ways.' }),
    publisher: z.array(z.string().min(1).max(2_000)).min(1),
    q: z.string().trim().min(1).max(200),
    later: z.boolean(),
    minSize: z.int().min(1),
    changedSince: GivenTime,
    ids: z.array(Id).min(1).max(QUEUE_MOST).meta({ description: 'Only these.' }),
  })
  .partial()
  .meta({ id: 'ClusterFilter' })

export const SuggestionsAnswer = z
  .strictObject({
    data: many(
      z.strictObject({
        articleId: Id,
        headline: z.string(),
        publisher: z.string().optional(),
        publishedAt: Time.optional(),
        wordCount: z.int(),
        clusterId: Id,
        clusterSize: z.int(),
        match: z.strictObject({
          member: Id.meta({ description: 'The member that it is nearest to.' }),
          relation: RelationName.meta({ description: 'Of the suggested article to that member.' }),
          confidence: z.number(),
          matchedWords: z.int(),
          containment: z.strictObject({ left: z.number(), right: z.number() }).meta({ description: 'Left is the suggested article.' }),
          reason: z.string().optional(),
        }),
      }),
    ),
    total: z.int(),
  })
  .meta({ id: 'Suggestions' })
export type SuggestionsAnswer = z.infer<typeof SuggestionsAnswer>

export const CARRIED_FIELDS = ['headline', 'dek', 'byline', 'dateline', 'publisher', 'publishedAt', 'tags'] as const

const Carried = z.union([z.string(), many(z.string())])

export const CarryOverAnswer = z
  .strictObject({
    principal: z.strictObject({ id: Id, version: z.int() }),
    offers: many(
      z.strictObject({
        field: z.enum(CARRIED_FIELDS),
        value: Carried,
        from: Id.meta({ description: 'The member that has it.' }),
        current: Carried.optional().meta({ description: 'What the principal has; absent where it lacks it.' }),
        byEditor: z.boolean().meta({ description: 'A person corrected it in that member.' }),
      }),
    ),
  })
  .meta({ id: 'CarryOver' })
export type CarryOverAnswer = z.infer<typeof CarryOverAnswer>
