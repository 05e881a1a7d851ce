// What must a store do with received files?
import { describe, expect, it } from 'vitest'
import { problem } from '../../src/domain/problem.ts'
import type { Bench } from './contract.ts'
import { CURATOR, LATER, must, newDocument, NOW, problemOf, readArticle } from './made.ts'

let bench: Bench

export function documentContract(given: Bench): void {
  bench = given
  describe('documents', () => {
    receiving()
    members()
    goingOn()
    endings()
    listing()
  })
}

function receiving(): void {
  it('takes a file in as queued and hands it out in order of arrival', async () => {
    const received = await bench.store.documents.receive([newDocument({ name: 'first' }), newDocument({ name: 'second' })], CURATOR)
    expect(received.map(({ status }) => status)).toEqual(['queued', 'queued'])
    expect(await bench.store.documents.claim(NOW)).toMatchObject({ name: 'first', written: 0, attempts: 1 })
    expect(await bench.store.documents.claim(NOW)).toMatchObject({ name: 'second' })
    expect(await bench.store.documents.claim(NOW)).toBeUndefined()
  })

  it('settles the same bytes at once and shows the articles of the original', async () => {
    const [original, copy] = await bench.store.documents.receive([newDocument({ sha256: 'same' }), newDocument({ sha256: 'same' })], CURATOR)
    expect(copy).toMatchObject({ status: 'done', duplicateOf: must(original).id })
    await bench.store.articles.add(must(original).id, [readArticle('one text')], NOW)
    const seen = must(await bench.store.documents.get(must(copy).id))
    expect(seen.articles.map(({ headline }) => headline)).toEqual(['On one'])
  })

  it('lists the first articles of a file of thousands, and counts them all', async () => {
    const [document] = await bench.store.documents.receive([newDocument()], CURATOR)
    const { id } = must(document)
    const texts = Array.from({ length: 2_003 }, (_, at) => readArticle(`text${at}`))
    const ids = await bench.store.transaction((store) => store.articles.add(id, texts, NOW))
    await bench.store.articles.setStatus(must(ids[0]), 'binned', CURATOR, NOW)
    const seen = must(await bench.store.documents.get(id))
    expect(seen.articleCount).toBe(2_002)
    expect(seen.articles.map((article) => article.id)).toEqual(ids.slice(1, 2_001))
    expect((await bench.store.articles.list({ filter: { documentId: id }, offset: 0, limit: 1 })).total).toBe(2_002)
  })

  it('links a third copy to the original, not to the second', async () => {
    const received = await bench.store.documents.receive([1, 2, 3].map(() => newDocument({ sha256: 'same' })), CURATOR)
    expect(received[2]?.duplicateOf).toBe(received[0]?.id)
  })

  it('reads bytes anew where the earlier document was refused', async () => {
    await bench.store.documents.receive([newDocument({ sha256: 'same' })], CURATOR)
    const claimed = must(await bench.store.documents.claim(NOW))
    await bench.store.documents.settle(claimed.id, 'refused', LATER, problem('damaged', 'It is damaged.'))
    const [again] = await bench.store.documents.receive([newDocument({ sha256: 'same' })], CURATOR)
    expect(again).toMatchObject({ status: 'queued' })
    expect(again?.duplicateOf).toBeUndefined()
  })

  it('gives a duplicate the end that its original comes to', async () => {
    const [original, copy] = await bench.store.documents.receive([newDocument({ sha256: 'same' }), newDocument({ sha256: 'same' })], CURATOR)
    await bench.store.documents.claim(NOW)
    await bench.store.documents.settle(must(original).id, 'refused', LATER, problem('encrypted', 'It has a password.'))
    expect(await bench.store.documents.get(must(copy).id)).toMatchObject({ status: 'refused', problem: { code: 'encrypted' } })
  })
}

function members(): void {
  it('refuses a member that came with a problem, and keeps its words', async () => {
    const [parent] = await bench.store.documents.receive([newDocument()], CURATOR)
    const bad = { parent: must(parent).id, depth: 1, sha256: '', problem: problem('unsafe-name', 'A name leads out.') }
    const [member] = await bench.store.documents.receive([newDocument(bad)], CURATOR)
    expect(member).toMatchObject({ status: 'refused', parent: must(parent).id, problem: { code: 'unsafe-name', detail: 'A name leads out.' } })
    expect(await problemOf(bench.store.documents.retry(must(member).id, CURATOR))).toBe('conflict')
  })

  it('names the members of an archive once, however often it is read', async () => {
    const [parent] = await bench.store.documents.receive([newDocument()], CURATOR)
    const member = newDocument({ parent: must(parent).id, depth: 1, name: 'inside.txt', sha256: 'inside' })
    const [first] = await bench.store.documents.receive([member], CURATOR)
    const [again] = await bench.store.documents.receive([member], CURATOR)
    expect(again?.id).toBe(first?.id)
    expect((await bench.store.documents.list({ filter: { parent: must(parent).id }, offset: 0, limit: 9 })).total).toBe(1)
  })
}

function goingOn(): void {
  it('goes on after an interruption where it stopped', async () => {
    await bench.store.documents.receive([newDocument()], CURATOR)
    const claimed = must(await bench.store.documents.claim(NOW))
    await bench.store.articles.add(claimed.id, [readArticle('one'), readArticle('two')], NOW)
    expect(await bench.store.documents.requeueInterrupted()).toBe(1)
    expect(await bench.store.documents.claim(LATER)).toMatchObject({ id: claimed.id, written: 2, attempts: 2 })
  })

  it('tells the same stretch of furniture once', async () => {
    const [document] = await bench.store.documents.receive([newDocument()], CURATOR)
    const furniture = [{ span: { begin: 3, end: 9 }, text: 'Log in', reason: 'navigation' as const }]
    await bench.store.documents.addFurniture(must(document).id, furniture)
    await bench.store.documents.addFurniture(must(document).id, furniture)
    expect((await bench.store.documents.get(must(document).id))?.furniture).toEqual(furniture)
  })
}

function endings(): void {
  it('tries a failed document again, and only such a one', async () => {
    const [document] = await bench.store.documents.receive([newDocument()], CURATOR)
    const { id } = must(document)
    // One that waits goes on waiting; one that is being read is left alone.
    expect(await bench.store.documents.retry(id, CURATOR)).toMatchObject({ status: 'queued' })
    await bench.store.documents.claim(NOW)
    expect(await problemOf(bench.store.documents.retry(id, CURATOR))).toBe('conflict')
    await bench.store.documents.settle(id, 'failed', LATER, problem('internal', 'It broke.'))
    const again = await bench.store.documents.retry(id, CURATOR)
    expect(again).toMatchObject({ status: 'queued' })
    expect(again.problem).toBeUndefined()
  })

  it('cancels what waits, and leaves the verdict when reading ends anyway', async () => {
    const [document] = await bench.store.documents.receive([newDocument()], CURATOR)
    const { id } = must(document)
    expect(await bench.store.documents.cancel(id, CURATOR)).toMatchObject({ status: 'refused', problem: { code: 'cancelled' } })
    await bench.store.documents.settle(id, 'done', LATER)
    expect(await bench.store.documents.get(id)).toMatchObject({ status: 'refused' })
    expect(await problemOf(bench.store.documents.cancel(id, CURATOR))).toBe('conflict')
  })

  it('counts and lists what may be read if it is tried again, and not what the file itself is to blame for', async () => {
    const upload = 'tried-again'
    const [empty, cancelled] = await bench.store.documents.receive(['e', 'c'].map((sha256) => newDocument({ upload, sha256 })), CURATOR)
    await bench.store.documents.settle(must(empty).id, 'refused', LATER, problem('empty-file', 'Nothing is in it.'))
    await bench.store.documents.cancel(must(cancelled).id, CURATOR)
    expect(await bench.store.figures.upload(upload)).toMatchObject({ attention: 2, again: 1 })
    const { data, total } = await bench.store.figures.files({ filter: { upload, again: true }, offset: 0, limit: 10 })
    expect([total, data.map(({ id }) => id)]).toEqual([1, [must(cancelled).id]])
  })

  it('removes a document with its members, bins the articles, and lets the bytes come in anew', async () => {
    const [parent] = await bench.store.documents.receive([newDocument()], CURATOR)
    const inside = newDocument({ parent: must(parent).id, depth: 1, sha256: 'inside' })
    const [member] = await bench.store.documents.receive([inside], CURATOR)
    const [article] = await bench.store.articles.add(must(member).id, [readArticle('one')], NOW)
    await bench.store.documents.remove(must(parent).id, CURATOR)
    expect(await bench.store.documents.get(must(member).id)).toBeUndefined()
    expect(await bench.store.articles.get(must(article))).toMatchObject({ status: 'binned' })
    expect(await bench.store.documents.holdsBytes('inside')).toBe(true)
    const [anew] = await bench.store.documents.receive([newDocument({ sha256: 'inside' })], CURATOR)
    expect(anew).toMatchObject({ status: 'queued' })
    expect(await problemOf(bench.store.documents.remove(must(parent).id, CURATOR))).toBe('not-found')
  })
}

function listing(): void {
  it('counts by status, of an upload and of all', async () => {
    await bench.store.documents.receive([newDocument(), newDocument({ upload: 'upload-2' })], CURATOR)
    const none = { queued: 0, processing: 0, done: 0, refused: 0, failed: 0 }
    expect(await bench.store.documents.counts('upload-2')).toEqual({ ...none, queued: 1 })
    await bench.store.documents.claim(NOW)
    expect(await bench.store.documents.counts()).toEqual({ ...none, queued: 1, processing: 1 })
  })

  it('lists with filters, sorts by listed fields only, and counts right', async () => {
    await bench.store.documents.receive(['b', 'c', 'a'].map((name) => newDocument({ name })), CURATOR)
    const listed = await bench.store.documents.list({ filter: {}, sort: { field: 'name', order: 'asc' }, offset: 1, limit: 1 })
    expect(listed).toMatchObject({ total: 3, data: [{ name: 'b' }] })
    const sort = { field: 'name; drop table document', order: 'asc' as const }
    expect(await problemOf(bench.store.documents.list({ filter: {}, sort, offset: 0, limit: 1 }))).toBe('invalid-request')
  })
}
