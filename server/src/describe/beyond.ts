// What stands beyond the story's end? Under a paywall's notice, or a heading such as `Most read`, come the links and the legal
// lines of the page. A plea to subscribe in mid-story ends nothing: the text goes on after it.
import type { FurnitureReason } from '../domain/document.ts'
import { countWords, endsSentence } from '../domain/line.ts'
import type { Notes } from './notes.ts'

const ENDINGS: ReadonlySet<FurnitureReason> = new Set(['paywall', 'related-links'])
const SHORTEST_PARAGRAPH = 8
const LONGEST_LINE = 40
// After words broken off by a notice: a teaser or two for other stories may follow, a story goes on for longer.
const TEASERS = 2

/** Marks the blocks that follow the notice or heading that ends the story. */
export function readBeyond(notes: Notes): void {
  const open = notes.open()
  const running = open.filter((at) => isRunning(notes, at))
  const lastWord = running.at(-1)
  if (lastWord === undefined) return
  const end = [...notes.blocks.keys()].find((at) => isEnding(notes, at, open, running))
  if (end === undefined) return
  const reason = reasonOf(notes, end)
  for (const at of open) if (at > end) notes.markFurniture(at, reason === 'related-links' ? reason : 'boilerplate')
}

function reasonOf(notes: Notes, at: number): FurnitureReason | undefined {
  const mark = notes.markOf(at)
  return mark?.as === 'furniture' ? mark.reason : undefined
}

function isEnding(notes: Notes, at: number, open: readonly number[], running: readonly number[]): boolean {
  const reason = reasonOf(notes, at)
  const first = running[0] ?? at
  if (reason === undefined || !ENDINGS.has(reason) || at < first) return false
  if (at > (running.at(-1) ?? at)) return true
  // What is left to tell is at most a teaser or two, and the story was broken off inside a sentence.
  const third = running.at(-1 - TEASERS)
  if (reason !== 'paywall' || (third !== undefined && at < third)) return false
  const last = open.findLast((place) => place < at)
  const next = open.find((place) => place > at)
  return isBrokenOff(textAt(notes, last)) && !/^["'“‘«(]*\p{Ll}/u.test(textAt(notes, next))
}

function textAt(notes: Notes, at: number | undefined): string {
  return at === undefined ? '' : (notes.blocks[at]?.text ?? '')
}

function isRunning(notes: Notes, at: number): boolean {
  const text = textAt(notes, at)
  const words = countWords(text)
  return words > LONGEST_LINE || (words >= SHORTEST_PARAGRAPH && endsSentence(text))
}

/** Stops inside a sentence, or with an ellipsis. */
function isBrokenOff(text: string): boolean {
  return !endsSentence(text) || /(?:…|\.{3})["'”’)\]]?\s*$/.test(text)
}
