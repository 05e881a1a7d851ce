// Which pieces of a PDF page stand on one line, and in which column? Lengths are in points; y grows upwards.

export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of the type. */
  readonly size: number
}

export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the base line. */
  readonly y: number
  readonly size: number
}

/** A gap wider than this many type sizes parts two columns; word spaces stay below one. */
const COLUMN_GAP = 1.2
/** A gap wider than this share of the type size is a space between words. */
const WORD_GAP = 0.15

/** Lines in reading order: a column to its foot before the next. */
export function linesOf(items: readonly PdfItem[]): readonly PdfLine[] {
  const rows: PdfItem[][] = []
  for (const item of items.filter((one) => one.text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && Math.abs(first.y - item.y) < Math.min(first.size, item.size) * 0.4) row.push(item)
    else rows.push([item])
  }
  return inReadingOrder(rows.flatMap((row) => runsOf(row)))
}

/** The runs of one row, cut at gaps between columns. */
function runsOf(row: readonly PdfItem[]): readonly PdfLine[] {
  const lines: PdfLine[] = []
  for (const item of row.toSorted((a, b) => a.x - b.x)) {
    const last = lines.at(-1)
    const gap = last === undefined ? Number.POSITIVE_INFINITY : item.x - last.right
    if (last === undefined || gap > Math.max(last.size, item.size) * COLUMN_GAP) lines.push(lineOf(item))
    else lines[lines.length - 1] = joined(last, item, gap)
  }
  return lines
}

function lineOf(item: PdfItem): PdfLine {
  return { text: item.text, left: item.x, right: item.x + item.width, y: item.y, size: item.size }
}

function joined(line: PdfLine, item: PdfItem, gap: number): PdfLine {
  const spaced = gap > item.size * WORD_GAP && !/\s$/.test(line.text) && !/^\s/.test(item.text)
  return {
    ...line,
    text: line.text + (spaced ? ' ' : '') + item.text,
    right: Math.max(line.right, item.x + item.width),
    size: Math.max(line.size, item.size),
  }
}

/**
 * A line that spans the page's columns parts the page into bands; within a band, columns are read from left to right.
 * With one column every line is a band's only column, and the order is from top to bottom.
 */
function inReadingOrder(lines: readonly PdfLine[]): readonly PdfLine[] {
  const gutter = gutterOf(lines)
  if (gutter === undefined) return lines
  const ordered: PdfLine[] = []
  let left: PdfLine[] = []
  let right: PdfLine[] = []
  const flush = (): void => {
    ordered.push(...left, ...right)
    left = []
    right = []
  }
  for (const line of lines) {
    if (line.right <= gutter) left.push(line)
    else if (line.left >= gutter) right.push(line)
    else {
      flush()
      ordered.push(line)
    }
  }
  flush()
  return ordered
}

/** An x that at least four lines begin behind and four end before, and that hardly any line crosses. */
function gutterOf(lines: readonly PdfLine[]): number | undefined {
  if (lines.length < 8) return undefined
  const begins = new Map<number, number>()
  for (const line of lines) begins.set(Math.round(line.left), (begins.get(Math.round(line.left)) ?? 0) + 1)
  const starts = [...begins].filter(([, count]) => count >= 4).map(([x]) => x).toSorted((a, b) => a - b)
  for (const start of starts.slice(1)) {
    const gutter = start - 1
    const before = lines.filter((line) => line.right <= gutter).length
    const behind = lines.filter((line) => line.left >= gutter).length
    if (before >= 4 && behind >= 4 && lines.length - before - behind <= lines.length * 0.25) return gutter
  }
  return undefined
}
