// How are decisions made, taken back, made again, and listed? By these alone a person changes clusters.
import { z } from 'zod'
import { DECISION_ARTICLES_MOST, DECISION_KINDS } from '../../domain/decision.ts'
import { ClusterAnswer, ClusterFilterBody } from './clusters.ts'
import { RelationName } from './matches.ts'
import { GivenTime, Id, Time, listOf, listQuery, many } from './shapes.ts'

const NOTE_MOST = 2_000
const EXPECTED_MOST = 200
const ONCE_MOST = 64

export const DecisionKindName = z.enum(DECISION_KINDS)

/** Ids of articles, each once. */
function articles(least: number, most: number) {
  return z
    .array(Id)
    .min(least)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, 'names an article twice')
}

const WITH_ALL = {
  note: z.string().trim().min(1).max(NOTE_MOST).optional(),
  expect: z
    .array(z.strictObject({ cluster: Id, version: z.int() }))
    .max(EXPECTED_MOST)
    .optional()
    .meta({ description: 'Clusters as they were seen: where one has changed since, the answer is 409 `cluster-changed` and nothing is decided.' }),
  once: z.string().min(8).max(ONCE_MOST).optional().meta({ description: 'A name of the sender’s own for this decision. Sent again under it, nothing is decided twice: the answer is what was decided then, and its clusters as they are now.' }),
}

export const DecisionRequest = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('join'), articles: articles(2, DECISION_ARTICLES_MOST), ...WITH_ALL }),
    z.strictObject({
      kind: z.literal('separate'),
      articles: articles(1, DECISION_ARTICLES_MOST),
      from: articles(1, DECISION_ARTICLES_MOST).optional().meta({ description: 'Only of these; otherwise of all that stay in the cluster.' }),
      together: z.boolean().optional().meta({ description: 'They stay one cluster: a split. Where their texts alone would not hold them, a `join` is decided with it, or nothing at all.' }),
      ...WITH_ALL,
    }),
    z.strictObject({ kind: z.literal('set-principal'), articles: articles(1, 1), ...WITH_ALL }),
    z.strictObject({ kind: z.literal('set-relation'), articles: articles(2, 2), relation: RelationName, ...WITH_ALL }),
    z.strictObject({ kind: z.literal('review'), cluster: Id, ...WITH_ALL }),
    z.strictObject({ kind: z.literal('later'), cluster: Id, ...WITH_ALL }),
  ])
  .meta({ id: 'DecisionRequest' })
export type DecisionRequest = z.infer<typeof DecisionRequest>

/** Of a reader, who decides nothing: somebody with the right to is to look at it again. */
export const ReportRequest = z.strictObject({ reason: z.string().trim().min(1, 'says nothing').max(NOTE_MOST) }).meta({ id: 'ReportRequest' })
export type ReportRequest = z.infer<typeof ReportRequest>

export const DecisionRecord = z
  .strictObject({
    id: Id,
    kind: DecisionKindName,
    articles: many(Id),
    others: many(Id),
    cluster: Id.optional(),
    relation: RelationName.optional(),
    note: z.string().optional(),
    batch: Id.optional().meta({ description: 'The batch that it was made in.' }),
    effect: z.string().meta({ description: 'What it says, in a sentence.' }),
    actor: z.string(),
    decidedAt: Time,
    withdrawnAt: Time.optional(),
    withdrawnBy: z.string().optional(),
  })
  .meta({ id: 'Decision' })
export type DecisionRecord = z.infer<typeof DecisionRecord>

export const RuledAnswer = z.strictObject({ decision: DecisionRecord, joined: DecisionRecord.optional().meta({ description: 'What keeps together those that a split took out, where it was needed.' }), clusters: many(ClusterAnswer) }).meta({ id: 'Ruled' })
export type RuledAnswer = z.infer<typeof RuledAnswer>

export const DecisionListQuery = listQuery(['id', 'decidedAt', 'kind', 'actor'], {
  kind: DecisionKindName.optional(),
  cluster: Id.optional(),
  article: Id.optional(),
  actor: z.string().max(320).optional(),
  batch: Id.optional(),
  from: GivenTime.optional(),
  to: GivenTime.optional().meta({ description: 'Up to this time, not at it.' }),
  withdrawn: z.enum(['true', 'false']).transform((value) => value === 'true').optional(),
})

export const DecisionList = listOf(DecisionRecord)

export const DependantsAnswer = z.strictObject({ data: many(DecisionRecord), total: z.int() }).meta({ id: 'Dependants', description: 'Later decisions about the articles that this one moved, the newest first.' })
export type DependantsAnswer = z.infer<typeof DependantsAnswer>

/** No body at all is the same as `alone`. */
export const WithdrawRequest = z
  .strictObject({
    with: z.array(Id).max(DECISION_ARTICLES_MOST).optional().meta({ description: 'Later decisions to be taken back with it, all or none.' }),
    alone: z.boolean().optional().meta({ description: 'Leave the later ones as they are.' }),
  })
  .meta({ id: 'WithdrawRequest', description: 'With a body that names not all later decisions that depend on it, and without `alone`, the answer is 409 `has-dependants`.' })

export const WithdrawnAnswer = z.strictObject({ decision: DecisionRecord, withdrawn: many(Id), clusters: many(ClusterAnswer) }).meta({ id: 'Withdrawn' })
export type WithdrawnAnswer = z.infer<typeof WithdrawnAnswer>

export const BatchRequest = z
  .strictObject({ kind: z.literal('review'), filter: ClusterFilterBody, note: WITH_ALL.note, dryRun: z.boolean().optional() })
  .meta({ id: 'BatchRequest', description: 'One decision for each cluster that the filter fits and that has more than one member.' })

export const BatchPreview = z.strictObject({ count: z.int(), samples: many(ClusterAnswer), effect: z.string() }).meta({ id: 'BatchPreview' })
export const BatchMade = z.strictObject({ batch: Id, count: z.int() }).meta({ id: 'BatchMade' })
export const BatchAnswer = z.union([BatchPreview, BatchMade]).meta({ id: 'Batch', description: 'With `dryRun` what would be decided, else what was.' })
export type BatchPreview = z.infer<typeof BatchPreview>
export type BatchMade = z.infer<typeof BatchMade>

export const BatchWithdrawn = z.strictObject({ batch: Id, count: z.int() }).meta({ id: 'BatchWithdrawn' })

const Named = z.strictObject({ articleId: Id, headline: z.string(), publisher: z.string().optional() })

export const ExclusionRecord = z
  .strictObject({
    decision: Id,
    kind: z.enum(['separate', 'set-relation']),
    relation: RelationName.optional(),
    articles: many(Named),
    others: many(Named),
    by: z.string(),
    at: Time,
    note: z.string().optional(),
    conflict: z.string().optional().meta({ description: 'What came in, or was decided, against it.' }),
  })
  .meta({ id: 'Exclusion', description: 'Articles told apart. They may come together again once the decision is withdrawn.' })
export type ExclusionRecord = z.infer<typeof ExclusionRecord>

export const ExclusionListQuery = listQuery(['id', 'decidedAt', 'actor'], { article: Id.optional(), actor: z.string().max(320).optional(), conflict: z.literal('true').transform(() => true).optional().meta({ type: 'string', description: '`true`: only those that something speaks against.' }) })
export const ExclusionList = listOf(ExclusionRecord)
