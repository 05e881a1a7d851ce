// Which words stand in quotation marks? Marks of several languages and of plain typing; a quotation may run over a line
// end but not over an empty line, so that one forgotten mark does not turn the rest of the text inside out.
import type { Comparable } from '../domain/comparable.ts'
import { QUOTATION_WORDS } from './thresholds.ts'

const MARKED = /“[^“”]+”|"(?:[^"\n]|\n(?!\s*\n))+"|«[^«»]+»|„[^„“”]+[“”]|``[^`]+?''|‘[^‘\n]+?’(?![\p{L}])/gu

/** For each word: the number of the quotation that it stands in, from 1; 0 for none. Too short ones count as none. */
export function quotedWords(text: Comparable): Int32Array {
  const inside = new Int32Array(text.words.length)
  let at = 0
  let number = 0
  for (const found of text.text.matchAll(MARKED)) {
    const begin = found.index
    const end = begin + found[0].length
    while (at < inside.length && (text.begins[at] as number) < begin) at++
    const first = at
    while (at < inside.length && (text.ends[at] as number) <= end) at++
    if (at - first >= QUOTATION_WORDS) inside.fill(++number, first, at)
  }
  return inside
}
