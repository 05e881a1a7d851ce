// How do the parts that a format names become one page? Joined by blank lines, read like plain text (so that the rules for
// page furniture are the same for every format), then given back the kinds that the format knew.
import type { FurnitureReason } from '../domain/document.ts'
import type { Block, BlockKind, Clue, Page } from '../domain/page.ts'
import { wellFormed } from '../domain/text.ts'
import { textPage } from './text.ts'

/** A paragraph, heading or line as a format gives it. */
export interface Part {
  readonly text: string
  readonly kind: BlockKind
  /** 1 to 6 for a heading. */
  readonly level?: number
  readonly furniture?: FurnitureReason
}

export function pageOfParts(parts: readonly Part[], clues: readonly Clue[] = []): Page {
  const kept = parts.map((part) => ({ ...part, text: wellFormed(part.text).trim() })).filter((part) => part.text !== '')
  const page = textPage(kept.map((part) => part.text).join('\n\n'))
  let next = 0
  let end = -2
  const blocks = page.blocks.map((block) => {
    while (next < kept.length && end <= block.span.begin) {
      end += 2 + (kept[next]?.text.length ?? 0)
      next++
    }
    const part = kept[next - 1]
    return part === undefined ? block : asKnown(block, part)
  })
  return { ...page, blocks, clues: [...page.clues, ...clues] }
}

function asKnown(block: Block, part: Part): Block {
  return {
    ...block,
    ...(part.kind === 'paragraph' ? {} : { kind: part.kind }),
    ...(part.level === undefined ? {} : { level: part.level }),
    ...(part.furniture === undefined ? {} : { furniture: part.furniture }),
  }
}
