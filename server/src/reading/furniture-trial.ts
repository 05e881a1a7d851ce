// What would a rule on page furniture strike? Every live article of the archive is held against it, a paragraph at a time,
// on the thread that does the heavy work; nothing is changed.
import { fitsPattern, type FurnitureRule, rulesFor } from '../domain/furniture-rule.ts'
import type { ArchiveStore } from '../store/port.ts'

export interface RuleTrial {
  /** Those that it fits, for reading their files again; the first so many. */
  readonly articleIds: readonly string[]
  readonly articles: number
  readonly lines: number
  readonly looked: number
  readonly samples: readonly { readonly articleId: string; readonly headline: string; readonly publisher?: string; readonly line: string }[]
}

const SAMPLES = 8
/** As many as one task may name. */
const NAMED = 10_000
const SAMPLE_LENGTH = 300

export async function tryRule(given: Pick<FurnitureRule, 'pattern' | 'publisher'>, store: ArchiveStore): Promise<RuleTrial> {
  const rule = { ...given, id: '', by: '' }
  const samples: { articleId: string; headline: string; publisher?: string; line: string }[] = []
  const articleIds: string[] = []
  let [articles, lines, looked] = [0, 0, 0]
  for await (const { id, headline, publisher, body } of store.articles.each()) {
    if (rulesFor([rule], publisher).length === 0) continue
    looked++
    const struck = body.split('\n\n').filter((paragraph) => fitsPattern(rule.pattern, paragraph))
    if (struck.length === 0) continue
    articles++
    if (articleIds.length < NAMED) articleIds.push(id)
    lines += struck.length
    if (samples.length < SAMPLES) samples.push({ articleId: id, headline, ...(publisher !== undefined && { publisher }), line: (struck[0] ?? '').slice(0, SAMPLE_LENGTH) })
  }
  return { articleIds, articles, lines, looked, samples }
}
