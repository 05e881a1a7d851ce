// Where may a text be cut? Its words with the borders of sentences and paragraphs, and how a border between two words
// becomes a place in the text: white space belongs to neither side, closing marks to the one before.
import type { Comparable } from '../domain/comparable.ts'
import { quotedWords } from '../domain/quotation.ts'
import { type Span, span } from '../domain/span.ts'
import { QUOTATION_WORDS } from './thresholds.ts'

/** What stands before a word, or after the last. */
export const NO_BORDER = 0
export const SENTENCE = 1
export const PARAGRAPH = 2

export interface Side {
  readonly text: string
  readonly of: Comparable
  /** Words. */
  readonly length: number
  /** For each word and the end: the border before it. */
  readonly borders: Uint8Array
  /** For each word: the number of the quotation that it stands in, from 1; 0 for none. */
  readonly quoted: Int32Array
  /** The number of each word's sentence. */
  readonly sentenceOf: Int32Array
  /** The first word of each sentence, and the end. */
  readonly sentences: Int32Array
}

/** Ranges of words, `[begin, end)`. */
export interface Words {
  readonly begin: number
  readonly end: number
}

const CLOSED = /[.!?…]["'”’»)\]]*\s|[。！？]|[:;]\s*\n/
const ABBREVIATED = /^(?:mr|mrs|ms|dr|st|gen|col|sen|rep|gov|lt|sgt|prof|no|vs|jr|sr|inc|[a-z])$/

export function sideOf(of: Comparable): Side {
  const length = of.words.length
  const borders = new Uint8Array(length + 1)
  for (let at = 1; at < length; at++) borders[at] = borderAt(of, at)
  borders[0] = borders[length] = PARAGRAPH
  const sentenceOf = new Int32Array(length)
  const sentences: number[] = []
  for (let at = 0; at < length; at++) {
    if (borders[at] !== NO_BORDER) sentences.push(at)
    sentenceOf[at] = sentences.length - 1
  }
  const quoted = quotedWords(of.text, of.begins, of.ends, QUOTATION_WORDS)
  return { text: of.text, of, length, borders, quoted, sentenceOf, sentences: Int32Array.from([...sentences, length]) }
}

function borderAt({ text, words, begins, ends }: Comparable, at: number): number {
  const [end, begin] = [ends[at - 1] as number, begins[at] as number]
  if (begin - end === 1) return text.charCodeAt(end) === 10 ? PARAGRAPH : NO_BORDER
  const gap = text.slice(end, begin)
  if (gap.includes('\n')) return PARAGRAPH
  if (!CLOSED.test(gap)) return NO_BORDER
  return gap.startsWith('. ') && ABBREVIATED.test(words[at - 1] as string) ? NO_BORDER : SENTENCE
}

/** Paragraphs as they stand in the text, without the white space between them. */
export function paragraphsOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(/\S[^\n]*/g), (found) => span(found.index, found.index + found[0].trimEnd().length))
}

/** The place of words `[begin, end)` with the marks that go with them, no white space at its ends. */
export function placeOf(side: Side, { begin, end }: Words): Span {
  return span(startOf(side, begin), endOf(side, end))
}

/** The place of the words alone. */
export function wordsPlace({ of }: Side, begin: number, end: number): Span {
  return span(of.begins[begin] as number, of.ends[end - 1] as number)
}

function startOf(side: Side, border: number): number {
  const [from, gap] = gapAt(side, border)
  return from + parted(gap, border === 0)[1]
}

function endOf(side: Side, border: number): number {
  const [from, gap] = gapAt(side, border)
  if (border === side.length) return from + gap.trimEnd().length
  return from + parted(gap, false)[0]
}

function gapAt({ text, of, length }: Side, border: number): readonly [number, string] {
  const from = border === 0 ? 0 : (of.ends[border - 1] as number)
  return [from, text.slice(from, border === length ? text.length : of.begins[border])]
}

/** Where the first part of a gap ends and the second begins; only white space lies between. */
function parted(gap: string, first: boolean): readonly [number, number] {
  if (first) return [0, gap.length - gap.trimStart().length]
  const white = gap.includes('\n') ? /\s*\n\s*/.exec(gap) : /\s+/.exec(gap)
  if (white !== null) return [white.index, white.index + white[0].length]
  const opening = /[“‘«„(¿¡「『《[]+$/.exec(gap)
  const at = opening === null ? gap.length : opening.index
  return [at, at]
}

/** A stretch of text that may run over line ends, for a table or a sentence. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export function slice(side: Side, place: Span): string {
  return side.text.slice(place.begin, place.end)
}
