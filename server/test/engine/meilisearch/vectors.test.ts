// Are the terms of articles fetched once a revision, and never told of another one?
import { describe, expect, it } from 'vitest'
import { type Found, Vectors } from '../../../src/engine/meilisearch/vectors.ts'

const archive = new Map([1, 2, 3].map((id) => [String(id), { id: String(id), revision: 1, fold: null, publishedAtUnix: null, createdAtUnix: 0, terms: ['ferry', `pier${id}`], counts: [1, id], length: 1 + id }]))

function asking(index = 'articles') {
  const asked: string[][] = []
  const documents = async (ids: readonly string[]): Promise<readonly never[]> => {
    asked.push([...ids])
    return ids.flatMap((id) => archive.get(id) ?? []) as never
  }
  return { calls: { index, documents }, asked }
}

const found = (id: number, revision = 1): Found => ({ id: String(id), revision })

describe('the terms of gathered articles', () => {
  it('are fetched once, and again for a new revision or another index', async () => {
    const vectors = new Vectors()
    const { calls, asked } = asking()
    const { candidates, words } = await vectors.filled([found(2), found(1)], calls)
    expect(candidates.map(({ id, terms }) => [id, ...[...terms].map((term) => words.nameOf(term))])).toEqual([['2', 'ferry', 'pier2'], ['1', 'ferry', 'pier1']])
    await vectors.filled([found(1), found(2, 2), found(3)], calls)
    const other = asking('articles-2')
    await vectors.filled([found(1)], other.calls)
    expect([asked, other.asked]).toEqual([[['2', '1'], ['2', '3']], [['1']]])
  })

  it('are left out with an article that went meanwhile', async () => {
    const { calls } = asking()
    expect((await new Vectors().filled([found(9), found(1)], calls)).candidates.map(({ id }) => id)).toEqual(['1'])
  })

  it('make room for others, the longest unused first', async () => {
    const vectors = new Vectors(4)
    const { calls, asked } = asking()
    for (const id of [1, 2, 3, 2, 1]) await vectors.filled([found(id)], calls)
    expect(asked).toEqual([['1'], ['2'], ['3'], [], ['1']])
  })
})
