// Which lines belong together? A part a border: one article, or furniture only.
import type { ReadLine, RehearsedArticle, RehearsedDocument } from './rehearsed.ts'

export interface Part {
  readonly begin: number
  readonly end: number
  readonly confidence: 'high' | 'medium' | 'low'
  readonly hints: readonly string[]
  readonly lines: readonly ReadLine[]
  readonly article?: RehearsedArticle
  /** Of articles, from 1. */
  readonly number: number
  /** The field that a line gave, by the begin of the line. */
  readonly fields: ReadonlyMap<number, string>
}

const known = new WeakMap<RehearsedDocument, readonly Part[]>()

/** Made once a document, so that parts that stay are not drawn again. */
export function partsOf(document: RehearsedDocument): readonly Part[] {
  const parts = known.get(document) ?? made(document)
  known.set(document, parts)
  return parts
}

export function partOf(document: RehearsedDocument, article: RehearsedArticle): Part | undefined {
  return partsOf(document).find((part) => part.article?.id === article.id)
}

function made({ reading, articles }: RehearsedDocument): readonly Part[] {
  if (reading === undefined) return []
  let number = 0
  let from = 0
  return reading.borders.map((border, index) => {
    const begin = border.at
    const end = reading.borders[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const first = from
    while (from < reading.lines.length && (reading.lines[from]?.span.begin ?? 0) < end) from++
    const article = articles.find(({ span }) => span.begin >= begin && span.begin < end)
    if (article !== undefined) number++
    const { confidence, hints } = border
    return { begin, end, confidence, hints, lines: reading.lines.slice(first, from), number, fields: fieldsOf(article), ...(article !== undefined && { article }) }
  })
}

function fieldsOf(article: RehearsedArticle | undefined): ReadonlyMap<number, string> {
  const fields = new Map<number, string>()
  for (const { source, span, field } of article?.grounds ?? []) {
    if (source === 'text' && span !== undefined && field !== 'completeness' && field !== 'language' && !fields.has(span.begin)) fields.set(span.begin, field)
  }
  return fields
}
