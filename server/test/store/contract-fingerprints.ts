// What must a store do with fingerprints?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bench } from './contract.ts'
import { CURATOR, LATER, must, newDocument, NOW, printOf, readArticle, withArticles } from './made.ts'

const WORDS = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir']

let bench: Bench

export function fingerprintContract(given: Bench): void {
  bench = given
  describe('fingerprints', () => {
    lookingUp()
    versionsAndTexts()
  })
}

const holders = async (words: readonly string[], cap = 10, version = 1) => {
  const prints = Int32Array.from(words.map(printOf))
  const held = await bench.store.fingerprints.holders('shingle', version, prints, cap)
  return words.map((word) => [...(held.get(printOf(word)) ?? [])].map(String))
}

function lookingUp(): void {
  it('finds who holds a print, oldest first and no more than the cap', async () => {
    const ids = await withArticles(bench.store, 'alder birch', 'alder cedar', 'alder')
    expect(await holders(['alder', 'cedar', 'fir'])).toEqual([ids, [ids[1]], []])
    expect(await holders(['alder'], 2)).toEqual([ids.slice(0, 2)])
  })

  it('holds just what a plain list of sets would hold, through bins, restores and replacements', async () => {
    const texts = fc.array(fc.subarray(WORDS, { minLength: 1 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 6 })
    const acts = fc.array(fc.record({ article: fc.nat(5), act: fc.constantFrom('binned', 'live', 'replace') }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(texts, acts, async (given, changes) => {
        const ids = await withArticles(bench.store, ...given)
        const sets = new Map(ids.map((id, at) => [id, new Set(must(given[at]).split(' '))]))
        const live = new Set(ids)
        for (const { article, act } of changes) {
          const id = ids[article % ids.length] ?? ''
          if (act === 'replace') {
            await bench.store.fingerprints.replace(id, readArticle('elm fir').fingerprint)
            sets.set(id, new Set(['elm', 'fir']))
          } else {
            await bench.store.articles.setStatus(id, act === 'live' ? 'live' : 'binned', CURATOR, LATER)
            if (act === 'live') live.add(id)
            else live.delete(id)
          }
        }
        const found = await holders(WORDS, 100_000)
        const expected = WORDS.map((word) => ids.filter((id) => live.has(id) && sets.get(id)?.has(word)))
        expect(found.map((held) => held.filter((id) => ids.includes(id)))).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
}

function versionsAndTexts(): void {
  it('looks within one version of the method only', async () => {
    const [document] = await bench.store.documents.receive([newDocument()], CURATOR)
    const [old, fresh] = await bench.store.articles.add(must(document).id, [readArticle('alder'), readArticle('alder elm', { version: 2 })], NOW)
    expect(await holders(['alder'], 10, 1)).toEqual([[old]])
    expect(await holders(['alder'], 10, 2)).toEqual([[fresh]])
  })

  it('finds the very same text among live articles', async () => {
    const ids = await withArticles(bench.store, 'alder birch', 'alder birch', 'cedar')
    const { contentHash } = readArticle('alder birch').fingerprint
    expect(await bench.store.fingerprints.sameText(contentHash, 5)).toEqual(ids.slice(0, 2))
    expect(await bench.store.fingerprints.sameText(contentHash, 1)).toEqual(ids.slice(0, 1))
    await bench.store.articles.setStatus(must(ids[0]), 'binned', CURATOR, LATER)
    expect(await bench.store.fingerprints.sameText(contentHash, 5)).toEqual([ids[1]])
    expect(await bench.store.fingerprints.total()).toBe(2)
  })

  it('shows an article to a look-up in its own transaction, and to nobody else before the end', async () => {
    const other = await bench.another()
    await bench.store.transaction(async (inner) => {
      const [id] = await withArticles(inner, 'alder')
      const prints = Int32Array.of(printOf('alder'))
      expect((await inner.fingerprints.holders('shingle', 1, prints, 5)).get(printOf('alder'))).toEqual(Int32Array.of(Number(id)))
      expect((await other.fingerprints.holders('shingle', 1, prints, 5)).size).toBe(0)
    })
    expect((await other.fingerprints.holders('name', 1, Int32Array.of(printOf('alder')), 5)).size).toBe(1)
    await other.close()
  })
}
