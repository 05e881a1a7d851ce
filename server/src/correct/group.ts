// Which blocks belong together, if articles begin at these places?
import type { Block } from '../domain/page.ts'

/** All blocks, in order; what stands before the first place is a group of its own. */
export function groupBlocks(blocks: readonly Block[], starts: readonly number[]): readonly (readonly Block[])[] {
  const borders = [...starts].sort((one, other) => one - other)
  const groups: Block[][] = []
  let next = 0
  for (const block of blocks) {
    const begins = next < borders.length && block.span.begin >= (borders[next] ?? 0)
    while (next < borders.length && block.span.begin >= (borders[next] ?? 0)) next++
    if (begins || groups.length === 0) groups.push([])
    groups.at(-1)?.push(block)
  }
  return groups
}
