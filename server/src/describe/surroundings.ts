// Which lines come from the page around the story, where a page was scraped to plain text, menus and all? The story is the run of
// blocks whose words outweigh the short lines among them (maximum subsequence segmentation, Pasternack & Roth, WWW 2009).
// Only where menus stand around it is anything marked: a text that is all story, or a digest, has no such border.
import { isPersonName } from '../domain/byline.ts'
import { readDateline } from '../domain/dateline.ts'
import type { FurnitureReason } from '../domain/document.ts'
import { countWords, endsSentence, foldLine } from '../domain/line.ts'
import type { Block } from '../domain/page.ts'
import { findScrapedHeadline, isOverCredit, type Run } from './scraped-headline.ts'
import { isJoint, isSigned } from './signed.ts'

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
/** As much in one run beside the story is another story: better an article too many words long than one thrown away. */
const OTHER_STORY = 0.6
/** Words of a line that is text though no sentence ends with it. */
const LONG_LINE = 15
/** Lines of a head, with what a page puts between them. */
const HEAD_BLOCKS = 12
/** Short lines in a row that may be dek, signature and key points. */
const LONGEST_ROW = 8
// A list of results under a report is no menu: some line must say outright that this was a web page.
const OF_A_PAGE: ReadonlySet<FurnitureReason> = new Set(['navigation', 'masthead', 'sharing', 'promotion', 'paywall', 'advertisement', 'related-links', 'cookie-notice', 'comments', 'copyright'])

// These stand in the midst of stories too: they say nothing of where one ends.
const INTERLUDES: ReadonlySet<FurnitureReason> = new Set(['separator', 'advertisement', 'promotion', 'caption', 'related-links'])

export interface Surrounded {
  /** The same blocks; what lies before the headline and after the story's end has a reason. */
  readonly blocks: readonly Block[]
  /** The number of the block that is the headline, where the page was a scraped one and a line speaks for itself. */
  readonly headline?: number
}

export function markSurroundings(blocks: readonly Block[]): Surrounded {
  if (!blocks.some((block) => block.furniture !== undefined && OF_A_PAGE.has(block.furniture))) return { blocks }
  const weights = weigh(blocks)
  const story = heaviestRun(weights)
  if (story === undefined || story.weight < SHORTEST_STORY) return { blocks }
  const others = [weights.slice(0, story.begin), weights.slice(story.end + 1)].map((part) => heaviestRun(part)?.weight ?? 0)
  if (Math.max(...others) > story.weight * OTHER_STORY) return { blocks }
  const begin = findScrapedHeadline(blocks, weights, story)
  const around = blocks.filter((block, at) => block.furniture === undefined && (at < (begin ?? story.begin) || at > story.end))
  if (around.length < FEWEST_AROUND) return { blocks }
  const marked = blocks.map((block, at) => {
    const reason = block.furniture ?? reasonAt(blocks, at, begin, story)
    return reason === undefined ? block : { ...block, furniture: reason }
  })
  return begin === undefined ? { blocks: marked } : { blocks: marked, headline: begin }
}

function reasonAt(blocks: readonly Block[], at: number, headline: number | undefined, story: Run): FurnitureReason | undefined {
  const block = blocks[at]
  if (block === undefined || block.settled !== undefined) return undefined
  if (at > story.end) return isSigned(block) ? undefined : 'related-links'
  if (headline !== undefined && at < headline) return isSigned(block) && at > headline - 2 ? undefined : 'navigation'
  if (at >= story.begin) return undefined
  if (isSigned(block) && (at > story.begin - HEAD_BLOCKS || (headline !== undefined && at <= headline + HEAD_BLOCKS))) return undefined
  if (headline === undefined) return 'navigation'
  if (at !== headline && isOverCredit(blocks, at)) return 'caption'
  if (at > headline && isInList(blocks, at, headline, story.begin)) return 'navigation'
  return at === headline || countWords(block.text) > 4 || isPersonName(foldLine(block.text)) || isJoint(block.text) ? undefined : 'navigation'
}

/** One of many short lines in a row: between headline and story a list of the story's parts, or of other stories. */
function isInList(blocks: readonly Block[], at: number, headline: number, end: number): boolean {
  const isShort = (place: number): boolean => place > headline && place < end && !isRunning(blocks[place]?.text ?? '', countWords(blocks[place]?.text ?? ''))
  if (!isShort(at)) return false
  let row = 1
  for (let place = at - 1; isShort(place); place -= 1) row += 1
  for (let place = at + 1; isShort(place); place += 1) row += 1
  return row > LONGEST_ROW
}

function weigh(blocks: readonly Block[]): readonly number[] {
  let row = 0
  return blocks.map((block) => {
    const words = countWords(block.text)
    if (block.furniture === undefined && (isRunning(block.text, words) || words >= LONG_LINE)) {
      row = 0
      return Math.min(words, HEAVIEST) - LEAST_TOLD
    }
    if (block.furniture !== undefined && INTERLUDES.has(block.furniture)) return 0
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
