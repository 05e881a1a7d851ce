// What does one file hold? The front half of the way, read as one sentence:
// identify, extract, split, correct, describe, normalise, fingerprint. Runs in a reader process; it keeps nothing.
import { correctDraft, correctUnits, strikeUnit, unitsByRule } from '../correct/correct.ts'
import { type Described, describeUnit } from '../describe/describe.ts'
import type { ArticleDraft } from '../domain/article.ts'
import { type Corrections, correctionsWithin } from '../domain/correction.ts'
import type { Furniture } from '../domain/document.ts'
import { rulesFor } from '../domain/furniture-rule.ts'
import type { Page, Unit } from '../domain/page.ts'
import { ProblemError } from '../domain/problem.ts'
import type { ReadArticle, ReadBorder, ReadEvent, ReadLimits, ReadLine, ReadShare, SourceFile } from '../domain/reading.ts'
import { shiftSpan } from '../domain/span.ts'
import { splitRulesFor } from '../domain/split-rule.ts'
import { extractPages } from '../extract/extract.ts'
import { fingerprint } from '../fingerprint/fingerprint.ts'
import { identify, members, spoolAttachment } from '../intake/intake.ts'
import { comparable } from '../normalise/normalise.ts'
import { splitPage } from '../split/split.ts'

/** A message between processes costs as much as some ten records; these many or this much text share one. */
const BATCH_ARTICLES = 100
const BATCH_LENGTH = 1_000_000
/** Pages of a document are joined by a blank line in its whole text. */
const PAGE_GAP = 2

/** The events of reading one file; the last is `done` or `refused`. Throws only where the fault is ours. */
export async function* readFile(file: SourceFile, limits: ReadLimits, spool: string): AsyncIterable<ReadEvent> {
  const identity = await identify(file.path, file.name, limits)
  if ('code' in identity) {
    yield { kind: 'refused', problem: identity }
    return
  }
  yield { kind: 'identified', ...identity }
  try {
    if (identity.mediaType === 'application/zip') {
      yield* members(file, limits, spool)
      yield { kind: 'done', articles: 0 }
    } else {
      yield* readPages({ ...file, ...identity }, limits, spool)
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    yield { kind: 'refused', problem: error.problem }
  }
}

type IdentifiedFile = SourceFile & Parameters<typeof extractPages>[0]

async function* readPages(file: IdentifiedFile, limits: ReadLimits, spool: string): AsyncIterable<ReadEvent> {
  const batch = new Batch()
  let base = 0
  let attachments = 0
  let told = 0
  for await (const piece of extractPages(file, limits)) {
    if ('blocks' in piece) {
      batch.add(readPage(piece, base, file), piece.text.length)
      base += piece.text.length + PAGE_GAP
      if (batch.full) yield batch.take()
    } else {
      told++
      yield 'attachment' in piece
        ? await spoolAttachment(file, piece.attachment, attachments++, limits, spool)
        : { kind: 'record-refused', ...piece.recordProblem }
    }
  }
  if (batch.filled) yield batch.take()
  if (batch.articles === 0 && batch.furniture === 0 && told === 0) throw new ProblemError('no-text', `“${file.name}” holds no text.`)
  yield { kind: 'done', articles: batch.articles }
}

/** From a page to articles with fingerprints; spans are into the document's whole text, where the page begins at `base`. */
export function readPage(page: Page, base: number, file: Pick<SourceFile, 'name' | 'note' | 'corrections' | 'detailed' | 'rules' | 'splitRules'>): ReadShare {
  const corrections = file.corrections && correctionsWithin(file.corrections, base, page.text.length)
  const found = unitsByRule(page, splitRulesOf(page, file)) ?? splitPage(page)
  const units = corrections === undefined ? found : correctUnits(page, found, corrections)
  const articles: ReadArticle[] = []
  const furniture: Furniture[] = []
  const lines: ReadLine[] = []
  for (const unit of units) {
    const described = describeByRules(page, unit, file)
    const pieces = described.furniture.map((piece) => ({ ...piece, span: shiftSpan(piece.span, base) }))
    for (const piece of pieces) furniture.push(piece)
    const article = described.article && correctedArticle(described.article, unit, corrections)
    if (article !== undefined) {
      articles.push({ draft: base === 0 ? article : shifted(article, base), fingerprint: fingerprint(comparable(article.body)) })
    }
    if (file.detailed === true) for (const line of linesOf(unit, article, pieces, base)) lines.push(line)
  }
  const unsure = units.filter(({ confidence }) => confidence === 'low').length
  return { articles, furniture, unsure, ...(file.detailed === true && { lines, borders: bordersOf(units, base) }) }
}

function splitRulesOf({ clues }: Page, { name, note, splitRules = [] }: Pick<SourceFile, 'name' | 'note' | 'splitRules'>) {
  const stated = clues.filter(({ field }) => field === 'publisher').map(({ value }) => value)
  return splitRulesFor(splitRules, { name, publishers: note.publisher === undefined ? stated : [note.publisher, ...stated] })
}

/** Rules of a publisher can be asked for only once it is known whose text it is. */
function describeByRules(page: Page, unit: Unit, { note, rules = [] }: Pick<SourceFile, 'note' | 'rules'>): Described {
  const described = describeUnit(page, unit, note)
  if (rules.length === 0 || described.article === undefined) return described
  const struck = strikeUnit(unit, rulesFor(rules, described.article.publisher))
  return struck === unit ? described : describeUnit(page, struck, note)
}

function correctedArticle(draft: ArticleDraft, { blocks }: Unit, corrections: Corrections | undefined): ArticleDraft {
  return corrections === undefined ? draft : correctDraft(draft, blocks[0]?.span.begin ?? 0, blocks.at(-1)?.span.end ?? 0, corrections)
}

function linesOf({ blocks }: Unit, article: ArticleDraft | undefined, furniture: readonly Furniture[], base: number): readonly ReadLine[] {
  const headings = new Set(article?.headingSpans.map(({ begin }) => begin))
  const reasons = new Map(furniture.map(({ span, reason }) => [span.begin, reason]))
  return blocks.map(({ span: place, text }) => {
    const span = shiftSpan(place, base)
    const reason = reasons.get(span.begin)
    if (reason !== undefined) return { span, text, as: 'furniture', reason }
    return { span, text, as: headings.has(place.begin) ? 'heading' : 'body' }
  })
}

function bordersOf(units: readonly Unit[], base: number): readonly ReadBorder[] {
  return units.map(({ blocks, hints, confidence = 'high' }) => ({ at: (blocks[0]?.span.begin ?? 0) + base, hints, confidence }))
}

function shifted(draft: ReadArticle['draft'], by: number): ReadArticle['draft'] {
  const move = (place: { readonly begin: number; readonly end: number }) => shiftSpan(place, by)
  return {
    ...draft,
    span: move(draft.span),
    bodySpans: draft.bodySpans.map(move),
    headingSpans: draft.headingSpans.map(move),
    grounds: draft.grounds.map((ground) => (ground.span === undefined ? ground : { ...ground, span: move(ground.span) })),
    issues: draft.issues.map((issue) => (issue.span === undefined ? issue : { ...issue, span: move(issue.span) })),
  }
}

/** Pages under way in one message. */
class Batch {
  articles = 0
  furniture = 0
  #kept: ReadShare[] = []
  #waiting = 0
  #length = 0

  add(share: ReadShare, length: number): void {
    this.#kept.push(share)
    this.articles += share.articles.length
    this.furniture += share.furniture.length
    this.#waiting += share.articles.length
    this.#length += length
  }

  get full(): boolean {
    return this.#waiting >= BATCH_ARTICLES || this.#length >= BATCH_LENGTH
  }

  get filled(): boolean {
    return this.#kept.some(({ articles, furniture }) => articles.length + furniture.length > 0)
  }

  take(): ReadEvent {
    const kept = this.#kept
    this.#kept = []
    this.#waiting = 0
    this.#length = 0
    return {
      kind: 'page',
      articles: kept.flatMap((share) => share.articles),
      furniture: kept.flatMap((share) => share.furniture),
      unsure: kept.reduce((sum, share) => sum + share.unsure, 0),
      ...(kept[0]?.lines !== undefined && { lines: kept.flatMap((share) => share.lines ?? []), borders: kept.flatMap((share) => share.borders ?? []) }),
    }
  }
}
