// Which lines come from the page around the story, where a page was scraped to plain text, menus and all? The story is the run of
// blocks whose words outweigh the short lines among them (maximum subsequence segmentation, Pasternack & Roth, WWW 2009).
// Only where menus stand around it is anything marked: a text that is all story, or a digest, has no such border.
import { readByline, isPersonName } from '../domain/byline.ts'
import { isDateLine, readDateline } from '../domain/dateline.ts'
import type { FurnitureReason } from '../domain/document.ts'
import { countWords, endsSentence, foldLine, lineKey, looksLikeHeadline } from '../domain/line.ts'
import type { Block } from '../domain/page.ts'

// Weights in words, fitted on bench/scraped.mjs: what a paragraph must have to count at all, and at most; what each further
// short line of a row takes away, and at most. A sub-heading or a byline costs little, a menu all that stands before it.
const LEAST_TOLD = 8
const HEAVIEST = 120
const LINE_STEP = 2
const LINE_MOST = 8
/** Blocks of menus before or after the story, at least, before anything is marked. */
const FEWEST_AROUND = 4
/** Weight of the story, at least. */
const SHORTEST_STORY = 30
/** Words of a line that is text though no sentence ends with it. */
const LONG_LINE = 15
/** Lines of a head, with what a page puts between them. */
const HEAD_BLOCKS = 12
/** A headline stands at most so many blocks before the story. */
const FURTHEST_HEADLINE = 100

/** UTF-16 code units; no longer line is said twice. */
const LONGEST_KEY = 300
// A day and year in a short line: `Updated: December 9, 2024 • 5 min read`.
const DATED = /\b(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.)? \p{L}{3,9}\.?,? (?:19|20)\d\d)\b/u
// A list of results under a report is no menu: some line must say outright that this was a web page.
const OF_A_PAGE: ReadonlySet<FurnitureReason> = new Set(['navigation', 'masthead', 'sharing', 'promotion', 'paywall', 'advertisement', 'related-links', 'cookie-notice', 'comments', 'copyright'])

/** The same blocks; what lies before the headline and after the story's end has a reason. */
export function markSurroundings(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => block.furniture !== undefined && OF_A_PAGE.has(block.furniture))) return blocks
  const weights = weigh(blocks)
  const story = heaviestRun(weights)
  if (story === undefined || story.weight < SHORTEST_STORY) return blocks
  const begin = headlineOf(blocks, weights, story)
  const around = blocks.filter((block, at) => block.furniture === undefined && (at < (begin ?? story.begin) || at > story.end))
  if (around.length < FEWEST_AROUND) return blocks
  return blocks.map((block, at) => {
    const reason = block.furniture ?? reasonAt(block, at, begin, story)
    return reason === undefined ? block : { ...block, furniture: reason }
  })
}

interface Run {
  readonly begin: number
  /** The last block of it. */
  readonly end: number
  readonly weight: number
}

function reasonAt(block: Block, at: number, headline: number | undefined, story: Run): FurnitureReason | undefined {
  if (block.settled !== undefined) return undefined
  if (at > story.end) return isSigned(block) ? undefined : 'related-links'
  if (headline !== undefined && at < headline) return isSigned(block) && at > headline - 2 ? undefined : 'navigation'
  if (at >= story.begin) return undefined
  if (isSigned(block) && (at > story.begin - HEAD_BLOCKS || (headline !== undefined && at <= headline + HEAD_BLOCKS))) return undefined
  if (headline === undefined) return 'navigation'
  return at === headline || countWords(block.text) > 4 || isPersonName(foldLine(block.text)) ? undefined : 'navigation'
}

function isSigned(block: Block): boolean {
  return block.text.length < 240 && (readByline(block.text) !== undefined || isDateLine(block.text) || (countWords(block.text) <= 14 && DATED.test(block.text)))
}

function weigh(blocks: readonly Block[]): readonly number[] {
  let row = 0
  return blocks.map((block) => {
    const words = countWords(block.text)
    if (block.furniture === undefined && (isRunning(block.text, words) || words >= LONG_LINE)) {
      row = 0
      return Math.min(words, HEAVIEST) - LEAST_TOLD
    }
    if (block.furniture === 'separator') return 0
    row += 1
    return -Math.min(LINE_MOST, LINE_STEP * row)
  })
}

function isRunning(text: string, words: number): boolean {
  return words > 40 || (words >= 6 && endsSentence(text)) || readDateline(text) !== undefined
}

function heaviestRun(weights: readonly number[]): Run | undefined {
  let best: Run | undefined
  let begin = 0
  let weight = 0
  for (const [at, own] of weights.entries()) {
    if (weight <= 0) {
      begin = at
      weight = 0
    }
    weight += own
    if (best === undefined || weight > best.weight) best = { begin, end: at, weight }
  }
  return best
}

/** What speaks for a line as the headline: the share of its words in the story; a byline or date below; said twice; less, the farther off. */
const SIGNED_BELOW = 0.5
const SAID_TWICE = 0.3
const PER_BLOCK = 0.004
const LEAST_SUPPORT = 0.35
/** Two lines with so little between their supports speak alike. */
const NEARLY = 0.4
/** A headline may stand behind so much of what was taken for story: a banner above it was in sentences. */
const BANNER = 0.2

/** The line at the story's begin that most speaks for; `undefined` where nothing does. */
function headlineOf(blocks: readonly Block[], weights: readonly number[], story: Run): number | undefined {
  const told = new Set(blocks.slice(story.begin, story.end + 1).flatMap((block) => (block.text.length > 60 ? stems(block.text) : [])))
  const repeated = repeatedKeys(blocks)
  let best: { readonly at: number; readonly score: number } | undefined
  let passed = 0
  const from = Math.max(0, story.begin - FURTHEST_HEADLINE)
  for (let at = from; at < story.end && passed < story.weight * BANNER; at += 1) {
    if (at >= story.begin) passed += Math.max(0, weights[at] ?? 0)
    const score = supportOf(blocks, at, told, repeated, story)
    if (score !== undefined && (best === undefined || score >= best.score)) best = { at, score }
  }
  if (best === undefined || best.score < LEAST_SUPPORT) return undefined
  // The words of a dek are in the story too: of two such lines, the upper one is the headline.
  const above = supportOf(blocks, best.at - 1, told, repeated, story)
  return above !== undefined && above > best.score - NEARLY && keyOf(blocks[best.at - 1]) !== keyOf(blocks[best.at]) ? best.at - 1 : best.at
}

function supportOf(blocks: readonly Block[], at: number, told: ReadonlySet<string>, repeated: ReadonlySet<string>, story: Run): number | undefined {
  const block = blocks[at]
  if (block === undefined || block.furniture !== undefined || !looksLikeHeadline(block.text) || isSigned(block) || isPersonName(foldLine(block.text))) return undefined
  const own = stems(block.text)
  if (own.length < 2) return undefined
  const signed = blocks.slice(at + 1, at + 5).some(isSigned)
  // Inside what was taken for story, a sub-heading looks the same: only a signature below makes it the headline.
  if (at >= story.begin && !signed) return undefined
  const shared = own.filter((stem) => told.has(stem)).length / own.length
  return shared * Math.min(1, own.length / 4) + (signed ? SIGNED_BELOW : 0) + (repeated.has(keyOf(block)) ? SAID_TWICE : 0) - Math.abs(story.begin - at) * PER_BLOCK
}

/** Of lines that stand there twice, or begin another. Sorted, a line comes right before those that begin with it. */
function repeatedKeys(blocks: readonly Block[]): ReadonlySet<string> {
  const keys = blocks.map(keyOf).filter((key) => key !== '').sort()
  return new Set(keys.filter((key, at) => keys[at + 1] === key || keys[at + 1]?.startsWith(`${key} `) === true))
}

function keyOf(block: Block | undefined): string {
  return block === undefined || block.text.length >= LONGEST_KEY ? '' : lineKey(block.text)
}

function stems(text: string): string[] {
  return lineKey(text).split(' ').filter((word) => word.length > 3).map((word) => word.slice(0, 6))
}
