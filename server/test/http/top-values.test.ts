// Are long facets cut where asked, without losing what the question is filtered by or holes in a histogram?
import { expect, it } from 'vitest'
import { topValues } from '../../src/http/top-values.ts'

it('keeps the most frequent values, those filtered by, and every month', () => {
  const facets = { byline: { Ada: 1, Bob: 5, Cy: 3, Dot: 1 }, publishedMonth: { '2024-01': 1, '2024-02': 9, '2024-03': 1 } }
  expect(topValues(facets, 2, { byline: ['Dot'] })).toEqual({ byline: { Bob: 5, Cy: 3, Dot: 1 }, publishedMonth: facets.publishedMonth })
  expect(topValues(facets, 9, {})).toEqual(facets)
})
