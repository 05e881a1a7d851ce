// How is an article written, listed and changed?
import { z } from 'zod'
import { ARTICLE_FIELDS } from '../../domain/article.ts'
import { GivenTime, Id, Issue, Span, Time, listQuery, many, switchOf } from './shapes.ts'
import { MatchAnswer, RelationName } from './matches.ts'

const LINE_MOST = 2_000
const NAMES_MOST = 50
/** Most ids in one `by-id` call. */
export const IDS_MOST = 1_000

export const Completeness = z.enum(['complete', 'incomplete'])
export const ArticleStatusName = z.enum(['live', 'binned'])

/** All that is said of an article but its body; a search hit is made of the same. */
export const ARTICLE_HEAD = {
  id: Id,
  externalId: z.string().optional(),
  url: z.string().optional(),
  documentId: Id,
  documentName: z.string(),
  span: Span,
  headline: z.string(),
  dek: z.string().optional(),
  byline: many(z.string()),
  dateline: z.string().optional(),
  publisher: z.string().optional(),
  publishedAt: Time.optional(),
  language: z.string().meta({ description: 'ISO 639-1, `und` where it cannot be told.' }),
  wordCount: z.int(),
  completeness: Completeness,
  clusterId: Id,
  clusterSize: z.int(),
  principal: z.boolean(),
  relation: MatchAnswer.optional().meta({ description: 'To the principal of its cluster; absent for the principal.' }),
  issues: many(Issue),
  grounds: many(
    z.strictObject({
      field: z.enum(ARTICLE_FIELDS),
      source: z.enum(['text', 'markup', 'record', 'sender', 'body', 'editor']),
      words: z.string(),
      span: Span.optional(),
    }),
  ),
  tags: many(z.string()),
  status: ArticleStatusName,
  version: z.int(),
  createdAt: Time,
  updatedAt: Time,
}

export const ArticleAnswer = z.strictObject({ ...ARTICLE_HEAD, body: z.string() }).meta({ id: 'Article' })
export type ArticleAnswer = z.infer<typeof ArticleAnswer>

export const ListedArticleAnswer = z
  .strictObject({ ...ARTICLE_HEAD, body: z.string().optional().meta({ description: 'Absent where the list was asked for without.' }) })
  .meta({ id: 'ListedArticle' })

export const ARTICLE_SORTS = ['id', 'publishedAt', 'createdAt', 'updatedAt', 'headline', 'publisher', 'language', 'wordCount', 'completeness'] as const

export const ArticleListQuery = listQuery(ARTICLE_SORTS, {
  documentId: Id.optional(),
  clusterId: Id.optional(),
  publisher: z.string().max(LINE_MOST).optional(),
  language: z.string().max(16).optional(),
  relation: RelationName.optional(),
  completeness: Completeness.optional(),
  status: ArticleStatusName.optional(),
  tags: z.string().max(LINE_MOST).optional().meta({ description: 'Articles that have this tag.' }),
  publishedFrom: GivenTime.optional(),
  publishedTo: GivenTime.optional(),
  createdFrom: GivenTime.optional(),
  createdTo: GivenTime.optional(),
  q: z.string().max(LINE_MOST).optional().meta({ description: 'Words of headline or publisher, each of them; for words of the text see `GET /api/search`.' }),
  body: switchOf(true).meta({ description: '`false`: without the texts, for a list that shows none.' }),
})

const Line = z.string().trim().min(1).max(LINE_MOST)

/** What an editor may correct; `null` takes a value away. */
export const ArticlePatch = z
  .strictObject({
    headline: Line,
    dek: Line.nullable(),
    byline: z.array(Line).max(NAMES_MOST),
    dateline: Line.nullable(),
    publisher: Line.nullable(),
    publishedAt: GivenTime.nullable(),
    language: z.string().regex(/^[a-z]{2,3}$/, 'is not an ISO 639 code in lower case'),
    completeness: Completeness,
    tags: z.array(z.string().trim().min(1).max(100)).max(NAMES_MOST),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'names nothing to change')
  .meta({ id: 'ArticlePatch' })

export const IdsBody = z.strictObject({ ids: z.array(z.string().max(64)).max(IDS_MOST) }).meta({ id: 'Ids' })
