// Is a merge that goes against an earlier decision told so, with the pair?
import { expect, it } from 'vitest'
import { toldApart } from '../../src/panel/review/told-apart.ts'
import { clusterOf } from './clusters.ts'

const one = clusterOf({ id: '1' })
const two = clusterOf({ id: '2' })
const said = (articles: readonly string[], others: readonly string[]) => ({ id: 'd1', articles: [...articles], others: [...others], actor: 'Ana', decidedAt: '2026-01-01T00:00:00.000Z' })
const [here, there] = [one.members[1]?.articleId ?? '', two.members[0]?.articleId ?? '']

it('names one of each cluster, whichever was told from the other', () => {
  for (const decision of [said([here], ['elsewhere', there]), said([there], [here])]) expect(toldApart(one, two, [decision])).toMatchObject([{ decision: 'd1', left: here, right: there, actor: 'Ana' }])
})

it('says nothing of what was told from others', () => {
  expect(toldApart(one, two, [said([here], ['elsewhere']), said([one.members[0]?.articleId ?? ''], [here])])).toEqual([])
})
