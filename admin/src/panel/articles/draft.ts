// What did the editor change? A draft is text a field; only what differs from the article as it was read is sent.
import type { ArticleAnswer } from '../../../../server/src/http/contract/articles.ts'
import { statedDay } from '../../evidence/numbers.ts'

export const EDITED = ['headline', 'dek', 'byline', 'dateline', 'publisher', 'publishedAt', 'language', 'completeness', 'tags'] as const
export type Draft = Readonly<Record<(typeof EDITED)[number], string>>

const OPTIONAL: ReadonlySet<string> = new Set(['dek', 'dateline', 'publisher', 'publishedAt'])

export function draftOf(article: ArticleAnswer): Draft {
  const { headline, dek = '', byline, dateline = '', publisher = '', publishedAt = '', language, completeness, tags } = article
  return { headline, dek, byline: byline.join('\n'), dateline, publisher, publishedAt: statedDay(publishedAt) ?? publishedAt, language, completeness, tags: tags.join(', ') }
}

/** As the contract takes it: lists as lists, `null` to take a value away. */
export function changesOf(draft: Draft, base: ArticleAnswer): Record<string, unknown> {
  const before = draftOf(base)
  const changed = EDITED.filter((field) => draft[field].trim() !== before[field])
  return Object.fromEntries(changed.map((field) => [field, valueOf(field, draft[field].trim())]))
}

/** Fields in which two drafts differ. */
export function differing(one: Draft, other: Draft): readonly (keyof Draft)[] {
  return EDITED.filter((field) => one[field] !== other[field])
}

function valueOf(field: keyof Draft, text: string): unknown {
  if (field === 'byline') return text.split('\n').map((name) => name.trim()).filter((name) => name !== '')
  if (field === 'tags') return text.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '')
  return text === '' && OPTIONAL.has(field) ? null : text
}
