// What became of what people are quoted with? Each quotation of an aligned part meets its partner: kept to the word, altered,
// or no quotation any more.
import type { AlignedWords } from '../domain/match.ts'
import type { Quotation } from '../domain/evidence.ts'
import { type Side, type Words, wordsPlace } from './side.ts'
import { QUOTATION_SHARE } from './thresholds.ts'

export interface Quotations {
  /** Quoted in both: kept or altered. */
  readonly total: number
  readonly altered: number
  readonly items: readonly Quotation[]
}

export function quotationsOf(left: Side, right: Side, pairs: readonly AlignedWords[]): Quotations {
  const [partners, others] = [partnersOf(left, pairs, 'left'), partnersOf(right, pairs, 'right')]
  const items: { readonly at: number; readonly quotation: Quotation }[] = []
  const met = new Set<number>()
  for (const words of quotationsIn(left)) {
    const hits = hitsOf(words, partners)
    if (hits.length < (words.end - words.begin) * QUOTATION_SHARE) continue
    const quoted = hits.filter((at) => right.quoted[at] !== 0)
    const place = wordsPlace(left, words.begin, words.end)
    if (quoted.length < (words.end - words.begin) * QUOTATION_SHARE) {
      items.push({ at: words.begin, quotation: { left: place, state: 'missing' } })
      continue
    }
    const partner = around(right, quoted[0] as number)
    met.add(right.quoted[partner.begin] as number)
    const same = quoted.length === words.end - words.begin && partner.end - partner.begin === words.end - words.begin
    items.push({ at: words.begin, quotation: { left: place, right: wordsPlace(right, partner.begin, partner.end), state: same ? 'kept' : 'altered' } })
  }
  for (const words of quotationsIn(right)) {
    const hits = hitsOf(words, others)
    if (met.has(right.quoted[words.begin] as number) || hits.length < (words.end - words.begin) * QUOTATION_SHARE) continue
    if (hits.some((at) => left.quoted[at] !== 0)) continue
    items.push({ at: hits[0] as number, quotation: { right: wordsPlace(right, words.begin, words.end), state: 'missing' } })
  }
  const told = items.sort((one, other) => one.at - other.at).map((one) => one.quotation)
  const altered = told.filter((one) => one.state === 'altered').length
  return { total: altered + told.filter((one) => one.state === 'kept').length, altered, items: told }
}

/** For each word of one side: its equal on the other, -1 where there is none. */
export function partnersOf(side: Side, pairs: readonly AlignedWords[], name: 'left' | 'right'): Int32Array {
  const partners = new Int32Array(side.length).fill(-1)
  const other = name === 'left' ? 'right' : 'left'
  for (const one of pairs) one[name].forEach((at, index) => (partners[at] = one[other][index] as number))
  return partners
}

function quotationsIn({ quoted, length }: Side): readonly Words[] {
  const found: Words[] = []
  for (let begin = 0; begin < length; ) {
    let end = begin + 1
    while (end < length && quoted[end] === quoted[begin]) end++
    if (quoted[begin] !== 0) found.push({ begin, end })
    begin = end
  }
  return found
}

function hitsOf({ begin, end }: Words, partners: Int32Array): readonly number[] {
  const hits: number[] = []
  for (let at = begin; at < end; at++) if ((partners[at] as number) >= 0) hits.push(partners[at] as number)
  return hits
}

function around({ quoted, length }: Side, at: number): Words {
  let begin = at
  let end = at + 1
  while (begin > 0 && quoted[begin - 1] === quoted[at]) begin--
  while (end < length && quoted[end] === quoted[at]) end++
  return { begin, end }
}
