// Which text is the story, in a plain-text file? Lines become paragraphs, page furniture is marked where it stands.
import type { Page } from '../domain/page.ts'
import { wellFormed } from '../domain/text.ts'
import { markFurniture } from './furniture/mark.ts'
import { readLines } from './text/lines.ts'
import { joinParagraphs } from './text/paragraphs.ts'

/** Any text whatever gives a page; `page.text` is the text made well-formed, and all spans are into it. */
export function textPage(raw: string): Page {
  const text = wellFormed(raw)
  const blocks = joinParagraphs(text, readLines(text))
  return { text, blocks: markFurniture(blocks), clues: [], wholeArticle: false, plain: true, issues: [] }
}
