// Is this line furniture, text or a heading? Where a person said so, nothing that is read later speaks against it.
import type { LineMark } from '../domain/correction.ts'
import type { Block } from '../domain/page.ts'

/** Of marks that overlap the later one holds. The blocks are cut at the edges of the marks. */
export function markBlocks(blocks: readonly Block[], marks: readonly LineMark[]): readonly Block[] {
  if (marks.length === 0) return blocks
  return blocks.map((block) => {
    const mark = marks.findLast(({ span }) => span.begin <= block.span.begin && block.span.end <= span.end)
    return mark === undefined ? block : marked(block, mark.is)
  })
}

function marked({ furniture: _was, settled: _before, ...block }: Block, is: LineMark['is']): Block {
  return is === 'furniture' ? { ...block, furniture: 'editor' } : { ...block, settled: is }
}
