// Does a person's decision outrank every score, last, and come undone? On the documents of seeds/, through HTTP.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../src/domain/article.ts'
import type { Cluster } from '../../src/domain/cluster.ts'
import type { Decision } from '../../src/domain/decision.ts'
import { type Running, running } from './running.ts'

const seeds = fileURLToPath(new URL('../../../seeds', import.meta.url))
const names = readdirSync(seeds).filter((name) => /^\d\d-/.test(name)).sort()

describe('decisions', () => {
  let service: Running
  const articleFrom = async (start: string) => {
    const { data } = await service.ask<{ data: Article[] }>('/api/articles?perPage=100')
    return data.filter((article) => article.documentName.startsWith(start))
  }
  const one = async (start: string) => (await articleFrom(start))[0] as Article
  const clusterOf = async (id: string) => service.ask<Cluster>(`/api/clusters/${(await service.ask<Article>(`/api/articles/${id}`)).clusterId}`)
  const membersOf = async (id: string) => (await clusterOf(id)).members.map(({ articleId }) => articleId)
  const decide = (body: object) => service.post<{ decision: Decision; clusters: Cluster[] }>('/api/decisions', body)
  const withdraw = (id: string) => service.post<{ decision: Decision; clusters: Cluster[] }>(`/api/decisions/${id}/withdraw`, {})
  const state = async () => {
    const { data } = await service.ask<{ data: Cluster[] }>('/api/clusters?perPage=100&sort=id')
    return data.map(({ id, principalId, principalBy, status, members }) => ({ id, principalId, principalBy, status, members: members.map(({ articleId }) => articleId).sort() }))
  }

  beforeAll(async () => {
    service = await running()
    await service.sendPaths(names.map((name) => join(seeds, name)))
  })
  afterAll(() => service?.stop())

  it('take an article out, and it stays out when the same text comes again under another name', async () => {
    const spun = await one('05')
    const before = await state()
    const { decision, clusters } = await decide({ kind: 'separate', articles: [spun.id], note: 'a test' })
    expect(clusters.length).toBeGreaterThanOrEqual(2)
    expect(await membersOf(spun.id)).toEqual([spun.id])
    const copy = `\n\n${readFileSync(join(seeds, names.find((name) => name.startsWith('05')) as string), 'utf8')}\n\n\n`
    const { documents } = await service.send({ 'another-name.txt': copy })
    const again = documents[0]?.articles[0]?.id as string
    expect(again).toBeDefined()
    expect((await membersOf(again)).sort()).toEqual([spun.id, again].sort())
    await service.ask(`/api/articles/${again}`, { method: 'DELETE' })
    await withdraw(decision.id)
    expect(await state()).toEqual(before)
  })

  it('put another member in front, and back', async () => {
    const cut = await one('04')
    const before = await state()
    const { decision } = await decide({ kind: 'set-principal', articles: [cut.id] })
    expect(await clusterOf(cut.id)).toMatchObject({ principalId: cut.id, principalBy: 'editor' })
    const hits = await service.ask<{ hits: { id: string }[] }>(`/api/search?q=${encodeURIComponent('flood gate Harrowmere')}`)
    await expect.poll(async () => (await service.ask<{ hits: { id: string }[] }>(`/api/search?q=${encodeURIComponent('flood gate Harrowmere')}`)).hits[0]?.id, { timeout: 20_000 }).toBe(cut.id)
    expect(hits.hits.length).toBeGreaterThan(0)
    await withdraw(decision.id)
    expect(await state()).toEqual(before)
  })

  it('bring two texts together that no rule would, and apart again', async () => {
    const [independent, full] = [await one('07'), await one('01')]
    const before = await state()
    const { decision } = await decide({ kind: 'join', articles: [independent.id, full.id] })
    const joined = (await clusterOf(full.id)).members.find(({ articleId }) => articleId === independent.id)
    expect(joined?.relation).toMatchObject({ decidedBy: 'editor', relation: 'abridged' })
    await withdraw(decision.id)
    expect(await state()).toEqual(before)
  })

  it('say how two texts stand to each other, whatever the rules say', async () => {
    const cut = await one('04')
    const full = { id: (await clusterOf(cut.id)).principalId }
    const before = await state()
    const apart = await decide({ kind: 'set-relation', articles: [cut.id, full.id], relation: 'related' })
    expect(await membersOf(full.id)).not.toContain(cut.id)
    await withdraw(apart.decision.id)
    expect(await state()).toEqual(before)
    const copy = await decide({ kind: 'set-relation', articles: [cut.id, full.id], relation: 'excerpt' })
    expect((await service.ask<Article>(`/api/articles/${cut.id}`)).relation).toMatchObject({ relation: 'excerpt', decidedBy: 'editor' })
    await withdraw(copy.decision.id)
    expect((await service.ask<Article>(`/api/articles/${cut.id}`)).relation).toMatchObject({ relation: 'abridged', decidedBy: 'rule' })
  })

  it('mark a cluster as reviewed until its members change', async () => {
    const full = await one('01')
    const { clusterId } = full
    await decide({ kind: 'review', cluster: clusterId })
    expect((await clusterOf(full.id)).status).toBe('reviewed')
    const text = readFileSync(join(seeds, names.find((name) => name.startsWith('01')) as string), 'utf8')
    await service.send({ 'late-edition.txt': text.replace('warning', 'caution') })
    expect((await clusterOf(full.id)).status).toBe('open')
  })

  it('cannot be withdrawn twice, and are all in the log', async () => {
    const log = await service.ask<{ data: Decision[]; total: number }>('/api/decisions?perPage=100')
    expect(log.total).toBeGreaterThanOrEqual(4)
    const withdrawn = log.data.find((decision) => decision.withdrawnAt !== undefined) as Decision
    const response = await service.raw(`/api/decisions/${withdrawn.id}/withdraw`, { method: 'POST' })
    expect(response.status).toBe(409)
  })
})
