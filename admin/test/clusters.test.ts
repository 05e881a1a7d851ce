// Are the lists of clusters and decisions narrowed as their addresses say, and does carrying over change only what was chosen?
import { describe, expect, it } from 'vitest'
import type { DecisionRecord } from '../../server/src/http/contract/decisions.ts'
import { addressOf, bodyOf, filtersOf, placeOf, put, questionOf, reviewOf, toggled } from '../src/panel/clusters/place.ts'
import { changesSay, filterName, fits } from '../src/panel/clusters/said.ts'
import { changesOf, chosen, kept, type Offer, written } from '../src/panel/history/carry.ts'
import { grouped } from '../src/panel/history/groups.ts'
import { dayOf, placeOf as historyOf, questionOf as historyQuestion, timeOf } from '../src/panel/history/place.ts'

const asked = (text: string): URLSearchParams => new URLSearchParams(text)

describe('the address of the clusters', () => {
  it('holds filters, order and page, and nothing that is usual', () => {
    const place = placeOf(asked('kind=spun&standing=open&standing=changed&page=3&sort=size&order=asc&else=1'))
    expect(addressOf(place)).toBe('kind=spun&standing=changed&standing=open&sort=size&order=asc&page=3')
    expect(addressOf(placeOf(asked('sort=no&page=-1&perPage=7')))).toBe('')
    expect(questionOf(placeOf(asked('')))).toBe('minSize=2&sort=newestAt&order=desc&page=1&perPage=25&facets=standing%2Cconfidence%2Ckind%2Cpublisher&brief=true')
  })

  it('takes several values of a facet as alternatives, and lets each go by itself', () => {
    const one = toggled(asked(''), 'confidence', 'low')
    const two = toggled(one, 'confidence', 'high')
    expect(String(two)).toBe('confidence=high&confidence=low')
    expect(String(toggled(two, 'confidence', 'low'))).toBe('confidence=high')
    expect(String(put(put(one, 'q', 'quay'), 'q', undefined))).toBe('confidence=low')
    expect(String(filtersOf(asked('b=1&q=&publisher=A')))).toBe('publisher=A')
  })

  it('is the queue of the review, and the filter of a batch', () => {
    expect(reviewOf(asked('kind=spun'))).toBe('/review?kind=spun&status=open')
    expect(reviewOf(asked('standing=changed'))).toBe('/review?standing=changed')
    expect(bodyOf(asked('kind=spun&kind=excerpt&later=false&minSize=3&q=quay'))).toEqual({ kind: ['spun', 'excerpt'], later: false, minSize: 3, q: 'quay' })
  })
})

describe('a cluster', () => {
  const member = { articleId: '1', headline: 'Quay closed', publisher: 'Fennick Post', wordCount: 90, createdAt: '', kind: 'spun' as const }

  it('dims members that the filters on members do not mean, and none where there are none', () => {
    expect(fits(member, asked('confidence=low'))).toBeUndefined()
    expect(fits(member, asked('publisher=Fennick+Post&kind=spun&q=QUAY+mill'))).toBe(true)
    expect(fits(member, asked('publisher=Fennick+Post&kind=excerpt'))).toBe(false)
    expect(fits(member, asked('q=mill'))).toBe(false)
  })

  it('says what changed since the review, and its filters in words', () => {
    expect(changesSay({ standing: 'changed', changes: { joined: ['1', '2'], left: ['3'] } })).toBe('2 joined, 1 left since')
    expect(changesSay({ standing: 'reviewed', changes: { joined: [], left: [] } })).toBeUndefined()
    expect(changesSay({ standing: 'changed', changes: { joined: [], left: [] } })).toBe('reported by a reader')
    expect([filterName('standing', 'changed'), filterName('q', 'quay'), filterName('kind', 'spun')]).toEqual(['Standing: Changed since review', '“quay”', 'Holds a: Machine-spun'])
  })
})

describe('the history', () => {
  const decision = (id: string, batch?: string): DecisionRecord => ({ id, kind: 'review', articles: [], others: [], effect: '', actor: 'Ada', decidedAt: '', ...(batch !== undefined && { batch }) })

  it('shows decisions of one batch that follow one another as one', () => {
    expect(grouped([decision('5', 'a'), decision('4', 'a'), decision('3'), decision('2'), decision('1', 'a')]).map((group) => group.decisions.length)).toEqual([2, 1, 1, 1])
  })

  it('asks for whole days, the last one with its end', () => {
    expect(timeOf('2026-02-28', 'to')).toBe('2026-03-01T00:00:00.000Z')
    const { filters } = historyOf(asked('to=2026-03-01T00%3A00%3A00.000Z&from=2026-02-28T00%3A00%3A00.000Z&x=1&actor='))
    expect([dayOf(filters, 'from'), dayOf(filters, 'to')]).toEqual(['2026-02-28', '2026-02-28'])
    expect(historyQuestion({ filters: asked('kind=join'), page: 2 })).toBe('kind=join&page=2&perPage=25&sort=id&order=desc')
  })
})

describe('carrying over', () => {
  const OFFERS: readonly Offer[] = [
    { field: 'headline', value: 'Quay shut', from: '2', current: 'Quay closed', byEditor: true },
    { field: 'headline', value: 'Quay is shut', from: '3', current: 'Quay closed', byEditor: false },
    { field: 'tags', value: ['harbour', 'bridge'], from: '2', current: ['bridge'], byEditor: true },
    { field: 'tags', value: ['closures'], from: '3', current: ['bridge'], byEditor: true },
  ]

  it('changes nothing by itself, one value of a field, and adds tags to those that are there', () => {
    expect(changesOf(OFFERS, new Set())).toEqual({})
    const first = chosen(OFFERS, new Set(), 0)
    const other = chosen(OFFERS, first, 1)
    expect([...other]).toEqual([1])
    expect(changesOf(OFFERS, chosen(OFFERS, chosen(OFFERS, other, 2), 3))).toEqual({ headline: 'Quay is shut', tags: ['bridge', 'harbour', 'closures'] })
    expect([...chosen(OFFERS, other, 1)]).toEqual([])
  })

  it('keeps the choices that are still offered when they are asked for anew', () => {
    expect([...kept(OFFERS, new Set([0, 3]), OFFERS.slice(1))]).toEqual([2])
    const later: Offer = { field: 'tags', value: ['bridge', 'new', 'closures'], from: '3', current: ['bridge', 'new'], byEditor: true }
    expect([...kept(OFFERS, new Set([3]), [later])]).toEqual([0])
    expect([written(undefined, 'dek'), written('2026-03-01T00:00:00.000Z', 'publishedAt'), written(['a', 'b'], 'byline')]).toEqual(['none', '2026-03-01', 'a, b'])
  })
})
