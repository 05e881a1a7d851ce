// Does a line sign the story: a byline, a day, a name with its role? Asked of pages scraped to text, where no markup tells.
import { isPersonName, readByline } from '../domain/byline.ts'
import { isDateLine } from '../domain/dateline.ts'
import { countWords, foldLine } from '../domain/line.ts'
import type { Block } from '../domain/page.ts'

// A day and year in a short line: `Updated: December 9, 2024 • 5 min read`.
const DATED = /(?:\b\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?\p{L}{3,10}\.?,? (?:de )?(?:19|20)\d\d)(?:\b|(?=\d{1,2}:\d\d))/u
const ROLE = /\s(?:(?:chief|senior|deputy|special|staff|foreign|diplomatic|political|home affairs|health|science|education|economics|business|sports?|arts?|technology|environment|security|defence|defense|royal|media|legal|transport|energy|(?:north|south|east|west|central|middle)\S*|\p{Lu}\S+) ){0,3}(?:correspondent|editor|reporter|columnist|writer)$/iu

export function isSigned(block: Block): boolean {
  if (block.text.length >= 240) return false
  return readByline(block.text) !== undefined || isDateLine(block.text) || (countWords(block.text) <= 14 && DATED.test(block.text)) || nameBeforeRole(block.text) !== undefined
}

/** `Anna Keel North-west correspondent`, as pages show it that set the two apart by their looks alone: the name. */
export function nameBeforeRole(text: string): string | undefined {
  const line = foldLine(text)
  if (line.length > 80 || countWords(line) > 8 || !ROLE.test(line)) return undefined
  const name = line.split(' ').slice(0, 2).join(' ')
  return isPersonName(name) && !/^(?:the|our|a|an|by)\b/i.test(name) ? name : undefined
}

/** `and` on a line of its own, between two names. */
export function isJoint(text: string): boolean {
  return /^(?:and|und|et|y|e|en|och|og|&|,)$/iu.test(text.trim())
}
