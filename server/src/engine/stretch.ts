// Where in a long text do the words of a question stand closest together? Looked for by the letters that they begin with,
// so that a snippet costs no reading of the whole text; what is found is then read word by word.
import type { Marking } from './highlight.ts'
import { stem } from './stemming.ts'
import { tokens, withoutAccents } from './tokens.ts'

export interface Stretch {
  readonly begin: number
  readonly end: number
}

/** A part of the text, with room around it, in which about `words` words hold most of what was asked; all of a short text. */
export function stretchOf(text: string, marking: Marking, language: string, words: number): Stretch {
  const whole = { begin: 0, end: text.length }
  const reach = words * LETTERS_A_WORD
  if (text.length <= reach + 2 * ROOM || [...marking.initials].some((unit) => unit >= FIRST_NOT_ASCII)) return whole
  const from = densest(meant(text, marking, language), reach)
  return { begin: from <= ROOM ? 0 : wordBegin(text, from - ROOM), end: wordBegin(text, from + reach + ROOM) }
}

/** With its white space, generously. */
const LETTERS_A_WORD = 8
/** Code units before and after, for the words that lead to the first hit. */
const ROOM = 100
const FIRST_NOT_ASCII = 0x80
/** Words that are looked at; more say no more about where to look. */
const MOST_LOOKED_AT = 2_000

interface Meant {
  readonly begin: number
  readonly word: string
}

/** What of a question is looked for; made once a question. */
interface Wanted {
  readonly stems: ReadonlySet<string>
  readonly plain: ReadonlySet<string>
  readonly beginnings: RegExp
}

const wantedBy = new WeakMap<Marking, Wanted>()

function wanted(marking: Marking): Wanted {
  let known = wantedBy.get(marking)
  if (known === undefined) {
    const stems = new Set([...marking.stems.keys(), ...marking.rows.flatMap((row) => (row.stemmed ? row.of : []))])
    const plain = new Set(marking.rows.flatMap((row) => (row.stemmed ? [] : row.of)))
    wantedBy.set(marking, (known = { stems, plain, beginnings: beginnings([...stems, ...plain]) }))
  }
  return known
}

function meant(text: string, marking: Marking, language: string): readonly Meant[] {
  const { stems, plain, beginnings } = wanted(marking)
  const found: Meant[] = []
  let looked = 0
  for (const { index } of text.matchAll(beginnings)) {
    looked += 1
    if (looked > MOST_LOOKED_AT) break
    const word = tokens(text.slice(index, wordEnd(text, index)))[0]?.word
    if (word === undefined) continue
    const form = stem(word, language)
    if (stems.has(form) || plain.has(withoutAccents(word))) found.push({ begin: index, word: form })
  }
  return found
}

/**
 * Places where a word begins as one of these. A stem begins as its word does, but for its last two letters (`dying` gives
 * `die`, `skies` gives `sky`), and any letter may have lost an accent.
 */
function beginnings(words: readonly string[]): RegExp {
  const begun = new Set(words.map((word) => Array.from({ length: Math.max(1, Math.min(word.length - 2, COMPARED)) }, (_, at) => letter(word, at)).join('')))
  return new RegExp(`(?<![A-Za-z0-9\\u0080-\\uffff])(?:${[...begun, '[\\u0080-\\uffff]'].join('|')})`, 'g')
}

/** Letters that tell most words apart. */
const COMPARED = 4

/** A class for the letter in either case; by its number, so that nothing of a question is read as a pattern. */
function letter(word: string, at: number): string {
  const units = [word.charCodeAt(at), word[at]?.toUpperCase().charCodeAt(0) ?? 0].map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
  return `[${units.join('')}\\u0080-\\uffff]`
}

/** Where the stretch with the most different, and then the most, words begins. */
function densest(found: readonly Meant[], reach: number): number {
  let best = { value: -1, from: 0 }
  const counts = new Map<string, number>()
  let left = 0
  found.forEach(({ begin, word }, right) => {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    for (let first = found[left]; first !== undefined && first.begin < begin - reach; first = found[left]) {
      const rest = (counts.get(first.word) ?? 0) - 1
      if (rest > 0) counts.set(first.word, rest)
      else counts.delete(first.word)
      left += 1
    }
    const value = counts.size * 100 + Math.min(99, right - left + 1)
    if (value > best.value) best = { value, from: found[left]?.begin ?? 0 }
  })
  return best.from
}

function wordEnd(text: string, from: number): number {
  let end = from + 1
  while (end < text.length && isWordUnit(text.charCodeAt(end))) end += 1
  return end
}

/** The beginning of a word at or after this place; the end of the text where there is none. */
function wordBegin(text: string, from: number): number {
  let at = Math.min(from, text.length)
  while (at < text.length && !/\s/.test(text[at] ?? '')) at += 1
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1
  return at
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit >= FIRST_NOT_ASCII
}
