// Story or furniture? The finder's answer, corrected by what the page's own markup says of each block.
import type { FurnitureReason } from '../../domain/document.ts'
import { countWords, endsSentence } from '../../domain/line.ts'
import type { Region } from './regions.ts'
import type { SeenBlock, Sieved } from './sieve.ts'

const KEPT = 0.5

/** The reasons of all blocks that are no story, by block number. */
export function judgeBlocks(page: Sieved, story: ReadonlyMap<number, number>): ReadonlyMap<number, FurnitureReason> {
  const verdicts = new Map<number, FurnitureReason>()
  // No story by markup: the whole page is taken for text, and only its words decide.
  const lost = story.size === 0
  const found = page.blocks.filter((block) => lost || (story.get(block.id) ?? 0) >= KEPT)
  const kept = [...found, ...overlooked(page, found)]
  const wrong = misnamed(kept)
  const inStory = new Set(kept)
  for (const block of page.blocks) {
    const reason = inStory.has(block) ? cutReason(block, wrong) : lostReason(block)
    if (reason !== undefined) verdicts.set(block.id, reason)
  }
  return verdicts
}

const PROSE = 80
const MOST_LINKED = 0.3

/**
 * Running text that the finder left out though it stands between what it kept, or between the top heading and that:
 * it judges containers by their class names and weight, and a container of one paragraph weighs little.
 */
function overlooked(page: Sieved, found: readonly SeenBlock[]): readonly SeenBlock[] {
  const told = found.filter((block) => block.text.length >= PROSE)
  const first = told[0]?.id
  const last = told.at(-1)?.id
  if (first === undefined || last === undefined) return []
  const title = page.blocks.findLast((block) => block.id <= first && block.level === 1)?.id ?? first
  const known = new Set(found)
  return page.blocks.slice(title, last).filter((block) =>
    !known.has(block) && block.regions.length === 0 && block.text.length >= PROSE && block.linked < block.text.length * MOST_LINKED)
}

// A region that holds this much of the story is its wrapper, whatever a theme calls it.
const WRAPPER = 0.2

function misnamed(kept: readonly SeenBlock[]): ReadonlySet<Region> {
  const held = new Map<Region, number>()
  let total = 0
  for (const block of kept) {
    total += block.text.length
    for (const region of block.regions) held.set(region, (held.get(region) ?? 0) + block.text.length)
  }
  return new Set([...held].filter(([, length]) => length > total * WRAPPER).map(([region]) => region))
}

function cutReason(block: SeenBlock, wrong: ReadonlySet<Region>): FurnitureReason | undefined {
  return block.regions.findLast((region) => region.sure && !wrong.has(region))?.reason ?? (isLoneLink(block) ? 'related-links' : undefined)
}

// A paragraph that is one link and no sentence leads to another story; linked headings and list items belong to listings.
function isLoneLink(block: SeenBlock): boolean {
  return block.kind === 'paragraph' && block.linked >= block.text.length * 0.9 && countWords(block.text) >= 4 && !endsSentence(block.text)
}

function lostReason(block: SeenBlock): FurnitureReason {
  return (block.regions.findLast((region) => region.sure) ?? block.regions.at(-1))?.reason ?? (block.linked > block.text.length / 2 ? 'navigation' : 'boilerplate')
}
