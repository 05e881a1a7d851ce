// The contract's part on order, folding, totals, facets and pages.
import { expect, test } from 'vitest'
import type { EngineQuery, SearchEngine } from '../../src/engine/port.ts'
import { question, WEEK } from './records.ts'

export function describePages(engine: () => SearchEngine): void {
  const ask = (text: string, more: Partial<EngineQuery> = {}) => engine().search(question(text, more))

  test('without words lists everything', async () => {
    const answer = await ask('')
    expect(answer.total).toBe(WEEK.length)
    expect(answer.hits).toHaveLength(WEEK.length)
  })

  test('sorts by a field, what is unknown last either way', async () => {
    const newest = await ask('', { sort: [{ field: 'publishedAtUnix', order: 'desc' }] })
    const oldest = await ask('', { sort: [{ field: 'publishedAtUnix', order: 'asc' }] })
    expect(newest.hits.map((hit) => hit.id)).toEqual(['a6', 'a5', 'a4', 'a3', 'a2', 'a1', 'a7'])
    expect(oldest.hits.map((hit) => hit.id)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'])
  })

  test('folds by a field with true counts', async () => {
    const answer = await ask('ferry', { distinct: 'clusterId' })
    expect(answer.hits).toHaveLength(1)
    expect(answer.hits[0]?.folded).toBe(3)
    expect(answer.total).toBe(1)
    expect(answer.totalFolded).toBe(3)
    expect(answer.exact).toBe(true)
  })

  test('keeps each article that has no value of the folding field', async () => {
    const answer = await ask('', { distinct: 'externalId' })
    expect(answer.total).toBe(WEEK.length)
  })

  test('counts facets over all hits, not over the page', async () => {
    const answer = await ask('', { facets: ['publisher', 'tags', 'wordCount', 'principal'], limit: 1 })
    expect(answer.facets['publisher']).toEqual({ 'Tern Gazette': 2, 'Morning Buoy': 2, 'Skerry Post': 1, Hafenblatt: 1 })
    expect(answer.facets['tags']).toEqual({ sea: 3, transport: 1, food: 1, science: 1 })
    expect(answer.facets['principal']).toEqual({ true: 5, false: 2 })
    expect(answer.facetStats['wordCount']).toEqual({ min: 12, max: 300 })
  })

  test('counts folded articles once in a facet', async () => {
    const answer = await ask('ferry', { distinct: 'clusterId', facets: ['publisher'] })
    expect(answer.facets['publisher']).toEqual({ 'Tern Gazette': 1, 'Morning Buoy': 1 })
  })

  test('pages put together are the whole list', async () => {
    const whole = (await ask('winter harbour ferry')).hits.map((hit) => hit.id)
    const pages: string[] = []
    for (let offset = 0; offset < whole.length; offset += 2) {
      pages.push(...(await ask('winter harbour ferry', { offset, limit: 2 })).hits.map((hit) => hit.id))
    }
    expect(whole.length).toBeGreaterThan(3)
    expect(pages).toEqual(whole)
  })

  test('past the last page there is nothing, but the total stays', async () => {
    const answer = await ask('ferry', { offset: 100 })
    expect(answer.hits).toEqual([])
    expect(answer.total).toBe(3)
  })
}
