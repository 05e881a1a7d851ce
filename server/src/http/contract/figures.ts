// How does the archive stand? Totals, what came in by day, and the state of the machinery.
import { z } from 'zod'
import { Time, many } from './shapes.ts'

export const RANGES = ['24h', '7d', '30d', 'all'] as const
export type Range = (typeof RANGES)[number]

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
    days: many(z.strictObject({ day: z.string(), new: z.int(), copies: z.int() })),
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
    engine: z.strictObject({ kind: z.string(), up: z.boolean(), articles: z.int() }),
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
