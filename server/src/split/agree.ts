// Do the hints agree? Borders are drawn only where at least two kinds of hint stand together at most of the candidates,
// and where the parts don't read as one article under several headings.
import { countWords } from '../domain/line.ts'
import type { Confidence } from '../domain/page.ts'
import type { Head, Hint } from './heads.ts'
import type { Look } from './look.ts'
import { namesDigest } from './introduction.ts'
import { bodyBetween, partsContinue } from './measure.ts'

// What an article says of itself (who, when, where from). The other hints only show that a text has parts.
const OWN: ReadonlySet<Hint> = new Set(['byline', 'date', 'source', 'dateline', 'agency', 'end-mark'])
// These single an item out by themselves, once most items have them.
const BORDERS: ReadonlySet<Hint> = new Set(['separator', 'numbered', 'contents'])
const SHARE = 0.6
const SHORTEST_BODY = 18

export interface Agreement {
  readonly starts: readonly number[]
  readonly hints: readonly string[]
  /** Of each start. */
  readonly confidence: readonly Confidence[]
}

const NONE: Agreement = { starts: [], hints: [], confidence: [] }
/** Hints at one border from which on it is sure, and from which on it is likely. */
const SURE = 3
const LIKELY = 2

/** Block numbers at which articles begin; empty where it is one article. */
export function agreeOn(looks: readonly Look[], heads: readonly Head[]): Agreement {
  const byOwn = ownHeads(looks, heads)
  if (byOwn.starts.length >= 2) return byOwn
  return byStructure(looks, heads)
}

function ownHeads(looks: readonly Look[], heads: readonly Head[]): Agreement {
  const sure = withBody(looks, heads.filter((head) => isHead(head, head === heads[0])))
  if (sure.length < 2) return NONE
  const kinds = commonHints(sure)
  if (!kinds.some((hint) => OWN.has(hint)) || isLiveReport(looks) || isDatedGuide(heads, sure, kinds)) return NONE
  // Once the form of this digest is known, an item that lacks a part of it is found by the border that all share.
  const border = kinds.filter((hint) => !OWN.has(hint) || hint === 'end-mark')
  const all = withBody(looks, heads.filter((head) => sure.includes(head) || border.some((hint) => head.hints.has(hint) && (BORDERS.has(hint) || countOwn(head) > 0))))
  return { starts: all.map((head) => head.at), hints: kinds.length > 1 ? kinds : [...kinds, 'headline'], confidence: all.map(confidenceOf) }
}

/** Above the first item stands no border; the begin of the page counts as one. */
function confidenceOf(head: Head, index: number): Confidence {
  const hints = head.hints.size + (index === 0 ? 1 : 0) + (head.hints.has('source') ? 1 : 0)
  return hints >= SURE ? 'high' : hints >= LIKELY ? 'medium' : 'low'
}

// Headings of which only some have a date under them: a guide or a timeline, no digest.
function isDatedGuide(heads: readonly Head[], sure: readonly Head[], kinds: readonly Hint[]): boolean {
  if (kinds.some((hint) => hint !== 'date' && hint !== 'source' && hint !== 'heading-level')) return false
  const headings = heads.filter((head) => head.hints.has('heading-level'))
  return sure.length < 3 || sure.length < headings.length * 0.8
}

function countOwn(head: Head): number {
  return [...head.hints].filter((hint) => OWN.has(hint)).length
}

// Two statements of its own, or one and a border above it. The first item has no border above it: the page's own begin
// counts as one.
function isHead(head: Head, first: boolean): boolean {
  // An outlet and a day on one line are two statements.
  const own = countOwn(head) + (head.hints.has('source') ? 1 : 0)
  if (own >= 2) return true
  if (own === 0) return false
  const border = first || head.hints.has('gap') || [...BORDERS].some((hint) => head.hints.has(hint))
  return border || (head.hints.has('heading-level') && !head.hints.has('end-mark'))
}

function withBody(looks: readonly Look[], heads: readonly Head[]): Head[] {
  return heads.filter((head, at) => bodyBetween(looks, head.at, heads[at + 1]?.at ?? looks.length) >= SHORTEST_BODY)
}

function commonHints(heads: readonly Head[]): Hint[] {
  const counts = new Map<Hint, number>()
  for (const head of heads) for (const hint of head.hints) counts.set(hint, (counts.get(hint) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= Math.max(2, Math.floor(heads.length * SHARE))).map(([hint]) => hint)
}

function isLiveReport(looks: readonly Look[]): boolean {
  const top = looks.filter((look) => look.story).slice(0, 3).map((look) => look.block.text.slice(0, 300))
  return top.some((line) => /\blive\b.{0,20}\b(?:updates?|blog|coverage|report(?:ing|s)?|ticker)\b|\b(?:liveblog|liveticker|as it happened|minute by minute)\b|\ben direct\b|\ben vivo\b|^live\s*[:|–-]/i.test(line))
}

const STRUCTURE: readonly (readonly Hint[])[] = [['separator'], ['contents', 'separator'], ['contents', 'gap'], ['numbered', 'separator'], ['heading-level', 'separator'], ['gap', 'heading-level'], ['contents', 'numbered']]
const FEWEST_PARTS = 3

/** Parts that say nothing of who wrote them: only where every part opens with a full headline and stands on its own. */
function byStructure(looks: readonly Look[], heads: readonly Head[]): Agreement {
  for (const wanted of STRUCTURE) {
    const parts = heads.filter((head, at) => wanted.every((hint) => head.hints.has(hint) || (at === 0 && (hint === 'separator' || hint === 'gap'))))
    const complete = withBody(looks, parts)
    if (complete.length < FEWEST_PARTS || complete.length < (parts.length - titleOver(looks, parts, complete, wanted)) * 0.9) continue
    if (!standAlone(looks, complete, wanted.includes('separator'))) continue
    return { starts: complete.map((head) => head.at), hints: [...wanted, 'headline'], confidence: complete.map(confidenceOf) }
  }
  return NONE
}

/** 1 where the first line is a digest's name, with no text of its own before the first border. */
function titleOver(looks: readonly Look[], parts: readonly Head[], complete: readonly Head[], wanted: readonly Hint[]): number {
  const first = parts[0]
  const title = first === undefined ? undefined : looks[first.at]
  if (first === undefined || title === undefined || first === complete[0] || wanted.every((hint) => first.hints.has(hint))) return 0
  return namesDigest(title.block.text) ? 1 : 0
}

const SHORTEST_HEADLINE = 5

function standAlone(looks: readonly Look[], heads: readonly Head[], separated: boolean): boolean {
  const lines = heads.map((head) => looks[head.at]).filter((look) => look !== undefined)
  const lengths = heads.map((head, at) => (separated ? longestHeadLine(looks, head.at) : countWords(lines[at]?.block.text ?? ''))).sort((left, right) => left - right)
  if ((lengths[Math.floor((lengths.length - 1) / 2)] ?? 0) < SHORTEST_HEADLINE) return false
  if (lines.filter((look) => /\?["']?$/.test(look.block.text.trim())).length * 3 >= lines.length) return false
  const lastBorder = heads.at(-1)?.at ?? 0
  if (separated && unheadedBorders(looks, heads) > 0 && lastBorder > 0) return false
  const signed = heads.filter((head) => head.hints.has('byline') || head.hints.has('date') || head.hints.has('dateline')).length
  if (signed === 1 && heads[0] !== undefined && countOwn(heads[0]) > 0) return false
  if (isLiveReport(looks) || hasOneTitle(looks, lines)) return false
  return !partsContinue(looks, heads.map((head) => head.at))
}

// An outlet or a section may stand over the headline.
function longestHeadLine(looks: readonly Look[], at: number): number {
  const lines = looks.slice(at, at + 3).filter((look) => look.story)
  const end = lines.findIndex((look) => look.paragraph || !look.headline)
  return Math.max(...lines.slice(0, end < 0 ? lines.length : Math.max(1, end)).map((look) => countWords(look.block.text)))
}

// A heading of a higher level over all parts is the title of the whole, unless it says that this is a digest.
function hasOneTitle(looks: readonly Look[], lines: readonly Look[]): boolean {
  const level = Math.min(...lines.map((look) => look.block.level ?? 7))
  const title = looks.find((look) => look.story && look.block.kind === 'heading' && (look.block.level ?? 7) < level)
  return level < 7 && title !== undefined && !namesDigest(title.block.text)
}

// Separators with running text after them are scene breaks, and then none of them divides articles.
function unheadedBorders(looks: readonly Look[], heads: readonly Head[]): number {
  const first = heads[0]?.at ?? 0
  let unheaded = 0
  for (const [at, look] of looks.entries()) {
    if (at <= first || look.block.furniture !== 'separator') continue
    const next = looks.slice(at + 1, at + 4).find((after) => after.story)
    if (next !== undefined && next.paragraph) unheaded += 1
  }
  return unheaded
}
