// Who published it, and when, where no line says so outright? Weaker words, in order of trust; the sender's note comes last.
import type { SenderNote } from '../domain/document.ts'
import { foldLine } from '../domain/line.ts'
import type { Page } from '../domain/page.ts'
import { wordedDate } from './dates.ts'
import type { Notes } from './notes.ts'
import { outletOfNote } from './outlet.ts'

export function guessFields(notes: Notes, _page: Page, note: SenderNote): void {
  for (const [at, block] of notes.blocks.entries()) {
    const mark = notes.markOf(at)
    if (mark?.as !== 'furniture' || block.text.length > 1_500) continue
    const line = foldLine(block.text)
    if (mark.reason === 'copyright') notes.fromBlock('publisher', copyrightHolder(line) ?? '', at)
    if (mark.reason === 'print-note') notes.fromBlock('publishedAt', printDay(line) ?? '', at)
  }
  for (const [at, block] of notes.blocks.entries()) {
    const mark = notes.markOf(at)
    if (mark?.as !== 'furniture' || block.text.length > 1_500) continue
    if (mark.reason === 'caption' || mark.reason === 'author-note') notes.fromBlock('publisher', outletOfNote(block.text) ?? '', at)
  }
  if (note.publisher !== undefined) notes.fromOutside('publisher', note.publisher, 'sender', note.publisher)
  if (note.publishedAt !== undefined) notes.fromOutside('publishedAt', note.publishedAt, 'sender', note.publishedAt)
}

function copyrightHolder(line: string): string | undefined {
  const found = /^(?:copyright|©|\(c\))[\s©]*(?:\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(\p{Lu}[\p{L}\p{M}&.' -]{1,60}?)(?:\s+(?:Company|Co|Inc|LLC|Ltd|Limited|GmbH|AG|Corp(?:oration)?|Group|Media Group)\b.*|[.,;|].*|\s+All [Rr]ights.*)?$/iu.exec(line)
  const name = found?.[1]?.trim()
  return name === undefined || /^all rights/i.test(name) ? undefined : name
}

function printDay(line: string): string | undefined {
  const after = /\b(?:in print on|published on|appeared on|published)\s+(.{6,40})/i.exec(line)?.[1]
  return after === undefined ? undefined : wordedDate(after, 'en')
}
