// What does the article say of itself? Each answer is tied to the words that it was read from.
// What the unit's blocks are (heading, body, furniture) is settled here, block by block, so that nothing is lost or said twice.
import type { ArticleDraft } from '../domain/article.ts'
import { readDateline } from '../domain/dateline.ts'
import type { Furniture, SenderNote } from '../domain/document.ts'
import type { Issue } from '../domain/issue.ts'
import { countWords } from '../domain/line.ts'
import type { Page, Unit } from '../domain/page.ts'
import type { Span } from '../domain/span.ts'
import { readAsides } from './asides.ts'
import { readClues } from './clues.ts'
import { judgeWholeness } from './completeness.ts'
import { findHeadline, headZone, readHead } from './head.ts'
import { readFieldCodes } from './field-codes.ts'
import { readLabels } from './labels.ts'
import { detectLanguage } from './language.ts'
import { Notes } from './notes.ts'
import { guessFields } from './guesses.ts'
import { markSurroundings, type Surrounded } from './surroundings.ts'
import { authorOfNotes, readTail } from './tail.ts'

export interface Described {
  /** Absent where the unit is furniture and nothing else. */
  readonly article?: ArticleDraft
  readonly furniture: readonly Furniture[]
}

const SAMPLE = 2_000
const SAMPLE_BLOCKS = 40

/**
 * Heading, body and furniture spans together are the unit's text but white space, without overlap. White space inside
 * a paragraph of `body` is folded to one space, for the line ends of hard-wrapped texts.
 */
export function describeUnit(page: Page, unit: Unit, note: SenderNote): Described {
  const sole = holdsAll(unit, page)
  const seen: Surrounded = sole && page.plain ? markSurroundings(unit.blocks) : { blocks: unit.blocks }
  const notes = new Notes(seen.blocks)
  // Headings alone are no article: where a person left nothing else, they are its text.
  if (notes.open().length === 0) notes.reopenHeadings()
  const first = notes.open()
  if (first.length === 0) return { furniture: furnitureOf(notes) }
  const clues = sole ? page.clues : []
  const sample = first.slice(0, SAMPLE_BLOCKS).map((at) => (unit.blocks[at]?.text ?? '').slice(0, SAMPLE)).join('\n')
  const language = detectLanguage(sample, clues.find((clue) => clue.field === 'language')?.value)
  const headline = clues.find((clue) => clue.field === 'headline')?.value
  readFieldCodes(notes, language)
  readLabels(notes, language)
  readHeadAndTail(notes, headline, seen.headline, language)
  if (notes.open().length === 0) notes.reopenHeadings()
  // A sign of the end, or a note on an author, and nothing that it belongs to.
  if (notes.open().length === 0) return { furniture: furnitureOf(notes) }
  readClues(notes, clues)
  authorOfNotes(notes)
  guessFields(notes, page, note)
  return { article: draft(page, notes, language, sole), furniture: furnitureOf(notes) }
}

function holdsAll(unit: Unit, page: Page): boolean {
  return unit.blocks[0]?.span.begin === page.blocks[0]?.span.begin && unit.blocks.at(-1)?.span.end === page.blocks.at(-1)?.span.end
}

function readHeadAndTail(notes: Notes, stated: string | undefined, scraped: number | undefined, language: string): void {
  const zone = headZone(notes)
  const labelled = notes.value('headline')
  const headline = labelled === undefined ? findHeadline(notes, zone, stated, scraped) : undefined
  if (headline !== undefined) {
    const text = (notes.blocks[headline]?.text ?? '').replace(/\s+/g, ' ').replace(/^(?:#{1,6}|\d{1,3}[.)]|[-•*])\s+/, '')
    notes.fromBlock('headline', text, headline)
    notes.markHeading(headline)
  }
  readHead(notes, zone, headline, language)
  readPlace(notes)
  readAsides(notes)
  readTail(notes)
}

// Key points may stand above the paragraph that says where it was filed.
const KEY_POINTS = 4

function readPlace(notes: Notes): void {
  for (const at of notes.open().slice(0, KEY_POINTS + 1)) {
    const dateline = readDateline(notes.blocks[at]?.text ?? '')
    if (dateline === undefined) continue
    notes.fromBlock('dateline', dateline.words.replace(/\s+/g, ' '), at)
    if (dateline.agency !== undefined && countWords(dateline.agency) <= 3) notes.fromBlock('publisher', dateline.agency, at)
    return
  }
}

const HEADLINE_WORDS = 12

function draft(page: Page, notes: Notes, language: string, sole: boolean): ArticleDraft {
  const open = notes.open()
  const bodySpans = open.flatMap((at) => spanOf(notes, at))
  const headingSpans = [...notes.blocks.keys()].filter((at) => notes.markOf(at)?.as === 'heading').flatMap((at) => spanOf(notes, at))
  const body = open.map((at) => (notes.blocks[at]?.text ?? '').replace(/\s+/g, ' ').trim()).join('\n\n')
  const issues: Issue[] = [...page.issues]
  const stated = notes.value('headline')
  const firstSpan = bodySpans[0]
  if (stated === undefined) {
    issues.push({ code: 'no-headline', message: 'The text has no headline; its first words stand in for it.', ...(firstSpan === undefined ? {} : { span: firstSpan }) })
  }
  const whole = judgeWholeness(notes)
  if (whole.issue !== undefined) issues.push(whole.issue)
  const grounds = [...notes.grounds, { field: 'language' as const, source: 'body' as const, words: body.slice(0, 80) }]
  if (whole.completeness === 'incomplete') {
    grounds.push({ field: 'completeness', source: 'text', words: whole.words, ...(whole.span === undefined ? {} : { span: whole.span }) })
  }
  const url = sole ? page.clues.find((clue) => clue.field === 'url')?.value : undefined
  const externalId = sole ? page.clues.find((clue) => clue.field === 'externalId')?.value : undefined
  return {
    ...(externalId === undefined ? {} : { externalId }),
    ...(url === undefined ? {} : { url }),
    span: around([...bodySpans, ...headingSpans]),
    headline: stated ?? firstWords(body),
    ...optionalFields(notes),
    byline: notes.byline,
    language,
    body,
    bodySpans,
    headingSpans,
    wordCount: countWords(body),
    completeness: whole.completeness,
    grounds,
    issues,
  }
}

function optionalFields(notes: Notes): Pick<ArticleDraft, 'dek' | 'dateline' | 'publisher' | 'publishedAt'> {
  const [dek, dateline, publisher, publishedAt] = [notes.value('dek'), notes.value('dateline'), notes.value('publisher'), notes.value('publishedAt')]
  return {
    ...(dek === undefined ? {} : { dek }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
}

function spanOf(notes: Notes, at: number): Span[] {
  const span = notes.blocks[at]?.span
  return span === undefined ? [] : [span]
}

function around(spans: readonly Span[]): Span {
  return spans.reduce((whole, span) => ({ begin: Math.min(whole.begin, span.begin), end: Math.max(whole.end, span.end) }), spans[0] ?? { begin: 0, end: 0 })
}

function firstWords(body: string): string {
  const words = body.slice(0, 400).split(/\s+/)
  const cut = words.length > HEADLINE_WORDS || body.length > 400
  return cut ? `${words.slice(0, HEADLINE_WORDS).join(' ').slice(0, 160)}…` : words.join(' ').slice(0, 160)
}

function furnitureOf(notes: Notes): readonly Furniture[] {
  return notes.blocks.flatMap((block, at) => {
    const mark = notes.markOf(at)
    return mark?.as === 'furniture' ? [{ span: block.span, text: block.text, reason: mark.reason, ...(block.struckBy !== undefined && { says: block.struckBy }) }] : []
  })
}
