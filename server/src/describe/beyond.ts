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
  for (const [at] of notes.blocks.entries()) {
    const reason = reasonOf(notes, at)
    if (reason === undefined || !ENDINGS.has(reason)) continue
    const open = notes.open()
    const before = open.filter((place) => place < at)
    const after = open.filter((place) => place > at)
    if (after.length === 0) return
    if (!before.some((place) => isRunning(notes, place)) || !endsThere(notes, before.at(-1), after, reason)) continue
    for (const place of after) notes.markFurniture(place, reason === 'paywall' ? 'boilerplate' : reason)
    return
  }
}

function reasonOf(notes: Notes, at: number): FurnitureReason | undefined {
  const mark = notes.markOf(at)
  return mark?.as === 'furniture' ? mark.reason : undefined
}

function endsThere(notes: Notes, last: number | undefined, after: readonly number[], reason: FurnitureReason): boolean {
  const running = after.filter((place) => isRunning(notes, place)).length
  if (running === 0) return true
  const text = last === undefined ? '' : (notes.blocks[last]?.text ?? '')
  const next = notes.blocks[after[0] ?? -1]?.text ?? ''
  return reason === 'paywall' && running <= TEASERS && isBrokenOff(text) && !/^["'“‘«(]*\p{Ll}/u.test(next)
}

function isRunning(notes: Notes, at: number): boolean {
  const text = notes.blocks[at]?.text ?? ''
  const words = countWords(text)
  return words > LONGEST_LINE || (words >= SHORTEST_PARAGRAPH && endsSentence(text))
}

/** Stops inside a sentence, or with an ellipsis. */
function isBrokenOff(text: string): boolean {
  return !endsSentence(text) || /(?:…|\.{3})["'”’)\]]?\s*$/.test(text)
}
