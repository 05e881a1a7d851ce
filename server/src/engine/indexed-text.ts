// What of an article does the index hold? Streams of words and stems by field, and the counts that rank it.
import { createHash } from 'node:crypto'
import type { EngineRecord } from './port.ts'
import { FIELD_WEIGHTS } from './index-file.ts'
import { isStopWord, stem } from './stemming.ts'
import { tokens, withoutAccents } from './tokens.ts'

export interface IndexedText {
  /** Words by field, parted by spaces, in the order of `WORD_COLUMNS`. */
  readonly words: readonly string[]
  /** Stems by field, and last the hyphenated words written as one. */
  readonly stems: readonly string[]
  /** Each distinct word with its stem. */
  readonly forms: ReadonlyMap<string, string>
  /** Weighted occurrences of each distinct stem that is not a stop word. */
  readonly counts: ReadonlyMap<string, number>
  /** All words of all fields. */
  readonly length: number
}

export const WORD_COLUMNS = ['headline', 'dek', 'byline', 'body', 'publisher'] as const

export function indexedText(record: EngineRecord): IndexedText {
  const languages = [record.language, 'en']
  const streams: Streams = { words: [], stems: [], compounds: [], forms: new Map(), counts: new Map(), length: 0 }
  for (const column of WORD_COLUMNS) addField(streams, fieldText(record, column), FIELD_WEIGHTS[column], record.language)
  for (const word of streams.forms.keys()) if (isStopWord(word, languages)) streams.counts.delete(streams.forms.get(word) ?? word)
  return { ...streams, stems: [...streams.stems, streams.compounds.join(' ')] }
}

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
  readonly forms: Map<string, string>
  readonly counts: Map<string, number>
  length: number
}

/** Longer chains of hyphens are no word. */
const LONGEST_COMPOUND = 4

function fieldText(record: EngineRecord, column: (typeof WORD_COLUMNS)[number]): string {
  return column === 'byline' ? record.byline.join(' , ') : (record[column] ?? '')
}

function addField(streams: Streams, text: string, weight: number, language: string): void {
  const words: string[] = []
  const stems: string[] = []
  let chain: string[] = []
  const endChain = (): void => {
    if (chain.length > 1 && chain.length <= LONGEST_COMPOUND) addCompound(streams, chain.join(''), language)
    chain = []
  }
  for (const token of tokens(text)) {
    const word = withoutAccents(token.word)
    const form = stem(token.word, language)
    words.push(word)
    stems.push(form)
    streams.forms.set(word, form)
    streams.counts.set(form, (streams.counts.get(form) ?? 0) + weight)
    if (!token.glued) endChain()
    chain.push(token.word)
  }
  endChain()
  streams.length += words.length
  streams.words.push(words.join(' '))
  streams.stems.push(stems.join(' '))
}

function addCompound(streams: Streams, word: string, language: string): void {
  const form = stem(word, language)
  streams.compounds.push(form)
  streams.forms.set(withoutAccents(word), form)
  streams.counts.set(form, (streams.counts.get(form) ?? 0) + FIELD_WEIGHTS.compound)
}
