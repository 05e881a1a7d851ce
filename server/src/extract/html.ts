// Which text is the story, on a web page? The whole visible text is kept, and what is not the story is marked with its reason.
import { readByline } from '../domain/byline.ts'
import { isDateLine } from '../domain/dateline.ts'
import type { FurnitureReason } from '../domain/document.ts'
import { foldLine, lineKey } from '../domain/line.ts'
import type { Block, Clue, Page } from '../domain/page.ts'
import { wellFormed } from '../domain/text.ts'
import { furnitureReason, markFurniture } from './furniture/mark.ts'
import { cluesOf } from './html/clues.ts'
import { judgeBlocks } from './html/judge.ts'
import { type SeenBlock, sieve, type Sieved } from './html/sieve.ts'
import { readSignature, type Signature } from './html/signature.ts'
import { findStory } from './html/story.ts'

// A page that shows fewer letters than this may show its story by script only; then the hidden parts are read as well.
const BARE_PAGE = 400

/** Any markup whatever gives a page, in time linear in its length. */
export function htmlPage(raw: string): Page {
  const html = wellFormed(raw)
  const shown = sieve(html, false)
  const letters = shown.blocks.reduce((sum, block) => sum + block.text.length, 0)
  const page = letters < BARE_PAGE ? sieve(html, true) : shown
  const headings = page.blocks.filter((block) => block.kind === 'heading' && block.level === 1 && block.text !== '').map((block) => block.text)
  const clues = cluesOf(page.head, headings)
  const headline = clues.find((clue) => clue.field === 'headline')?.value
  const verdicts = judgeBlocks(page, findStory(page))
  const title = titleBlock(page, verdicts, headline)
  return { ...layOut(page, verdicts, title), clues: withShown(clues, readSignature(page, title)), wholeArticle: false, issues: [] }
}

/** With what the page shows near its headline: names where it states none but its own; days too, for the earlier one counts. */
function withShown(stated: readonly Clue[], { names, moment, dayLine }: Signature): readonly Clue[] {
  const site = lineKey(stated.find((clue) => clue.field === 'publisher')?.value ?? '')
  const persons = stated.filter((clue) => clue.field === 'byline' && lineKey(clue.value) !== site)
  const rest = names.length > 0 && persons.length === 0 ? stated.filter((clue) => clue.field !== 'byline') : stated
  const signed = rest === stated ? [] : names
  return [
    ...rest,
    ...signed.map((value): Clue => ({ field: 'byline', value, source: 'markup' })),
    ...[dayLine, moment].flatMap((value): Clue[] => (value === undefined ? [] : [{ field: 'publishedAt', value, source: 'markup' }])),
  ]
}

function layOut(page: Sieved, verdicts: ReadonlyMap<number, FurnitureReason>, title: number | undefined): Pick<Page, 'text' | 'blocks'> {
  const parts: string[] = []
  const blocks: Block[] = []
  let at = 0
  for (const seen of page.blocks) {
    if (seen.text === '') continue
    const reason = seen.id === title || isHeadLine(page, seen, title, verdicts) ? undefined : verdicts.get(seen.id)
    blocks.push({
      span: { begin: at, end: at + seen.text.length },
      text: seen.text,
      kind: seen.kind,
      ...(seen.level === undefined ? {} : { level: seen.level }),
      ...(reason === undefined ? {} : { furniture: reason }),
    })
    parts.push(seen.text)
    at += seen.text.length + 1
  }
  return { text: parts.join('\n'), blocks: markFurniture(blocks) }
}

/** The block that shows the headline: the heading that says it, or the last one above the story. */
function titleBlock(page: Sieved, verdicts: ReadonlyMap<number, FurnitureReason>, headline: string | undefined): number | undefined {
  const first = page.blocks.find((block) => block.text !== '' && !verdicts.has(block.id))
  if (headline === undefined) return undefined
  const wanted = lineKey(headline)
  const saying = page.blocks.filter((block) => block.text.length < 400 && (lineKey(block.text) === wanted || (block.level === 1 && lineKey(block.text).startsWith(`${wanted} `))))
  const above = saying.filter((block) => first === undefined || block.id <= first.id)
  return (saying.find((block) => block.kind === 'heading' && block.level === 1) ?? above.at(-1))?.id
}

const FAR = 25

/** Byline and date between the headline and the story's first words: part of the article's head, though no story. */
function isHeadLine(page: Sieved, block: SeenBlock, title: number | undefined, verdicts: ReadonlyMap<number, FurnitureReason>): boolean {
  if (title === undefined || block.id <= title || block.id > title + FAR || block.text.length > 160) return false
  if (!verdicts.has(block.id) || page.blocks.slice(title + 1, block.id).filter((other) => !verdicts.has(other.id) && other.text.length > 200).length > 1) return false
  const line = foldLine(block.text)
  return furnitureReason({ span: { begin: 0, end: 0 }, text: line, kind: block.kind }) === undefined && ((readByline(line)?.names.length ?? 0) > 0 || isDateLine(line))
}
