// What does the article say of itself? Each answer is tied to the words that it was read from.
import type { ArticleDraft } from '../domain/article.ts'
import type { Furniture, SenderNote } from '../domain/document.ts'
import type { Page, Unit } from '../domain/page.ts'

export interface Described {
  /** Absent where the unit is furniture and nothing else. */
  readonly article?: ArticleDraft
  readonly furniture: readonly Furniture[]
}

/** Heading, body and furniture spans together are the unit's text but white space, without overlap. */
export function describeUnit(page: Page, unit: Unit, note: SenderNote): Described {
  const furniture = unit.blocks.flatMap((block) =>
    block.furniture === undefined ? [] : [{ span: block.span, text: block.text, reason: block.furniture }])
  const story = unit.blocks.filter((block) => block.furniture === undefined)
  const first = story[0]
  const last = story.at(-1)
  if (first === undefined || last === undefined) return { furniture }
  const body = story.length > 1 ? story.slice(1) : story
  const article: ArticleDraft = {
    span: { begin: first.span.begin, end: last.span.end },
    headline: first.text.slice(0, 200),
    byline: [],
    ...(note.publisher === undefined ? {} : { publisher: note.publisher }),
    ...(note.publishedAt === undefined ? {} : { publishedAt: note.publishedAt }),
    language: 'und',
    body: body.map((block) => block.text.replace(/\s+/g, ' ')).join('\n\n'),
    bodySpans: body.map((block) => block.span),
    headingSpans: story.length > 1 ? [first.span] : [],
    wordCount: body.join(' ').split(/\s+/).length,
    completeness: 'complete',
    grounds: [],
    issues: page.issues,
  }
  return { article, furniture }
}
