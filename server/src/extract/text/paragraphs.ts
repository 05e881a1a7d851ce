// Which lines are one paragraph? Mail and wire texts are broken at a fixed width; web texts hold a paragraph a line.
// The width must show in the lines themselves before any two are joined.
import { endsSentence, isRule, looksLikeHeadline } from '../../domain/line.ts'
import { readByline } from '../../domain/byline.ts'
import { isDateLine } from '../../domain/dateline.ts'
import type { Block, BlockKind } from '../../domain/page.ts'
import type { Line } from './lines.ts'

/** Blocks in order; a block over several lines keeps their line ends. */
export function joinParagraphs(text: string, lines: readonly Line[]): Block[] {
  const width = wrapWidth(lines)
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const first = lines[at]
    if (first === undefined) break
    const end = paragraphEnd(lines, at, width)
    const last = lines[end - 1] ?? first
    blocks.push(blockOf(text, first, last, lines[end]))
    at = end
  }
  return blocks
}

const NARROWEST = 38
const WIDEST = 120

/**
 * The column at which the text was broken, or `undefined` where it wasn't: most lines inside runs are as full as their
 * next word allows, and many of them break inside a sentence: the next line goes on without a capital.
 */
export function wrapWidth(lines: readonly Line[]): number | undefined {
  const pairs = adjoiningPairs(lines)
  if (pairs.length < FEWEST_PAIRS || pairs.filter((pair) => pair.goesOn).length * 4 < pairs.length) return undefined
  const lengths = pairs.map(({ line }) => line.indent + line.text.length).sort((left, right) => left - right)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  if (width < NARROWEST || width > WIDEST) return undefined
  const full = pairs.filter(({ line, next }) => isFull(line, firstWord(next), width))
  const broken = full.filter(({ line, next }) => !endsSentence(line.text) && !/^[\p{Lu}\d]/u.test(next.text))
  return full.length >= pairs.length * 0.6 && broken.length >= full.length * 0.3 ? width : undefined
}

const FEWEST_PAIRS = 3

/** Lines without a blank between; `goesOn` where a third line follows: two lines alone may be a headline and its byline. */
function adjoiningPairs(lines: readonly Line[]): { line: Line; next: Line; goesOn: boolean }[] {
  return lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return next === undefined || next.gap > 0 ? [] : [{ line, next, goesOn: lines[at + 2]?.gap === 0 }]
  })
}

function firstWord(line: Line): string {
  return line.text.slice(0, 40).split(/\s/, 1)[0] ?? ''
}

// Ragged by a few columns: old editors broke a little early or late.
const RAG = 6

function isFull(line: Line, nextWord: string, width: number): boolean {
  return line.indent + line.text.length + 1 + nextWord.length > width - RAG
}

function paragraphEnd(lines: readonly Line[], begin: number, width: number | undefined): number {
  let end = begin + 1
  if (width === undefined || standsAlone(lines[begin])) return end
  for (; end < lines.length; end += 1) {
    const before = lines[end - 1]
    const next = lines[end]
    if (before === undefined || next === undefined || next.gap > 0) break
    if (standsAlone(next) || next.indent > before.indent + 1 || startsListItem(next.text)) break
    if (!isFull(before, firstWord(next), width)) break
  }
  return end
}

function standsAlone(line: Line | undefined): boolean {
  if (line === undefined) return true
  const text = line.text
  return isRule(text) || /^#{1,6}\s/.test(text) || /^[A-Z][A-Za-z-]{2,18}:\s/.test(text) || readByline(text) !== undefined || isDateLine(text)
}

function startsListItem(text: string): boolean {
  return /^(?:[-*•‣▪]|\d{1,3}[.)])\s+\S/.test(text)
}

function blockOf(text: string, first: Line, last: Line, next: Line | undefined): Block {
  const span = { begin: first.span.begin, end: last.span.end }
  const words = text.slice(span.begin, span.end)
  const { kind, level } = kindOf(words, first === last, next)
  return { span, text: words, kind, ...(level === undefined ? {} : { level }) }
}

function kindOf(words: string, oneLine: boolean, next: Line | undefined): { kind: BlockKind; level?: number } {
  if (isRule(words)) return { kind: 'rule' }
  const marked = /^(#{1,6})\s+\S/.exec(words)
  if (marked !== null && oneLine) return { kind: 'heading', level: marked[1]?.length ?? 1 }
  const underline = oneLine && next !== undefined && next.gap === 0 && /^(={3,}|-{3,})$/.exec(next.text)
  if (underline && looksLikeHeadline(words)) return { kind: 'heading', level: next.text.startsWith('=') ? 1 : 2 }
  if (startsListItem(words)) return { kind: 'list-item' }
  if (words.startsWith('> ')) return { kind: 'quote' }
  return { kind: 'paragraph' }
}
