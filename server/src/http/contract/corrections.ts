// How is said that a file is to be read otherwise? Places are offsets into the document's whole text, as its reading tells them.
import { z } from 'zod'
import { ARTICLE_HEAD } from './articles.ts'
import { DOCUMENT_FIELDS, DocumentArticleAnswer } from './documents.ts'
import { GivenTime, Span, many } from './shapes.ts'

const PLACES_MOST = 10_000
const LINE_MOST = 2_000
const NAMES_MOST = 50
const BYTES = /^[0-9a-f]{64}$/

const Place = z.int().min(0)
const Line = z.string().trim().min(1).max(LINE_MOST)
/** A text, or an empty one that takes the value away. */
const OptionalLine = z.string().trim().max(LINE_MOST)

const CorrectedFields = z
  .strictObject({
    headline: Line,
    dek: OptionalLine,
    byline: z.array(Line).max(NAMES_MOST),
    dateline: OptionalLine,
    publisher: OptionalLine,
    publishedAt: z.union([z.literal(''), GivenTime]),
    language: z.string().regex(/^[a-z]{2,3}$/, 'is not an ISO 639 code in lower case'),
  })
  .partial()

const CORRECTIONS = {
  starts: z.array(Place).max(PLACES_MOST).optional().meta({ description: 'Where articles begin, all of them; absent: as the archive reads it.' }),
  marks: z
    .array(z.strictObject({ span: Span, is: z.enum(['furniture', 'text', 'heading']) }))
    .max(PLACES_MOST)
    .default([]),
  values: z
    .array(z.strictObject({ at: Place.meta({ description: 'Any place in the article.' }), fields: CorrectedFields }))
    .max(PLACES_MOST)
    .default([]),
}

export const CorrectionsBody = z.strictObject(CORRECTIONS).meta({ id: 'Corrections' })

const BoundCorrections = z.strictObject({ sha256: z.string().regex(BYTES, 'is not a SHA-256 in hexadecimal'), ...CORRECTIONS })

/** In a form: JSON, a list with one entry for each file that is to be read otherwise. */
export const CorrectionsField = z.preprocess(
  (given, context) => {
    if (given === undefined || given === '') return []
    try {
      return JSON.parse(String(given)) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' })
      return z.NEVER
    }
  },
  z.array(BoundCorrections).max(1_000),
)

export const ReadingBody = z
  .strictObject({
    corrections: CorrectionsBody,
    base: z.string().max(64).nullable().meta({ description: 'As told with the reading that the corrections are made to; 409 where another stands by now.' }),
  })
  .meta({ id: 'ReadingChange' })

const DetailedReading = z.strictObject({
  lines: many(z.strictObject({ span: Span, text: z.string(), as: z.enum(['heading', 'body', 'furniture']), reason: z.string().optional() })),
  borders: many(z.strictObject({ at: Place, hints: many(z.string()), confidence: z.enum(['high', 'medium', 'low']) })),
})

const RehearsedDocument = z.strictObject({
  ...DOCUMENT_FIELDS,
  articles: many(z.strictObject({ ...z.object(ARTICLE_HEAD).partial().shape, ...DocumentArticleAnswer.shape, body: z.string() })),
  reading: DetailedReading.optional().meta({ description: 'Every line and what it was taken for, and where articles begin; where `detailed` was asked for.' }),
  corrections: CorrectionsBody.optional().meta({ description: 'Those that it was read with.' }),
})
export type RehearsedDocument = z.infer<typeof RehearsedDocument>

export const RehearsalAnswer = z
  .strictObject({ upload: z.string(), documents: many(RehearsedDocument) })
  .meta({ id: 'Rehearsal', description: 'Nothing is stored: the ids hold in this answer only.' })

export const ReadingAnswer = z
  .strictObject({ document: RehearsedDocument, base: z.string().nullable().meta({ description: 'Names the corrections that stand; null where nobody made any.' }) })
  .meta({ id: 'Reading' })
export type ReadingAnswer = z.infer<typeof ReadingAnswer>

export const ReadingQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).transform((value) => value === 'true').default(false).meta({ description: 'Show what would be, and store nothing.' }) })
