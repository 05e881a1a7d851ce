// Which text is the story in a PDF? The page says only where each piece of text stands: lines, columns, paragraphs and
// running heads are told from positions. No script, font or picture of the file is run or drawn.
import { readFile } from 'node:fs/promises'
import { getDocumentProxy } from 'unpdf'
import type { Clue } from '../domain/page.ts'
import { ProblemError } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { pageOfParts } from './assemble.ts'
import { figure, textTooLong } from './decode.ts'
import type { Extracted, FormattedFile } from './extract.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfItem, PdfLine } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'

/** Pages of one file that are read; the longest newspaper issue has some hundred. */
const PAGES = 2000
/** Pieces of text on one page; a broadsheet set letter by letter has some fifty thousand. */
const PAGE_PIECES = 200_000

/** As pdf.js gives it; marks without text have no `str`. */
interface RawItem {
  readonly str?: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>

export async function* pdfPages(file: FormattedFile, limits: ReadLimits): AsyncIterable<Extracted> {
  const pdf = await opened(file)
  if (pdf.numPages > PAGES) {
    throw new ProblemError('file-too-large', `“${file.name}” has ${figure(pdf.numPages)} pages; the limit is ${figure(PAGES)}.`)
  }
  try {
    const pages: (readonly PdfLine[])[] = []
    let length = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const items = await itemsOf(pdf, number, file.name)
      length += items.reduce((sum, item) => sum + item.text.length, 0)
      if (length > limits.textLength) throw textTooLong(file.name, limits)
      pages.push(linesOf(items))
    }
    yield pageOfParts(paragraphsOf(pages), await cluesOf(pdf))
  } catch (cause) {
    throw cause instanceof ProblemError ? cause : damaged(file, cause)
  } finally {
    await pdf.destroy()
  }
}

async function opened(file: FormattedFile): Promise<PdfDocument> {
  const bytes = new Uint8Array(await readFile(file.path))
  try {
    return await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false, verbosity: 0 })
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new ProblemError('encrypted', `“${file.name}” asks for a password.`, [], { cause })
    }
    throw damaged(file, cause)
  }
}

function damaged(file: FormattedFile, cause: unknown): ProblemError {
  return new ProblemError('damaged', `“${file.name}” is not a readable PDF: its structure is damaged.`, [], { cause })
}

/** Read as a stream, so that a page of endless text ends at the limit and not in the memory. */
async function itemsOf(pdf: PdfDocument, number: number, name: string): Promise<readonly PdfItem[]> {
  const page = await pdf.getPage(number)
  const reader = (page.streamTextContent() as ReadableStream<{ items: readonly RawItem[] }>).getReader()
  const items: PdfItem[] = []
  let pieces = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    pieces += chunk.value.items.length
    if (pieces > PAGE_PIECES) {
      const tooMuch = new ProblemError('file-too-large', `Page ${number} of “${name}” has more than ${figure(PAGE_PIECES)} pieces of text, the limit for one page.`)
      await reader.cancel(tooMuch)
      throw tooMuch
    }
    for (const item of chunk.value.items) if (item.str) items.push(...upright(item, item.str))
  }
  page.cleanup()
  return items
}

// Text on its side is a picture's credit or a watermark.
function upright(item: RawItem, text: string): readonly PdfItem[] {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform
  return Math.abs(b) > Math.abs(a) ? [] : [{ text, x, y, width: item.width, size: item.height || Math.hypot(a, b) }]
}

// Only what is a statement by a person: programs fill in the title with a file's name.
async function cluesOf(pdf: PdfDocument): Promise<readonly Clue[]> {
  const { info } = (await pdf.getMetadata()) as { info: Readonly<Record<string, unknown>> }
  const clues: Clue[] = []
  const title = info['Title']
  if (typeof title === 'string' && /\S\s+\S+\s+\S/.test(title) && !/\.(docx?|indd|pdf|qxd|pages|html?)\b|^Microsoft /i.test(title)) {
    clues.push({ field: 'headline', value: title.trim(), source: 'markup' })
  }
  const author = info['Author']
  if (typeof author === 'string' && /^\p{Lu}\p{L}+(\s+\p{Lu}[\p{L}.'’-]*){1,3}$/u.test(author.trim())) {
    clues.push({ field: 'byline', value: author.trim(), source: 'markup' })
  }
  return clues
}
