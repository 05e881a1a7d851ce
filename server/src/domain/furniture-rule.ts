// Which lines has a person called page furniture, once and for all? A whole line or paragraph, to the letter or with `*` for
// any words. Never a regular expression: matching takes time proportional to line and pattern, whoever wrote them.

export interface FurnitureRule {
  readonly id: string
  /** A line or paragraph; `*` stands for any text. Upper and lower case are one, and so is all white space. */
  readonly pattern: string
  /** Only in articles of this publisher; absent: in all. */
  readonly publisher?: string
  /** Who made it. */
  readonly by: string
}

export const PATTERN_MOST = 300
const WILDCARDS_MOST = 5
/** Fewer letters and digits than this would strike far too much. */
export const LETTERS_LEAST = 3

/** Why a pattern can't be a rule, if so. */
export function patternFault(pattern: string): string | undefined {
  const letters = pattern.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < LETTERS_LEAST) return `needs at least ${LETTERS_LEAST} letters or digits, or it would strike far too much`
  if (pattern.split('*').length - 1 > WILDCARDS_MOST) return `has more than ${WILDCARDS_MOST} wildcards`
  return pattern.length > PATTERN_MOST ? `is longer than ${PATTERN_MOST} characters` : undefined
}

/** “rule ‘Read more *’ by Ana”. */
export function sayRule({ pattern, by }: Pick<FurnitureRule, 'pattern' | 'by'>): string {
  return `rule ‘${pattern}’ by ${by}`
}

/** Those that hold for a publisher. */
export function rulesFor(rules: readonly FurnitureRule[], publisher: string | undefined): readonly FurnitureRule[] {
  return rules.filter((rule) => rule.publisher === undefined || (publisher !== undefined && samePublisher(rule.publisher, publisher)))
}

/** However its name is spaced, composed or capitalised. */
export function samePublisher(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

/** Does the pattern fit the whole line? Each piece between two wildcards is looked for once, as early as it can stand. */
export function fitsPattern(pattern: string, line: string): boolean {
  const text = folded(line)
  const pieces = folded(pattern).split('*')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (pieces.length === 1) return text === first
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return at <= text.length - last.length
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
