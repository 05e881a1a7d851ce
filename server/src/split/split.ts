// How many articles is it? A digest is cut where more than one hint agrees; a single article never is.
// Sub-headings, questions, scene breaks, live reports, listicles and refrains are the traps; see the tests of this room.
import type { Block, Confidence, Page, Unit } from '../domain/page.ts'
import type { FurnitureReason } from '../domain/document.ts'
import { agreeOn } from './agree.ts'
import { closedItems } from './closing.ts'
import { findHeads } from './heads.ts'
import { isIntroduction } from './introduction.ts'
import { type Look, lookAt } from './look.ts'
import { markedStarts } from './marks.ts'
import { bodyBetween } from './measure.ts'

/** The units hold all blocks of the page, in order. What stands before the first article of a digest is a unit of furniture. */
export function splitPage(page: Page): readonly Unit[] {
  const single: Unit[] = [{ blocks: page.blocks, hints: [] }]
  if (page.wholeArticle || page.blocks.length < 4) return single
  const looks = lookAt(page.blocks)
  const marked = markedStarts(looks)
  if (marked.starts.length >= 2) return cut(looks, marked.starts, [marked.hint, 'order'], () => 'high')
  const closed = splitByClosings(looks)
  if (closed.length >= 2) return closed
  const agreed = agreeOn(looks, findHeads(looks, page.text))
  return agreed.starts.length >= 2 ? cut(looks, agreed.starts, agreed.hints, (at) => agreed.confidence[at] ?? 'low') : single
}

function cut(looks: readonly Look[], starts: readonly number[], hints: readonly string[], confidenceOf: (at: number) => Confidence): Unit[] {
  const first = starts[0] ?? 0
  const units: Unit[] = []
  if (first > 0) {
    const lead = looks.slice(0, first)
    units.push(isIntroduction(lead) ? furnitureUnit(lead, 'navigation') : { blocks: blocksOf(lead), hints, confidence: 'low' })
  }
  for (const [at, start] of starts.entries()) {
    units.push({ blocks: blocksOf(looks.slice(start, starts[at + 1] ?? looks.length)), hints, confidence: confidenceOf(at) })
  }
  return units
}

const SHORTEST_LEFTOVER = 40

function splitByClosings(looks: readonly Look[]): Unit[] {
  const items = closedItems(looks)
  if (items.length < 2) return []
  const units: Unit[] = []
  let from = 0
  for (const item of items) {
    addLeftover(units, looks, from, item.opening)
    const end = afterClosing(looks, item.closing)
    const blocks = looks.slice(item.opening, end).map((look, at) =>
      at + item.opening === item.closing ? marked(look.block, 'repeated-headline') : look.block)
    units.push({ blocks, hints: ['closing-headline', 'adjoining'], confidence: 'high' })
    from = end
  }
  addLeftover(units, looks, from, looks.length)
  return units
}

function afterClosing(looks: readonly Look[], closing: number): number {
  let end = closing + 1
  while (end < looks.length && looks[end]?.story === false) end += 1
  return end
}

// Between two closed items: an article that lacks its closing line, or an editor's word that belongs to none.
function addLeftover(units: Unit[], looks: readonly Look[], begin: number, end: number): void {
  if (begin >= end) return
  const rest = looks.slice(begin, end)
  const article = bodyBetween(looks, begin, end) >= SHORTEST_LEFTOVER && !(begin === 0 && isIntroduction(rest))
  units.push(article ? { blocks: blocksOf(rest), hints: ['adjoining'], confidence: 'low' } : furnitureUnit(rest, 'boilerplate'))
}

function furnitureUnit(looks: readonly Look[], reason: FurnitureReason): Unit {
  return { blocks: looks.map((look) => marked(look.block, reason)), hints: ['introduction'] }
}

function marked(block: Block, reason: FurnitureReason): Block {
  return block.furniture === undefined ? { ...block, furniture: reason } : block
}

function blocksOf(looks: readonly Look[]): readonly Block[] {
  return looks.map((look) => look.block)
}
