// What does all or nothing mean, and what do others see meanwhile?
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Bench } from './contract.ts'
import { CURATOR, must, newDocument, NOW, problemOf, readArticle, withArticles } from './made.ts'

let bench: Bench

export function transactionContract(given: Bench): void {
  bench = given
  describe('transactions', () => {
    allOrNothing()
    meanwhile()
    misuse()
    twoProcesses()
  })
}

const count = async () => (await bench.store.articles.count()).articles

function allOrNothing(): void {
  it('undoes all where the work fails', async () => {
    const work = bench.store.transaction(async (inner) => {
      await withArticles(inner, 'a')
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    expect(await count()).toBe(0)
    expect(await bench.store.documents.counts()).toMatchObject({ queued: 0 })
  })

  it('joins an inner transaction to the outer one', async () => {
    const work = bench.store.transaction(async (inner) => {
      await inner.transaction((innermost) => withArticles(innermost, 'a'))
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    expect(await count()).toBe(0)
  })

  it('undoes only the inner part where the outer goes on', async () => {
    await bench.store.transaction(async (inner) => {
      await withArticles(inner, 'a')
      await expect(
        inner.transaction(async (innermost) => {
          await withArticles(innermost, 'b')
          throw new Error('on purpose')
        }),
      ).rejects.toThrow('on purpose')
    })
    expect(await count()).toBe(1)
  })

  it('keeps several inner transactions apart that were begun at once', async () => {
    await bench.store.transaction(async (inner) => {
      const outcomes = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((text, at) =>
          inner.transaction(async (innermost) => {
            await withArticles(innermost, text)
            await pause(1)
            if (at % 2 === 1) throw new Error('on purpose')
          }),
        ),
      )
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
    })
    expect(await count()).toBe(2)
  })
}

function meanwhile(): void {
  it('rehearses and leaves nothing behind, inside a transaction too', async () => {
    const seen = await bench.store.rehearse(async (inner) => {
      await withArticles(inner, 'a')
      return (await inner.articles.count()).articles
    })
    expect(seen).toBe(1)
    await bench.store.transaction(async (inner) => {
      await withArticles(inner, 'b')
      await inner.rehearse((innermost) => withArticles(innermost, 'c'))
    })
    expect(await count()).toBe(1)
  })

  it('shows others nothing before the end, and makes their writes wait', async () => {
    let [seen, waited] = [-1, false]
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const long = bench.store.transaction(async (inner) => {
      await withArticles(inner, 'a')
      await released
    })
    const other = bench.store.settings.set('k', 'v').then(() => {
      waited = true
    })
    seen = await count()
    await pause(20)
    expect([seen, waited]).toEqual([0, false])
    release()
    await Promise.all([long, other])
    expect([await count(), waited]).toEqual([1, true])
  })

  it('does not wait for itself where the work uses the outer store', async () => {
    await bench.store.transaction(async () => {
      await withArticles(bench.store, 'a')
      expect(await count()).toBe(1)
    })
    expect(await count()).toBe(1)
  })
}

function misuse(): void {
  it('refuses the store of a transaction that is over', async () => {
    const gone = await bench.store.transaction(async (inner) => inner)
    await expect(gone.articles.count()).rejects.toThrow('over')
  })
}

function twoProcesses(): void {
  it('lets two processes write at once without a busy error, and blocks neither loop', async () => {
    const other = await bench.another()
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 2)
    const write = async (store: typeof other, name: string) => {
      for (let at = 0; at < 40; at++) {
        await store.transaction(async (inner) => {
          const [document] = await inner.documents.receive([newDocument({ name: `${name}-${at}` })], CURATOR)
          await pause(1)
          await inner.articles.add(must(document).id, [readArticle(`${name} ${at}`)], NOW)
        })
      }
    }
    const outcomes = await Promise.all([problemOf(write(bench.store, 'one')), problemOf(write(other, 'two'))])
    clearInterval(watch)
    expect(outcomes).toEqual(['no problem', 'no problem'])
    expect(await count()).toBe(80)
    expect(longest).toBeLessThan(1_000)
    await other.close()
  })
}
