// Are questions in plain words still answered as well as they were? Mean average precision over two judged collections,
// as bench/relevance.mjs measures it, against floors that only rise.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/engine/engine.ts'
import { record } from '../engine/records.ts'
import { engineQuery } from '../../src/search/search.ts'
import { NO_SHARED, sharedPath } from '../shared.ts'

const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as Record<string, number>
const DEPTH = 1000

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '')
}

function judgedIn(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const relevant = new Map<string, Set<string>>()
  for (const line of linesOf(join(folder, 'qrels.tsv'))) {
    const [query = '', id = '', grade] = line.split('\t')
    if (Number(grade) > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(id))
  }
  return relevant
}

function averagePrecision(ids: readonly string[], relevant: ReadonlySet<string>): number {
  let hits = 0
  const sum = ids.reduce((total, id, at) => (relevant.has(id) ? total + ++hits / (at + 1) : total), 0)
  return sum / relevant.size
}

async function meanAveragePrecision(folder: string): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'relevance-'))
  const engine = await openEmbedded({ dataDir })
  try {
    const docs = linesOf(join(folder, 'docs.jsonl')).map((line) => JSON.parse(line) as { id: string; title?: string; text: string })
    await engine.apply(docs.map((doc) => record(doc.id, doc.title ?? '', doc.text)), [])
    const judged = judgedIn(folder)
    const asked = linesOf(join(folder, 'queries.jsonl')).map((line) => JSON.parse(line) as { id: string; text: string })
    const precisions: number[] = []
    for (const { id, text } of asked) {
      const relevant = judged.get(id)
      if (relevant === undefined) continue
      const query = engineQuery({ q: text, filters: {}, facets: [], sort: 'relevance', page: 1, perPage: DEPTH, collapse: false }, 60_000)
      const { hits } = await engine.search({ ...query, snippetWords: 0 })
      precisions.push(averagePrecision(hits.map((hit) => hit.id), relevant))
    }
    return precisions.reduce((sum, one) => sum + one, 0) / precisions.length
  } finally {
    await engine.close()
    rmSync(dataDir, { recursive: true })
  }
}

describe('questions in plain words', () => {
  for (const name of ['adi', 'med']) {
    it(`are answered on ${name} as well as they were`, { timeout: 60_000 }, async (ctx) => {
      const folder = sharedPath(`data/relevance/${name}`)
      ctx.skip(folder === undefined, NO_SHARED)
      expect(await meanAveragePrecision(folder ?? '')).toBeGreaterThanOrEqual(floors[`${name}, embedded, map`] ?? Number.NaN)
    })
  }
})
