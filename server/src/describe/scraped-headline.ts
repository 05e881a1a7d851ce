// Which line over a scraped story is its headline? The one that most speaks for itself: the words that recur in the story are in
// it, a byline or a day stands below it, it is said again further up. Between two that say much the same, the upper one: the
// lower is its dek. Weights are fitted on bench/scraped.mjs.
import { isPersonName } from '../domain/byline.ts'
import { countWords, foldLine, lineKey, looksLikeHeadline } from '../domain/line.ts'
import type { Block } from '../domain/page.ts'
import { isSigned } from './signed.ts'

/** A run of blocks that is story. */
export interface Run {
  readonly begin: number
  /** The last block of it. */
  readonly end: number
  readonly weight: number
}

/** A headline stands at most so many blocks before the story. */
const FURTHEST = 100
/** Stems by which a line is judged at full weight. */
const FULL = 4
/** A stem counts as the story's subject where this share of the paragraphs has it. */
const SUBJECT = 0.15
const SUBJECT_WEIGHT = 0.5
/** A byline or date below, less for each block between. */
const SIGNED = 0.5
const SIGNED_REACH = 5
const SIGNED_FADE = 0.1
const SAID_TWICE = 0.3
/** Words from which a line is no entry of a menu, and up to which it is no sentence of the story. */
const SHORTEST = 5
const LONGEST = 22
const RIGHT_LENGTH = 0.35
/** Taken away for each block between a line and the story, and for each word of the story above it. */
const PER_BLOCK = 0.004
const INSIDE = 0.1
/** A path through the site: `Home / News / Headline`. */
const TRAIL = 0.3
/** A headline may stand behind so much of what was taken for story: a banner above it was in sentences. */
const BANNER = 0.2
/** A line that comes again below so much of the story is an entry of its table of contents. */
const CONTENTS = 0.06
const LEAST = 0.35
/** The upper of two lines that speak about as much is the headline; right above a dek it may speak for itself much less. */
const NEAR = 0.3
const NEAR_ADJOINING = 0.75
const LEAST_TOLD = 0.1
const REACH = 6
/** UTF-16 code units; no longer line is said twice. */
const LONGEST_KEY = 300

interface Candidate {
  readonly at: number
  readonly score: number
  readonly words: number
  /** What of the score its own words earned. */
  readonly told: number
}

/** The number of its block; `undefined` where nothing speaks for any line. `weights` are those of the blocks that found `story`. */
export function findScrapedHeadline(blocks: readonly Block[], weights: readonly number[], story: Run): number | undefined {
  const candidates = candidatesOf(blocks, weights, story)
  const best = candidates.reduce<Candidate | undefined>((top, one) => (top === undefined || one.score > top.score ? one : top), undefined)
  if (best === undefined || best.score < LEAST) return undefined
  const upper = candidates.filter((one) => one.at < best.at && best.at - one.at <= REACH && isNear(one, best, blocks) && keyOf(blocks[one.at]) !== keyOf(blocks[best.at]))
  return upper.reduce<Candidate>((top, one) => (top === best || one.score > top.score ? one : top), best).at
}

// A line right over the signature is a dek as often as a headline; over a headline with a dek below stands a teaser.
function isNear(upper: Candidate, best: Candidate, blocks: readonly Block[]): boolean {
  const over = blocks[best.at + 1]
  const adjoining = best.at - upper.at === 1 && upper.words >= SHORTEST && (upper.told >= LEAST_TOLD || (over !== undefined && isSigned(over)))
  return upper.score > best.score - (adjoining ? NEAR_ADJOINING : NEAR)
}

function candidatesOf(blocks: readonly Block[], weights: readonly number[], story: Run): readonly Candidate[] {
  const subject = subjectOf(blocks, story)
  const { repeated, listed } = repeatsOf(blocks, weights, story)
  const found: Candidate[] = []
  let passed = 0
  for (let at = Math.max(0, story.begin - FURTHEST); at < story.end && passed < story.weight * BANNER; at += 1) {
    if (at >= story.begin) passed += Math.max(0, weights[at] ?? 0)
    const block = blocks[at]
    if (block === undefined || !couldBeHeadline(blocks, at) || listed.has(keyOf(block))) continue
    const own = [...new Set(stems(block.text))]
    if (own.length < 2) continue
    const words = countWords(block.text)
    const signed = signedBelow(blocks, at)
    // A sub-heading looks the same: with paragraphs above it, only a signature makes a line the headline.
    if (at >= story.begin && signed === 0) continue
    const far = at < story.begin ? (story.begin - at) * PER_BLOCK : passed * PER_BLOCK + INSIDE
    const twice = repeated.has(keyOf(block)) ? SAID_TWICE * Math.min(1, words / SHORTEST) : 0
    const told = subject(own)
    found.push({ at, words, told, score: told + signed + twice + formOf(block.text, words) - far })
  }
  return found
}

function couldBeHeadline(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]
  if (block === undefined || block.furniture !== undefined || block.settled !== undefined || !looksLikeHeadline(block.text)) return false
  return !isSigned(block) && !isPersonName(foldLine(block.text)) && !isOverCredit(blocks, at)
}

/** The words of a picture, over its credit; some pages say them twice, for those who can't see it. */
export function isOverCredit(blocks: readonly Block[], at: number): boolean {
  const next = keyOf(blocks[at + 1]) === keyOf(blocks[at]) ? at + 2 : at + 1
  const below = blocks[next]
  return below?.furniture === 'caption' && countWords(below.text) <= SHORTEST + 2
}

function signedBelow(blocks: readonly Block[], at: number): number {
  const distance = blocks.slice(at + 1, at + 1 + SIGNED_REACH).findIndex(isSigned)
  return distance < 0 ? 0 : SIGNED * (1 - distance * SIGNED_FADE)
}

function formOf(text: string, words: number): number {
  const trail = /^(?:home|you are here)\b|[»›>]|\s\/\s/i.test(text) ? TRAIL : 0
  return (words >= SHORTEST && words <= LONGEST ? RIGHT_LENGTH : 0) - trail
}

/** How much of a line’s stems the story has, and how much of them it keeps coming back to. */
function subjectOf(blocks: readonly Block[], story: Run): (own: readonly string[]) => number {
  const paragraphs = blocks.slice(story.begin, story.end + 1).filter((block) => block.text.length > 60)
  const counts = new Map<string, number>()
  for (const block of paragraphs) for (const stem of new Set(stems(block.text))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const often = Math.max(2, paragraphs.length * SUBJECT)
  return (own) => {
    const shared = own.filter((stem) => counts.has(stem)).length / own.length
    const recurring = own.reduce((sum, stem) => sum + Math.min(1, (counts.get(stem) ?? 0) / often), 0) / own.length
    return shared * Math.min(1, own.length / FULL) + recurring * SUBJECT_WEIGHT
  }
}

/** Keys of lines that stand there twice or begin another one, and of those that come again deep in the story: its parts. */
function repeatsOf(blocks: readonly Block[], weights: readonly number[], story: Run): { repeated: ReadonlySet<string>; listed: ReadonlySet<string> } {
  const keys = blocks.map(keyOf).filter((key) => key !== '').sort()
  // Sorted, a line comes right before those that begin with it.
  const repeated = new Set(keys.filter((key, at) => keys[at + 1] === key || keys[at + 1]?.startsWith(`${key} `) === true))
  let deep = story.begin
  for (let told = 0; deep < story.end && told < story.weight * CONTENTS; deep += 1) told += Math.max(0, weights[deep] ?? 0)
  const above = new Set(blocks.slice(0, deep).map(keyOf))
  return { repeated, listed: new Set(blocks.slice(deep, story.end + 1).map(keyOf).filter((key) => key !== '' && above.has(key))) }
}

function keyOf(block: Block | undefined): string {
  return block === undefined || block.text.length >= LONGEST_KEY ? '' : lineKey(block.text)
}

function stems(text: string): string[] {
  return lineKey(text).split(' ').filter((word) => word.length > 3).map((word) => word.slice(0, 6))
}
