// Do the plots of the dashboard mark round figures, name what has room, and say what they show?
import { describe, expect, it } from 'vitest'
import { moment, published } from '../src/evidence/numbers.ts'
import { named, ticks } from '../src/panel/dashboard/scale.ts'
import { daysSay, lasting, publishersSay, queueSays, reviewSays, shareSays } from '../src/panel/dashboard/said.ts'
import { boundsOf, longName, shortName } from '../src/panel/dashboard/steps.ts'
import type { StatsAnswer } from '../src/panel/archive/stats.ts'

const STATS: StatsAnswer = {
  range: '7d', step: 'day', articles: 10, binned: 0, clusters: 6, copies: 4, toReview: 2, reviewed: 1,
  documents: { queued: 0, processing: 0, done: 3, refused: 0, failed: 0 },
  days: [{ day: '2026-03-01', new: 5, copies: 1, exact: 0 }, { day: '2026-03-02', new: 1, copies: 3, exact: 1 }],
  review: { confirmed: 3, overturned: 1, overturnRate: 0.25, days: [] },
  queue: { depth: 2, oldest: '2026-03-01T10:00:00.000Z', days: [] },
  relations: { spun: 3, identical: 1 }, publishers: [{ publisher: 'Fennick Post', articles: 4, copies: 3 }],
}

describe('a plot', () => {
  it('marks round figures from nought to at least the most', () => {
    expect(ticks(20)).toEqual([0, 5, 10, 15, 20])
    expect(ticks(3, { whole: true })).toEqual([0, 1, 2, 3])
    expect(ticks(0.37)).toEqual([0, 0.1, 0.2, 0.3, 0.4])
    expect(ticks(0)).toEqual([0, 1])
    for (const most of [1, 7, 13, 99, 101, 12_345]) expect(ticks(most).at(-1)).toBeGreaterThanOrEqual(most)
  })

  it('names the last step and as many others as have room', () => {
    expect(named(7, 700, 60)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(named(30, 600, 60)).toEqual([2, 5, 8, 11, 14, 17, 20, 23, 26, 29])
    expect(named(30, 0, 60)).toContain(29)
  })

  it('knows where a step begins and ends, and what it is called', () => {
    expect(boundsOf('2026-12-31', 'day')).toEqual({ from: '2026-12-31T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' })
    expect(boundsOf('2026-12', 'month').to).toBe('2027-01-01T00:00:00.000Z')
    expect(boundsOf('2026-03-01T23', 'hour').to).toBe('2026-03-02T00:00:00.000Z')
    expect([longName('2026-03', 'month'), shortName('2026-03-01T09', 'hour')]).toEqual(['March 2026', '09:00'])
  })
})

describe('a sentence beside it', () => {
  it('says the same', () => {
    expect(daysSay(STATS)).toBe('10 articles: 6 new, 3 near-copies, 1 exact copy.')
    expect(shareSays(STATS)).toBe('40 % of what came in had been told before.')
    expect(reviewSays(STATS)).toBe('3 stories confirmed, 1 verdict overturned: an overturn rate of 25 %.')
    expect(queueSays(STATS, Date.parse('2026-03-05T11:00:00.000Z'))).toBe('2 stories wait for a review, the oldest for 4 days.')
    expect(publishersSay(STATS)).toBe('Fennick Post leads: 3 of its 4 articles had been told before.')
  })

  it('says so where there is nothing', () => {
    expect(shareSays({ ...STATS, days: [] })).toBe('Nothing came in during this range.')
    expect(reviewSays({ ...STATS, review: { confirmed: 0, overturned: 0, days: [] } })).toBe('Nobody decided anything in this range.')
    expect(queueSays({ ...STATS, queue: { depth: 0, days: [] } }, 0)).toBe('Nothing waits for a review.')
    expect([lasting(60_000), lasting(3_700_000), lasting(50 * 3_600_000)]).toEqual(['less than an hour', '1 hour', '2 days'])
  })
})

describe('when a text was published', () => {
  it('is a day where nobody stated an hour, however the midnight is written, and else a moment', () => {
    for (const midnight of ['2026-04-02T00:00:00.000Z', '2026-04-02T00:00:00Z', '2026-04-02T00:00Z']) expect(published(midnight)).not.toMatch(/UTC|:/)
    expect(published('2026-04-02T08:30:00.000Z')).toBe(moment('2026-04-02T08:30:00.000Z'))
  })
})
