// Does a decision stick, is a stale one refused, and is what others did named? On a small archive, without the web.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, withdraw } from '../../src/curation/curate.ts'
import { ProblemError } from '../../src/domain/problem.ts'
import { regroup } from '../../src/regroup.ts'
import { ANA, type Family, openFamily, TEXTS, type TextName } from './family.ts'

let family: Family
const id = {} as Record<TextName, string>
const NAMES: readonly TextName[] = ['full', 'corrected', 'cut', 'school']
beforeAll(async () => {
  family = await openFamily()
  const ids = await family.take(...NAMES.map((name) => TEXTS[name]))
  NAMES.forEach((name, at) => {
    id[name] = ids[at] as string
  })
}, 60_000)
afterAll(() => family.close())

const clusterOf = async (article: string) => {
  const { clusterId } = (await family.store.articles.getMany([article]))[0] ?? { clusterId: '' }
  const cluster = await family.store.clusters.get(clusterId)
  if (cluster === undefined) throw new Error(`article ${article} stands in no cluster`)
  return cluster
}
const mates = async (article: string) => (await clusterOf(article)).members.map((member) => member.articleId).sort()
const problemOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  return error instanceof ProblemError ? { code: error.problem.code, more: error.more } : error
}

describe('a decision', () => {
  it('is refused where the cluster is not as it was seen, and changes nothing', async () => {
    const seen = await clusterOf(id.full)
    expect(seen).toMatchObject({ size: 3, standing: 'open', later: false, kinds: { 'near-duplicate': 1 } })
    const { decision } = await decide({ body: { kind: 'later', cluster: seen.id }, expect: [{ cluster: seen.id, version: seen.version }] }, ANA, family)
    expect(await clusterOf(id.full)).toMatchObject({ later: true, updatedBy: 'Ana', version: seen.version + 1 })
    const stale = { body: { kind: 'separate', articles: [id.cut] }, expect: [{ cluster: seen.id, version: seen.version }] } as const
    expect(await problemOf(decide(stale, ANA, family))).toMatchObject({ code: 'cluster-changed', more: { clusters: [{ id: seen.id, version: seen.version + 1 }] } })
    expect(await mates(id.full)).toContain(id.cut)
    await withdraw(decision.id, {}, ANA, family)
    expect((await clusterOf(id.full)).later).toBe(false)
  })

  it('is made once, however often it is sent under its name, and another person’s name is another', async () => {
    const seen = await clusterOf(id.full)
    const made = { body: { kind: 'separate', articles: [id.cut, id.corrected], together: true }, expect: [{ cluster: seen.id, version: seen.version }], once: 'ana-0001' } as const
    const first = await decide(made, ANA, family)
    const again = await decide(made, ANA, family)
    expect([again.decision, again.joined]).toEqual([first.decision, first.joined])
    expect(again.clusters.map((cluster) => cluster.id).sort()).toEqual(first.clusters.map((cluster) => cluster.id).sort())
    expect(await problemOf(decide(made, { ...ANA, id: 'bo' }, family))).toMatchObject({ code: 'cluster-changed' })
    await withdraw(first.decision.id, { with: first.joined === undefined ? [] : [first.joined.id] }, ANA, family)
    expect((await decide(made, ANA, family)).decision.withdrawnBy).toBe('Ana')
    expect(await mates(id.full)).toEqual([id.full, id.corrected, id.cut].sort())
  })

  it('names what leans on it before it is taken back, and takes all back together', async () => {
    const { decision } = await decide({ body: { kind: 'separate', articles: [id.cut] } }, ANA, family)
    const cluster = (await clusterOf(id.full)).id
    const review = await decide({ body: { kind: 'review', cluster } }, ANA, family)
    expect(await family.store.decisions.dependants(decision.id)).toEqual([])
    const join = await decide({ body: { kind: 'join', articles: [id.cut, id.school] } }, ANA, family)
    expect(await problemOf(withdraw(decision.id, {}, ANA, family))).toMatchObject({ code: 'has-dependants', more: { dependants: [{ id: join.decision.id }] } })
    expect(await mates(id.cut)).toEqual([id.cut, id.school].sort())
    const { withdrawn } = await withdraw(decision.id, { with: [join.decision.id] }, ANA, family)
    expect(withdrawn).toEqual([join.decision.id, decision.id])
    expect(await clusterOf(id.full)).toMatchObject({ size: 3, standing: 'changed', changes: { joined: [id.cut], left: [] } })
    await withdraw(review.decision.id, {}, ANA, family)
  })

  it('takes a pair of one cluster apart by its relation, and shows the editor everywhere', async () => {
    const { decision } = await decide({ body: { kind: 'set-relation', articles: [id.corrected, id.full], relation: 'related' } }, ANA, family)
    expect(await mates(id.full)).not.toContain(id.corrected)
    const word = { relation: 'related', decidedBy: 'editor', confidence: 1 }
    expect(await family.store.matches.between(id.full, id.corrected)).toMatchObject(word)
    expect((await family.store.matches.of(id.corrected, { offset: 0, limit: 9 })).data).toContainEqual(expect.objectContaining({ right: id.full, ...word }))
    await withdraw(decision.id, {}, ANA, family)
    expect(await family.store.matches.between(id.full, id.corrected)).toMatchObject({ relation: 'near-duplicate', decidedBy: 'rule' })
  })

  it('tells whoever watches, with the versions', async () => {
    const from = family.events.length
    const { decision, clusters } = await decide({ body: { kind: 'set-principal', articles: [id.cut] } }, ANA, family)
    await withdraw(decision.id, {}, ANA, family)
    const told = family.events.slice(from)
    expect(told.map((event) => event.kind)).toEqual(['clusters.changed', 'decision.made', 'clusters.changed', 'decision.withdrawn'])
    expect(told[0]).toMatchObject({ actor: 'Ana', versions: [{ id: clusters[0]?.id, version: clusters[0]?.version }] })
    expect(told[1]).toMatchObject({ id: decision.id, decided: 'set-principal', clusters: [clusters[0]?.id] })
  })
})

describe('“not a duplicate”', () => {
  it('sticks when everything is looked at again, and when the text comes in once more', async () => {
    await decide({ body: { kind: 'separate', articles: [id.cut] } }, ANA, family)
    const all = NAMES.map((name) => id[name])
    await family.store.transaction((store) => regroup(all, store, family.cache, '2031-06-01T00:00:00.000Z'))
    expect(await mates(id.full)).toEqual([id.full, id.corrected].sort())
    const [again] = await family.take(TEXTS.cut)
    expect(await mates(id.cut)).toEqual([id.cut, again].sort())
    expect(await mates(id.full)).toEqual([id.full, id.corrected].sort())
  })

  it('is a conflict, named, and regroups nobody where a bridging text comes in, until a person decides', async () => {
    const apart = (await family.store.decisions.list({ filter: { apart: true, withdrawn: false }, offset: 0, limit: 9 })).data[0]
    const [bridge] = await family.take(TEXTS.later)
    expect(await mates(id.full)).toEqual(expect.arrayContaining([id.full, id.corrected]))
    expect(await mates(id.full)).not.toContain(id.cut)
    for (const article of [id.full, id.cut]) {
      const cluster = await clusterOf(article)
      expect(cluster.standing).toBe('conflict')
      expect(cluster.disputes[0]).toMatchObject({ decisions: [apart?.id], articles: [bridge, id.cut, expect.any(String)] })
    }
    await decide({ body: { kind: 'join', articles: [bridge as string, id.full] } }, ANA, family)
    expect((await clusterOf(id.full)).disputes).toEqual([])
    expect(await mates(id.full)).toEqual([id.full, id.corrected, bridge].sort())
  })
})

describe('a split', () => {
  it('keeps together what it takes out, in one transaction, and is taken back in one', async () => {
    const part = await openFamily()
    try {
      // Its beginning and its end share two sentences only: without the whole text between them they are no copies.
      const [full = '', begin = '', end = ''] = await part.take(TEXTS.full, TEXTS.cut, TEXTS.tail)
      const { decision, joined, clusters } = await decide({ body: { kind: 'separate', articles: [begin, end], together: true } }, ANA, part)
      expect(joined).toMatchObject({ kind: 'join', articles: [begin, end] })
      expect(clusters.map((cluster) => cluster.size).sort()).toEqual([1, 2])
      const told = part.events.map((event) => event.kind)
      expect(told.filter((kind) => kind === 'clusters.changed')).toHaveLength(1)
      await withdraw(decision.id, { with: [joined?.id ?? ''] }, ANA, part)
      const [article] = await part.store.articles.getMany([full])
      expect((await part.store.clusters.get(article?.clusterId ?? ''))?.size).toBe(3)
    } finally {
      await part.close()
    }
  })
})
