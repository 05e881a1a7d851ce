// How well does an article answer, weighed by its own counts? BM25 (Robertson and Zaragoza 2009) with an inverse
// document frequency that stays sane for words that most articles hold, which FTS5's does not; and, for sentences,
// pseudo-relevance feedback (RM3, Abdul-Jaleel et al. 2004): the telling words of the first hits weigh in.
// Only the first few hundred found are weighed anew, and nothing new comes in.
import type { Connection } from './index-file.ts'
import type { Ranked } from './ranked.ts'
import type { Understanding } from './understanding.ts'
import { SHORT_QUESTION } from './understanding.ts'
import { eachTerm } from './vector.ts'
import type { KnownStem, Vocabulary } from './vocabulary.ts'

export class Weighing {
  readonly #vocabulary: Vocabulary
  readonly #sql

  constructor(db: Connection, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#sql = {
      vector: db.prepare<[number], Text>('SELECT length, terms FROM vector WHERE row = ?'),
      average: db.prepare<[], number>('SELECT avg(length) FROM (SELECT length FROM vector LIMIT 2000)').pluck(),
    }
  }

  /** The scores anew, where FTS5's own are not good enough. `articles`: how many the index holds. */
  weigh(found: Ranked, asked: Understanding, articles: number): Ranked {
    const stems = this.#askedStems(asked)
    const sentence = asked.groups.length > SHORT_QUESTION
    if (!sentence && ![...stems.values()].some((one) => one.articles > articles * COMMON)) return found
    const order = found.rows.map((_, at) => at).sort((left, right) => (found.scores[right] ?? 0) - (found.scores[left] ?? 0))
    const first = order.slice(0, WEIGHED)
    const scale: Scale = { articles, average: this.#sql.average.get() || 1 }
    const texts = first.map((at) => this.#sql.vector.get(found.rows[at] ?? 0))
    const weights = weightsOf(stems, scale)
    if (sentence && found.rows.length > TEACHERS) this.#learn(weights, spokenOf(asked), texts, first.map((at) => found.scores[at] ?? 0), scale)
    const scores = [...found.scores]
    const floor = found.scores[order[WEIGHED] ?? -1] ?? 0
    first.forEach((at, number) => {
      scores[at] = floor + scoreOf(texts[number], weights, scale)
    })
    return { rows: found.rows, scores }
  }

  #askedStems(asked: Understanding): ReadonlyMap<number, KnownStem & { times: number }> {
    const stems = new Map<number, KnownStem & { times: number }>()
    for (const group of asked.groups) {
      for (const chain of [...group.chains, ...group.parts]) {
        const known = chain.length === 1 ? this.#vocabulary.stem(chain[0] ?? '') : undefined
        if (known !== undefined) stems.set(known.id, { ...known, times: group.times + (stems.get(known.id)?.times ?? 0) })
      }
    }
    return stems
  }

  /** Question and lessons share the weight, each word of the question counting the same before its rarity. */
  #learn(weights: Map<number, number>, spoken: number, texts: readonly (Text | undefined)[], scores: readonly number[], scale: Scale): void {
    const lessons = this.#lessons(texts.slice(0, TEACHERS), scores, scale)
    const taught = lessons.reduce((sum, one) => sum + one.value, 0) || 1
    for (const [id, weight] of weights) weights.set(id, weight * (1 - SHARE))
    for (const one of lessons) weights.set(one.id, (weights.get(one.id) ?? 0) + (spoken * SHARE * one.value * one.rarity) / taught)
  }

  #lessons(teachers: readonly (Text | undefined)[], scores: readonly number[], scale: Scale): readonly Lesson[] {
    const values = new Map<number, number>()
    teachers.forEach((text, number) => {
      if (text === undefined) return
      eachTerm(text.terms, (id, count) => values.set(id, (values.get(id) ?? 0) + (scores[number] ?? 0) * saturation(count, text.length, scale)))
    })
    // How rare a word is gets asked only where it may matter: for those that the teachers share or stress.
    const likely = [...values].sort((left, right) => right[1] - left[1]).slice(0, LESSONS * 8)
    const lessons = likely.flatMap(([id, value]) => {
      const known = this.#vocabulary.named(id)
      if (known === undefined || !teaches(known, scale.articles)) return []
      const rare = rarity(scale.articles, known.articles)
      return [{ id, value: value * rare, rarity: rare }]
    })
    return lessons.sort((left, right) => right.value - left.value).slice(0, LESSONS)
  }
}

/** So many of the first hits are weighed anew. */
const WEIGHED = 300
/** FTS5 gives a word no weight that half of the articles hold, and too little well before. */
const COMMON = 0.25
/** The first hits that are taken for right, the words learnt from them, and the share that these weigh. */
const TEACHERS = 5
const LESSONS = 20
const SHARE = 0.4
/** BM25's usual constants. */
const K1 = 1.2
const B = 0.75

interface Text {
  readonly length: number
  readonly terms: Buffer
}

interface Scale {
  readonly articles: number
  /** Words in an article. */
  readonly average: number
}

interface Lesson {
  readonly id: number
  readonly value: number
  readonly rarity: number
}

/** Words of the question, each as often as it was said. */
function spokenOf(asked: Understanding): number {
  return asked.groups.reduce((sum, group) => sum + group.times, 0)
}

function weightsOf(stems: ReadonlyMap<number, KnownStem & { times: number }>, scale: Scale): Map<number, number> {
  return new Map([...stems].map(([id, one]) => [id, one.times * rarity(scale.articles, one.articles)]))
}

/** Numbers, single letters, and words that one article or most articles hold, say nothing of a subject. */
function teaches(known: { readonly stem: string; readonly articles: number }, articles: number): boolean {
  return known.articles >= 2 && known.articles <= articles / 2 && known.stem.length > 1 && !/^\d+$/.test(known.stem)
}

function rarity(articles: number, holding: number): number {
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5))
}

function saturation(count: number, length: number, scale: Scale): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / scale.average))
}

function scoreOf(text: Text | undefined, weights: ReadonlyMap<number, number>, scale: Scale): number {
  let score = 0
  if (text === undefined) return score
  eachTerm(text.terms, (id, count) => {
    const weight = weights.get(id)
    if (weight !== undefined) score += weight * saturation(count, text.length, scale)
  })
  return score
}
