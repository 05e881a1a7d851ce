// How many articles is it? A digest is cut where more than one hint agrees; a single article never is.
import type { Page, Unit } from '../domain/page.ts'

/** The units hold all blocks of the page, in order. */
export function splitPage(page: Page): readonly Unit[] {
  return [{ blocks: page.blocks, hints: [] }]
}
