// What do a press database's two-letter codes hold? Factiva's export writes `HD`, `BY`, `PD` … on a line of their own or before a
// tab, the value after it. Codes count only where the headline's and the text's stand together.
import { readByline, readNames } from '../domain/byline.ts'
import { foldLine } from '../domain/line.ts'
import { wordedDate } from './dates.ts'
import type { Notes } from './notes.ts'

const CODES = new Set('SE HD BY CR WC PD ET SN SC ED PG VOL ART CLM LA CY LP TD CO IN NS RE IPD IPC PUB CT RF AN'.split(' '))
/** Their values are the story. */
const TEXT = new Set(['LP', 'TD'])
const LONGEST_VALUE = 600

interface Coded {
  readonly code: string
  /** The block that holds the code, with its value behind a tab or two spaces if it does. */
  readonly at: number
  readonly inline: string
}

/** Reads a record in codes; the codes and the values that are no text of the story are marked. */
export function readFieldCodes(notes: Notes, language: string): void {
  const coded = [...notes.blocks.keys()].flatMap((at) => codeAt(notes.blocks[at]?.text ?? '', at))
  const codes = new Set(coded.map(({ code }) => code))
  if (!codes.has('HD') || ![...TEXT].some((code) => codes.has(code))) return
  for (const [index, one] of coded.entries()) {
    if (one.inline === '') notes.markFurniture(one.at, 'database-field')
    if (TEXT.has(one.code)) continue
    const end = one.code === 'AN' ? notes.blocks.length : (coded[index + 1]?.at ?? notes.blocks.length)
    readField(notes, one, notes.open().filter((at) => at >= one.at && at < end && (notes.blocks[at]?.text.length ?? 0) <= LONGEST_VALUE), language)
  }
}

function codeAt(text: string, at: number): Coded[] {
  const found = /^([A-Z]{2,3})(?:(?:\t| {2,})(\S[\s\S]*))?$/.exec(text.slice(0, LONGEST_VALUE))
  const code = found?.[1]
  return code === undefined || !CODES.has(code) ? [] : [{ code, at, inline: found?.[2] ?? '' }]
}

function readField(notes: Notes, { code, inline }: Coded, places: readonly number[], language: string): void {
  const [first] = places
  if (first === undefined) return
  const value = foldLine(inline !== '' ? inline : places.map((at) => notes.blocks[at]?.text ?? '').join(' '))
  if (code === 'HD') notes.fromBlock('headline', value, first)
  else if (code === 'BY') notes.setByline((readByline(value) ?? readNames(value)).names, 'text', value, first)
  else if (code === 'SN') notes.fromBlock('publisher', value, first)
  else if (code === 'PD') notes.fromBlock('publishedAt', wordedDate(value, language) ?? '', first)
  for (const at of places) {
    if (code === 'HD' || code === 'BY' || code === 'SN' || code === 'PD') notes.markHeading(at)
    else notes.markFurniture(at, 'database-field')
  }
}
