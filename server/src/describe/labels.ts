// Which fields are labelled outright? Press databases and mail write `HEADLINE:`, `BYLINE:`, `Subject:`, `Date:` before their values.
import { readByline, readNames } from '../domain/byline.ts'
import { foldLine } from '../domain/line.ts'
import { machineDate, wordedDate } from './dates.ts'
import type { Notes } from './notes.ts'
import { isOutletName } from './outlet.ts'

const SAID =
  'headline|title|subject|betreff|asunto|objet|byline|author|from|von|highlight|dateline|date|sent|published|publication date|publication|publication title|publication info|source|newspaper'
// Of mail and of ProQuest: fields that say nothing of who wrote what, when and where.
const OTHER_NAMES =
  'to|cc|an|reply-to|body|text|publication year|pages|credit|copyright|document url|links|database|last updated|source type|document type|language of publication|language|proquest document id|issn|place of publication|country of publication|publisher|location|people|company / organization|identifier / keyword|abstract'
const LABEL = new RegExp(`^(${SAID}|${OTHER_NAMES})\\s*:\\s*(\\S[\\s\\S]*)?$`, 'i')
const OTHER = new RegExp(`^(?:${OTHER_NAMES})$`)
const FURTHEST = 30
const LONGEST = 600

/** Reads labelled lines near the unit's begin and end. A single label is no record: it takes two, or a press database's own. */
export function readLabels(notes: Notes, language: string): void {
  const open = notes.open()
  const found = [...new Set([...open.slice(0, FURTHEST), ...open.slice(-FURTHEST)])].flatMap((at) => {
    const text = notes.blocks[at]?.text ?? ''
    const label = text.length > LONGEST ? null : LABEL.exec(text)
    return label === null ? [] : [{ at, name: (label[1] ?? '').toLowerCase(), value: foldLine(label[2] ?? ''), loud: /^(?:HEADLINE|BYLINE|DATELINE|BODY|HIGHLIGHT|Byline|Highlight):/.test(text) }]
  })
  const near = found.filter(({ at, loud }) => loud || found.some((other) => other.at !== at && Math.abs(other.at - at) <= 2))
  for (const { at, name, value } of near) readLabel(notes, at, name, value, language)
}

function readLabel(notes: Notes, at: number, name: string, value: string, language: string): void {
  if (OTHER.test(name)) {
    notes.markFurniture(at, 'database-field')
    return
  }
  notes.markHeading(at)
  if (/^(?:headline|title|subject|betreff|asunto|objet)$/.test(name)) notes.fromBlock('headline', value.replace(/^(?:re|aw|fwd?)\s*:\s*/i, ''), at)
  else if (/^(?:byline|author)$/.test(name)) notes.setByline(readByline(value)?.names ?? readNames(name === 'byline' ? value : upright(value)).names, 'text', value, at)
  else if (name === 'publication info') readImprint(notes, at, value, language)
  else if (/^(?:from|von)$/.test(name)) readSender(notes, at, value)
  else if (name === 'highlight') notes.fromBlock('dek', value, at)
  else if (name === 'dateline') notes.fromBlock('dateline', value, at)
  else if (/^(?:publication|publication title|source|newspaper)$/.test(name)) notes.fromBlock('publisher', value, at)
  else notes.fromBlock('publishedAt', machineDate(value) ?? wordedDate(value, language) ?? '', at)
}

// `Keel, Anna`, as catalogues write it; several are parted by semicolons.
function upright(value: string): string {
  return value.split(';').map((one) => one.trim().replace(/^(\p{Lu}[\p{L}'’ -]{1,40}), (\p{Lu}[\p{L}. '’-]{0,40})$/u, '$2 $1')).join('; ')
}

// `The Brackwater Herald ; Brackwater [Brackwater]. 13 Mar 2024: A.4.`
function readImprint(notes: Notes, at: number, value: string, language: string): void {
  const [outlet = ''] = value.split(/\s*;|\s*\[/)
  notes.fromBlock('publisher', outlet.trim(), at)
  const day = /\d{1,2} \p{L}{3,9}\.? \d{4}/u.exec(value)?.[0]
  if (day !== undefined) notes.fromBlock('publishedAt', wordedDate(day, language) ?? '', at)
}

// `From:` of a mail digest names the outlet or the writer, with an address behind.
function readSender(notes: Notes, at: number, value: string): void {
  const name = value.replace(/\s*[<[(]?\S+@\S+[>\])]?/g, '').replace(/^"|"$/g, '').trim()
  if (isOutletName(name)) notes.fromBlock('publisher', name, at)
  else notes.setByline(readNames(name).names, 'text', value, at)
}
