// What would another threshold, or the newest matcher, make of the pairs that were judged, by people and by rule?
import { z } from 'zod'
import { ClusterAnswer } from './clusters.ts'
import { RelationName } from './matches.ts'
import { Id, many } from './shapes.ts'

export const RematchRequest = z
  .strictObject({
    thresholds: z.record(z.string().max(64), z.number().positive()).optional().meta({ description: 'Other values for thresholds of `GET /api/rematch/thresholds`; with `dryRun` only.' }),
    dryRun: z.boolean().optional(),
  })
  .meta({ id: 'RematchRequest' })

const Overturned = z.strictObject({
  left: Id,
  right: Id,
  was: RelationName.meta({ description: 'What the rules say of the pair now.' }),
  becomes: RelationName,
  relation: z.enum(['together', 'apart']).or(RelationName).meta({ description: 'What people decided: a relation where they named one.' }),
  decision: Id,
  publisher: z.string().optional(),
  headlines: z.strictObject({ left: z.string(), right: z.string() }),
})

const Tally = z.record(z.string(), z.strictObject({ verdicts: z.int(), overturned: z.int() }))

export const RematchAnswer = z
  .strictObject({
    dryRun: z.boolean(),
    matchVersion: z.string(),
    thresholds: z.record(z.string(), z.number()),
    verdicts: z.int().meta({ description: 'Pairs that people confirmed or refused.' }),
    agreed: z.strictObject({ before: z.int(), after: z.int() }).meta({ description: 'Those on which the rules say the same as people.' }),
    overturned: many(Overturned).meta({ description: 'Those on which the rules agree with people now and would not any more; at most 500 are listed.' }),
    overturnedCount: z.int(),
    mended: z.int().meta({ description: 'Those on which the rules would come to agree.' }),
    byRelation: Tally.meta({ description: 'By what the rules say now.' }),
    byPublisher: Tally,
    pairs: z.strictObject({ judged: z.int(), changed: z.int() }).meta({ description: 'All pairs that were ever compared, and those with another relation.' }),
    clusters: z.strictObject({ more: z.int(), fewer: z.int(), split: z.int(), merged: z.int(), changed: z.int(), samples: many(ClusterAnswer) }),
  })
  .meta({ id: 'Rematch' })
export type RematchAnswer = z.infer<typeof RematchAnswer>

export const ThresholdsAnswer = z
  .strictObject({ data: many(z.strictObject({ name: z.string(), value: z.number(), unit: z.enum(['bytes', 'count', 'seconds', 'share']), says: z.string() })), total: z.int() })
  .meta({ id: 'Thresholds' })
export type ThresholdsAnswer = z.infer<typeof ThresholdsAnswer>
