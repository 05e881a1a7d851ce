// Which words are names and numbers? A spinner keeps these and changes the rest; a template does the opposite.
// Told from the text itself (capitals that do not merely open a sentence), so that no dictionary of names is needed.
import { NAME, NUMBER, ORDINARY } from '../domain/comparable.ts'

const NUMBER_WORDS = new Set(
  ('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen ' +
    'hundreds thousands millions billions dozens').split(' '),
)
/** Counted as numbers only where they are capitalised: "may", "march" and "sun" are also plain words. */
const CALENDAR = new Set(
  ('january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday').split(' '),
)
/** Opens a sentence, a quotation or a line. */
const OPENING = /[.!?…:\n“"«„‘¿¡•*|。！？]/
const DIGIT = /^\p{Nd}/u
/** Above this share of names the capitals say nothing (a text in capitals, a text with a capital on every word). */
const MOST_NAMES = 0.6

export function kindsOf(text: string, words: readonly string[], begins: Int32Array, ends: Int32Array): Uint8Array {
  const capitals = new Uint8Array(words.length)
  const use = new Map<string, { inside: number; lower: number }>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const seen = use.get(word) ?? { inside: 0, lower: 0 }
    if (use.get(word) === undefined) use.set(word, seen)
    if (!startsUpper(text, begins[at] as number)) {
      seen.lower++
      continue
    }
    const opens = at === 0 || opensAfter(text, ends[at - 1] as number, begins[at] as number)
    capitals[at] = opens ? 1 : 2
    if (!opens) seen.inside++
  }
  return sorted(words, capitals, use)
}

function opensAfter(text: string, end: number, begin: number): boolean {
  return !(begin - end === 1 && text.charCodeAt(end) === 32) && OPENING.test(text.slice(end, begin))
}

function sorted(words: readonly string[], capitals: Uint8Array, use: ReadonlyMap<string, { inside: number; lower: number }>): Uint8Array {
  const kinds = new Uint8Array(words.length)
  let names = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    if (DIGIT.test(word) || NUMBER_WORDS.has(word) || (capitals[at] !== 0 && CALENDAR.has(word))) {
      kinds[at] = NUMBER
    } else if (capitals[at] !== 0 && word !== 'i') {
      const seen = use.get(word) as { inside: number; lower: number }
      if (seen.inside === 0 || seen.inside < seen.lower) continue
      kinds[at] = NAME
      names++
    }
  }
  if (names > words.length * MOST_NAMES) for (let at = 0; at < kinds.length; at++) if (kinds[at] === NAME) kinds[at] = ORDINARY
  return kinds
}

function startsUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 65 && code <= 90
  const first = String.fromCodePoint(text.codePointAt(at) as number)
  return first !== first.toLowerCase() && first === first.toUpperCase()
}
