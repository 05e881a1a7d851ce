// What does an editor's correction change? The named columns, and where the field's words come from. An empty text
// takes an optional field away; a field that isn't given stays.
import type { Updateable } from 'kysely'
import { ARTICLE_FIELDS, type ArticleField, type FieldGround } from '../../domain/article.ts'
import type { ArticleChanges } from '../port.ts'
import { textOf } from './rows.ts'
import type { ArticleTable } from './tables.ts'

type Field = ArticleField | 'tags'

export interface Corrections {
  readonly columns: Updateable<ArticleTable>
  readonly fields: readonly Field[]
}

export function corrections(changes: ArticleChanges): Corrections {
  const fields = [...ARTICLE_FIELDS, 'tags' as const].filter((field) => changes[field] !== undefined)
  const columns: Updateable<ArticleTable> = {
    headline: changes.headline,
    dek: optional(changes.dek),
    byline: changes.byline && textOf(changes.byline),
    dateline: optional(changes.dateline),
    publisher: optional(changes.publisher),
    published_at: optional(changes.publishedAt),
    language: changes.language,
    completeness: changes.completeness,
    tags: changes.tags && textOf(changes.tags),
  }
  return { columns, fields }
}

/** The corrected fields' words are the editor's from now on. */
export function correctedGrounds(grounds: readonly FieldGround[], changes: ArticleChanges, fields: readonly Field[]): FieldGround[] {
  const kept = grounds.filter((ground) => !fields.includes(ground.field))
  const corrected = fields.flatMap((field): FieldGround[] => {
    if (field === 'tags') return []
    const value = changes[field]
    return [{ field, source: 'editor', words: typeof value === 'string' ? value : (value ?? []).join(', ') }]
  })
  return [...kept, ...corrected]
}

function optional(value: string | undefined): string | null | undefined {
  return value === '' ? null : value
}
