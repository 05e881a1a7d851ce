// What does a word weigh in a text, and what do the first hits teach? The formulas that every engine ranks by: BM25
// (Robertson and Zaragoza 2009) and, for sentences, pseudo-relevance feedback (RM3, Abdul-Jaleel et al. 2004).
import type { Understanding } from './understanding.ts'

export interface Scale {
  /** In the index. */
  readonly articles: number
  /** Words in an article, on average. */
  readonly average: number
}

/** A word learnt from the first hits; `id` as the engine numbers or names it. */
export interface Lesson<Id> {
  readonly id: Id
  readonly value: number
  readonly rarity: number
}

/** The first hits that are taken for right, and the words learnt from them. */
export const TEACHERS = 5
export const LESSONS = 20
/** How rare a word is gets asked only where it may matter: for those that the teachers share or stress. */
export const LESSONS_LOOKED_AT = LESSONS * 8

/** An inverse document frequency that stays sane for words that most articles hold. */
export function rarity(articles: number, holding: number): number {
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5))
}

export function saturation(count: number, length: number, scale: Scale): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / scale.average))
}

/** Numbers, single letters, and words that one article or most articles hold, say nothing of a subject. */
export function teaches(known: { readonly stem: string; readonly articles: number }, articles: number): boolean {
  return known.articles >= 2 && known.articles <= articles / 2 && known.stem.length > 1 && !/^\d+$/.test(known.stem)
}

/** Words of the question, each as often as it was said. */
export function spokenOf(asked: Understanding): number {
  return asked.groups.reduce((sum, group) => sum + group.times, 0)
}

/** Question and lessons share the weight, each word of the question counting the same before its rarity. */
export function learn<Id>(weights: Map<Id, number>, spoken: number, offered: readonly Lesson<Id>[]): void {
  const lessons = [...offered].sort((left, right) => right.value - left.value).slice(0, LESSONS)
  const taught = lessons.reduce((sum, one) => sum + one.value, 0) || 1
  for (const [id, weight] of weights) weights.set(id, weight * (1 - SHARE))
  for (const one of lessons) weights.set(one.id, (weights.get(one.id) ?? 0) + (spoken * SHARE * one.value * one.rarity) / taught)
}

/** What the lessons weigh. */
const SHARE = 0.4
/** BM25's usual constants. */
const K1 = 1.2
const B = 0.75
