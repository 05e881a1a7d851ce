// Is a look-up right whether an article's prints are merged into the tables or still in a connection's tail?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArchiveStore } from '../../src/store/port.ts'
import { MERGED_AT_ONCE } from '../../src/store/sqlite/postings.ts'
import { openStore } from '../../src/store/store.ts'
import { CURATOR, must, newDocument, NOW, printOf, readArticle } from './made.ts'

const FAMILIES = 7
const STEP = 256

describe('merging prints', () => {
  let dataDir: string
  let store: ArchiveStore
  let other: ArchiveStore
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'copydesk-merge-'))
    store = await openStore({ dataDir })
    other = await openStore({ dataDir })
  })
  afterEach(async () => {
    await store.close()
    await other.close()
    rmSync(dataDir, { recursive: true })
  })

  const text = (at: number) => `family${at % FAMILIES} own${at}`
  async function add(to: ArchiveStore, first: number, count: number): Promise<readonly string[]> {
    const [document] = await to.documents.receive([newDocument({ sha256: `merge-${first}-${Math.random()}` })], CURATOR)
    return to.articles.add(must(document).id, Array.from({ length: count }, (_, at) => readArticle(text(first + at))), NOW)
  }
  async function family(of: ArchiveStore, at: number): Promise<readonly number[]> {
    const print = printOf(`family${at}`)
    return [...((await of.fingerprints.holders('shingle', 1, Int32Array.of(print), 100_000)).get(print) ?? [])]
  }
  const expected = (count: number, at: number, without: readonly number[] = []) =>
    Array.from({ length: count }, (_, place) => place + 1).filter((id) => (id - 1) % FAMILIES === at && !without.includes(id))

  it('answers the same before and after a merge, on every connection', async () => {
    for (let count = 0; count < MERGED_AT_ONCE + 2 * STEP; count += STEP) {
      await add(store, count, STEP)
      expect(await family(other, 3)).toEqual(expected(count + STEP, 3))
      expect(await store.transaction((inner) => family(inner, 3))).toEqual(expected(count + STEP, 3))
    }
  })

  it('forgets what was rolled back, a merge included, and does not mistake the next articles for it', async () => {
    await add(store, 0, MERGED_AT_ONCE - STEP)
    const seen = await store.rehearse(async (inner) => {
      await add(inner, MERGED_AT_ONCE - STEP, 2 * STEP)
      return family(inner, 0)
    })
    expect(seen).toEqual(expected(MERGED_AT_ONCE + STEP, 0))
    expect(await store.transaction((inner) => family(inner, 0))).toEqual(expected(MERGED_AT_ONCE - STEP, 0))
    await add(other, MERGED_AT_ONCE - STEP, 1)
    expect(await store.transaction((inner) => family(inner, 0))).toEqual(expected(MERGED_AT_ONCE - STEP + 1, 0))
  })

  it('leaves binned articles out on both sides of the merge, and takes them back', async () => {
    await add(store, 0, MERGED_AT_ONCE)
    await add(store, MERGED_AT_ONCE, 2 * FAMILIES)
    const [old, fresh] = [1, expected(MERGED_AT_ONCE + 2 * FAMILIES, 0).at(-1)] as [number, number]
    expect(await family(other, 0)).toContain(fresh)
    for (const id of [old, fresh]) await store.articles.setStatus(String(id), 'binned', CURATOR, NOW)
    for (const one of [store, other]) expect(await family(one, 0)).toEqual(expected(MERGED_AT_ONCE + 2 * FAMILIES, 0, [old, fresh]))
    for (const id of [old, fresh]) await store.articles.setStatus(String(id), 'live', CURATOR, NOW)
    for (const one of [store, other]) expect(await family(one, 0)).toEqual(expected(MERGED_AT_ONCE + 2 * FAMILIES, 0))
  })

  it('keeps a look-up right while others add and bin at the same time', async () => {
    await add(store, 0, 30)
    await Promise.all([
      add(store, 30, 30),
      ...Array.from({ length: 10 }, (_, at) => family(other, at % FAMILIES)),
      add(other, 60, 30),
      store.articles.setStatus('2', 'binned', CURATOR, NOW),
      ...Array.from({ length: 10 }, (_, at) => family(store, at % FAMILIES)),
    ])
    for (const one of [store, other]) for (const at of [0, 1]) expect((await family(one, at)).length).toBe(expected(90, at, [2]).length)
  })
})
