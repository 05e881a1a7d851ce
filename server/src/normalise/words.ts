// What is one word? Letters, marks and digits in a row; a figure keeps its separators; a Chinese character stands alone.
// Hyphens and apostrophes part words, so that "ISIS-K" and "ISIS K" compare alike and a swap of one half is seen.

const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--[${SPACELESS}]]`
const INVISIBLE = String.raw`\u00AD\u200B-\u200D\u2060`

const WORD = new RegExp(
  String.raw`\p{Nd}+(?:[.,:]\p{Nd}+)*${LETTER}*|${LETTER}+(?:[${INVISIBLE}]+${LETTER}+)*|[${SPACELESS}]\p{M}*`,
  'vy',
)

const PLAIN = /^[a-z0-9]+$/
const ASCII = /^[\x00-\x7F]+$/
const UNSEEN = /[\u00AD\u200B-\u200D\u2060]/g
const ACCENTS = /[\u0300-\u036F]/g
const THOUSANDS = /,(?=\d{3}(?:\D|$))/g

/**
 * Where the word ends that begins at `at`; `at` itself where none does. Plain letters, which are most of the news, are
 * stepped over without the pattern.
 */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (isPlainLetter(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  if (end > at && !isDigit(next) && !(next > 127)) return end
  if (end === at && next < 128 && !isDigit(next)) return at
  WORD.lastIndex = at
  return WORD.test(text) ? WORD.lastIndex : at
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Folded so that spellings of one word are equal. Idempotent. */
export function foldWord(raw: string): string {
  if (PLAIN.test(raw)) return raw
  const lowered = ASCII.test(raw)
    ? raw.toLowerCase()
    : raw.normalize('NFKD').replace(UNSEEN, '').replace(ACCENTS, '').toLowerCase().replace(ACCENTS, '').normalize('NFC')
  return lowered.includes(',') ? lowered.replace(THOUSANDS, '') : lowered
}
