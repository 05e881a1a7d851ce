// Which texts are like the best ones? Pseudo-relevance feedback: the telling words of the first few hits weigh in,
// and the first few hundred are ordered anew (RM3, Abdul-Jaleel et al. 2004, over BM25). Only for questions of several
// words, and only among what was found: nothing new comes in, so two keywords stay as precise as they are.
import type { EngineQuery } from './port.ts'
import type { Columns } from './columns.ts'
import type { Connection } from './index-file.ts'
import type { Ranked } from './retrieval.ts'
import type { Understanding } from './understanding.ts'
import { SHORT_QUESTION } from './understanding.ts'
import type { Vocabulary } from './vocabulary.ts'
import { COUNT_UNIT } from './writing.ts'

export class Feedback {
  readonly #vocabulary: Vocabulary
  readonly #sql

  constructor(db: Connection, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#sql = {
      vector: db.prepare<[number], { length: number; terms: Buffer }>('SELECT length, terms FROM vector WHERE row = ?'),
      length: db.prepare<[], number>('SELECT avg(length) FROM (SELECT length FROM vector LIMIT 5000)').pluck(),
    }
  }

  improve(found: Ranked, asked: Understanding, query: EngineQuery, columns: Columns): Ranked {
    if (query.match !== 'any' || asked.groups.length <= SHORT_QUESTION || found.rows.length <= TEACHERS || query.sort.length > 0) return found
    const order = found.rows.map((_, at) => at).sort((left, right) => (found.scores[right] ?? 0) - (found.scores[left] ?? 0))
    const first = order.slice(0, REORDERED)
    const texts = first.map((at) => this.#text(found.rows[at] ?? 0))
    const average = this.#sql.length.get() ?? 1
    const weights = this.#weights(asked, texts.slice(0, TEACHERS), first.map((at) => found.scores[at] ?? 0), average, columns.articles)
    const floor = found.scores[order[REORDERED] ?? -1] ?? 0
    const scores = [...found.scores]
    const ceiling = found.scores[order[0] ?? 0] ?? 1
    first.forEach((at, number) => {
      scores[at] = floor + scoreOf(texts[number], weights, average) * Math.max(1, ceiling)
    })
    return { rows: found.rows, scores }
  }

  #text(row: number): Text {
    const found = this.#sql.vector.get(row)
    if (found === undefined) return { length: 0, ids: new Uint32Array(0), counts: new Uint16Array(0) }
    const size = found.terms.length / 6
    const text = { length: found.length, ids: new Uint32Array(size), counts: new Uint16Array(size) }
    for (let at = 0; at < size; at += 1) {
      text.ids[at] = found.terms.readUInt32LE(at * 6)
      text.counts[at] = found.terms.readUInt16LE(at * 6 + 4)
    }
    return text
  }

  /** By stem: its share of the question and of the teachers, times its rarity. */
  #weights(asked: Understanding, teachers: readonly Text[], scores: readonly number[], average: number, articles: number): ReadonlyMap<number, number> {
    const weights = new Map<number, number>()
    const times = asked.groups.reduce((sum, group) => sum + group.times, 0)
    for (const group of asked.groups) {
      for (const [stem] of [...group.chains, ...group.parts].filter((chain) => chain.length === 1)) {
        const known = this.#vocabulary.stem(stem ?? '')
        if (known !== undefined) weights.set(known.id, ((1 - SHARE) * group.times * rarity(articles, known.articles)) / times)
      }
    }
    const lessons = this.#lessons(teachers, scores, average, articles)
    const sum = lessons.reduce((total, one) => total + one.value, 0) || 1
    for (const one of lessons) weights.set(one.id, (weights.get(one.id) ?? 0) + (SHARE * one.value * one.rarity) / sum)
    return weights
  }

  #lessons(teachers: readonly Text[], scores: readonly number[], average: number, articles: number): readonly Lesson[] {
    const values = new Map<number, number>()
    teachers.forEach((text, number) => {
      text.ids.forEach((id, at) => values.set(id, (values.get(id) ?? 0) + (scores[number] ?? 0) * saturation(text.counts[at] ?? 0, text.length, average)))
    })
    // The rarity of a word is asked for only where it may matter: those that teachers share or stress.
    const likely = [...values].sort((left, right) => right[1] - left[1]).slice(0, LESSONS * 8)
    const lessons = likely.map(([id, value]) => {
      const known = this.#vocabulary.named(id)
      const rare = rarity(articles, known?.articles ?? 0)
      return { id, value: known !== undefined && teaches(known, articles) ? value * rare : 0, rarity: rare }
    })
    return lessons.filter((one) => one.value > 0).sort((left, right) => right.value - left.value).slice(0, LESSONS)
  }
}

/** The first hits that are taken for right, the words learnt from them, and the share that these weigh. */
const TEACHERS = 5
const LESSONS = 20
const SHARE = 0.4
/** So many hits are ordered anew. */
const REORDERED = 300
/** BM25's usual constants (Robertson and Zaragoza 2009). */
const K1 = 1.2
const B = 0.75

interface Text {
  readonly length: number
  readonly ids: Uint32Array
  readonly counts: Uint16Array
}

interface Lesson {
  readonly id: number
  readonly value: number
  readonly rarity: number
}

/** Numbers, single letters, and words that one article or most articles hold, say nothing of a subject. */
function teaches(known: { readonly stem: string; readonly articles: number }, articles: number): boolean {
  return known.articles >= 2 && known.articles <= articles / 2 && known.stem.length > 1 && !/^\d+$/.test(known.stem)
}

function rarity(articles: number, holding: number): number {
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5))
}

function saturation(count: number, length: number, average: number): number {
  const times = count / COUNT_UNIT
  return (times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / average))
}

function scoreOf(text: Text | undefined, weights: ReadonlyMap<number, number>, average: number): number {
  let score = 0
  text?.ids.forEach((id, at) => {
    const weight = weights.get(id)
    if (weight !== undefined) score += weight * saturation(text.counts[at] ?? 0, text.length, average)
  })
  return score
}
