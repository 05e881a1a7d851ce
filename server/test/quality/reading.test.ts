// Are real documents read as a person would read them? Counts and marks only: the texts themselves stay outside the project.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeUnit } from '../../src/describe/describe.ts'
import { textPage } from '../../src/extract/text.ts'
import { splitPage } from '../../src/split/split.ts'
import { NO_SHARED, sharedPath } from '../shared.ts'

it('finds fourteen articles in the five real documents, with no furniture in a body', (ctx) => {
  const folder = sharedPath('seeds')
  if (folder === undefined) return ctx.skip(true, NO_SHARED)
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
  const read = names.map((name) => {
    const page = textPage(readFileSync(join(folder, name), 'utf8'))
    return splitPage(page).flatMap((unit) => describeUnit(page, unit, { tags: [] }).article ?? [])
  })
  expect(read.map((articles) => articles.length)).toEqual([1, 10, 1, 1, 1])
  const all = read.flat()
  expect(all.map((article) => article.completeness === 'incomplete')).toEqual([true, ...Array.from({ length: 13 }, () => false)])
  expect(all.filter((article) => article.issues.some((issue) => issue.code === 'no-headline'))).toHaveLength(2)
  expect(all.filter((article) => article.byline.length > 0)).toHaveLength(7)
  for (const article of all) expect(article.body).not.toMatch(/advertisement|read more|contributed report|bureau chief|newspapers in|comments are closed|share full/i)
})
