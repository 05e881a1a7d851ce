// What does a line look like? Shapes that newsrooms of many languages share: a byline, a date line, a dateline, a headline.
// Asked by extraction, splitting and description alike; each shape alone proves little, so callers combine them.

/** Past this length, white space included, a text is no headline, byline, date line: it is not even folded. */
export const LONGEST_LINE = 2_000

/** Straight quotes, plain spaces, no surrounding white space: what phrases are looked for in. Lengths may differ from the text. */
export function foldLine(text: string): string {
  return text.replace(/[\s\u00a0\u200b]+/g, ' ').replace(/[‘’‛´`]/g, "'").replace(/[“”„«»]/g, '"').trim()
}

/** Letters and digits only, lower case: equal for lines that say the same in another dress. */
export function lineKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** Words; a script without spaces counts two characters a word. */
export function countWords(text: string): number {
  return Math.max(countOf(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu, text), Math.ceil(countOf(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, text) / 2))
}

// Counted one by one: the list of a million words would be the largest thing that a long text makes.
function countOf(pattern: RegExp, text: string): number {
  let count = 0
  while (pattern.test(text)) count += 1
  return count
}

/** Ends as a sentence ends. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।](?:["'”’»)\]]|\s)*$/u.test(text.slice(-12))
}

/** A line of marks only: `---`, `* * *`, `=====`, `###`. */
export function isRule(text: string): boolean {
  return text.length <= 200 && /^(?:[-–—=*_~#•·.+<>|/\\◆●■□♦※⁂]\s*){3,}$/u.test(text.trim())
}

/** Short, not a sentence, not marks only: could stand over an article. */
export function looksLikeHeadline(text: string): boolean {
  if (text.length > LONGEST_LINE) return false
  const line = foldLine(text)
  if (line.length < 4 || line.length > 260 || isRule(line)) return false
  const words = countWords(line)
  if (words === 0 || words > 32) return false
  // A whole quotation is a paragraph of the story, however short.
  if (/^["'].*[.?!,]\s?["']$/.test(line)) return false
  if (/[.;:,]\s?["']?$/.test(line) && !/\b(?:[A-Z]\.|Jr\.|Inc\.|Co\.|St\.|U\.S\.|\.\.\.)["']?$/.test(line)) return false
  if (/^(?:https?:|www\.|\S+@\S+$)/i.test(line)) return false
  return /^["'(¿¡#\d\s]*[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(line) || /^["']?[a-z]+[A-Z]/.test(line)
}

/** The first letters of most words are capitals, as in a menu, a masthead or an English headline. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const long = words.filter((word) => word.length > 3)
  const counted = long.length === 0 ? words : long
  if (counted.length === 0) return false
  return counted.filter((word) => /^\p{Lu}/u.test(word)).length >= counted.length * 0.75
}
