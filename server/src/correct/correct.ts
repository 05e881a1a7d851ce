// What did a person say that it is? Between splitting and describing, borders are moved and lines marked as said; after
// describing, values are put in. What nobody spoke of stays as it was read.
import type { ArticleDraft, ArticleField, FieldGround } from '../domain/article.ts'
import type { CorrectedFields, Corrections } from '../domain/correction.ts'
import type { Block, Page, Unit } from '../domain/page.ts'
import { cutBlocks } from './cut.ts'
import { groupBlocks } from './group.ts'
import { markBlocks } from './mark.ts'

export { unitsByRule } from './by-rule.ts'
export { strikeUnit } from './strike.ts'

/** The same text in other units: all of it, in order, none twice. Places are into the page's text. */
export function correctUnits(page: Page, units: readonly Unit[], { starts, marks }: Corrections): readonly Unit[] {
  if (starts === undefined && marks.length === 0) return units
  const read = units.flatMap((unit) => unit.blocks)
  const edges = marks.flatMap(({ span }) => [span.begin, span.end])
  const blocks = markBlocks(cutBlocks(page.text, read, [...(starts ?? []), ...edges]), marks)
  return starts === undefined ? asBefore(blocks, units) : grouped(blocks, starts)
}

/** The draft with the values that are said of it. `begin` and `end` bound the text that it was read from. */
export function correctDraft(draft: ArticleDraft, begin: number, end: number, { values }: Corrections): ArticleDraft {
  const said = values.filter(({ at }) => at >= begin && at < end)
  return said.reduce((changed, { fields }) => withFields(changed, fields), draft)
}

function grouped(blocks: readonly Block[], starts: readonly number[]): readonly Unit[] {
  return groupBlocks(blocks, starts).map((own) => ({ blocks: own, hints: ['editor'], confidence: 'high' }))
}

/** The borders as they were read, over blocks that were cut. */
function asBefore(blocks: readonly Block[], units: readonly Unit[]): readonly Unit[] {
  let from = 0
  return units.map((unit) => {
    const end = unit.blocks.at(-1)?.span.end ?? 0
    const begin = from
    while (from < blocks.length && (blocks[from]?.span.end ?? 0) <= end) from++
    return { ...unit, blocks: blocks.slice(begin, from) }
  })
}

const OPTIONAL: ReadonlySet<string> = new Set(['dek', 'dateline', 'publisher', 'publishedAt'])

function withFields(draft: ArticleDraft, fields: CorrectedFields): ArticleDraft {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined) as [ArticleField, string | readonly string[]][]
  const away = said.filter(([field, value]) => OPTIONAL.has(field) && value === '').map(([field]) => field)
  const names = new Set<string>(said.map(([field]) => field))
  const grounds: FieldGround[] = said.map(([field, value]) => ({ field, source: 'editor', words: typeof value === 'string' ? value : value.join(', ') }))
  const changed = { ...draft, ...Object.fromEntries(said) } as ArticleDraft
  return {
    ...(Object.fromEntries(Object.entries(changed).filter(([name]) => !away.includes(name as ArticleField))) as unknown as ArticleDraft),
    grounds: [...draft.grounds.filter(({ field }) => !names.has(field)), ...grounds],
    issues: draft.issues.filter(({ code }) => code !== 'no-headline' || !names.has('headline')),
  }
}
