// Which lines of a PDF are one paragraph, and which return on every page? Told by gaps, indents, type size and repetition.
import type { FurnitureReason } from '../domain/document.ts'
import type { Part } from './assemble.ts'
import type { PdfLine } from './pdf-lines.ts'

/** A line further below than this many usual line gaps begins a paragraph. */
const PARAGRAPH_GAP = 1.35
/** Type this much larger than the page's usual is a heading. */
const HEADING_SIZE = 1.15
/** How many pieces at a page's edge may be a running head or foot: left, middle and right, perhaps in two rows. */
const EDGE_LINES = 4
/** A running head stands further off the text than this many usual line gaps. */
const EDGE_GAP = 1.5

interface Open {
  text: string
  last: PdfLine
  readonly heading: boolean
}

/** The parts of all pages, running heads and page numbers marked. A paragraph may go on over a page's end. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): readonly Part[] {
  const usual = usualOf(pages)
  const edges = pages.map((page) => edgesOf(page, usual))
  const repeated = repeatedEdges(edges)
  const writer = new Writer(usual)
  for (const [at, page] of pages.entries()) {
    writer.turnPage()
    for (const line of page) {
      const furniture = edges[at]?.includes(line) === true ? edgeReason(line, repeated) : undefined
      if (furniture === undefined) writer.line(line)
      else writer.edge(line, furniture)
    }
  }
  return writer.finish()
}

class Writer {
  readonly #usual: Usual
  readonly #parts: Part[] = []
  #open: Open | undefined
  #first = true

  constructor(usual: Usual) {
    this.#usual = usual
  }

  turnPage(): void {
    this.#first = true
  }

  // A foot would tear a paragraph that goes on over the page's end: it is put before it.
  edge(line: PdfLine, furniture: FurnitureReason): void {
    if (this.#open !== undefined && !goesOn(this.#open)) this.#close()
    this.#parts.push({ text: line.text, kind: 'paragraph', furniture })
  }

  line(line: PdfLine): void {
    const heading = line.size > this.#usual.size * HEADING_SIZE
    const open = this.#open
    if (open !== undefined && (this.#first ? goesOn(open) && !heading : sameParagraph(open, line, heading, this.#usual))) {
      open.text = addLine(open.text, line.text)
      open.last = line
    } else {
      this.#close()
      this.#open = { text: line.text.trim(), last: line, heading }
    }
    this.#first = false
  }

  finish(): readonly Part[] {
    this.#close()
    return this.#parts
  }

  #close(): void {
    const open = this.#open
    if (open !== undefined) this.#parts.push({ text: open.text, ...(open.heading ? { kind: 'heading', level: 1 } : { kind: 'paragraph' }) })
    this.#open = undefined
  }
}

function sameParagraph(open: Open, line: PdfLine, heading: boolean, usual: Usual): boolean {
  if (open.heading !== heading) return false
  const drop = open.last.y - line.y
  // Upwards: the next column. The paragraph goes on where its last line ends without a full stop.
  if (drop <= 0) return goesOn(open)
  if (heading) return drop < line.size * 1.8
  if (drop > Math.max(usual.gap, line.size) * PARAGRAPH_GAP) return false
  const indented = line.left - open.last.left > line.size * 0.7
  return !(indented && /[.!?:…"”’)]$/.test(open.text))
}

function goesOn(open: Open): boolean {
  return !open.heading && !/[.!?:…"”»’)]\s*$/.test(open.text)
}

// A word parted at a line's end is made whole; a hyphen before a capital or a number belongs to the word.
function addLine(text: string, line: string): string {
  const next = line.trim()
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next
  return `${text} ${next}`
}

interface Usual {
  readonly size: number
  readonly gap: number
}

/** The most common type size and line gap, weighed by the length of the lines. */
function usualOf(pages: readonly (readonly PdfLine[])[]): Usual {
  const sizes = new Map<number, number>()
  const gaps = new Map<number, number>()
  for (const page of pages) {
    for (const [at, line] of page.entries()) {
      count(sizes, line.size, line.text.length)
      const before = page[at - 1]
      if (before !== undefined && before.y > line.y && before.y - line.y < line.size * 2.5) count(gaps, before.y - line.y, line.text.length)
    }
  }
  return { size: most(sizes), gap: most(gaps) }
}

function count(counts: Map<number, number>, value: number, weight: number): void {
  const rounded = Math.round(value * 2) / 2
  counts.set(rounded, (counts.get(rounded) ?? 0) + weight)
}

function most(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** Lines at the edges of pages that return on at least three, or on both of two, digits apart. */
function repeatedEdges(edges: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const lines of edges) {
    for (const key of new Set(lines.map(edgeKey))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const needed = Math.max(2, Math.min(3, Math.ceil(edges.length / 2)))
  return new Set([...seen].filter(([, times]) => times >= needed).map(([key]) => key))
}

function edgeReason(line: PdfLine, repeated: ReadonlySet<string>): 'page-number' | 'masthead' | undefined {
  if (/^\W*(page|p\.|seite|página)?\s*\d{1,4}(\s*(\/|of|von|de)\s*\d{1,4})?\W*$/i.test(line.text)) return 'page-number'
  return repeated.has(edgeKey(line)) ? 'masthead' : undefined
}

/** The few lines at the top and the foot of a page that a gap parts from the text. */
function edgesOf(page: readonly PdfLine[], usual: Usual): readonly PdfLine[] {
  const fromTop = page.toSorted((left, right) => right.y - left.y)
  return [...partedFrom(fromTop, usual), ...partedFrom(fromTop.toReversed(), usual)]
}

function partedFrom(lines: readonly PdfLine[], usual: Usual): readonly PdfLine[] {
  for (const [at, line] of lines.slice(0, EDGE_LINES).entries()) {
    const next = lines[at + 1]
    if (next === undefined || Math.abs(line.y - next.y) > Math.max(usual.gap, usual.size) * EDGE_GAP) return lines.slice(0, at + 1)
  }
  return []
}

function edgeKey(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
}
