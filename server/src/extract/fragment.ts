// How is a piece of HTML read that is all story: the body of a record, a Word file? Every visible word counts;
// tags only say where paragraphs end and what is a heading. A stream of tags, no tree: depth costs nothing.
import { Tokenizer } from 'htmlparser2'
import type { BlockKind, Clue, Page } from '../domain/page.ts'
import { pageOfParts } from './assemble.ts'
import type { Part } from './assemble.ts'

const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'svg', 'select'])
const BREAKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'br', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer',
  'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'tr', 'ul',
])
const KINDS: Readonly<Record<string, BlockKind>> = { li: 'list-item', blockquote: 'quote', tr: 'table-row', figcaption: 'caption' }

/** Does a record's text hold markup, rather than speak of it? */
export function looksLikeHtml(text: string): boolean {
  return /<\/(p|div|h[1-6]|li|blockquote|article|section|table|ul|ol)\s*>|<(br|p)\s*\/?>/i.test(text)
}

export function fragmentPage(html: string, clues: readonly Clue[] = []): Page {
  return pageOfParts(fragmentParts(html), clues)
}

export function fragmentParts(html: string): readonly Part[] {
  const reading = new Reading()
  // Tags as they come, without the parser above, which searches its open tags at each one: a bomb of tags would take minutes.
  const tokens = new Tokenizer({ decodeEntities: true }, {
    onopentagname: (begin, end) => reading.open(html.slice(begin, end).toLowerCase()),
    onclosetag: (begin, end) => reading.close(html.slice(begin, end).toLowerCase()),
    ontext: (begin, end) => reading.text(html.slice(begin, end)),
    ontextentity: (code) => reading.text(String.fromCodePoint(code)),
    ...NOT_TEXT,
  })
  tokens.write(html)
  tokens.end()
  return reading.finish()
}

const nothing = (): void => undefined
const NOT_TEXT = {
  onattribdata: nothing,
  onattribend: nothing,
  onattribentity: nothing,
  onattribname: nothing,
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
}

class Reading {
  readonly #parts: Part[] = []
  #pieces: string[] = []
  #kind: BlockKind = 'paragraph'
  #level: number | undefined
  #hidden = 0

  open(name: string): void {
    if (UNSEEN.has(name)) this.#hidden++
    if (name === 'td' || name === 'th') this.#pieces.push(' ')
    if (!BREAKS.has(name)) return
    this.#flush()
    if (name === 'hr') this.#parts.push({ text: '* * *', kind: 'rule' })
    else this.#begin(name)
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.#hidden = Math.max(0, this.#hidden - 1)
    if (!BREAKS.has(name)) return
    this.#flush()
    if (name in KINDS || /^h[1-6]$/.test(name)) this.#become('paragraph')
  }

  text(text: string): void {
    if (this.#hidden === 0) this.#pieces.push(text)
  }

  finish(): readonly Part[] {
    this.#flush()
    return this.#parts
  }

  // A paragraph inside a list item or a quotation stays one.
  #begin(name: string): void {
    const level = /^h([1-6])$/.exec(name)?.[1]
    if (level !== undefined) this.#become('heading', Number(level))
    else if (name in KINDS) this.#become(KINDS[name] ?? 'paragraph')
  }

  #become(kind: BlockKind, level?: number): void {
    this.#kind = kind
    this.#level = level
  }

  #flush(): void {
    const text = this.#pieces.join('').replace(/[ \t\r\n\f]+/g, ' ').trim()
    this.#pieces = []
    if (text !== '') this.#parts.push({ text, kind: this.#kind, ...(this.#level === undefined ? {} : { level: this.#level }) })
  }
}
