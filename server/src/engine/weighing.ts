// What do the first hits of a sentence teach of its subject, and how well do the others answer to that (see bm25.ts)?
// Only the first few hundred found are weighed anew, and nothing new comes in.
import type { Lesson, Scale } from './bm25.ts'
import { learn, LESSONS_LOOKED_AT, rarity, saturation, spokenOf, TEACHERS, teaches } from './bm25.ts'
import type { Columns } from './columns.ts'
import { firstOf } from './first.ts'
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
    }
  }

  /** The scores of a sentence anew, with what its first hits teach. */
  weigh(found: Ranked, asked: Understanding, columns: Columns): Ranked {
    if (asked.groups.length <= SHORT_QUESTION || found.rows.length <= TEACHERS) return found
    const { rows, scores: before } = found
    const first = firstOf(rows.length, WEIGHED + 1, (left, right) => (before[right] ?? 0) - (before[left] ?? 0) || (rows[left] ?? 0) - (rows[right] ?? 0))
    const floor = before[first[WEIGHED] ?? -1] ?? 0
    const weighed = first.slice(0, WEIGHED)
    const scale: Scale = { articles: columns.articles, average: columns.averageLength() }
    const texts = weighed.map((at) => this.#sql.vector.get(rows[at] ?? 0))
    const weights = weightsOf(this.#askedStems(asked), scale)
    learn(weights, spokenOf(asked), this.#lessons(texts.slice(0, TEACHERS), weighed.map((at) => before[at] ?? 0), scale))
    const scores = [...before]
    weighed.forEach((at, number) => {
      scores[at] = floor + scoreOf(texts[number], weights, scale)
    })
    return { rows, scores }
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

  #lessons(teachers: readonly (Text | undefined)[], scores: readonly number[], scale: Scale): readonly Lesson<number>[] {
    const values = new Map<number, number>()
    teachers.forEach((text, number) => {
      if (text === undefined) return
      eachTerm(text.terms, (id, count) => values.set(id, (values.get(id) ?? 0) + (scores[number] ?? 0) * saturation(count, text.length, scale)))
    })
    const likely = [...values].sort((left, right) => right[1] - left[1]).slice(0, LESSONS_LOOKED_AT)
    return likely.flatMap(([id, value]) => {
      const known = this.#vocabulary.named(id)
      if (known === undefined || !teaches(known, scale.articles)) return []
      const rare = rarity(scale.articles, known.articles)
      return [{ id, value: value * rare, rarity: rare }]
    })
  }
}

/** So many of the first hits are weighed anew. */
const WEIGHED = 300

interface Text {
  readonly length: number
  readonly terms: Buffer
}

function weightsOf(stems: ReadonlyMap<number, KnownStem & { times: number }>, scale: Scale): Map<number, number> {
  return new Map([...stems].map(([id, one]) => [id, one.times * rarity(scale.articles, one.articles)]))
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
