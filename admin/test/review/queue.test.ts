// Does the queue hold still while it is worked through, and forget nothing?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entered, following, neighbour, open, reopened, returned, settled, tally, waiting, type Done, type Queue } from '../../src/panel/review/queue.ts'

const queue = entered('status=open', ['1', '2', '3', '4', '5'], 0)

describe('the queue', () => {
  it('moves on to the next that waits, and passes over what others judged', () => {
    const later = settled(settled(queue, '2', 'others'), '3', 'decided')
    expect(following(later, '1')).toBe('4')
    expect(neighbour(later, '1', 1)).toBe('3')
    expect(neighbour(later, '3', -1)).toBe('1')
  })

  it('ends after the last one, though some before it were skipped', () => {
    expect(following(queue, '5')).toBeUndefined()
    expect(neighbour(queue, '5', 1)).toBeUndefined()
    expect(open(settled(queue, '5', 'decided'))).toEqual(['1', '2', '3', '4'])
  })

  it('fetches ahead what will come, not what is done', () => {
    expect(waiting(settled(queue, '3', 'later'), '2', 2)).toEqual(['4', '5'])
    expect(waiting(queue, '5', 2)).toEqual(['1', '2'])
  })

  it('begins at its first one where the cluster that is looked at is not of it', () => {
    expect(waiting(queue, '99', 2)).toEqual(['1', '2'])
    expect(following(queue, '99')).toBe('1')
    expect(settled(queue, '99', 'decided')).toBe(queue)
  })

  it('lets what was not saved come back right after the one that is judged', () => {
    const back = returned(settled(queue, '1', 'decided'), '1', '3')
    expect(back.ids).toEqual(['2', '3', '1', '4', '5'])
    expect(following(back, '3')).toBe('1')
    expect(returned(queue, '3', '3').ids).toEqual(queue.ids)
    expect(returned(settled(queue, '1', 'decided'), '1', '').ids).toEqual(['2', '3', '4', '5', '1'])
  })

  it('holds every id once whatever is decided, undone and returned, and its counts add up', () => {
    const step = fc.tuple(fc.constantFrom('decided', 'later', 'others', 'reopened', 'returned'), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const after = steps.reduce<Queue>((now, [what, at, current]) => {
          if (what === 'reopened') return reopened(now, String(at))
          return what === 'returned' ? returned(now, String(at), String(current)) : settled(now, String(at), what as Done)
        }, queue)
        const { decided, later, others, open: left } = tally(after)
        expect([...after.ids].sort()).toEqual(queue.ids)
        expect(decided + later + others + left).toBe(5)
      }),
    )
  })
})
