// What must a store do with articles?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wellFormed } from '../../src/domain/text.ts'
import type { Bench } from './contract.ts'
import { CURATOR, LATER, joined, match, must, newDocument, NOW, problemOf, readArticle, withArticles } from './made.ts'

let bench: Bench

export function articleContract(given: Bench): void {
  bench = given
  describe('articles', () => {
    reading()
    editing()
    binningAndListing()
  })
}

function reading(): void {
  it('gives back what was put in, as a cluster of one', async () => {
    const [document] = await bench.store.documents.receive([newDocument({ name: 'paper.txt', note: { tags: ['desk'] } })], CURATOR)
    const given = { externalId: 'x-1', url: 'https://example.org/a', dek: 'Below', dateline: 'TARN', publisher: 'The Tarn', publishedAt: NOW }
    const issues = [{ code: 'odd', message: 'It is odd.', span: { begin: 0, end: 1 } }]
    const [id] = await bench.store.articles.add(must(document).id, [readArticle('one text', { ...given, issues })], NOW)
    const article = must(await bench.store.articles.get(must(id)))
    expect(article).toMatchObject({ ...given, issues, documentName: 'paper.txt', tags: ['desk'], clusterSize: 1, principal: true, version: 1, status: 'live' })
    expect(article.relation).toBeUndefined()
  })

  it('keeps any well-formed text to the letter', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 }).map(wellFormed)
    const [document] = await bench.store.documents.receive([newDocument()], CURATOR)
    await fc.assert(
      fc.asyncProperty(text, text, async (body, headline) => {
        const [id] = await bench.store.articles.add(must(document).id, [readArticle('x', { body, headline, byline: [headline] })], NOW)
        expect(await bench.store.articles.get(must(id))).toMatchObject({ body, headline, byline: [headline] })
      }),
      { numRuns: 60 },
    )
  })

  it('answers many in the order asked, without those that are not there', async () => {
    const [one, two] = await withArticles(bench.store, 'one', 'two')
    const found = await bench.store.articles.getMany([must(two), '999', 'nonsense', must(one)])
    expect(found.map(({ id }) => id)).toEqual([two, one])
    const sides = await bench.store.articles.sides([must(two), must(one)])
    expect(sides.map(({ body, documentArticles }) => [body, documentArticles])).toEqual([['two', 2], ['one', 2]])
  })

  it('counts those of a document that are not in the bin', async () => {
    const [one, two] = await withArticles(bench.store, 'one', 'two', 'three')
    await bench.store.articles.setStatus(must(two), 'binned', CURATOR, NOW)
    expect((await bench.store.articles.sides([must(one)])).map(({ documentArticles }) => documentArticles)).toEqual([2])
  })
}

function editing(): void {
  it('tells of articles without their bodies, and who stands beside a document in its clusters', async () => {
    const [a] = (await withArticles(bench.store, 'a', 'b', 'c')) as [string]
    const [other] = (await withArticles(bench.store, 'd')) as [string]
    const cluster = await joined(bench.store, [a, other])
    await bench.store.matches.put([match(other, a, 'spun')])
    const { body: _body, ...head } = must(await bench.store.articles.get(other))
    expect(await bench.store.articles.heads([other, '4711'])).toEqual([head])
    expect(head.relation?.relation).toBe('spun')
    const document = must(await bench.store.articles.get(a)).documentId
    expect(await bench.store.articles.beside(document)).toEqual([other])
    expect(await bench.store.articles.beside(head.documentId)).toEqual([a])
    expect(await bench.store.clusters.folds([cluster, '4711'])).toEqual([{ id: cluster, principalId: a, memberIds: [a, other] }])
  })

  it('refuses an edit of an older version and changes nothing', async () => {
    const [id] = await withArticles(bench.store, 'one')
    await bench.store.articles.edit(must(id), 1, { headline: 'Second' }, CURATOR, LATER)
    expect(await problemOf(bench.store.articles.edit(must(id), 1, { headline: 'Third' }, CURATOR, LATER))).toBe('version-stale')
    expect(await bench.store.articles.get(must(id))).toMatchObject({ headline: 'Second', version: 2, updatedAt: LATER })
  })

  it('notes who corrected a field, and takes an optional one away by an empty text', async () => {
    const [document] = await bench.store.documents.receive([newDocument()], CURATOR)
    const [id] = await bench.store.articles.add(must(document).id, [readArticle('one', { dek: 'Below', publisher: 'The Tarn' })], NOW)
    const edited = await bench.store.articles.edit(must(id), 1, { dek: '', byline: ['B', 'C'], tags: ['t'] }, CURATOR, LATER)
    expect(edited.dek).toBeUndefined()
    expect(edited).toMatchObject({ byline: ['B', 'C'], tags: ['t'], publisher: 'The Tarn' })
    expect(edited.grounds).toContainEqual({ field: 'byline', source: 'editor', words: 'B, C' })
    const { data } = await bench.store.audit.list({ filter: { action: 'article.edit' }, offset: 0, limit: 5 })
    expect(data[0]).toMatchObject({ before: { dek: 'Below', byline: ['Ada Invented'] }, after: { byline: ['B', 'C'] }, actor: { id: CURATOR.id } })
  })

  it('loses no update, whatever the order in which editors come', async () => {
    const [id] = await withArticles(bench.store, 'one')
    const other = await bench.another()
    const stores = [bench.store, other]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ who: fc.nat(1), behind: fc.nat(1) }), { maxLength: 8 }), async (edits) => {
        const start = must(await bench.store.articles.get(must(id))).version
        const outcomes = await Promise.all(
          edits.map(({ who, behind }) => problemOf(must(stores[who]).articles.edit(must(id), start - behind, { headline: 'x' }, CURATOR, NOW))),
        )
        const done = outcomes.filter((outcome) => outcome === 'no problem').length
        expect(done).toBe(edits.some(({ behind }) => behind === 0) ? 1 : 0)
        expect(outcomes.every((outcome) => outcome === 'no problem' || outcome === 'version-stale')).toBe(true)
        expect(must(await other.articles.get(must(id))).version).toBe(start + done)
      }),
      { numRuns: 40 },
    )
    await other.close()
  })
}

function binningAndListing(): void {
  it('bins an article out of lists, counts and its cluster, and brings it back as a cluster of one', async () => {
    const [lead, copy] = await withArticles(bench.store, 'one', 'two')
    const cluster = await joined(bench.store, [must(lead), must(copy)])
    await bench.store.articles.setStatus(must(lead), 'binned', CURATOR, LATER)
    expect(await bench.store.clusters.get(cluster)).toMatchObject({ size: 1, principalId: copy })
    expect(await bench.store.articles.get(must(copy))).toMatchObject({ principal: true })
    expect((await bench.store.articles.list({ filter: {}, offset: 0, limit: 9 })).total).toBe(1)
    expect((await bench.store.articles.list({ filter: { status: 'binned' }, offset: 0, limit: 9 })).total).toBe(1)
    const back = await bench.store.articles.setStatus(must(lead), 'live', CURATOR, LATER)
    expect(back).toMatchObject({ status: 'live', principal: true, clusterSize: 1 })
    expect(back.clusterId).not.toBe(cluster)
    expect(await bench.store.articles.count()).toEqual({ articles: 2, clusters: 2 })
  })

  it('filters by what an article is, and counts what it filtered', async () => {
    const [lead, copy] = await withArticles(bench.store, 'one', 'two', 'three')
    const cluster = await joined(bench.store, [must(lead), must(copy)])
    const total = async (filter: object) => (await bench.store.articles.list({ filter, offset: 0, limit: 1 })).total
    expect(await total({ clusterId: cluster })).toBe(2)
    expect(await total({ relation: 'near-duplicate' })).toBe(1)
    expect(await total({ relation: 'spun' })).toBe(0)
    expect(await total({ ids: [must(lead), '77'] })).toBe(1)
    expect(await total({ publisher: "x' or 1=1 --" })).toBe(0)
    expect(await total({ clusterId: 'nonsense' })).toBe(0)
  })

  it('walks over every live article once, in order', async () => {
    const ids = await withArticles(bench.store, ...Array.from({ length: 230 }, (_, at) => `text-${at}`))
    await bench.store.articles.setStatus(must(ids[5]), 'binned', CURATOR, LATER)
    const seen: string[] = []
    for await (const article of bench.store.articles.each()) seen.push(article.id)
    expect(seen).toEqual(ids.filter((_, at) => at !== 5))
    const after: string[] = []
    for await (const article of bench.store.articles.each({ afterId: must(ids[226]), status: 'any' })) after.push(article.id)
    expect(after).toEqual(ids.slice(227))
  })
}
