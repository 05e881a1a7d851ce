// What is left of a web page where somebody marks it whole, copies it and pastes it as text? A line a block, menus and all.
import { Parser } from 'htmlparser2'

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'title', 'iframe', 'select', 'object'])
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'em', 'font', 'i', 'img', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'label', 'wbr'])

/** What a person has who marks a whole page, copies it and pastes it as text. */
export function scraped(html) {
  let text = ''
  let unseen = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (UNSEEN.has(name) || attributes.hidden !== undefined || /display:\s*none/.test(attributes.style ?? '')) unseen += 1
      else if (unseen > 0) unseen += 1
      if (!INLINE.has(name)) text += '\n'
    },
    ontext: (data) => {
      if (unseen === 0) text += data.replace(/\s+/g, ' ')
    },
    onclosetag: (name) => {
      if (unseen > 0) unseen -= 1
      if (!INLINE.has(name)) text += '\n'
    },
  })
  parser.write(html)
  parser.end()
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')
}
