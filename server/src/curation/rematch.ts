// What would another threshold, or the newest matcher, make of all that was judged before? People's verdicts are the test:
// every pair that they confirmed or refused is judged anew. A trial changes nothing; done for real, every stored verdict is
// replaced and the clusters around it are planned anew, decisions outranking all.
import { setImmediate } from 'node:timers/promises'
import type { Cluster } from '../domain/cluster.ts'
import { type Match, pairKey, type Relation } from '../domain/match.ts'
import { ProblemError } from '../domain/problem.ts'
import type { Actor } from '../domain/role.ts'
import type { CurateParts } from './curate.ts'
import { isLimit, LIMITS, type Limits, MATCH_VERSION, matchTexts, USUAL } from '../match/match.ts'
import { regroup } from '../regroup.ts'
import { type Shift, shiftOf } from './shift.ts'
import { matchSide } from '../seek.ts'
import { type JudgedPair, type Tried, tried } from './verdicts.ts'
import type { ArchiveStore, Doing } from '../store/port.ts'

export interface RematchWish {
  /** Other values for some of the lines between the relations; for a trial only. */
  readonly thresholds?: Readonly<Record<string, number>> | undefined
  readonly dryRun?: boolean | undefined
}

export interface RematchReport extends Tried {
  readonly dryRun: boolean
  readonly matchVersion: string
  readonly thresholds: Readonly<Record<string, number>>
  /** All pairs that were ever compared, and those with another relation. */
  readonly pairs: { readonly judged: number; readonly changed: number }
  readonly clusters: Shift & { readonly samples: readonly Cluster[] }
}

/** Pairs judged between two turns of the event loop, and written in one transaction. */
const AT_ONCE = 25
const WRITTEN_AT_ONCE = 200
const PAGE = 500
const SAMPLES = 5

/** `invalid-request` for an unknown threshold, and for other thresholds without `dryRun`. */
export async function rematch({ thresholds = {}, dryRun = false }: RematchWish, actor: Actor, parts: CurateParts, progress: (judged: number) => void = () => {}): Promise<RematchReport> {
  const limits = limitsWith(thresholds)
  if (!dryRun && Object.keys(thresholds).length > 0) {
    throw new ProblemError('invalid-request', 'Other thresholds are for a dry run: what is stored carries the version of the matcher, and that has its own.', [{ path: 'dryRun', message: 'is needed with `thresholds`' }])
  }
  const golden = await parts.store.decisions.golden()
  const wanted = new Set(golden.map((pair) => pairKey(pair.left, pair.right)))
  const verdicts = new Map<string, JudgedPair>()
  const anew: Anew[] = []
  let judged = 0
  for await (const one of stored(limits, parts)) {
    if (wanted.has(one.key)) verdicts.set(one.key, { was: one.was.relation, becomes: one.match.relation })
    if (!sameVerdict(one.was, one.match)) anew.push({ ...one, moved: one.was.relation !== one.match.relation })
    if (++judged % AT_ONCE === 0) progress(judged)
  }
  for (const pair of golden) if (!verdicts.has(pairKey(pair.left, pair.right))) verdicts.set(pairKey(pair.left, pair.right), await bothWays(pair, limits, parts))
  const clusters = await shifted(anew.filter((one) => one.moved), limits, parts)
  if (!dryRun) await carryThrough(anew, actor, parts)
  const pairs = { judged, changed: anew.filter((one) => one.moved).length }
  return { dryRun, matchVersion: MATCH_VERSION, thresholds: limits, ...(await tried(golden, verdicts, parts.store)), pairs, clusters }
}

interface Judged {
  readonly key: string
  readonly was: Match
  readonly match: Match
  readonly asked: boolean
  readonly overruled: boolean
}

type Anew = Judged & { readonly moved: boolean }

function limitsWith(thresholds: Readonly<Record<string, number>>): Limits {
  const unknown = Object.keys(thresholds).filter((name) => !isLimit(name))
  if (unknown.length > 0) {
    const faults = unknown.map((name) => ({ path: `thresholds.${name.slice(0, 64)}`, message: 'is no threshold that can be tried' }))
    throw new ProblemError('invalid-request', `There is no threshold ${unknown[0]?.slice(0, 64)}; there are ${Object.keys(LIMITS).join(', ')}.`, faults)
  }
  return { ...USUAL, ...thresholds }
}

/** Every stored pair, judged again. Nothing is locked meanwhile, and others get their turn. */
async function* stored(limits: Limits, parts: CurateParts): AsyncGenerator<Judged> {
  for (let after = 0; ; ) {
    const page = await parts.store.matches.each(after, PAGE)
    for (let from = 0; from < page.length; from += AT_ONCE) {
      const some = page.slice(from, from + AT_ONCE)
      const sides = await sidesOf(some.flatMap(({ match }) => [match.left, match.right]), parts.store)
      for (const { match: was, asked, overruled } of some) {
        const [left, right] = [sides.get(was.left), sides.get(was.right)]
        if (left === undefined || right === undefined) continue
        const match = matchTexts(matchSide(left, parts.cache), matchSide(right, parts.cache), 'copies', limits)
        yield { key: pairKey(was.left, was.right), was, match, asked, overruled }
      }
      await setImmediate()
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.key
  }
}

async function bothWays(pair: { readonly left: string; readonly right: string }, limits: Limits, { store, cache }: CurateParts): Promise<JudgedPair> {
  const sides = await sidesOf([pair.left, pair.right], store)
  const [left, right] = [sides.get(pair.left), sides.get(pair.right)]
  if (left === undefined || right === undefined) return { was: 'none', becomes: 'none' }
  const under = (given: Limits): Relation => matchTexts(matchSide(left, cache), matchSide(right, cache), 'copies', given).relation
  return { was: under(USUAL), becomes: under(limits) }
}

async function sidesOf(ids: readonly string[], store: ArchiveStore) {
  return new Map((await store.articles.sides([...new Set(ids)])).map((side) => [side.id, side]))
}

function sameVerdict(one: Match, other: Match): boolean {
  return one.relation === other.relation && one.matchVersion === other.matchVersion && one.confidence === other.confidence && one.matchedWords === other.matchedWords
}

/** How would the clusters stand? The very regrouping, rolled back. */
async function shifted(moved: readonly Anew[], limits: Limits, { store, cache, clock }: CurateParts): Promise<RematchReport['clusters']> {
  const now = clock().toISOString()
  const articles = articlesOf(moved)
  const { ids, after, samples } = await store.rehearse(async (inner) => {
    await putAnew(moved, inner)
    const changed = await regroup(articles, inner, cache, now, undefined, limits)
    const standing = (await inner.clusters.versions(changed)).filter((row) => row.size > 1).map((row) => row.id)
    return { ids: changed, after: await inner.clusters.outlines(changed), samples: await inner.clusters.getMany(standing.slice(0, SAMPLES)) }
  })
  return { ...shiftOf(await store.clusters.outlines(ids), after), samples }
}

async function carryThrough(anew: readonly Anew[], actor: Actor, { store, cache, clock, notify }: CurateParts): Promise<void> {
  const doing: Doing = { by: actor.name, settled: true }
  for (let from = 0; from < anew.length; from += WRITTEN_AT_ONCE) {
    const some = anew.slice(from, from + WRITTEN_AT_ONCE)
    const changed = await store.transaction(async (inner) => {
      await putAnew(some, inner)
      return regroup(articlesOf(some.filter((one) => one.moved || one.overruled)), inner, cache, clock().toISOString(), doing)
    })
    if (changed.length > 0) notify({ kind: 'clusters.changed', clusters: changed, actor: actor.name })
    await setImmediate()
  }
  const after = { pairs: anew.length, moved: anew.filter((one) => one.moved).length, matchVersion: MATCH_VERSION }
  await store.audit.record({ at: clock().toISOString(), actor, action: 'match.rematch', subject: { kind: 'archive', id: 'matches' }, after })
}

async function putAnew(anew: readonly Anew[], store: ArchiveStore): Promise<void> {
  await store.matches.put(anew.filter((one) => !one.asked).map((one) => one.match))
  await store.matches.put(anew.filter((one) => one.asked).map((one) => one.match), true)
}

function articlesOf(pairs: readonly Judged[]): readonly string[] {
  return [...new Set(pairs.flatMap(({ match }) => [match.left, match.right]))]
}
