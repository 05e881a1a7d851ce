// Are all points of a plot there, and is the queue told right at each?
import { describe, expect, it } from 'vitest'
import { courseOf, everyStep, queueOver } from '../../src/http/course.ts'

const NOW = new Date('2026-03-02T14:20:00.000Z')

describe('the steps of a range', () => {
  it('are whole hours or days up to now', () => {
    const hours = courseOf('24h', NOW, undefined)
    expect(hours).toMatchObject({ step: 'hour', from: '2026-03-01T15:00:00.000Z' })
    expect(hours.steps).toHaveLength(24)
    expect(hours.steps.at(-1)).toBe('2026-03-02T14')
    expect(courseOf('7d', NOW, undefined)).toMatchObject({ step: 'day', from: '2026-02-24T00:00:00.000Z' })
    expect(courseOf('30d', NOW, undefined).steps).toHaveLength(30)
  })

  it('begin with the archive where all is asked, by months once days would be too many', () => {
    expect(courseOf('all', NOW, '2026-02-27T23:59:00.000Z').steps).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
    const years = courseOf('all', NOW, '2024-11-30T10:00:00.000Z')
    expect(years.step).toBe('month')
    expect(years.steps).toHaveLength(17)
    expect([years.steps[0], years.steps[3], years.steps.at(-1)]).toEqual(['2024-11', '2025-02', '2026-03'])
    expect(courseOf('all', NOW, undefined).steps).toEqual(['2026-03-02'])
    expect(courseOf('all', NOW, '2027-01-01T00:00:00.000Z').steps).toHaveLength(1)
  })

  it('are all told, also those in which nothing happened', () => {
    const told = everyStep(['2026-03-01', '2026-03-02'], [{ day: '2026-03-02', confirmed: 2, overturned: 1 }], { confirmed: 0, overturned: 0 })
    expect(told).toEqual([{ day: '2026-03-01', confirmed: 0, overturned: 0 }, { day: '2026-03-02', confirmed: 2, overturned: 1 }])
  })
})

describe('the queue', () => {
  it('holds at the end of a step what came until then and did not go', () => {
    const waits = [
      { came: '2026-02-20', went: '2026-03-01', count: 2, since: '2026-02-20T08:00:00.000Z' },
      { came: '2026-02-28', count: 3, since: '2026-02-28T09:00:00.000Z' },
      { came: '2026-03-02', went: '2026-03-02', count: 5, since: '2026-03-02T07:00:00.000Z' },
    ]
    expect(queueOver(['2026-02-19', '2026-02-28', '2026-03-01', '2026-03-02'], waits)).toEqual([
      { day: '2026-02-19', depth: 0 },
      { day: '2026-02-28', depth: 5, oldest: '2026-02-20T08:00:00.000Z' },
      { day: '2026-03-01', depth: 3, oldest: '2026-02-28T09:00:00.000Z' },
      { day: '2026-03-02', depth: 3, oldest: '2026-02-28T09:00:00.000Z' },
    ])
  })
})
