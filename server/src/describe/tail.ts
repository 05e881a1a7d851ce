// What stands under the story? The outlet's name, a word on the author, a string of fragments from the page.
// Read from the end upwards, and the first line that could be story ends it: a short closing sentence stays.
import { isPersonName, readByline } from '../domain/byline.ts'
import { countWords, endsSentence, foldLine, isTitleCase, LONGEST_LINE } from '../domain/line.ts'
import { readBeyond } from './beyond.ts'
import type { Notes } from './notes.ts'
import { isOutletName, sourceLine } from './outlet.ts'

const PROFESSION =
  'reporters?|correspondents?|editors?|columnists?|writers?|journalists?|bureau chief|staff writer|freelancers?|contributors?|producers?|photographers?|anchor|novelist|authors?|professors?|lecturer|fellow|researchers?|historian|analyst|director|economist|lawyer|attorney|scholar|senior adviser|consultant|student|founder|redakteur\\w*|korrespondent\\w*|journalistin|autor(?:in)?|journaliste|correspondante?|periodista|corresponsal|giornalista|corrispondente|journaliste?|verslaggever|jornalista'
const VERB = '(?:is|was|are|has been|ist|war|est|es|è|é|works as|works for|serves as|covers|reports|writes|joined|has (?:written|covered|reported|worked|contributed|appeared))'
const ABOUT = new RegExp(`^\\p{Lu}[\\p{L}\\p{M}'’.-]+(?: (?:\\p{Lu}[\\p{L}\\p{M}'’.-]+|de|van|von|al|bin|der|den|la|and|und|et|y|e|en|,)){0,9},? ${VERB}\\b(?=.{0,160}\\b(?:${PROFESSION})\\b|.{0,40}\\b(?:covers|reports on|writes about)\\b)`, 'u')
const MORE_ABOUT = /^(?:(?:He|She|They|Er|Sie|Il|Elle|Ella|Él)|\p{Lu}[\p{L}'’-]+)(?:'s|’s)? (?:has (?:appeared|written|contributed|reported|worked|covered|been published)|is (?:the author|also|originally|based|a graduate|currently)|holds|lives|previously|can be reached|joined|teaches|tweets|studied|earned)\b/u
const CONTACT =
  /^(?:(?:contact|reach|e-?mail|follow|write to|twitter|x|email|tel|phone)\b.{0,120}(?:@|\bat \d|\btwitter\b)|\S+@\S+\.\w{2,}$|@\w{2,30}$|.{0,80}\bcan be reached (?:at|on|by)\b.{0,120}$|follow (?:him|her|them|the author)\b.{0,100}$)/i
const LONGEST_NOTE = 110

/** Marks what closes the unit. `body` words of the story are never marked: each rule names its shape. */
export function readTail(notes: Notes): void {
  readBeyond(notes)
  let passed = 0
  for (const at of notes.open().reverse()) {
    if (passed >= 12 || !readClosing(notes, at)) break
    passed += 1
  }
  trailingFragments(notes)
}

function readClosing(notes: Notes, at: number): boolean {
  const text = notes.blocks[at]?.text ?? ''
  if (text.length > LONGEST_LINE) return false
  const line = foldLine(text)
  const outlet = sourceLine(text) ?? (isOutletName(line) && countWords(line) <= 5 ? line : undefined)
  if (outlet !== undefined) {
    notes.fromBlock('publisher', outlet, at)
    notes.markHeading(at)
    return true
  }
  const signed = line.length < 160 && !endsSentence(line) ? readByline(line) : undefined
  if (signed !== undefined && signed.names.length > 0) {
    notes.setByline(signed.names, 'text', text, at)
    notes.markHeading(at)
    return true
  }
  if (isEndSign(line)) {
    notes.markFurniture(at, 'separator')
    return true
  }
  if (!isAuthorNote(notes, at, line)) return false
  notes.markFurniture(at, 'author-note')
  return true
}

/** Whom the first note under the story is about, where no line above names its author: `N. N. is a reporter with …`. */
export function authorOfNotes(notes: Notes): void {
  if (notes.byline.length > 0) return
  for (const [at, block] of notes.blocks.entries()) {
    const mark = notes.markOf(at)
    if (mark?.as !== 'furniture' || block.text.length > LONGEST_LINE) continue
    const line = foldLine(block.text)
    const name = ABOUT.test(line) ? openingName(line) : undefined
    if (name !== undefined && isPersonName(name)) return notes.setByline([name], 'text', name, at)
  }
}

function isEndSign(line: string): boolean {
  return /^(?:[-–—(\s]*)(?:ends?|-?30-?|###|\(?end\)?|fin|ende)(?:[-–—)\s.]*)$/i.test(line)
}

function isAuthorNote(notes: Notes, at: number, line: string): boolean {
  if (CONTACT.test(line)) return true
  if (countWords(line) > LONGEST_NOTE) return false
  const name = openingName(line)
  if (name !== undefined && notes.byline.some((author) => author.toLowerCase().endsWith(name.toLowerCase().split(' ').at(-1) ?? ''))) {
    return ABOUT.test(line) || MORE_ABOUT.test(line)
  }
  if (ABOUT.test(line)) return !namedElsewhere(notes, at, name)
  return MORE_ABOUT.test(line) && followsNote(notes, at)
}

// Who is quoted in the story is named there; its author is not.
function namedElsewhere(notes: Notes, at: number, name: string | undefined): boolean {
  const surname = name?.split(/\s+/).at(-1)
  if (surname === undefined) return true
  return notes.open().some((other) => other !== at && (notes.blocks[other]?.text ?? '').includes(surname) && !ABOUT.test(foldLine(notes.blocks[other]?.text ?? '')) && other < at && !MORE_ABOUT.test(foldLine(notes.blocks[other]?.text ?? '')))
}

// `He has written for …` is about the author only under a line that says who that is.
function followsNote(notes: Notes, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const mark = notes.markOf(before)
    if (mark?.as === 'furniture' && mark.reason === 'author-note') return true
    const line = foldLine(notes.blocks[before]?.text ?? '')
    if (mark === undefined) return line.length < 900 && (ABOUT.test(line) || MORE_ABOUT.test(line))
  }
  return false
}

function openingName(line: string): string | undefined {
  const found = /^(\p{Lu}[\p{L}\p{M}'’.-]+(?: (?:\p{Lu}[\p{L}\p{M}'’.-]+|de|van|von|al|bin|der|den|la)){0,4})(?=[ ,])/u.exec(line)?.[1]
  return found === undefined || !(isPersonName(found) || /^\p{Lu}[\p{L}'’-]+$/u.test(found)) ? undefined : found
}

const LONGEST_FRAGMENT = 8

// Two or more title-case lines after the last sentence come from the page around the story; one alone may be story, and so may
// results and figures.
function trailingFragments(notes: Notes): void {
  const open = notes.open()
  const run: number[] = []
  for (const at of [...open].reverse()) {
    const text = notes.blocks[at]?.text ?? ''
    if (endsSentence(text) || countWords(text) > LONGEST_FRAGMENT || !isTitleCase(text) || /["”’]\s*$|\d/.test(text)) break
    run.push(at)
  }
  if (run.length >= 2 && run.length < open.length - 1) for (const at of run) notes.markFurniture(at, 'related-links')
  const last = notes.open().at(-1)
  if (last !== undefined && notes.blocks[last]?.kind === 'heading' && notes.open().length > 2) notes.markFurniture(last, 'related-links')
}
