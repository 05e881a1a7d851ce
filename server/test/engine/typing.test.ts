// Are mistyped words found as a plain distance table would? The walk over the sorted list is held against one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forgiven, nearest } from '../../src/engine/typing.ts'

/** Optimal string alignment by the book. */
function distance(left: string, right: string): number {
  const table: number[][] = Array.from({ length: left.length + 1 }, (_, row) => Array.from({ length: right.length + 1 }, (_, at) => (row === 0 ? at : at === 0 ? row : 0)))
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      let value = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1))
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) value = Math.min(value, at(row - 2, column - 2) + 1)
      const line = table[row]
      if (line !== undefined) line[column] = value
    }
  }
  return at(left.length, right.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 })

test('finds exactly the words within the distance', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, fc.integer({ min: 1, max: 2 }), (words, wanted, limit) => {
      const found = nearest([...words].sort(), wanted, limit, false)
      const expected = words.map((one) => ({ word: one, distance: distance(one, wanted) })).filter((one) => one.distance <= limit)
      const sorted = (list: readonly { readonly word: string }[]) => [...list].sort((left, right) => (left.word < right.word ? -1 : 1))
      expect(sorted(found)).toEqual(sorted(expected))
    }),
    { numRuns: 2000 },
  )
})

test('finds exactly the words that begin within the distance', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 6 }), (words, wanted) => {
      const found = nearest([...words].sort(), wanted, 1, true).map((one) => one.word)
      const begins = (one: string): boolean => Array.from({ length: one.length }, (_, at) => one.slice(0, at + 1)).some((begin) => distance(begin, wanted) <= 1)
      expect([...found].sort()).toEqual(words.filter(begins).sort())
    }),
    { numRuns: 1000 },
  )
})

test('forgives nothing in short words', () => {
  expect([forgiven('sea'), forgiven('buoy'), forgiven('harbours'), forgiven('harbouring')]).toEqual([0, 1, 1, 2])
})
