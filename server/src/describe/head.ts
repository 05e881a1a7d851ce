// What stands over the story? Masthead, headline, dek, byline, role, date and place, in the orders that papers use.
import { readByline, readNames, isPersonName } from '../domain/byline.ts'
import { isDateLine, readDateline } from '../domain/dateline.ts'
import { countWords, endsSentence, foldLine, lineKey, looksLikeHeadline } from '../domain/line.ts'
import { wordedDate } from './dates.ts'
import type { Notes } from './notes.ts'
import { isPersonLine, namesJoined, readNamesBelow } from './names-below.ts'
import { nameBeforeRole } from './signed.ts'
import { couldBeMasthead, isOutletName, isSection, outletOfRole, sourceLine } from './outlet.ts'

const ROLE =
  /\b(?:correspondents?|reporters?|editors?|writers?|columnists?|staff|bureau|chief|contributors?|journalist\w*|producers?|analysts?|fellow|professor|newsroom|desk|korrespondent\w*|redakt\w+|corresponsal|enviad[oa]|envoyée?|inviat[oa]|verslaggever|correspondente|special to|for the)\b/i
const SIGNED_DATE =
  /\b(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?(?:19|20)\d\d|\p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,\s+(?:19|20)\d\d)\b/u
const EDITION = /\b(?:edition|final|pg\.|page \w+|section \w+)\s*\d*$/i
const LONGEST_ZONE = 14
const LONGEST_DEK = 60

/** The blocks that may belong to the head: up to the first paragraph that no byline or date follows closely. */
export function headZone(notes: Notes): readonly number[] {
  const open = notes.open()
  const zone = open.slice(0, Math.min(LONGEST_ZONE, open.length - 1))
  let end = 0
  let told = 0
  for (const [index, at] of zone.entries()) {
    const text = notes.blocks[at]?.text ?? ''
    if (isMeta(text)) end = index + 1
    else if (readDateline(text) !== undefined) break
    else if (isRunning(text)) told += countWords(text)
    if (told > LONGEST_DEK * 1.5) break
  }
  const running = zone.findIndex((at) => isRunning(notes.blocks[at]?.text ?? ''))
  return zone.slice(0, Math.max(end, running < 0 ? zone.length : running))
}

function isMeta(text: string): boolean {
  return text.length < 240 && (readByline(text) !== undefined || isDateLine(text) || sourceLine(text) !== undefined)
}

function isRunning(text: string): boolean {
  const words = countWords(text)
  return readDateline(text) !== undefined || words > 40 || (words >= 7 && endsSentence(text) && !/[?!]["'”’]?$/.test(text.trim()))
}

/** Marks the head's blocks and notes what they say. `headline` is the block that the caller holds for the headline. */
export function readHead(notes: Notes, zone: readonly number[], headline: number | undefined, language: string): void {
  const after = zone.filter((at) => headline === undefined || at > headline)
  for (const at of zone.filter((place) => headline !== undefined && place < headline)) readAbove(notes, at, headline ?? at, language)
  const metas = after.filter((at) => readMeta(notes, at, after, language))
  const lastMeta = metas.at(-1)
  const deks = after.filter((at) => !metas.includes(at) && notes.markOf(at) === undefined)
  const beforeMeta = deks.filter((at) => lastMeta !== undefined && at < (metas[0] ?? lastMeta))
  if (headline !== undefined && beforeMeta.length > 0 && beforeMeta.length <= 2) takeDek(notes, beforeMeta)
  else if (headline !== undefined) loneDek(notes, headline, metas)
}

function takeDek(notes: Notes, places: readonly number[]): void {
  const words = places.map((at) => foldSpaces(notes.blocks[at]?.text ?? '')).join(' ')
  const first = places[0]
  if (first === undefined || countWords(words) > LONGEST_DEK * 1.5) return
  notes.fromBlock('dek', words, first)
  for (const at of places) notes.markHeading(at)
}

// Right under the headline, without a full stop, before whole paragraphs: a dek, not the story's first sentence.
function loneDek(notes: Notes, headline: number, metas: readonly number[]): void {
  const open = notes.open().filter((at) => at > headline)
  const [first, second] = open
  const text = first === undefined ? '' : (notes.blocks[first]?.text ?? '')
  const next = second === undefined ? '' : (notes.blocks[second]?.text ?? '')
  const words = countWords(text)
  if (first === undefined || metas.some((at) => at < first) || words < 6 || words > LONGEST_DEK) return
  if (/[.!?…:;,]["'”’)]*$/.test(text.trim()) || !isRunning(next) || /^(?:[-*•]|\d+[.)])\s/.test(text)) return
  notes.fromBlock('dek', foldSpaces(text), first)
  notes.markHeading(first)
}

function readAbove(notes: Notes, at: number, headline: number, language: string): void {
  const text = notes.blocks[at]?.text ?? ''
  if (readMeta(notes, at, [], language)) return
  if (parted(notes, at, headline)) notes.markFurniture(at, 'navigation')
  else if (isOutletName(text) || (couldBeMasthead(text) && at === 0)) {
    notes.fromBlock('publisher', foldSpaces(text), at)
    notes.markHeading(at)
  } else notes.markFurniture(at, isSection(text) ? 'navigation' : 'masthead')
}

/** Reads one line as byline, role, date or outlet; true where it was one. */
function readMeta(notes: Notes, at: number, zone: readonly number[], language: string): boolean {
  const text = notes.blocks[at]?.text ?? ''
  if (text.length > 300 || notes.markOf(at) !== undefined) return notes.markOf(at)?.as === 'heading'
  return readSigned(notes, at, text, zone, language) || readDay(notes, at, text, language) || readOutlet(notes, at, text, zone)
}

function readSigned(notes: Notes, at: number, text: string, zone: readonly number[], language: string): boolean {
  const signed = readByline(text)
  if (signed !== undefined) {
    notes.markHeading(at)
    if (signed.names.length === 0 && signed.rest === '') readNamesBelow(notes, zone)
    notes.setByline([...signed.names, ...namesJoined(notes, at, zone)], 'text', text, at)
    const outlet = outletOfRole(signed.rest)
    if (outlet !== undefined) notes.fromBlock('publisher', outlet, at)
    const day = SIGNED_DATE.test(text) ? wordedDate(text, language) : undefined
    if (day !== undefined) notes.fromBlock('publishedAt', day, at)
    return true
  }
  const line = foldLine(text)
  const name = nameBeforeRole(line)
  if (name === undefined && !(isPersonLine(line) && supportsName(notes, at, zone))) return false
  notes.setByline(name === undefined ? readNames(line).names : [name], 'text', text, at)
  notes.markHeading(at)
  return true
}

// A bare name is a byline only where a role, a date or an outlet stands right under it.
function supportsName(notes: Notes, at: number, zone: readonly number[]): boolean {
  const next = zone.find((place) => place > at)
  const text = next === undefined ? '' : foldLine(notes.blocks[next]?.text ?? '')
  return isDateLine(text) || isRole(text) || isOutletName(text) || (SIGNED_DATE.test(text) && countWords(text) <= 10) || /^@\w{2,30}$/.test(text)
}

function isRole(line: string): boolean {
  return line.length <= 90 && countWords(line) <= 12 && ROLE.test(line) && !endsSentence(line)
}

function readDay(notes: Notes, at: number, text: string, language: string): boolean {
  const dated = SIGNED_DATE.exec(text)
  const alone = isDateLine(text)
  if (!alone && (dated === null || countWords(text) > 14 || endsSentence(text) || looksTold(text, dated[0]))) return false
  const day = wordedDate(text, language)
  if (day === undefined) return false
  notes.fromBlock('publishedAt', day, at)
  if (!alone && dated !== null) outletBesideDate(notes, at, text.replace(dated[0], '|'))
  notes.markHeading(at)
  return true
}

// A headline may hold a date too: on a line of outlet and date, marks part the two.
function looksTold(text: string, date: string): boolean {
  const rest = foldLine(text.replace(date, '|'))
  return !/^[|]|[|]$|[,|·•–—(/-]\s*[|]|[|]\s*[,|·•–—)/-]/.test(rest) || countWords(rest) > 9
}

function outletBesideDate(notes: Notes, at: number, rest: string): void {
  const parts = rest.split(/\s*[|,·•–—()/]\s*|\s-\s/).map((part) => foldLine(part).replace(/^(?:source|from|published (?:in|by))\s*:?\s*/i, ''))
  const outlet = parts.find((part) => isOutletName(part)) ?? parts.find((part) => couldBeMasthead(part) && !isPersonName(part) && countWords(part) > 1)
  const person = parts.map((part) => readNames(part.replace(/^by\s+/i, '')).names).find((names) => names.length > 0)
  if (outlet !== undefined) notes.fromBlock('publisher', outlet, at)
  if (person !== undefined && !person.some((name) => name === outlet)) notes.setByline(person, 'text', rest, at)
}

function readOutlet(notes: Notes, at: number, text: string, zone: readonly number[]): boolean {
  const line = foldLine(text)
  const named = sourceLine(text) ?? (isOutletName(line) ? line : undefined)
  if (named !== undefined) {
    notes.fromBlock('publisher', named, at)
    notes.markHeading(at)
    return true
  }
  const above = zone[zone.indexOf(at) - 1]
  const followsName = above !== undefined && notes.byline.length > 0 && notes.markOf(above)?.as === 'heading'
  if (!followsName || !isRole(line)) return false
  const outlet = outletOfRole(line)
  if (outlet !== undefined) notes.fromBlock('publisher', outlet, at)
  notes.markHeading(at)
  return true
}

/** Which block is the headline; `scraped`: what speaks for itself where the page was scraped to text; `undefined` where the text begins without one. */
export function findHeadline(notes: Notes, zone: readonly number[], stated: string | undefined, scraped: number | undefined): number | undefined {
  const open = notes.open()
  const byStatement = stated === undefined ? undefined : matching(notes, open.slice(0, LONGEST_ZONE * 2), stated)
  if (byStatement !== undefined) return byStatement
  const fit = zone.filter((at) => isCandidate(notes.blocks[at]?.text ?? '') || notes.blocks[at]?.kind === 'heading')
  const heading = fit.find((at) => notes.blocks[at]?.level === 1)
  if (heading !== undefined) return heading
  if (scraped !== undefined && notes.markOf(scraped) === undefined) return scraped
  const cluster = lastCluster(notes, fit)
  const first = cluster.find((at, index) => {
    const next = cluster[index + 1]
    return next === undefined || !isMastheadOver(notes, at, next)
  })
  return first !== undefined && nearBegin(notes, open, first) ? first : undefined
}

function isCandidate(text: string): boolean {
  if (isMeta(text) || isSection(text) || /^[-•*]\s/.test(text)) return false
  return looksLikeHeadline(text.replace(/^#{1,6}\s+/, '')) && !(countWords(text) <= 6 && EDITION.test(text))
}

function matching(notes: Notes, places: readonly number[], stated: string): number | undefined {
  const wanted = lineKey(stated)
  if (wanted === '') return undefined
  const keyed = places.map((at) => ({ at, key: lineKey((notes.blocks[at]?.text ?? '').slice(0, 400)) })).filter(({ key }) => key !== '')
  const exact = keyed.find(({ key }) => key === wanted)
  return (exact ?? keyed.find(({ key }) => key.length > 12 && (wanted.startsWith(`${key} `) || key.startsWith(`${wanted} `))))?.at
}

// Menus and hub titles stand before an advertisement mark, the headline after the last of them.
function lastCluster(notes: Notes, places: readonly number[]): readonly number[] {
  const begin = places.findLastIndex((at, index) => index > 0 && parted(notes, places[index - 1] ?? 0, at))
  return places.slice(Math.max(0, begin))
}

function parted(notes: Notes, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const mark = notes.markOf(at)
    if (mark?.as === 'furniture' && (mark.reason === 'advertisement' || mark.reason === 'navigation')) return true
  }
  return false
}

// Nothing but lines of the head may stand before a headline.
function nearBegin(notes: Notes, open: readonly number[], at: number): boolean {
  return open.filter((place) => place < at).every((place) => !isRunning(notes.blocks[place]?.text ?? ''))
}

function isMastheadOver(notes: Notes, first: number, second: number): boolean {
  const above = notes.blocks[first]?.text ?? ''
  const below = notes.blocks[second]?.text ?? ''
  if (isOutletName(above) && countWords(above) <= 5) return true
  return couldBeMasthead(above) && countWords(above) <= 4 && countWords(below) >= 5 && countWords(below) >= countWords(above) + 2
}

function foldSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^#{1,6}\s+/, '').trim()
}
