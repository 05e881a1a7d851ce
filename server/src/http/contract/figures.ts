// How does the archive stand? Totals, what came in by day, and the state of the machinery.
import { z } from 'zod'
import { STEPS } from '../../domain/step.ts'
import { Time, many } from './shapes.ts'

export const RANGES = ['24h', '7d', '30d', 'all'] as const
export type Range = (typeof RANGES)[number]

const StepName = z.string().meta({ description: 'The begin of a step, as the first letters of an ISO 8601 time: `2024-11`, `2024-11-21`, `2024-11-21T14`.' })

export const StatsQuery = z.strictObject({ range: z.enum(RANGES).default('30d') })

export const StatsAnswer = z
  .strictObject({
    range: z.enum(RANGES),
    articles: z.int(),
    binned: z.int(),
    clusters: z.int(),
    copies: z.int().meta({ description: 'Articles whose cluster holds one that came earlier.' }),
    toReview: z.int().meta({ description: 'Clusters of more than one that nobody looked through yet.' }),
    reviewed: z.int(),
    documents: z.strictObject({ queued: z.int(), processing: z.int(), done: z.int(), refused: z.int(), failed: z.int() }),
    waitingSince: Time.optional().meta({ description: 'Of the oldest file that waits.' }),
    index: z.strictObject({ pending: z.int(), quarantined: z.int(), oldestWaitingSince: Time.optional() }).optional().meta({ description: 'Articles that the engine does not hold yet, and those that failed for good; absent while the engine does not answer.' }),
    step: z.enum(STEPS).meta({ description: 'How far apart the days lie.' }),
    days: many(z.strictObject({ day: StepName, new: z.int(), copies: z.int(), exact: z.int().meta({ description: 'Those of the copies that have the very same words.' }) })),
    review: z.strictObject({
      confirmed: z.int(),
      overturned: z.int(),
      overturnRate: z.number().optional().meta({ description: 'Overturned among all verdicts of the range; absent without any.' }),
      days: many(z.strictObject({ day: StepName, confirmed: z.int(), overturned: z.int() })),
    }).meta({ description: 'What people found of the clusters: right as they stood, or not.' }),
    queue: z.strictObject({
      depth: z.int(),
      oldest: Time.optional(),
      days: many(z.strictObject({ day: StepName, depth: z.int(), oldest: Time.optional() })),
    }).meta({ description: 'Clusters that waited to be looked through at the end of each step.' }),
    relations: z.record(z.string(), z.int()),
    publishers: many(z.strictObject({ publisher: z.string(), articles: z.int(), copies: z.int() })),
  })
  .meta({ id: 'Stats' })
export type StatsAnswer = z.infer<typeof StatsAnswer>

const Setting = z.strictObject({ name: z.string(), value: z.number(), unit: z.enum(['bytes', 'count', 'seconds', 'share']), says: z.string() })

export const SystemAnswer = z
  .strictObject({
    version: z.string(),
    startedAt: Time,
    store: z.strictObject({ kind: z.string(), articles: z.int() }),
    engine: z.strictObject({
      kind: z.string(),
      up: z.boolean().meta({ description: 'Does it answer searches? While it does not, the archive’s own index answers.' }),
      detail: z.string(),
      articles: z.int(),
      version: z.string().optional(),
      trouble: z.strictObject({ code: z.string(), message: z.string(), at: Time }).optional().meta({ description: 'Why it did not answer as it should the last time: the engine’s own code, or `unreachable`.' }),
    }),
    building: many(z.strictObject({ engine: z.string(), pending: z.int() })).meta({ description: 'Indexes that are built anew beside those that serve, with the articles that they still lack.' }),
    index: z.strictObject({
      pending: z.int().meta({ description: 'Articles that the engine does not hold yet.' }),
      quarantined: many(z.strictObject({ articleId: z.string(), attempts: z.int(), lastError: z.string() })),
      oldestWaitingSince: Time.optional(),
    }),
    disk: z.strictObject({ free: z.number(), size: z.number() }).meta({ description: 'Bytes, where the archive is kept.' }),
    limits: many(Setting),
    thresholds: many(Setting).meta({ description: 'Those that decide what counts as a copy.' }),
  })
  .meta({ id: 'System' })
export type SystemAnswer = z.infer<typeof SystemAnswer>
