// Which text is the story? One file a format; this door opens the right one.
import type { MediaType } from '../domain/document.ts'
import type { Page } from '../domain/page.ts'
import type { Problem } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { readWholeText } from './decode.ts'
import { htmlPage } from './html.ts'
import { textPage } from './text.ts'

export { htmlPage, textPage }

export interface FormattedFile {
  readonly path: string
  /** As the sender named it; for sentences only. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: MediaType
  /** Of text formats: a label that iconv-lite knows. */
  readonly encoding?: string
}

export type Extracted =
  | Page
  /** A record that could not be read, by the line that it begins on; the others go on. */
  | { readonly recordProblem: { readonly line: number; readonly problem: Problem } }
  /** A file that came with a mail. */
  | { readonly attachment: { readonly name: string; readonly content: Uint8Array } }

type Extract = (file: FormattedFile, limits: ReadLimits) => AsyncIterable<Extracted>

/** Pages in the order of the file. Throws a `ProblemError` where the file as a whole cannot be read. */
export async function* extractPages(file: FormattedFile, limits: ReadLimits): AsyncIterable<Extracted> {
  const extract = await EXTRACTORS[file.mediaType]()
  yield* extract(file, limits)
}

// The libraries behind some formats take long to load: each is loaded when its first file comes.
const EXTRACTORS: Readonly<Record<MediaType, () => Promise<Extract>>> = {
  'text/plain': async () => wholeText(textPage),
  'text/html': async () => wholeText(htmlPage),
  'text/markdown': async () => wholeText((await import('./markdown.ts')).markdownPage),
  'application/json': async () => (await import('./json.ts')).jsonPages,
  'application/x-ndjson': async () => (await import('./jsonl.ts')).jsonlPages,
  'text/csv': async () => (await import('./csv.ts')).csvPages,
  'application/pdf': async () => (await import('./pdf.ts')).pdfPages,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async () => (await import('./docx.ts')).docxPages,
  'message/rfc822': async () => (await import('./mail.ts')).mailPages,
  'application/zip': async () => () => { throw new Error('an archive has members, no pages') },
}

function wholeText(toPage: (text: string) => Page): Extract {
  return async function* (file, limits) {
    yield toPage(await readWholeText(file, limits))
  }
}
