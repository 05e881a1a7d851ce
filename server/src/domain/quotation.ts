// Which parts of a text stand in quotation marks? Marks of several languages and of plain typing; a quotation may run over a
// line end but not over an empty line, so that one forgotten mark does not turn the rest of the text inside out.
import { type Span, span } from './span.ts'

const MARKED = /“[^“”]+”|"(?:[^"\n]|\n(?!\s*\n))+"|«[^«»]+»|„[^„“”]+[“”]|``[^`]+?''|‘[^‘\n]+?’(?![\p{L}])/gu

/** With their marks, in order. */
export function quotationSpans(text: string): readonly Span[] {
  return Array.from(text.matchAll(MARKED), (found) => span(found.index, found.index + found[0].length))
}

/** For each word, given by where it begins and ends: the number of the quotation that it stands in, from 1; 0 for none, and in quotations of fewer than `least` words. */
export function quotedWords(text: string, begins: Int32Array, ends: Int32Array, least: number): Int32Array {
  const inside = new Int32Array(begins.length)
  let at = 0
  let number = 0
  for (const { begin, end } of quotationSpans(text)) {
    while (at < inside.length && (begins[at] as number) < begin) at++
    const first = at
    while (at < inside.length && (ends[at] as number) <= end) at++
    if (at - first >= least) inside.fill(++number, first, at)
  }
  return inside
}
