// What does one file hold? The front half of the way, read as one sentence:
// identify, extract, split, describe, normalise, fingerprint. Runs in a reader process; it keeps nothing.
import { describeUnit } from './describe/describe.ts'
import type { Furniture } from './domain/document.ts'
import type { Page } from './domain/page.ts'
import { ProblemError } from './domain/problem.ts'
import type { ReadArticle, ReadEvent, ReadLimits, SourceFile } from './domain/reading.ts'
import { shiftSpan } from './domain/span.ts'
import type { SenderNote } from './domain/document.ts'
import { extractPages } from './extract/extract.ts'
import { fingerprint } from './fingerprint/fingerprint.ts'
import { identify, members, spoolAttachment } from './intake/intake.ts'
import { comparable } from './normalise/normalise.ts'
import { splitPage } from './split/split.ts'

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
      batch.add(readPage(piece, base, file.note), piece.text.length)
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

interface PageShare {
  readonly articles: readonly ReadArticle[]
  readonly furniture: readonly Furniture[]
}

/** From a page to articles with fingerprints; spans are into the document's whole text, where the page begins at `base`. */
export function readPage(page: Page, base: number, note: SenderNote): PageShare {
  const articles: ReadArticle[] = []
  const furniture: Furniture[] = []
  for (const unit of splitPage(page)) {
    const described = describeUnit(page, unit, note)
    furniture.push(...described.furniture.map((piece) => ({ ...piece, span: shiftSpan(piece.span, base) })))
    if (described.article === undefined) continue
    const print = fingerprint(comparable(described.article.body))
    articles.push({ draft: base === 0 ? described.article : shifted(described.article, base), fingerprint: print })
  }
  return { articles, furniture }
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

class Batch {
  articles = 0
  furniture = 0
  #kept: { articles: ReadArticle[]; furniture: Furniture[] } = { articles: [], furniture: [] }
  #length = 0

  add(share: PageShare, length: number): void {
    for (const article of share.articles) this.#kept.articles.push(article)
    for (const piece of share.furniture) this.#kept.furniture.push(piece)
    this.articles += share.articles.length
    this.furniture += share.furniture.length
    this.#length += length
  }

  get full(): boolean {
    return this.#kept.articles.length >= BATCH_ARTICLES || this.#length >= BATCH_LENGTH
  }

  get filled(): boolean {
    return this.#kept.articles.length > 0 || this.#kept.furniture.length > 0
  }

  take(): ReadEvent {
    const event: ReadEvent = { kind: 'page', ...this.#kept }
    this.#kept = { articles: [], furniture: [] }
    this.#length = 0
    return event
  }
}
