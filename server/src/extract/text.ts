// Which text is the story, in a plain-text file? Lines become paragraphs, page furniture is marked where it stands.
import type { Block, Page } from '../domain/page.ts'
import { wellFormed } from '../domain/text.ts'

/** Any text whatever gives a page; `page.text` is the text made well-formed, and all spans are into it. */
export function textPage(raw: string): Page {
  const text = wellFormed(raw)
  return { text, blocks: paragraphs(text), clues: [], wholeArticle: false, issues: [] }
}

function paragraphs(text: string): Block[] {
  return [...text.matchAll(/\S[^\n]*/g)].map((found) => {
    const line = found[0].trimEnd()
    return { span: { begin: found.index, end: found.index + line.length }, text: line, kind: 'paragraph' }
  })
}
