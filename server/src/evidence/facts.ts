// Which facts changed? A name, number or date that stands for another one, or another source for the same claim. They mean a
// revision or damage; a spinner's one word for another, wherever it stands, is wording and not a fact.
import { NAME, ORDINARY } from '../domain/comparable.ts'
import type { ChangedFact, EvidenceSubstitution, FactKind } from '../domain/evidence.ts'
import { isDate, kindsIn, valueOf } from './classes.ts'
import type { Span } from '../domain/span.ts'
import type { Edit } from './pieces.ts'
import { oneLine, type Side, slice, type Words, wordsPlace } from './side.ts'
import { CONSISTENT, FACT_WORDS } from './thresholds.ts'

/** As they stand inside a sentence; those that are also plain nouns are left out. */
const SAYING = /^(?:say|says|said|stated|tell|tells|told|according|reported|claimed|announced|confirmed|denied|blamed|accused|alleged|linked|attributed|insisted|argued|warned|testified|ascribed|credited|quoted|cited)$/
const SOURCES = /^(?:officials?|officers?|authorities|police|spokes(?:man|woman|person|people)|sources?|ministry|ministers?|government|agency|analysts?|experts?|prosecutors?|investigators?|witness(?:es)?|army|military|researchers?|scientists?)$/

/** `renamed`: a swap that stands everywhere, as a spinner makes it, is no fact. */
export function changedFacts(left: Side, right: Side, substitutions: readonly EvidenceSubstitution[], edits: readonly Edit[], renamed: boolean): readonly ChangedFact[] {
  const facts: ChangedFact[] = []
  for (const one of substitutions) {
    const place = one.at[0]
    if (place === undefined || !isFact(one) || (renamed && one.class === 'name' && one.count > 1 && one.count >= one.of * CONSISTENT)) continue
    const [here, there] = [place.left, place.right].map((span, at) => (one.class === 'number' ? withQualifier(at === 0 ? left : right, span) : span)) as [Span, Span]
    facts.push({ kind: one.class as FactKind, left: { text: oneLine(slice(left, here)), span: here }, right: { text: oneLine(slice(right, there)), span: there } })
  }
  for (const edit of edits) {
    if (!attributionChanged(left, right, edit)) continue
    facts.push({ kind: 'attribution', left: told(left, edit.left), right: told(right, edit.right) })
  }
  return facts.sort((one, other) => one.left.span.begin - other.left.span.begin)
}

function isFact({ class: kind, from, to }: EvidenceSubstitution): boolean {
  if (kind === 'name') return !abbreviates(from, to) && !abbreviates(to, from)
  if (kind !== 'number' && kind !== 'date') return false
  const [values, others] = [valuesOf(from), valuesOf(to)]
  if (kind === 'date' && !values.some((value) => others.some((other) => sortOf(value) === sortOf(other)))) return false
  return values.join(' ') !== others.join(' ')
}

/** "over 100" says something else than "100". */
const QUALIFIERS = /^(?:over|under|about|around|nearly|almost|roughly|approximately|at least|at most|up to|(?:more|fewer|less) than)$/

function withQualifier({ of }: Side, span: Span): Span {
  const at = of.begins.indexOf(span.begin)
  for (const words of [2, 1]) {
    if (at >= words && QUALIFIERS.test(of.words.slice(at - words, at).join(' '))) return { begin: of.begins[at - words] as number, end: span.end }
  }
  return span
}

function valuesOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []).filter((word) => isDate(word) || valueOf(word) !== word || /\d/.test(word)).map(valueOf)
}

function sortOf(value: string): string {
  return isDate(value) ? (/\d/.test(value) ? 'year' : /day$/.test(value) ? 'day of the week' : 'month') : 'number'
}

/** "U.S." for "United States", "Khan" for "Imran Khan". */
function abbreviates(short: string, long: string): boolean {
  const words = long.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase()
  const initials = words.map((word) => word[0]).join('').toLowerCase()
  return (words.length > 1 && letters === initials) || (words.length > 1 && words.some((word) => word.toLowerCase() === short.toLowerCase()))
}

/** One side names who says so, the other leaves it out or names another. */
function attributionChanged(left: Side, right: Side, edit: Edit): boolean {
  const [here, there] = [edit.left.end - edit.left.begin, edit.right.end - edit.right.begin]
  if (here === 0 || there === 0 || Math.max(here, there) > FACT_WORDS) return false
  const [one, other] = [attributes(left, edit.left), attributes(right, edit.right)]
  return one !== other && !saysSomebody(one ? right : left, one ? edit.right : edit.left)
}

/** A verb of saying (or "by") with a source: who says it is part of these words. */
function attributes(side: Side, words: Words): boolean {
  const { saying, sources } = cues(side, words)
  return saying && (sources || kindsIn(side, words, NAME) > 0)
}

function saysSomebody(side: Side, words: Words): boolean {
  const { saying, sources } = cues(side, words)
  return saying || sources
}

function cues({ of }: Side, { begin, end }: Words): { readonly saying: boolean; readonly sources: boolean } {
  const words = of.words.slice(begin, end).filter((_, at) => of.kinds[begin + at] === ORDINARY)
  return { saying: words.some((word) => SAYING.test(word)), sources: words.some((word) => SOURCES.test(word)) }
}

function told(side: Side, { begin, end }: Words): ChangedFact['left'] {
  const place = wordsPlace(side, begin, end)
  return { text: oneLine(slice(side, place)), span: place }
}
