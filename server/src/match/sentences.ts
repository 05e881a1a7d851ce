// Which sentences does a text have, and what are they about? Bags of word stems, for telling a paraphrase by its words
// where their order is lost (machine translation there and back, shuffling).
import type { Prepared } from './prepared.ts'
import { SENTENCE_WORDS_LEAST, SENTENCE_WORDS_MOST, STEM_LETTERS } from './thresholds.ts'

export interface Sentence {
  /** Words `[begin, end)`. */
  readonly begin: number
  readonly end: number
  /** Stems and how often each stands, by number. */
  readonly stems: ReadonlyMap<number, number>
}

/** Gives each stem a number, the same for both texts of a pair. */
export type StemNumbers = Map<string, number>

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*\s|\n\s*\n/

export function sentencesOf(side: Prepared, numbers: StemNumbers): readonly Sentence[] {
  const { text, ends, begins, words } = side.text
  const sentences: Sentence[] = []
  let begin = 0
  for (let at = 1; at <= side.length; at++) {
    const words = at - begin
    const closed = at === side.length || words >= SENTENCE_WORDS_MOST || SENTENCE_END.test(text.slice(ends[at - 1], begins[at]))
    if (!closed || (words < SENTENCE_WORDS_LEAST && at < side.length)) continue
    sentences.push({ begin, end: at, stems: bag(side, begin, at, numbers) })
    begin = at
  }
  return words.length === 0 ? [] : sentences
}

function bag(side: Prepared, begin: number, end: number, numbers: StemNumbers): Map<number, number> {
  const stems = new Map<number, number>()
  for (let at = begin; at < end; at++) {
    const stem = (side.text.words[at] as string).slice(0, STEM_LETTERS)
    let number = numbers.get(stem)
    if (number === undefined) numbers.set(stem, (number = numbers.size))
    stems.set(number, (stems.get(number) ?? 0) + 1)
  }
  return stems
}
