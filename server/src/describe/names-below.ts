// Which names stand on lines of their own, below `By` or below the first name?
import { isPersonName, readNames } from '../domain/byline.ts'
import { countWords, endsSentence, foldLine } from '../domain/line.ts'
import type { Notes } from './notes.ts'
import { isOutletName } from './outlet.ts'
import { isJoint } from './signed.ts'

// `By` alone on its line: the next line is the name, of a person or of an outlet.
export function readNamesBelow(notes: Notes, zone: readonly number[]): void {
  const next = zone.find((at) => notes.markOf(at) === undefined)
  const text = next === undefined ? '' : foldLine(notes.blocks[next]?.text ?? '')
  if (next === undefined || text.length > 120 || endsSentence(text)) return
  const { names } = readNames(text)
  if (isOutletName(text)) notes.fromBlock('publisher', text, next)
  else if (names.length > 0) notes.setByline(names, 'text', text, next)
  else if (countWords(text) <= 4) notes.fromBlock('publisher', text, next)
  else return
  notes.markHeading(next)
}

/** `By Anna Keel`, `and`, `Jon Marl`, each on its line. */
export function namesJoined(notes: Notes, at: number, zone: readonly number[]): readonly string[] {
  const [joint, next] = zone.slice(zone.indexOf(at) + 1)
  if (!zone.includes(at) || joint === undefined || next === undefined || !isJoint(notes.blocks[joint]?.text ?? '')) return []
  const line = foldLine(notes.blocks[next]?.text ?? '')
  if (!isPersonLine(line)) return []
  notes.markHeading(joint)
  notes.markHeading(next)
  return [...readNames(line).names, ...namesJoined(notes, next, zone)]
}

/** A line that holds a person’s name and nothing else. */
export function isPersonLine(line: string): boolean {
  return line.length <= 60 && isPersonName(line)
}
