// Which lines of a PDF are one paragraph, and which return on every page? Told by gaps, indents, type size and repetition.
import type { Part } from './assemble.ts'
import type { PdfLine } from './pdf-lines.ts'

/** A line further below than this many usual line gaps begins a paragraph. */
const PARAGRAPH_GAP = 1.35
/** Type this much larger than the page's usual is a heading. */
const HEADING_SIZE = 1.15
/** How many of a page's outermost lines may be a running head or foot. */
const EDGE_LINES = 2

interface Open {
  text: string
  last: PdfLine
  readonly heading: boolean
}

/** The parts of all pages, running heads and page numbers marked. A paragraph may go on over a page's end. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): readonly Part[] {
  const usual = usualOf(pages)
  const repeated = repeatedEdges(pages)
  const parts: Part[] = []
  let open: Open | undefined
  const close = (): void => {
    if (open !== undefined) parts.push({ text: open.text, ...(open.heading ? { kind: 'heading', level: 1 } : { kind: 'paragraph' }) })
    open = undefined
  }
  for (const page of pages) {
    let first = true
    for (const line of page) {
      const edge = edgeReason(line, page, repeated)
      if (edge !== undefined) {
        // A foot would tear a paragraph that goes on over the page's end: it is put before it.
        if (open !== undefined && !goesOn(open)) close()
        parts.push({ text: line.text, kind: 'paragraph', furniture: edge })
        continue
      }
      const heading = line.size > usual.size * HEADING_SIZE
      if (open !== undefined && (first ? goesOn(open) && !heading : sameParagraph(open, line, heading, usual))) {
        open.text = addLine(open.text, line.text)
        open.last = line
      } else {
        close()
        open = { text: line.text.trim(), last: line, heading }
      }
      first = false
    }
  }
  close()
  return parts
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
      if (before !== undefined && before.y > line.y) count(gaps, before.y - line.y, line.text.length)
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
function repeatedEdges(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).map(edgeKey))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const needed = Math.max(2, Math.min(3, Math.ceil(pages.length / 2)))
  return new Set([...seen].filter(([, times]) => times >= needed).map(([key]) => key))
}

function edgeReason(line: PdfLine, page: readonly PdfLine[], repeated: ReadonlySet<string>): 'page-number' | 'masthead' | undefined {
  if (!edgesOf(page).includes(line)) return undefined
  if (/^\W*(page|p\.|seite|página)?\s*\d{1,4}(\s*(\/|of|von|de)\s*\d{1,4})?\W*$/i.test(line.text)) return 'page-number'
  return repeated.has(edgeKey(line)) ? 'masthead' : undefined
}

function edgesOf(page: readonly PdfLine[]): readonly PdfLine[] {
  const byHeight = page.toSorted((left, right) => right.y - left.y)
  return page.length <= EDGE_LINES * 2 ? byHeight : [...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]
}

function edgeKey(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
}
