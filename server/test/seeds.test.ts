// Does the whole way hold, from a received file to an answer? The documents of seeds/ through a running service;
// what must be found is written here, and seeds/README.md says it in words.
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import type { Article } from '../src/domain/article.ts'
import type { Cluster } from '../src/domain/cluster.ts'
import type { Document } from '../src/domain/document.ts'
import type { Match } from '../src/domain/match.ts'
import { type Service, startService } from '../src/startup.ts'

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url))
const KEY = randomBytes(24).toString('base64url')

const FULL = '01-courier-full.txt'
const SCRAPE = '02-courier-scraped.txt'
const DIGEST = '03-courier-digest.txt'
const CUT = '04-gazette-agency-cut.txt'
const RESPIN = '05-respin.txt'
const CORRECTED = '06-courier-corrected.txt'
const INDEPENDENT = '07-post-independent.html'
const WEEK_46 = '08-courier-quay-week-46.txt'
const WEEK_47 = '09-courier-quay-week-47.txt'
const NEWSLETTER = '10-lantern-newsletter.pdf'

const STORY = 'Gate that failed Harrowmere was never tested against the tide, inquiry finds'
const DIGEST_HEADLINES = [
  'Bus 40 to lose its Sunday service from January',
  'Swans return to Upper Marl after eleven years',
  'Library to open on Mondays again as volunteers reach forty',
  'Rowers ask for a later start to the Staithes regatta',
  STORY,
  'Wharf crane is given listed status',
  'Baker fined for selling Tuesday’s bread on a Thursday',
  'School choir loses its hall and finds a barn',
]

/** Words of the pages around the stories; none may stand in a body. */
const AROUND = [
  'ADVERTISEMENT', 'Skip to main content', 'Subscribe', 'Already a subscriber', 'Privacy', 'Most read', 'Cookie', 'cookies', 'Photograph', 'Picture:',
  'You may also like', 'More on the flood', 'Continue reading', 'Copy link', 'All rights reserved', 'The Staithes Lantern', 'Page 1', 'Page 2',
]

let dataDir: string
let service: Service
let documents: readonly Document[]
let articles: readonly Article[]
let clusters: readonly Cluster[]

async function ask<T>(path: string, body?: FormData | object): Promise<T> {
  const headers = new Headers({ authorization: `Bearer ${KEY}` })
  const form = body instanceof FormData
  if (body !== undefined && !form) headers.set('content-type', 'application/json')
  const sent = body === undefined ? {} : { method: 'POST', body: form ? body : JSON.stringify(body) }
  const response = await fetch(service.url + path, { ...sent, headers })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'copydesk-seeds-'))
  service = await startService(readConfig({ PORT: '0', DATA_DIR: dataDir, MASTER_KEY: KEY, LOG_LEVEL: 'silent' }))
  const form = new FormData()
  for (const name of (await readdir(SEEDS)).filter((one) => one !== 'README.md').sort()) {
    form.append('files', new Blob([new Uint8Array(await readFile(join(SEEDS, name)))]), name)
  }
  documents = (await ask<{ documents: readonly Document[] }>('/api/documents?wait=100', form)).documents
  articles = (await ask<{ data: readonly Article[] }>('/api/articles?perPage=100&sort=id&order=asc')).data
  clusters = (await ask<{ data: readonly Cluster[] }>('/api/clusters?perPage=100')).data
}, 120_000)

afterAll(async () => {
  await service.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function of(documentName: string): readonly Article[] {
  return articles.filter((article) => article.documentName === documentName)
}

function only(documentName: string): Article {
  const [article, ...more] = of(documentName)
  if (article === undefined || more.length > 0) throw new Error(`${documentName} gave ${more.length + (article ? 1 : 0)} articles`)
  return article
}

describe('the documents', () => {
  it('are all read, the digest as eight articles and every other as one', () => {
    expect(documents.map(({ name, status, articles: { length } }) => [name, status, length])).toEqual(
      [FULL, SCRAPE, DIGEST, CUT, RESPIN, CORRECTED, INDEPENDENT, WEEK_46, WEEK_47, NEWSLETTER].map((name) => [name, 'done', name === DIGEST ? 8 : 1]),
    )
  })

  it('of the digest carry their headlines', () => {
    expect(of(DIGEST).map((article) => article.headline)).toEqual(DIGEST_HEADLINES)
  })

  it('leave no furniture in any body', () => {
    const found = articles.flatMap((article) => AROUND.filter((words) => article.body.includes(words)).map((words) => `${article.documentName}: ${words}`))
    expect(found).toEqual([])
  })

  it('keep what was cut, with its reason', () => {
    const scrape = documents.find((document) => document.name === SCRAPE)
    const reasons = new Set(scrape?.furniture.map((piece) => piece.reason))
    expect([...reasons]).toEqual(expect.arrayContaining(['navigation', 'advertisement', 'sharing', 'caption', 'paywall', 'copyright']))
  })

  it('say who wrote them, when, and where they appeared', () => {
    const facts = (name: string) => {
      const { headline, byline, publisher, publishedAt } = only(name)
      return [headline, byline, publisher, publishedAt?.slice(0, 10)]
    }
    expect(facts(FULL)).toEqual([STORY, ['Odile Farthingale'], 'The Harrowmere Courier', '2024-11-21'])
    expect(facts(SCRAPE)).toEqual([STORY, ['Odile Farthingale'], 'The Harrowmere Courier', '2024-11-21'])
    expect(facts(INDEPENDENT)).toEqual([
      'Board ignored warning over jammed flood gate, inquiry hears its own verdict', ['Sorcha Velden'], 'Tessel Valley Post', '2024-11-21',
    ])
    expect(only(CUT).byline[0]).toBe('Odile Farthingale')
    expect(only(CUT).headline).toBe('Flood barrier was signed off on low-water test, says report')
    expect(only(CUT).dateline).toMatch(/^HARROWMERE/)
    expect(only(NEWSLETTER).byline).toEqual(['Wilhelmina Soames'])
  })

  it('are complete, but for the page behind the paywall', () => {
    expect(articles.filter((article) => article.completeness === 'incomplete').map((article) => article.documentName)).toEqual([SCRAPE])
  })
})

describe('the clusters', () => {
  it('are one of six and eleven of one', () => {
    expect(clusters.map((cluster) => cluster.size).sort((a, b) => b - a)).toEqual([6, ...Array<number>(11).fill(1)])
  })

  it('put the story, its copies and nothing else together, each by its relation', () => {
    const family = clusters.find((cluster) => cluster.size === 6)
    const members = new Map(articles.filter((article) => article.clusterId === family?.id).map((article) => [article.documentName, article.relation?.relation]))
    const principal = articles.find((article) => article.id === family?.principalId)
    expect([FULL, CORRECTED]).toContain(principal?.documentName)
    expect(members.get(SCRAPE)).toBe('excerpt')
    expect(members.get(CUT)).toBe('abridged')
    expect(members.get(RESPIN)).toBe('spun')
    expect(['identical', 'near-duplicate']).toContain(members.get(DIGEST))
    expect([members.get(FULL), members.get(CORRECTED)].sort()).toEqual(['near-duplicate', undefined])
  })

  it('keep independent coverage of the same evening apart', async () => {
    const { data } = await ask<{ data: readonly Match[] }>(`/api/articles/${only(INDEPENDENT).id}/matches?perPage=100`)
    expect(only(INDEPENDENT).clusterSize).toBe(1)
    expect(new Set(data.map((match) => match.relation))).toEqual(new Set(['related']))
  })

  it('keep two weeks of one column apart', async () => {
    const match = await ask<Match>('/api/compare', { left: { articleId: only(WEEK_46).id }, right: { articleId: only(WEEK_47).id } })
    expect(match.relation).toBe('template')
    expect([only(WEEK_46).clusterSize, only(WEEK_47).clusterSize]).toEqual([1, 1])
  })

  it('name what the respin changed: a gate and every quotation', async () => {
    const match = await ask<Match>('/api/compare', { left: { articleId: only(FULL).id }, right: { articleId: only(RESPIN).id } })
    expect(match.relation).toBe('spun')
    expect(match.substitutions).toContainEqual({ from: 'K', to: 'Okay', count: 3 })
    expect(match.reasons.find((reason) => reason.code === 'quotations-altered')?.message).toMatch(/^12 of 12 /)
  })
})

describe('the search', () => {
  it('folds the family into one hit, found by the words of the respin too', async () => {
    const answer = await ask<{ total: number; totalArticles: number; hits: readonly { copies: number; matched?: unknown }[] }>('/api/search?q=%22Gate%20Okay%22')
    expect([answer.total, answer.totalArticles, answer.hits[0]?.copies]).toEqual([1, 1, 5])
  })

  it('answers a check of a part of the respin with the whole family', async () => {
    const part = only(RESPIN).body.split('\n\n').slice(5, 12).join('\n\n')
    const { matches } = await ask<{ matches: readonly { articleId: string; relation: string }[] }>('/api/check', { text: part })
    const copies = matches.filter((match) => !['template', 'related', 'none'].includes(match.relation)).map((match) => match.articleId)
    expect(copies).toEqual(expect.arrayContaining([only(RESPIN).id, only(FULL).id, only(CORRECTED).id]))
  })
})
