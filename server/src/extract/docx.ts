// Which text is the story in a Word file? mammoth gives clean HTML by styles and leaves out headers and footers.
import mammoth from 'mammoth'
import { ProblemError } from '../domain/problem.ts'
import type { ReadLimits } from '../domain/reading.ts'
import { textTooLong } from './decode.ts'
import type { Extracted, FormattedFile } from './extract.ts'
import { fragmentPage } from './fragment.ts'

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"]

/** The sizes of its members were judged when it was identified: mammoth inflates them all. */
export async function* docxPages(file: FormattedFile, limits: ReadLimits): AsyncIterable<Extracted> {
  const html = await converted(file)
  if (html.length > limits.textLength) throw textTooLong(file.name, limits)
  yield fragmentPage(html)
}

async function converted(file: FormattedFile): Promise<string> {
  // Pictures would become megabytes of text.
  const noPictures = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    return (await mammoth.convertToHtml({ path: file.path }, { styleMap: STYLES, convertImage: noPictures })).value
  } catch (cause) {
    throw new ProblemError('damaged', `“${file.name}” is not a readable Word file: its content is malformed.`, [], { cause })
  }
}
