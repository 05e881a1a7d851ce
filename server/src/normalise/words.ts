// What is one word? Letters, marks and digits in a row; a figure keeps its separators; a Chinese character stands alone.
// Hyphens and apostrophes part words, so that "ISIS-K" and "ISIS K" compare alike and a swap of one half is seen.

const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--[${SPACELESS}]]`
const INVISIBLE = String.raw`\u00AD\u200B-\u200D\u2060`

/** Sticky-free global pattern with the `v` flag; copy it before use, since it keeps its place. */
export const WORD = new RegExp(
  String.raw`\p{Nd}+(?:[.,:]\p{Nd}+)*${LETTER}*|${LETTER}+(?:[${INVISIBLE}]+${LETTER}+)*|[${SPACELESS}]\p{M}*`,
  'gv',
)

const PLAIN = /^[a-z0-9]+$/
const ASCII = /^[\x00-\x7F]+$/
const UNSEEN = /[\u00AD\u200B-\u200D\u2060]/g
const ACCENTS = /[\u0300-\u036F]/g
const THOUSANDS = /,(?=\d{3}(?:\D|$))/g

/** Folded so that spellings of one word are equal. Idempotent. */
export function foldWord(raw: string): string {
  if (PLAIN.test(raw)) return raw
  const lowered = ASCII.test(raw)
    ? raw.toLowerCase()
    : raw.normalize('NFKD').replace(UNSEEN, '').replace(ACCENTS, '').toLowerCase().replace(ACCENTS, '').normalize('NFC')
  return lowered.includes(',') ? lowered.replace(THOUSANDS, '') : lowered
}
