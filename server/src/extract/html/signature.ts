// Who signed the story, and on which day, as the page shows it near its headline? Asked where the page's statements to machines
// are silent; a list of other stories has names and days as well, so nothing far from the headline counts.
import { isPersonName, readByline, readNames } from '../../domain/byline.ts'
import { isDateLine } from '../../domain/dateline.ts'
import { foldLine } from '../../domain/line.ts'
import type { SeenBlock, Sieved } from './sieve.ts'

export interface Signature {
  readonly names: readonly string[]
  /** A moment as machines write it, from <time>. */
  readonly moment?: string
  /** The line that shows the day. */
  readonly dayLine?: string
}

// Blocks around the headline's: bylines stand below it, on some pages a day or a name above.
const ABOVE = 6
const BELOW = 20
// Running text below the headline: a dek and a few key points, but not the story. Characters.
const RUNNING = 100
const MOST_TOLD = 900
const LONGEST = 160

/** `title` is the number of the block that shows the headline. */
export function readSignature(page: Sieved, title: number | undefined): Signature {
  if (title === undefined) return { names: [] }
  const near = nearTitle(page, title)
  const names = near.map(namesIn).find((found) => found.length > 0) ?? []
  const day = near.map((block) => dayIn(block.text)).find((line) => line !== undefined)
  const ids = new Set(near.map((block) => block.id))
  const moment = page.head.times.find((time) => ids.has(time.at) || ids.has(time.at - 1))?.moment
  return { names, ...(moment === undefined ? {} : { moment }), ...(day === undefined ? {} : { dayLine: day }) }
}

/** Blocks below the headline up to the story's first long paragraphs, then those above it. */
function nearTitle(page: Sieved, title: number): readonly SeenBlock[] {
  const below: SeenBlock[] = []
  let told = 0
  for (const block of page.blocks.slice(title + 1, title + 1 + BELOW)) {
    if (block.text.length > RUNNING) told += block.text.length
    if (told > MOST_TOLD) break
    below.push(block)
  }
  return [...below, ...page.blocks.slice(Math.max(0, title - ABOVE), title).reverse()]
}

function namesIn(block: SeenBlock): readonly string[] {
  const line = foldLine(block.text)
  if (line === '' || line.length > LONGEST) return []
  const marked = foldLine(block.signed)
  const led = readByline(withoutDay(line).replace(/^.*?(?=\b(?:written )?by\b)/i, ''))?.names ?? []
  if (led.length > 0 && (marked !== '' || /^(?:\W*|written |posted |words |story |published |updated |on )*by\b/i.test(withoutDay(line)))) return led
  if (marked === '') return []
  return (readByline(marked) ?? readNames(withoutDay(marked))).names.filter((name) => isPersonName(name) && !/\b(?:by|author|written|about|more|view|all|posts?)\b/i.test(name))
}

const DAY = /\b(?:\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,10}\.?,? (?:19|20)\d\d|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)\b/u
const MONTH_NAME = /^(?:\d|\p{L}{3,10})/u

function withoutDay(line: string): string {
  return line.replace(DAY, ' ').replace(/\s+/g, ' ').trim()
}

// The day that a line shows, where little else stands on it. A day of change is not the day of publication.
function dayIn(text: string): string | undefined {
  const line = foldLine(text).slice(0, LONGEST + 1)
  if (line.length > LONGEST || /\b(?:updated|modified|reviewed|revised|edited|aktualisiert|mis à jour|actualizado|aggiornato)\b/i.test(line)) return undefined
  const found = DAY.exec(line)?.[0]
  if (found === undefined || !MONTH_NAME.test(found) || !isDateLine(found)) return undefined
  return line.length - found.length <= LONGEST_BESIDE ? found : undefined
}

const LONGEST_BESIDE = 70
