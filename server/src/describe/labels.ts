// Which fields are labelled outright? Press databases and mail write `HEADLINE:`, `BYLINE:`, `Subject:`, `Date:` before their values.
import { readByline, readNames } from '../domain/byline.ts'
import { foldLine } from '../domain/line.ts'
import { machineDate, wordedDate } from './dates.ts'
import type { Notes } from './notes.ts'
import { isOutletName } from './outlet.ts'

const LABEL =
  /^(headline|title|subject|betreff|asunto|objet|byline|author|from|von|dateline|date|sent|published|publication date|publication|source|newspaper|to|cc|an|reply-to|body|text)\s*:\s*(\S[\s\S]*)?$/i
const FURTHEST = 30
const LONGEST = 600

/** Reads labelled lines near the unit's begin. A single label is no record: it takes two, or a press database's own. */
export function readLabels(notes: Notes, language: string): void {
  const found = notes.open().slice(0, FURTHEST).flatMap((at) => {
    const text = notes.blocks[at]?.text ?? ''
    const label = text.length > LONGEST ? null : LABEL.exec(text)
    return label === null ? [] : [{ at, name: (label[1] ?? '').toLowerCase(), value: foldLine(label[2] ?? ''), loud: /^(?:HEADLINE|BYLINE|DATELINE|BODY):/.test(text) }]
  })
  const near = found.filter(({ at, loud }) => loud || found.some((other) => other.at !== at && Math.abs(other.at - at) <= 2))
  for (const { at, name, value } of near) readLabel(notes, at, name, value, language)
}

function readLabel(notes: Notes, at: number, name: string, value: string, language: string): void {
  if (/^(?:to|cc|an|reply-to|body|text)$/.test(name)) {
    notes.markFurniture(at, 'database-field')
    return
  }
  notes.markHeading(at)
  if (/^(?:headline|title|subject|betreff|asunto|objet)$/.test(name)) notes.fromBlock('headline', value.replace(/^(?:re|aw|fwd?)\s*:\s*/i, ''), at)
  else if (/^(?:byline|author)$/.test(name)) notes.setByline(readByline(value)?.names ?? readNames(value).names, 'text', value, at)
  else if (/^(?:from|von)$/.test(name)) readSender(notes, at, value)
  else if (name === 'dateline') notes.fromBlock('dateline', value, at)
  else if (/^(?:publication|source|newspaper)$/.test(name)) notes.fromBlock('publisher', value, at)
  else notes.fromBlock('publishedAt', machineDate(value) ?? wordedDate(value, language) ?? '', at)
}

// `From:` of a mail digest names the outlet or the writer, with an address behind.
function readSender(notes: Notes, at: number, value: string): void {
  const name = value.replace(/\s*[<[(]?\S+@\S+[>\])]?/g, '').replace(/^"|"$/g, '').trim()
  if (isOutletName(name)) notes.fromBlock('publisher', name, at)
  else notes.setByline(readNames(name).names, 'text', value, at)
}
