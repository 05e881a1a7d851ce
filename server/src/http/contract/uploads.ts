// How is an upload written: what was received, and what came of each of its files?
import { z } from 'zod'
import { DocumentAnswer } from './documents.ts'
import { Id, Time, listQuery, many, switchOf } from './shapes.ts'

export const OUTCOMES = ['waiting', 'new', 'copy', 'archive', 'refused', 'failed'] as const

export const OutcomeName = z.enum(OUTCOMES).meta({
  id: 'Outcome',
  description: 'Of one file. `new`: at least one article that nobody told before; `copy`: none, or the same bytes came before; `archive`: only other files.',
})

export const UploadAnswer = z
  .strictObject({
    id: Id,
    receivedAt: Time,
    settledAt: Time.optional().meta({ description: 'Absent while something waits or runs.' }),
    name: z.string().meta({ description: 'Of the first file.' }),
    files: z.int().meta({ description: 'Members of archives included; the sum of the outcomes.' }),
    bytes: z.int(),
    outcomes: z.strictObject({ waiting: z.int(), new: z.int(), copy: z.int(), archive: z.int(), refused: z.int(), failed: z.int() }),
    attention: z.int().meta({ description: 'Files that somebody should look at: refused, failed, or split where it is not sure.' }),
    again: z.int().meta({ description: 'Refused or failed files that may be read if they are tried again; the others must be mended and sent anew.' }),
    corrected: z.int().meta({ description: 'Files whose reading a person corrected.' }),
    removed: z
      .strictObject({ files: z.int(), at: Time, by: z.string().optional() })
      .optional()
      .meta({ description: 'Files that were taken out again; the other figures leave them out.' }),
    articles: z.strictObject({ new: z.int(), copies: z.int() }).meta({ description: 'Articles read from its files: those that nobody told before, and the others.' }),
  })
  .meta({ id: 'Upload' })
export type UploadAnswer = z.infer<typeof UploadAnswer>

export const UploadListQuery = listQuery(['receivedAt'], {})

const { furniture: _left, ...FILE_FIELDS } = DocumentAnswer.shape

export const UploadFileAnswer = z
  .strictObject({ ...FILE_FIELDS, outcome: OutcomeName, ahead: z.int().optional().meta({ description: 'Of a file that waits: how many are read before it.' }), copies: many(Id).meta({ description: 'Those of `articles` that were told before.' }) })
  .meta({ id: 'UploadFile' })
export type UploadFileAnswer = z.infer<typeof UploadFileAnswer>

export const UploadChangeAnswer = z.strictObject({ upload: Id, files: z.int() }).meta({ id: 'UploadChange' })

export const UploadFilesQuery = listQuery(['id', 'name', 'size', 'status'], {
  attention: switchOf(false).meta({ description: 'Only files that somebody should look at.' }),
  again: switchOf(false).meta({ description: 'Only refused or failed files that may be read if they are tried again.' }),
  outcome: z
    .string()
    .transform((names) => names.split(','))
    .pipe(z.array(OutcomeName).min(1).max(OUTCOMES.length))
    .optional()
    .meta({ type: 'string', description: 'Outcomes, separated by commas.' }),
})
