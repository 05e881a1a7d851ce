// Do the figures of the index hang together, and tell of a lag while there is one?
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newMetrics } from '../../src/http/metrics.ts'
import { openHouse, type TestHouse } from './house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The figures while the outbox stands so; nothing else of the house is changed. */
async function told(state: { pending: number; quarantined: number; oldestWaitingSince?: string }): Promise<{ text: string; looks: number }> {
  let looks = 0
  const outbox = {
    ...house.parts.store.outbox,
    state: async () => {
      looks++
      return state
    },
  }
  const metrics = newMetrics({ ...house.parts, store: { ...house.parts.store, outbox }, clock: () => new Date('2026-03-01T12:01:30.000Z') })
  return { text: (await metrics.text()).body, looks }
}

it('tells how long the oldest article waits, by the same look that counts those that wait', async () => {
  const { text, looks } = await told({ pending: 3, quarantined: 1, oldestWaitingSince: '2026-03-01T12:00:00.000Z' })
  expect(text).toContain('copydesk_index_rows{state="dirty"} 3')
  expect(text).toContain('copydesk_index_rows{state="quarantined"} 1')
  expect(text).toContain('copydesk_index_lag_seconds 90')
  expect(looks).toBe(1)
})

it('tells of no lag where nothing waits', async () => {
  expect((await told({ pending: 0, quarantined: 0 })).text).toContain('copydesk_index_lag_seconds 0')
})
