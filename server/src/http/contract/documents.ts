// How is a received file written, and what may be said with an upload?
import { z } from 'zod'
import { FileProblem, GivenTime, Id, Span, Time, listQuery, many, numberOf, switchOf } from './shapes.ts'
import { RelationName } from './matches.ts'

const TAGS_MOST = 50
const WAIT_MOST = 300

export const DocumentStatusName = z.enum(['queued', 'processing', 'done', 'refused', 'failed'])

export const DocumentArticleAnswer = z.strictObject({
  id: Id,
  headline: z.string(),
  span: Span,
  clusterId: Id,
  relation: RelationName.optional(),
})

const FurnitureAnswer = z.strictObject({ span: Span, text: z.string(), reason: z.string(), says: z.string().optional() })

export const DOCUMENT_FIELDS = {
  id: Id,
  upload: Id,
  name: z.string(),
  parent: Id.optional(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  status: DocumentStatusName,
  problem: FileProblem.optional(),
  duplicateOf: Id.optional(),
  articleCount: z.int().meta({ description: 'All of its articles; `articles` lists the first 2,000, fewer in long lists. The rest: `GET /api/articles?documentId=`.' }),
  furniture: many(FurnitureAnswer),
  unsure: z.int().optional().meta({ description: 'Borders of which it is not sure that an article begins there.' }),
  corrected: z
    .strictObject({ id: Id, by: z.string(), at: Time, says: z.string() })
    .optional()
    .meta({ description: 'Who corrected its reading, where somebody did.' }),
  receivedAt: Time,
  settledAt: Time.optional(),
}

export const DocumentAnswer = z.strictObject({ ...DOCUMENT_FIELDS, articles: many(DocumentArticleAnswer) }).meta({ id: 'Document' })
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

export const ReceiptAnswer = z
  .strictObject({ upload: Id, documents: many(z.looseObject({ id: Id, name: z.string(), status: DocumentStatusName })) })
  .meta({ id: 'Receipt', description: 'Documents are whole where the upload was waited for, members of archives included.' })

export const DOCUMENT_SORTS = ['id', 'receivedAt', 'settledAt', 'name', 'size', 'status', 'mediaType'] as const

export const DocumentListQuery = listQuery(DOCUMENT_SORTS, {
  upload: Id.optional(),
  parent: Id.optional(),
  status: DocumentStatusName.optional(),
  name: z.string().max(255).optional(),
})

export const UploadQuery = z.strictObject({
  wait: numberOf(0, WAIT_MOST).optional().meta({ description: 'Seconds to wait until everything is settled; then the answer is 200.' }),
  dryRun: switchOf(false).meta({ description: 'Run the whole pipeline and store nothing.' }),
  detailed: switchOf(false).meta({ description: 'With `dryRun`: tell every line and border too, for correcting.' }),
})

const Tags = z
  .preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(z.string().max(5_000)))
  .transform((given) => [...new Set(given.flatMap((line) => line.split(',')).map((tag) => tag.trim()).filter((tag) => tag !== ''))])
  .refine((tags) => tags.length <= TAGS_MOST, `has more than ${TAGS_MOST} tags`)

const emptyIsAbsent = (given: unknown) => (given === '' ? undefined : given)

/** The text fields of an upload: what the sender says of all its files. */
export const UploadFields = z.strictObject({
  publisher: z.preprocess(emptyIsAbsent, z.string().trim().max(500).optional()),
  publishedAt: z.preprocess(emptyIsAbsent, GivenTime.optional()),
  tags: Tags,
})

/** The whole form, for the documentation. */
export const UploadForm = z.strictObject({
  files: z.array(z.string().meta({ format: 'binary' })),
  publisher: z.string().optional(),
  publishedAt: z.string().optional(),
  tags: z.string().optional().meta({ description: 'Separated by commas; the field may be given several times.' }),
  corrections: z.string().optional().meta({ description: 'JSON: `[{sha256, starts?, marks?, values?}]`, how files are to be read; kept with their bytes.' }),
})

export const FilesForm = z.strictObject({ files: z.array(z.string().meta({ format: 'binary' })) })

export const EventsQuery = z.strictObject({
  upload: Id.optional(),
  topics: z
    .string()
    .regex(/^[a-z]+(,[a-z]+)*$/, 'is a list of topics, separated by commas')
    .transform((topics) => topics.split(','))
    .optional()
    .meta({ type: 'string', description: 'Of `document`, `upload`, `clusters`, `index`; all where absent.' }),
})
