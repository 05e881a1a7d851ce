// Which page of the weighed articles is wanted? The first few hundred are weighed for every page; behind them stand as many
// again and more, weighed the same way; and behind those, in the engine's own order, all that is left of what was counted.
// Each tier leaves out those before it, so that pages that follow one another hold every article once.
import type { EngineQuery } from '../port.ts'
import { foldField } from './counting.ts'
import { FOLD } from './documents.ts'
import { among, both } from './filter-text.ts'
import { gather, type Gathering, universe } from './gathering.ts'
import type { Paged } from './keywords.ts'
import { rankingBy, type Scored } from './ranking.ts'
import { scoped } from './scope.ts'
import { pageFields, type Shown } from './showing.ts'

export async function weighed(of: Gathering, countsOf: (terms: readonly string[]) => Promise<ReadonlyMap<string, number>>): Promise<Paged> {
  const { asked, query, scale } = of
  const near = await gather(of, USUAL)
  const { counted } = near
  const { first, rank } = await rankingBy(near, asked, scale, countsOf)
  const end = query.offset + query.limit
  const needsMore = (rows: readonly Scored[]): boolean => end > foldRows(rows, query.distinct).length && counted.articles > rows.length
  let rows: readonly Scored[] = first
  if (needsMore(rows)) {
    const known = new Set(near.candidates.map(({ id }) => id))
    const { candidates, words } = await gather(of, DEEP)
    rows = [...rows, ...rank({ candidates: candidates.filter(({ id }) => !known.has(id)), words })]
  }
  const folded = foldRows(rows, query.distinct)
  const [weighedPage, rest] = await Promise.all([shownOf(folded.slice(query.offset, end), of), needsMore(rows) ? restOf(of, rows, folded.length) : []])
  return { page: [...weighedPage, ...rest], counted }
}

/** Articles that are weighed for every page, and for one far behind. */
const USUAL = 400
const DEEP = 1_500

async function shownOf(rows: readonly Scored[], { query, calls }: Gathering): Promise<Paged['page']> {
  const fold = query.distinct === undefined ? FOLD : foldField(query.distinct)
  const documents = await calls.documents<Shown>(rows.map(({ candidate }) => candidate.id), pageFields(query))
  const byId = new Map(documents.map((document) => [document.id, document]))
  return rows.flatMap(({ candidate, score }) => {
    const document = byId.get(candidate.id)
    return document === undefined ? [] : [{ ...document, [fold]: candidate.fold, score }]
  })
}

/** What is behind the weighed, as far as it belongs on the page. */
async function restOf(of: Gathering, rows: readonly Scored[], before: number): Promise<Paged['page']> {
  const { query, calls, scope } = of
  const fold = query.distinct === undefined ? undefined : foldField(query.distinct)
  const values = fold === undefined ? [] : [...new Set(rows.flatMap(({ candidate }) => candidate.fold ?? []))]
  const filter = both([
    universe(of),
    `NOT (${among('id', rows.map(({ candidate }) => candidate.id))})`,
    ...(fold === undefined || values.length === 0 ? [] : [`NOT (${among(fold, values)})`]),
  ])
  const offset = Math.max(0, query.offset - before)
  const limit = query.offset + query.limit - Math.max(query.offset, before)
  const [found] = await calls.several<Shown>([
    { ...scoped(query, scope.q), filter, offset, limit, ...(fold === undefined ? {} : { distinct: fold }), attributesToRetrieve: [...pageFields(query), ...(fold === undefined ? [] : [fold])] },
  ])
  return (found?.hits ?? []).map((hit) => ({ ...hit, score: 0 }))
}

function foldRows(rows: readonly Scored[], distinct: EngineQuery['distinct']): readonly Scored[] {
  if (distinct === undefined) return rows
  const seen = new Set<string>()
  return rows.filter(({ candidate: { fold } }) => {
    if (fold === null) return true
    const fresh = !seen.has(fold)
    seen.add(fold)
    return fresh
  })
}
