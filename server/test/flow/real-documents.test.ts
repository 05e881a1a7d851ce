// Does the whole way hold on five real documents of one event? Through HTTP, as a newsroom would send them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import type { Cluster } from '../../src/domain/cluster.ts'
import type { Match } from '../../src/domain/match.ts'
import { NO_SHARED, sharedPath } from '../shared.ts'
import { type Running, running, type Sent } from './running.ts'

const folder = sharedPath('seeds')
const files = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => join(folder, name))
const FURNITURE = [/advertisement/i, /share full article/i, /subscribe to/i, /newspapers (in|from)/i, /^read more$/im, /credit\.\.\./i, /today’s paper/i]

describe.skipIf(folder === undefined)(`five real documents${folder === undefined ? ` (skipped: ${NO_SHARED})` : ''}`, () => {
  let service: Running
  let sent: Sent
  let articles: readonly Article[]
  const from = (start: string) => articles.filter((article) => article.documentName.startsWith(start))
  const family = () => from('001').find((article) => article.clusterSize === 4) as Article

  beforeAll(async () => {
    service = await running()
    sent = await service.sendPaths(files)
    articles = (await service.ask<{ data: Article[] }>('/api/articles?perPage=100&sort=id&order=asc')).data
  })
  afterAll(() => service?.stop())

  it('are fourteen articles, ten of them out of the digest', () => {
    expect(sent.documents.map(({ status }) => status)).toEqual(Array(5).fill('done'))
    expect(articles).toHaveLength(14)
    expect(from('001')).toHaveLength(10)
  })

  it('give each article of the digest the headline that closes it', () => {
    const digest = readFileSync(files[1] as string, 'utf8').split('\n').map((line) => line.trim())
    const closing = digest.flatMap((line, at) => (line === 'read more' ? [digest[at - 1]] : []))
    expect(from('001').map(({ headline }) => headline)).toEqual(closing)
  })

  it('hold one family of four, led by the full text, and ten texts that stand alone', async () => {
    const clusters = (await service.ask<{ data: Cluster[] }>('/api/clusters?perPage=100&minSize=1')).data
    expect(clusters.map(({ size }) => size).sort((a, b) => b - a)).toEqual([4, ...Array(10).fill(1)])
    const members = articles.filter(({ clusterId }) => clusterId === family().clusterId)
    expect(family().principal).toBe(true)
    expect(members.map((one) => [one.documentName.slice(0, 3), one.relation?.relation]).sort()).toEqual([
      ['000', 'excerpt'],
      ['001', undefined],
      ['002', 'abridged'],
      ['003', 'spun'],
    ])
  })

  it('know that the scrape is cut off', () => {
    expect(from('000')[0]?.completeness).toBe('incomplete')
    expect(family().completeness).toBe('complete')
  })

  it('have no furniture in a body', () => {
    for (const article of articles) for (const pattern of FURNITURE) expect(article.body).not.toMatch(pattern)
  })

  it('find bylines, dates and publishers where the text has them', () => {
    expect(from('000')[0]).toMatchObject({ byline: ['Christina Goldbaum'], publishedAt: expect.stringMatching(/^2024-03-24/) })
    expect(from('002')[0]).toMatchObject({ byline: ['Christina Goldbaum'], publisher: 'Santa Fe New Mexican' })
    expect(from('001')[0]).toMatchObject({ byline: ['Frank Gardner'], publishedAt: expect.stringMatching(/^2024-03-25/) })
  })

  it('show what the spinner swapped, and that no quotation was left alone', async () => {
    const [spun] = from('003')
    const match = await service.post<Match>('/api/compare', { left: { articleId: family().id }, right: { articleId: spun?.id } })
    const swaps = match.substitutions.map(({ from: was, to }) => `${was} → ${to}`)
    expect(swaps[0]).toBe('ISIS-K → ISIS-Okay')
    expect(match.substitutions[0]?.count).toBeGreaterThanOrEqual(8)
    expect(swaps).toContain('power → energy')
    expect(match.reasons.map(({ message }) => message).join(' ')).toMatch(/9 of 9 quotations/)
  })

  it('are one hit for the family, with its copies counted, also where only a copy has the word', async () => {
    const answer = await service.ask<{ hits: { id: string; copies: number; copyIds: string[]; matched?: { relation?: string } }[] }>('/api/search?q=ISIS-Okay')
    expect(answer.hits[0]).toMatchObject({ id: family().id, copies: 3, matched: { relation: 'spun' } })
    expect(answer.hits.filter((hit) => hit.id === family().id)).toHaveLength(1)
  })

  it('are found by a part of the respin', async () => {
    const part = from('003')[0]?.body.slice(1_500, 3_500) ?? ''
    const { matches } = await service.post<{ matches: (Match & { articleId: string })[] }>('/api/check', { text: part })
    const found = matches.filter(({ relation }) => !['template', 'related', 'none'].includes(relation)).map(({ articleId }) => articleId)
    expect(found).toContain(from('003')[0]?.id)
    expect(found).toContain(family().id)
  })

  it('are told and linked when they come again', async () => {
    const again = await service.sendPaths(files.slice(0, 1))
    expect(again.documents[0]).toMatchObject({ status: 'done', duplicateOf: sent.documents[0]?.id })
    expect((await service.ask<{ total: number }>('/api/articles')).total).toBe(14)
  })
})
