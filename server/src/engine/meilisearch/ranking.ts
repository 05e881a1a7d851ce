// How well does each gathered article answer? BM25 over its own counts, feedback for sentences, and articles with every
// word of a short question first: the same weighing as the embedded engine's, on counts that came with the articles.
import type { Group, Understanding } from '../understanding.ts'
import { SHORT_QUESTION } from '../understanding.ts'
import type { Lesson, Scale } from '../bm25.ts'
import { learn, LESSONS, rarity, saturation, spokenOf, TEACHERS, teaches } from '../bm25.ts'
import { termsOfChain } from './terms.ts'
import { placeOf, type Words } from './words.ts'

export interface Candidate {
  readonly id: string
  /** Numbers of its words, rising, and beside each how often it is said, weighted. */
  readonly terms: Int32Array
  readonly counts: Float32Array
  readonly length: number
  readonly publishedAtUnix: number | null
  readonly createdAtUnix: number
  readonly fold: string | null
}

export interface Scored<C extends Candidate = Candidate> {
  readonly candidate: C
  readonly score: number
}

type CountsOf = (terms: readonly string[]) => Promise<ReadonlyMap<string, number>>

/** What was learnt from the first candidates ranks the later ones too, so that no page depends on how many were asked for. */
export interface Ranking<C extends Candidate> {
  /** Best first. */
  readonly first: readonly Scored<C>[]
  rank(later: Numbered<C>): readonly Scored<C>[]
}

/** Articles, and the words that their numbers stand for. */
export interface Numbered<C extends Candidate> {
  readonly candidates: readonly C[]
  readonly words: Words
}

/** `countsOf` tells how many articles hold a term. */
export async function rankingBy<C extends Candidate>(first: Numbered<C>, asked: Understanding, scale: Scale, countsOf: CountsOf): Promise<Ranking<C>> {
  const weights = await askedWeights(asked, scale, countsOf)
  if (asked.groups.length > SHORT_QUESTION && first.candidates.length > TEACHERS) {
    learn(weights, spokenOf(asked), await lessonsOf(byScore(first, weights, scale), first.words, scale, countsOf))
  }
  const rank = (of: Numbered<C>): readonly Scored<C>[] => {
    const scored = byScore(of, weights, scale)
    return isShort(asked.groups) ? lifted(scored, asked.groups, of.words) : scored
  }
  return { first: rank(first), rank }
}

/** Is there a "whole" to prefer: two or three words, or one that has parts? */
export function isShort(groups: readonly Group[]): boolean {
  return groups.length <= SHORT_QUESTION && (groups.length > 1 || groups.some((group) => group.parts.length > 0))
}

/** A term's weight: how often it was said, and how rare it is. */
export async function askedWeights(asked: Understanding, scale: Scale, countsOf: CountsOf): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const group of asked.groups) {
    for (const term of [...group.chains, ...group.parts].flatMap(termsOfChain)) times.set(term, group.times + (times.get(term) ?? 0))
  }
  const counts = await countsOf([...times.keys()])
  return new Map([...times].map(([term, said]) => [term, said * rarity(scale.articles, counts.get(term) ?? 0)]))
}

function byScore<C extends Candidate>({ candidates, words }: Numbered<C>, weights: ReadonlyMap<string, number>, scale: Scale): readonly Scored<C>[] {
  const asked = [...weights].flatMap(([term, weight]): [number, number][] => {
    const number = words.numberOf(term)
    return number === undefined ? [] : [[number, weight]]
  })
  return candidates.map((candidate) => ({ candidate, score: scoreOf(candidate, asked, scale) })).sort(better)
}

function scoreOf({ terms, counts, length }: Candidate, asked: readonly (readonly [number, number])[], scale: Scale): number {
  let score = 0
  for (const [number, weight] of asked) {
    const at = placeOf(number, terms)
    if (at >= 0) score += weight * saturation(counts[at] ?? 1, length, scale)
  }
  return score
}

/** The better, the newer, the earlier taken in. */
function better(left: Scored, right: Scored): number {
  const one = left.candidate
  const other = right.candidate
  return right.score - left.score
    || (other.publishedAtUnix ?? Number.NEGATIVE_INFINITY) - (one.publishedAtUnix ?? Number.NEGATIVE_INFINITY)
    || one.createdAtUnix - other.createdAtUnix
    || (one.id < other.id ? -1 : 1)
}

function lifted<C extends Candidate>(scored: readonly Scored<C>[], groups: readonly Group[], words: Words): readonly Scored<C>[] {
  const asked = groups.map(({ chains }) => chains.map((chain) => termsOfChain(chain).map((term) => words.numberOf(term))))
  const whole = scored.map(({ candidate: { terms } }) => asked.every((chains) => chains.some((chain) => chain.every((number) => placeOf(number, terms) >= 0))))
  const best = scored.reduce((most, one, at) => (whole[at] === true ? most : Math.max(most, one.score)), 0)
  return scored.map((one, at) => (whole[at] === true ? { ...one, score: one.score + best } : one)).sort(better)
}

async function lessonsOf(scored: readonly Scored[], words: Words, scale: Scale, countsOf: CountsOf): Promise<readonly Lesson<string>[]> {
  const values = new Map<number, number>()
  for (const { candidate, score } of scored.slice(0, TEACHERS)) {
    candidate.terms.forEach((term, at) => {
      const count = candidate.counts[at] ?? 0
      if (count >= LEAST_TAUGHT) values.set(term, (values.get(term) ?? 0) + score * saturation(count, candidate.length, scale))
    })
  }
  const likely = [...values].sort((left, right) => right[1] - left[1]).slice(0, LOOKED_AT).map(([number, value]): [string, number] => [words.nameOf(number), value])
  const counts = await countsOf(likely.map(([term]) => term))
  return likely.flatMap(([term, value]) => {
    const articles = counts.get(term) ?? 0
    if (term.includes(' ') || !teaches({ stem: term, articles }, scale.articles)) return []
    const rare = rarity(scale.articles, articles)
    return [{ id: term, value: value * rare, rarity: rare }]
  })
}

/** Each is a count asked of the engine. */
const LOOKED_AT = LESSONS * 3
/** Stop words are held at less. */
const LEAST_TAUGHT = 1
