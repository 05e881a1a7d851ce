// Where a person draws a border inside a block (a headline that was glued to the paragraph above), the block becomes two.
import type { Block } from '../domain/page.ts'

/** The same text in more blocks: none of them reaches over any of the places. */
export function cutBlocks(text: string, blocks: readonly Block[], places: readonly number[]): readonly Block[] {
  const sorted = [...new Set(places)].sort((one, other) => one - other)
  let next = 0
  return blocks.flatMap((block) => {
    while (next < sorted.length && (sorted[next] ?? 0) <= block.span.begin) next++
    const inside: number[] = []
    while (next < sorted.length && (sorted[next] ?? 0) < block.span.end) inside.push(sorted[next++] ?? 0)
    return inside.length === 0 ? [block] : partsOf(text, block, inside)
  })
}

function partsOf(text: string, block: Block, places: readonly number[]): Block[] {
  const edges = [block.span.begin, ...places, block.span.end]
  return edges.slice(0, -1).flatMap((from, index) => {
    const part = text.slice(from, edges[index + 1])
    const begin = from + (part.length - part.trimStart().length)
    const words = part.trim()
    return words === '' ? [] : [{ ...block, span: { begin, end: begin + words.length }, text: words }]
  })
}
