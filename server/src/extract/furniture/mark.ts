// Which blocks are page furniture, wherever they stand? Set phrases, credits, rules, and short fragments caught between.
// Only blocks that no format has marked are judged, and only whole blocks: the words of the story are never cut.
import type { FurnitureReason } from '../../domain/document.ts'
import { countWords, endsSentence, foldLine, isRule, isTitleCase } from '../../domain/line.ts'
import type { Block } from '../../domain/page.ts'
import { isCaption } from './captions.ts'
import { PHRASES } from './phrases.ts'

/** The same blocks, some with a reason. */
export function markFurniture(blocks: readonly Block[]): readonly Block[] {
  const marked = blocks.map((block) => {
    const reason = block.furniture ?? furnitureReason(block)
    return reason === undefined ? block : { ...block, furniture: reason }
  })
  return enclosedFragments(marked)
}

const LONGEST_PHRASE = 1_800

/** The reason of a single block by its own words; `undefined` for what may be story. */
export function furnitureReason(block: Block): FurnitureReason | undefined {
  if (block.kind === 'rule' || isRule(block.text)) return 'separator'
  if (block.kind === 'caption') return 'caption'
  if (block.text.length > LONGEST_PHRASE) return undefined
  const line = foldLine(block.text)
  if (!/[\p{L}\p{N}]/u.test(line)) return line.length <= 12 && !/["'(?!]/.test(line) ? 'separator' : undefined
  if (isCaption(line)) return 'caption'
  const words = countWords(line)
  return PHRASES.find((phrase) => words <= phrase.words && phrase.pattern.test(line))?.reason
}

// A few title-case words with furniture right before and right after are a part of it: the menu between two marks.
function enclosedFragments(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) => {
    if (block.furniture !== undefined) return block
    const before = blocks[at - 1]?.furniture
    const after = blocks[at + 1]?.furniture
    if (before === undefined || after === undefined || before === 'separator' || after === 'separator') return block
    return isFragment(block) && before === after ? { ...block, furniture: before } : block
  })
}

function isFragment(block: Block): boolean {
  // `Byline: Anna Keel` between two fields of a database says who wrote it.
  return block.kind !== 'heading' && !/^(?:byline|author)\s*:/i.test(block.text) && countWords(block.text) <= 3 && !endsSentence(block.text) && isTitleCase(block.text)
}
