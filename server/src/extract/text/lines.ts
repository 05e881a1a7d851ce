// Where are the lines of a plain text? One scan; white space around a line belongs to no block.
import type { Span } from '../../domain/span.ts'

export interface Line {
  /** Without the white space around it. */
  readonly span: Span
  readonly text: string
  /** Columns before its first character; a tab counts four. */
  readonly indent: number
  /** Blank lines right before it. */
  readonly gap: number
}

// Line feed, form feed and vertical tab, and Unicode's line and paragraph separators.
const LINE = /[^\n\f\v\u0085\u2028\u2029]+/g

// A press database's label before the first paragraph is a line of its own: the paragraph is story, the label is not.
const LABELLED_TEXT = /^(Full text\s*:)\s+\S.{100}/i

/** Lines with something on them, in order. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let lastEnd = 0
  for (const found of text.matchAll(LINE)) {
    const raw = found[0]
    const trimmed = raw.trim()
    if (trimmed === '') continue
    const lead = raw.length - raw.trimStart().length
    const begin = found.index + lead
    const breaks = countBreaks(text, lastEnd, begin)
    const label = LABELLED_TEXT.exec(trimmed)?.[1]?.length ?? 0
    if (label > 0) lines.push({ span: { begin, end: begin + label }, text: trimmed.slice(0, label), indent: 0, gap: Math.max(0, breaks - 1) })
    const told = trimmed.slice(label).trimStart()
    lines.push({
      span: { begin: begin + trimmed.length - told.length, end: begin + trimmed.length },
      text: told,
      indent: raw.slice(0, Math.min(lead, 200)).replace(/\t/g, '    ').length,
      gap: label > 0 ? 1 : lines.length === 0 ? 0 : Math.max(0, breaks - 1),
    })
    lastEnd = begin + trimmed.length
  }
  return lines
}

function countBreaks(text: string, begin: number, end: number): number {
  let breaks = 0
  for (let at = begin; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 0x2028 || code === 0x85) breaks += 1
    if (code === 12 || code === 0x2029) breaks += 2
  }
  return breaks
}
