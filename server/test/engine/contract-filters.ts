// The contract's part on filters: every operator, and that a value is never syntax.
import { expect, test } from 'vitest'
import type { Filter } from '../../src/domain/filter.ts'
import { ProblemError } from '../../src/domain/problem.ts'
import type { SearchEngine } from '../../src/engine/port.ts'
import { question } from './records.ts'

const CASES: readonly (readonly [string, Filter, string])[] = [
  ['=', { op: '=', field: 'publisher', value: 'Tern Gazette' }, 'a1 a3'],
  ['= without case', { op: '=', field: 'publisher', value: 'tern gazette' }, 'a1 a3'],
  ['= in a list', { op: '=', field: 'byline', value: 'Per Lund' }, 'a3 a4'],
  ['= of a number', { op: '=', field: 'wordCount', value: 90 }, 'a4'],
  ['= of a truth', { op: '=', field: 'principal', value: false }, 'a2 a3'],
  ['!=', { op: '!=', field: 'language', value: 'en' }, 'a6 a7'],
  ['!= in a list', { op: '!=', field: 'tags', value: 'sea' }, 'a3 a4 a6 a7'],
  ['in', { op: 'in', field: 'publisher', values: ['Hafenblatt', 'Skerry Post'] }, 'a5 a6'],
  ['not-in', { op: 'not-in', field: 'publisher', values: ['Tern Gazette', 'Morning Buoy'] }, 'a5 a6 a7'],
  ['>', { op: '>', field: 'wordCount', value: 120 }, 'a1 a3'],
  ['>=', { op: '>=', field: 'wordCount', value: 120 }, 'a1 a2 a3'],
  ['<', { op: '<', field: 'wordCount', value: 19 }, 'a6'],
  ['<=', { op: '<=', field: 'wordCount', value: 19 }, 'a6 a7'],
  ['between', { op: 'between', field: 'publishedAtUnix', from: 1_700_110_000, to: 1_700_200_000 }, 'a2 a3 a4'],
  ['exists', { op: 'exists', field: 'publisher' }, 'a1 a2 a3 a4 a5 a6 a7'],
  ['is-null', { op: 'is-null', field: 'publisher' }, 'a7'],
  ['is-null of a number', { op: 'is-null', field: 'publishedAtUnix' }, 'a7'],
  ['is-empty', { op: 'is-empty', field: 'byline' }, 'a2 a6 a7'],
  ['contains', { op: 'contains', field: 'publisher', value: 'gaz' }, 'a1 a3'],
  ['starts-with', { op: 'starts-with', field: 'publisher', value: 'Morn' }, 'a2 a4'],
  ['not', { op: 'not', of: { op: '=', field: 'language', value: 'en' } }, 'a6 a7'],
  ['and', { op: 'and', of: [{ op: '=', field: 'tags', value: 'sea' }, { op: '=', field: 'publisher', value: 'Morning Buoy' }] }, 'a2'],
  ['or', { op: 'or', of: [{ op: '=', field: 'tags', value: 'food' }, { op: '=', field: 'externalId', value: 'x-7' }] }, 'a4 a7'],
  ['a value that looks like syntax', { op: '=', field: 'publisher', value: '" OR publisher = "Hafenblatt' }, ''],
  ['a value with a quote and a backslash', { op: '=', field: 'publisher', value: "\\' OR 1=1 --" }, ''],
]

export function describeFilters(engine: () => SearchEngine): void {
  test.each(CASES)('filters by %s', async (_name, filter, expected) => {
    const answer = await engine().search(question('', { filter }))
    expect(answer.hits.map((hit) => hit.id).sort().join(' ')).toBe(expected)
    expect(answer.total).toBe(expected === '' ? 0 : expected.split(' ').length)
  })

  test('filters what the words find', async () => {
    const answer = await engine().search(question('ferry', { filter: { op: '=', field: 'publisher', value: 'Morning Buoy' } }))
    expect(answer.hits.map((hit) => hit.id)).toEqual(['a2'])
  })

  test('refuses a field that is no filter', async () => {
    const asked = engine().search(question('', { filter: { op: '=', field: 'body; DROP', value: 1 } }))
    await expect(asked).rejects.toMatchObject({ problem: { code: 'unknown-filter' } })
    await expect(asked).rejects.toBeInstanceOf(ProblemError)
  })
}
