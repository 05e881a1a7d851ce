// What does a test ask of a format? Its pages, read from bytes as a received file would be.
import type { MediaType } from '../../src/domain/document.ts'
import type { Page } from '../../src/domain/page.ts'
import { extractPages } from '../../src/extract/extract.ts'
import type { Extracted } from '../../src/extract/extract.ts'
import { all, LIMITS, received } from '../intake/scratch.ts'

export async function extracted(folder: string, mediaType: MediaType, bytes: string | Buffer, limits = LIMITS): Promise<readonly Extracted[]> {
  const file = received(folder, `file.${mediaType.split('/')[1]}`, bytes)
  return all(extractPages({ ...file, mediaType, encoding: 'utf-8' }, limits))
}

export async function onePage(folder: string, mediaType: MediaType, bytes: string | Buffer): Promise<Page> {
  const [page] = pagesOf(await extracted(folder, mediaType, bytes))
  if (page === undefined) throw new Error('no page')
  return page
}

export function pagesOf(pieces: readonly Extracted[]): readonly Page[] {
  return pieces.flatMap((piece) => ('blocks' in piece ? [piece] : []))
}

/** Line and sentence of each record that could not be read. */
export function faultsOf(pieces: readonly Extracted[]): readonly string[] {
  return pieces.flatMap((piece) => ('recordProblem' in piece ? [`${piece.recordProblem.line}: ${piece.recordProblem.problem.detail}`] : []))
}

/** The value of each clue, by field. */
export function clues(page: Page): Readonly<Record<string, string | readonly string[]>> {
  const found: Record<string, string | readonly string[]> = {}
  for (const { field, value } of page.clues) found[field] = field in found ? [found[field] ?? '', value].flat() : value
  return found
}

/** Each block with what is known of it: `heading1 Title`, `page-number 3`, `paragraph Text`. */
export function outline(page: Page): readonly string[] {
  return page.blocks.map((block) => `${block.furniture ?? block.kind}${block.level ?? ''} ${block.text}`)
}
