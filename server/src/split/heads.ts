// Where could an article begin, and what speaks for it? Each candidate gathers its hints; no hint decides alone.
import type { Look } from './look.ts'
import { settled } from './settle.ts'

export type Hint =
  | 'byline'
  | 'date'
  | 'source'
  | 'dateline'
  | 'agency'
  | 'separator'
  | 'end-mark'
  | 'gap'
  | 'numbered'
  | 'contents'
  | 'heading-level'

export interface Head {
  /** Number of the block that begins the article. */
  readonly at: number
  readonly hints: ReadonlySet<Hint>
}

// From a headline to the first paragraph of its story stand at most: dek, outlet, byline, role, date, place.
const WINDOW = 6
const LONGEST_DEK = 45

/** Candidates in order: headlines that stand before a paragraph, and paragraphs that open with a dateline after a border. */
export function findHeads(looks: readonly Look[], text: string): readonly Head[] {
  const level = headingLevel(looks)
  const listed = contentsKeys(looks)
  const numbers = numberRun(looks)
  const heads: Head[] = []
  let previousBody = true
  for (let at = 0; at < looks.length; at += 1) {
    const look = looks[at]
    if (look === undefined || !look.story) continue
    const border = borderHints(looks, at, text)
    const title = level !== undefined && look.block.kind === 'heading' && (look.block.level ?? level) < level
    const opens = !title && (look.headline || (look.dateline && border.has('separator')))
    if (opens && !isLastWord(looks, at, border) && !listed.skip.has(at)) {
      const hints = new Set<Hint>([...border, ...headHints(looks, at)])
      if (numbers.has(at)) hints.add('numbered')
      if (listed.keys.has(look.key)) hints.add('contents')
      if (level !== undefined && look.block.kind === 'heading' && look.block.level === level) hints.add('heading-level')
      if (!previousBody && !border.has('separator')) {
        if (!outranks(hints, heads.at(-1)?.hints)) continue
        heads.pop()
      }
      heads.push({ at, hints })
      previousBody = look.dateline && look.paragraph
    } else if (look.paragraph) previousBody = true
  }
  return settled(looks, heads)
}

// Of two lines without a paragraph between, the first is the headline, but for one that a list or a level singles out.
function outranks(hints: ReadonlySet<Hint>, before: ReadonlySet<Hint> | undefined): boolean {
  // And for one right over a byline that the line before is too far from: that one is the last line of the item above.
  const ranking: readonly Hint[] = ['contents', 'numbered', 'heading-level', 'byline', 'dateline', 'agency', 'source', 'date']
  if (before === undefined || ranking.slice(0, 3).some((hint) => before.has(hint) && !hints.has(hint))) return false
  return ranking.some((hint) => hints.has(hint) && !before.has(hint))
}

// `Happy cooking!` closes the story above it when a fuller headline follows.
function isLastWord(looks: readonly Look[], at: number, border: ReadonlySet<Hint>): boolean {
  const look = looks[at]
  if (look === undefined || border.size > 0 || look.words > 5 || !/[!?]["'”’)]*$/.test(look.block.text.trim())) return false
  return looks.slice(at + 1, at + 4).find((next) => next.story)?.headline === true
}

function headHints(looks: readonly Look[], at: number): Hint[] {
  const hints: Hint[] = []
  let seen = 0
  for (let next = at; next < looks.length && seen < WINDOW; next += 1) {
    const look = looks[next]
    if (look === undefined || !look.story) continue
    seen += 1
    if (look.byline) hints.push('byline')
    if (look.dated) hints.push(look.sourced ? 'source' : 'date')
    if (look.dateline) hints.push('dateline')
    if (look.agency) hints.push('agency')
    if (look.paragraph && (look.words > LONGEST_DEK || look.dateline || !moreHeadFollows(looks, next))) break
  }
  return hints
}

// A dek is a sentence too: a paragraph right before a byline or a date line does not end the head.
function moreHeadFollows(looks: readonly Look[], at: number): boolean {
  const next = looks.slice(at + 1, at + 4).find((look) => look.story)
  return next !== undefined && (next.byline || next.dated)
}

// Blank lines: one parts paragraphs, two part more than that.
const WIDE_GAP = 2

function borderHints(looks: readonly Look[], at: number, text: string): Set<Hint> {
  const hints = new Set<Hint>()
  for (let before = at - 1; before >= 0; before -= 1) {
    const look = looks[before]
    if (look === undefined) break
    if (look.block.furniture === 'separator') hints.add('separator')
    if (look.ending) hints.add('end-mark')
    if (look.story) break
  }
  const previous = looks[at - 1]
  const here = looks[at]
  if (previous !== undefined && here !== undefined) {
    const between = text.slice(previous.block.span.end, Math.min(here.block.span.begin, previous.block.span.end + 40))
    if (between.split('\n').length - 2 >= WIDE_GAP) hints.add('gap')
  }
  return hints
}

/** The heading level that carries articles: one that recurs, or the top one. */
function headingLevel(looks: readonly Look[]): number | undefined {
  const counts = new Map<number, number>()
  for (const look of looks) {
    const level = look.story && look.block.kind === 'heading' ? look.block.level : undefined
    if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  const recurring = [...counts].filter(([, count]) => count >= 2).map(([level]) => level)
  return recurring.length === 0 ? undefined : Math.min(...recurring)
}

/** Lines of a table of contents: short lines near the top that come again, in order, with a story after each. */
function contentsKeys(looks: readonly Look[]): { keys: ReadonlySet<string>; skip: ReadonlySet<number> } {
  const top = looks.findIndex((look) => look.story && look.paragraph && look.words > LONGEST_DEK)
  const later = new Map<string, number>()
  for (let at = looks.length - 1; at >= 0; at -= 1) {
    const look = looks[at]
    if (look?.story === true && look.headline && look.key.length > 8) later.set(look.key, (later.get(look.key) ?? 0) + 1)
  }
  const entries: number[] = []
  for (let at = 0; at < (top < 0 ? looks.length : top); at += 1) {
    const look = looks[at]
    if (look !== undefined && look.story && (later.get(look.key) ?? 0) >= 2) entries.push(at)
  }
  const firsts = entries.filter((at, index) => entries.findIndex((other) => looks[other]?.key === looks[at]?.key) === index || index > 400)
  return firsts.length < 3
    ? { keys: new Set(), skip: new Set() }
    : { keys: new Set(firsts.map((at) => looks[at]?.key ?? '')), skip: new Set(firsts) }
}

/** Headlines numbered 1, 2, 3 … in order; where such a run stands right under closing lines, a list inside an item is none of it. */
function numberRun(looks: readonly Look[]): ReadonlySet<number> {
  const closed = runOf(looks, (at) => at === 0 || endsBefore(looks, at))
  const run = closed.length >= FEWEST_CLOSED ? closed : runOf(looks, () => true)
  return run.length >= 2 ? new Set(run) : new Set()
}

const FEWEST_CLOSED = 3

function runOf(looks: readonly Look[], fits: (at: number) => boolean): number[] {
  const run: number[] = []
  for (const [at, look] of looks.entries()) {
    if (look.story && look.headline && look.number === run.length + 1 && (run.length === 0 || fits(at))) run.push(at)
  }
  return run
}

function endsBefore(looks: readonly Look[], at: number): boolean {
  const before = looks[at - 1]
  return before !== undefined && (before.ending || before.block.furniture === 'separator')
}
