// Where in a long text do the words of a question stand closest together? Looked for by the letters that they begin with,
// and each form of them once a question, so that a snippet costs no reading of the whole text.
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
  /** How a word begins that may be one of these. */
  readonly beginnings: ReadonlySet<string>
  /** What a word as it is written stands for, by language; empty where it was not meant. */
  readonly known: Map<string, Map<string, string>>
}

const wantedBy = new WeakMap<Marking, Wanted>()

function wantedOf(marking: Marking): Wanted {
  let wanted = wantedBy.get(marking)
  if (wanted === undefined) {
    const stems = new Set([...marking.stems.keys(), ...marking.rows.flatMap((row) => (row.stemmed ? row.of : []))])
    const plain = new Set(marking.rows.flatMap((row) => (row.stemmed ? [] : row.of)))
    const beginnings = new Set([...stems, ...plain].map((word) => word.slice(0, Math.max(1, Math.min(word.length - 2, COMPARED)))))
    wantedBy.set(marking, (wanted = { stems, plain, beginnings, known: new Map() }))
  }
  return wanted
}

/** Letters that tell most words apart. A stem begins as its word does, but for its last two letters: `dying` gives `die`, `skies` gives `sky`. */
const COMPARED = 4

function meant(text: string, marking: Marking, language: string): readonly Meant[] {
  const wanted = wantedOf(marking)
  const known = wanted.known.get(language) ?? new Map<string, string>()
  wanted.known.set(language, known)
  const found: Meant[] = []
  for (const begin of placesOf(text, wanted.beginnings)) {
    const word = meaning(text.slice(begin, wordEnd(text, begin)), wanted, language, known)
    if (word !== '') found.push({ begin, word })
  }
  return found
}

/** Where a word begins that may be meant, in order. Any letter may have lost an accent. */
function placesOf(text: string, beginnings: ReadonlySet<string>): readonly number[] {
  const small = smallLetters(text)
  const places = new Set<number>()
  for (const begun of beginnings) {
    for (let at = small.indexOf(begun); at >= 0 && places.size < MOST_LOOKED_AT; at = small.indexOf(begun, at + 1)) {
      if (at === 0 || !isWordUnit(text.charCodeAt(at - 1))) places.add(at)
    }
  }
  for (const { index } of text.matchAll(NOT_ASCII)) {
    if (places.size >= MOST_LOOKED_AT) break
    let begin = index
    while (begin > 0 && isWordUnit(text.charCodeAt(begin - 1))) begin -= 1
    places.add(begin)
  }
  return [...places].sort((left, right) => left - right)
}

/** Each stands where the large one stood: a dotted capital I alone would become two. */
function smallLetters(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text.replaceAll('\u0130', 'I').toLowerCase()
}

const NOT_ASCII = /[\u0080-\uffff]+/g

function meaning(raw: string, { stems, plain }: Wanted, language: string, known: Map<string, string>): string {
  let form = known.get(raw)
  if (form === undefined) {
    const word = tokens(raw)[0]?.word ?? ''
    const made = word === '' ? '' : stem(word, language)
    form = stems.has(made) || plain.has(withoutAccents(word)) ? made : ''
    known.set(raw, form)
  }
  return form
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
