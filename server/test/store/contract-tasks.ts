// What must a store do with what is done to many articles at once?
import { describe, expect, it } from 'vitest'
import type { Bench } from './contract.ts'
import { CURATOR, LATER, must, NOW, problemOf, withArticles } from './made.ts'

export function taskContract(bench: Bench): void {
  describe('tasks', () => {
    it('freeze their articles and versions, whatever comes later', async () => {
      const [one, other] = await withArticles(bench.store, 'tide table', 'gate keeper')
      const task = await bench.store.tasks.add({ kind: 'tag', word: 'sea', question: { language: 'en' } }, { filter: { language: 'en' } }, CURATOR, NOW)
      expect(task).toMatchObject({ status: 'waiting', total: 2, word: 'sea', question: { language: 'en' }, counts: { waiting: 2 } })
      await bench.store.articles.edit(must(one), 1, { language: 'de' }, CURATOR, NOW)
      await withArticles(bench.store, 'late comer')
      expect(await bench.store.tasks.waiting(task.id, 10)).toEqual([{ articleId: one, version: 1 }, { articleId: other, version: 1 }])
      expect((await bench.store.audit.list({ filter: { action: 'task.add' }, offset: 0, limit: 5 })).total).toBe(1)
    })

    it('go on in another process with what is left, and nothing of a step that broke counts', async () => {
      const [one, other] = (await withArticles(bench.store, 'tide table', 'gate keeper')) as [string, string]
      const { id } = await bench.store.tasks.add({ kind: 'tag', word: 'sea' }, { ids: [one, other] }, CURATOR, NOW)
      expect(await bench.store.tasks.next(NOW)).toMatchObject({ id, status: 'running', startedAt: NOW })
      await bench.store.tasks.settle(id, [{ articleId: one, state: 'changed', version: 2, before: { tags: [] } }])
      await expect(bench.store.transaction(async (store) => {
        await store.tasks.settle(id, [{ articleId: other, state: 'changed' }])
        throw new Error('killed')
      })).rejects.toThrow('killed')
      const another = await bench.another()
      expect(await another.tasks.next(LATER)).toMatchObject({ id, status: 'running', counts: { changed: 1, waiting: 1 } })
      expect((await another.tasks.waiting(id, 10)).map((item) => item.articleId)).toEqual([other])
      await another.tasks.settle(id, [{ articleId: other, state: 'failed', detail: 'too many' }])
      expect(await another.tasks.failures(id, 5)).toEqual([{ articleId: other, detail: 'too many' }])
      expect(await another.tasks.end(id, 'done', LATER)).toMatchObject({ status: 'done', endedAt: LATER })
      expect(await another.tasks.next(LATER)).toBeUndefined()
    })

    it('are taken back once, over what they changed and with what it was', async () => {
      const [one, other] = (await withArticles(bench.store, 'tide table', 'gate keeper')) as [string, string]
      const { id } = await bench.store.tasks.add({ kind: 'tag', word: 'sea' }, { ids: [one, other] }, CURATOR, NOW)
      expect(await problemOf(bench.store.tasks.addUndo(id, CURATOR, NOW))).toBe('conflict')
      await bench.store.tasks.settle(id, [{ articleId: one, state: 'changed', version: 2, before: { tags: ['old'] } }, { articleId: other, state: 'same' }])
      await bench.store.tasks.end(id, 'done', NOW)
      const undo = await bench.store.tasks.addUndo(id, CURATOR, LATER)
      expect(await bench.store.tasks.waiting(undo.id, 10)).toEqual([{ articleId: one, version: 2, before: { tags: ['old'] } }])
      expect(await bench.store.tasks.get(id)).toMatchObject({ undoneBy: undo.id })
      expect(await problemOf(bench.store.tasks.addUndo(id, CURATOR, LATER))).toBe('conflict')
      expect(await problemOf(bench.store.tasks.addUndo('99', CURATOR, LATER))).toBe('not-found')
    })

    it('are stopped and taken up again, and those that failed are tried anew', async () => {
      const [one, other] = (await withArticles(bench.store, 'tide table', 'gate keeper')) as [string, string]
      const { id } = await bench.store.tasks.add({ kind: 'bin' }, { ids: [one, other] }, CURATOR, NOW)
      expect(await bench.store.tasks.cancel(id, CURATOR, NOW)).toMatchObject({ status: 'cancelled', endedAt: NOW })
      expect(await bench.store.tasks.next(NOW)).toBeUndefined()
      expect(await problemOf(bench.store.tasks.cancel(id, CURATOR, NOW))).toBe('conflict')
      expect(await bench.store.tasks.retry(id, CURATOR, LATER)).toMatchObject({ status: 'waiting' })
      expect(await problemOf(bench.store.tasks.retry(id, CURATOR, LATER))).toBe('conflict')
      await bench.store.tasks.settle(id, [{ articleId: one, state: 'failed', detail: 'x' }, { articleId: other, state: 'same' }])
      await bench.store.tasks.end(id, 'failed', LATER)
      expect(await bench.store.tasks.retry(id, CURATOR, LATER)).toMatchObject({ counts: { waiting: 1, failed: 0 } })
      expect((await bench.store.tasks.waiting(id, 10)).map((item) => item.articleId)).toEqual([one])
      expect(await bench.store.tasks.counts()).toEqual({ waiting: 1, running: 0, done: 0, failed: 0, cancelled: 0 })
    })

    it('weigh an order: what fits, and what is so already', async () => {
      const [one] = await withArticles(bench.store, 'tide table', 'gate keeper', 'third one')
      await bench.store.articles.edit(must(one), 1, { tags: ['sea'], publisher: '100% Post' }, CURATOR, NOW)
      expect(await bench.store.tasks.weigh({ kind: 'tag', word: 'sea' }, { filter: {} })).toMatchObject({ count: 3, same: 1 })
      expect(await bench.store.tasks.weigh({ kind: 'untag', word: 'sea' }, { filter: { tags: 'sea' } })).toMatchObject({ count: 1, same: 0, samples: [one] })
      expect(await bench.store.tasks.weigh({ kind: 'set-publisher', word: '' }, { filter: { q: '100% tide' } })).toMatchObject({ count: 1, same: 0 })
      expect(await bench.store.tasks.weigh({ kind: 'bin' }, { filter: { createdTo: NOW } })).toMatchObject({ count: 0 })
    })
  })
}
