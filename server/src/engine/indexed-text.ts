// What of an article does the index hold? Streams of words and stems by field, and the counts that rank it.
import { createHash } from 'node:crypto'
import type { EngineRecord } from './port.ts'
import { FIELD_WEIGHTS } from './index-file.ts'
import type { MetStem, MetWord, MetWords } from './met-words.ts'
import { rememberedWords } from './met-words.ts'
import { tokens } from './tokens.ts'

export interface ReadText {
  /** Words by field, parted by spaces, in the order of `WORD_COLUMNS`. */
  readonly words: readonly string[]
  /** Stems by field, and last the hyphenated words written as one. */
  readonly stems: readonly string[]
  /** Each distinct word. */
  readonly distinct: readonly MetWord[]
  /** Each distinct stem that is not a stop word, with its weighted occurrences until the next text is read with the same words. */
  readonly telling: readonly MetStem[]
  /** All words of all fields. */
  readonly length: number
}

export interface IndexedText extends Pick<ReadText, 'words' | 'stems' | 'length'> {
  /** Each distinct word with its stem. */
  readonly forms: ReadonlyMap<string, string>
  /** Weighted occurrences of each distinct stem that is not a stop word. */
  readonly counts: ReadonlyMap<string, number>
}

export const WORD_COLUMNS = ['headline', 'dek', 'byline', 'body', 'publisher'] as const

/** `known`: the words of the record's language. */
export function readText(record: EngineRecord, known: MetWords): ReadText {
  known.begin()
  const streams: Streams = { words: [], stems: [], compounds: [], known, length: 0 }
  for (const column of WORD_COLUMNS) addField(streams, fieldText(record, column), FIELD_WEIGHTS[column])
  const stems = [...streams.stems, streams.compounds.join(' ')]
  return { words: streams.words, stems, distinct: known.distinct(), telling: known.telling(), length: streams.length }
}

export function indexedText(record: EngineRecord): IndexedText {
  const { words, stems, distinct, telling, length } = readText(record, rememberedWords(languages, record.language))
  const forms = new Map(distinct.map((word) => [word.plain, word.stem.stem]))
  return { words, stems, length, forms, counts: new Map(telling.map((one) => [one.stem, one.count])) }
}

const languages = new Map<string, MetWords>()

/** Equal for records whose text and language are the same: then only their fields need be written. */
export function textHash(record: EngineRecord): string {
  const hash = createHash('sha256')
  for (const column of WORD_COLUMNS) hash.update(fieldText(record, column)).update('\u0000')
  return hash.update(record.language).digest('base64')
}

interface Streams {
  readonly words: string[]
  readonly stems: string[]
  readonly compounds: string[]
  readonly known: MetWords
  length: number
}

/** Longer chains of hyphens are no word. */
const LONGEST_COMPOUND = 4

function fieldText(record: EngineRecord, column: (typeof WORD_COLUMNS)[number]): string {
  return column === 'byline' ? record.byline.join(' , ') : (record[column] ?? '')
}

function addField(streams: Streams, text: string, weight: number): void {
  const words: string[] = []
  const stems: string[] = []
  let chain: string[] = []
  const endChain = (): void => {
    if (chain.length > 1 && chain.length <= LONGEST_COMPOUND) streams.compounds.push(streams.known.meet(chain.join(''), FIELD_WEIGHTS.compound).stem.stem)
    chain = []
  }
  for (const token of tokens(text)) {
    const met = streams.known.meet(token.word, weight)
    words.push(met.plain)
    stems.push(met.stem.stem)
    if (!token.glued && chain.length > 0) endChain()
    chain.push(token.word)
  }
  endChain()
  streams.length += words.length
  streams.words.push(words.join(' '))
  streams.stems.push(stems.join(' '))
}
