// How are clusters and decisions written, listed and made?
import { z } from 'zod'
import { Id, Time, listOf, listQuery, many, numberOf } from './shapes.ts'
import { MatchAnswer, RelationName } from './matches.ts'

const ARTICLES_MOST = 200
const NOTE_MOST = 2_000

export const ClusterStatusName = z.enum(['open', 'reviewed'])

export const ClusterAnswer = z
  .strictObject({
    id: Id,
    principalId: Id,
    principalBy: z.enum(['rule', 'editor']),
    size: z.int(),
    status: ClusterStatusName,
    members: many(
      z.strictObject({
        articleId: Id,
        headline: z.string(),
        publisher: z.string().optional(),
        publishedAt: Time.optional(),
        relation: MatchAnswer.optional().meta({ description: 'To the principal; absent for the principal itself.' }),
      }),
    ),
    weakestLink: MatchAnswer.optional(),
    conflicts: many(z.string()),
    version: z.int(),
    updatedAt: Time,
  })
  .meta({ id: 'Cluster' })
export type ClusterAnswer = z.infer<typeof ClusterAnswer>

export const CLUSTER_SORTS = ['id', 'size', 'updatedAt', 'status'] as const

export const ClusterListQuery = listQuery(CLUSTER_SORTS, {
  status: ClusterStatusName.optional(),
  relation: RelationName.optional(),
  minSize: numberOf(1, 1_000_000).optional(),
})

const DECISION_KINDS = ['join', 'separate', 'set-principal', 'set-relation', 'review'] as const

const note = z.string().trim().min(1).max(NOTE_MOST).optional()

/** Ids of articles, each once. */
function articles(least: number, most: number) {
  return z
    .array(Id)
    .min(least)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'names an article twice')
}

export const DecisionRequest = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('join'), articles: articles(2, ARTICLES_MOST), note }),
    z.strictObject({ kind: z.literal('separate'), articles: articles(1, ARTICLES_MOST), note }),
    z.strictObject({ kind: z.literal('set-principal'), articles: articles(1, 1), note }),
    z.strictObject({ kind: z.literal('set-relation'), articles: articles(2, 2), relation: RelationName, note }),
    z.strictObject({ kind: z.literal('review'), cluster: Id, note }),
  ])
  .meta({ id: 'DecisionRequest' })

export const DecisionRecord = z
  .strictObject({
    id: Id,
    kind: z.enum(DECISION_KINDS),
    articles: many(Id),
    others: many(Id),
    cluster: Id.optional(),
    relation: RelationName.optional(),
    note: z.string().optional(),
    actor: z.string(),
    decidedAt: Time,
    withdrawnAt: Time.optional(),
    withdrawnBy: z.string().optional(),
  })
  .meta({ id: 'Decision' })
export type DecisionRecord = z.infer<typeof DecisionRecord>

export const RuledAnswer = z.strictObject({ decision: DecisionRecord, clusters: many(ClusterAnswer) }).meta({ id: 'Ruled' })

export const DecisionListQuery = listQuery(['id', 'decidedAt', 'kind', 'actor'], {
  kind: z.enum(DECISION_KINDS).optional(),
  cluster: Id.optional(),
  article: Id.optional(),
  actor: z.string().max(320).optional(),
})

export const ClusterList = listOf(ClusterAnswer)
