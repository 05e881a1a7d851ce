// What became of the quotations? A spinner alters what people said; an editor leaves it. Counted over the quotations
// that stand in aligned stretches and are marked as quotations in both texts.
import type { Stretch } from './alignment.ts'
import type { Prepared } from './prepared.ts'

export interface Quotations {
  readonly both: number
  readonly altered: number
  /** The altered ones as they stand in both texts, in order. */
  readonly examples: readonly { readonly from: string; readonly to: string }[]
}

/**
 * Matched words that neither text marks as quoted, and the larger share of either text's own: two reporters who heard one speaker
 * quote the same words. Of a text that is mostly quotation at least half counts as its own.
 */
export function unquotedWords(left: Prepared, right: Prepared, stretches: readonly Stretch[]): { readonly matched: number; readonly share: number } {
  const [inLeft, inRight] = [left.quoted, right.quoted]
  let matched = 0
  for (const stretch of stretches) {
    stretch.left.forEach((at, index) => {
      if (inLeft[at] === 0 && inRight[stretch.right[index] as number] === 0) matched++
    })
  }
  const fewest = Math.min(ownWords(inLeft), ownWords(inRight))
  return { matched, share: fewest === 0 ? 0 : Math.min(1, matched / fewest) }
}

function ownWords(inside: Int32Array): number {
  let own = 0
  for (const number of inside) if (number === 0) own++
  return Math.max(own, inside.length / 2)
}

export function compareQuotations(left: Prepared, right: Prepared, stretches: readonly Stretch[]): Quotations {
  const [inLeft, inRight] = [left.quoted, right.quoted]
  const partner = new Int32Array(left.length).fill(-1)
  for (const stretch of stretches) stretch.left.forEach((at, index) => (partner[at] = stretch.right[index] as number))
  const examples: { from: string; to: string }[] = []
  let both = 0
  for (let begin = 0; begin < left.length; ) {
    let end = begin + 1
    while (end < left.length && inLeft[end] === inLeft[begin]) end++
    const places = inLeft[begin] === 0 ? [] : Array.from(partner.subarray(begin, end)).filter((at) => at >= 0 && inRight[at] !== 0)
    if (places.length > 0 && places.length * 3 >= end - begin) {
      both++
      const other = quotationAround(inRight, places[0] as number)
      const same = places.length === end - begin && other.end - other.begin === end - begin
      if (!same) examples.push({ from: wordsOf(left, begin, end), to: wordsOf(right, other.begin, other.end) })
    }
    begin = end
  }
  return { both, altered: examples.length, examples }
}

function quotationAround(inside: Int32Array, at: number): { begin: number; end: number } {
  let begin = at
  let end = at + 1
  while (begin > 0 && inside[begin - 1] === inside[at]) begin--
  while (end < inside.length && inside[end] === inside[at]) end++
  return { begin, end }
}

function wordsOf(side: Prepared, begin: number, end: number): string {
  return side.text.text.slice(side.text.begins[begin], side.text.ends[end - 1]).replace(/\s+/g, ' ')
}
