// How does a marked text become safe HTML? Everything is escaped; only the marks become `<mark>`.
import { MARK_BEGIN, MARK_END } from '../domain/text.ts'

/** A snippet or headline of an engine as HTML whose only elements are `<mark>`, always closed. */
export function snippetHtml(marked: string): string {
  let open = false
  let html = ''
  for (const piece of marked.split(SEAMS)) {
    if (piece === MARK_BEGIN) {
      html += open ? '' : '<mark>'
      open = true
    } else if (piece === MARK_END) {
      html += open ? '</mark>' : ''
      open = false
    } else html += piece.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character)
  }
  return open ? `${html}</mark>` : html
}

/** The text without its marks. */
export function unmarked(marked: string): string {
  return marked.replaceAll(MARK_BEGIN, '').replaceAll(MARK_END, '')
}

const SEAMS = new RegExp(`([${MARK_BEGIN}${MARK_END}])`)

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
