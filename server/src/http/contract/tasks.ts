// How is one thing done to many articles, and what came of it?
import { z } from 'zod'
import { BULK_KINDS } from '../../domain/task.ts'
import { ArticleStatusName, Completeness } from './articles.ts'
import { RelationName } from './matches.ts'
import { FileProblem, GivenTime, Id, listQuery, many, Time } from './shapes.ts'

/** Most articles that may be named in one order; a filter has no such bound. */
export const NAMED_MOST = 10_000
const LINE_MOST = 2_000
const TAG_MOST = 100

const Word = z.string().trim().min(1)

/** As in the list of articles; `q` asks the search, in the bin the headlines. */
export const ArticleChoice = z
  .strictObject({
    q: z.string().max(LINE_MOST),
    documentId: Id,
    clusterId: Id,
    publisher: z.string().max(LINE_MOST),
    language: z.string().max(16),
    relation: RelationName,
    completeness: Completeness,
    status: ArticleStatusName,
    tags: z.string().max(TAG_MOST).meta({ description: 'Articles that have this tag.' }),
    publishedFrom: GivenTime,
    publishedTo: GivenTime,
    createdFrom: GivenTime,
    createdTo: GivenTime,
  })
  .partial()
  .meta({ id: 'ArticleChoice', description: 'Which articles; `{}` are all that are not in the bin.' })

export const TaskBody = z
  .strictObject({
    kind: z.enum([...BULK_KINDS, 'verify']),
    filter: ArticleChoice.optional(),
    ids: z.array(Id).min(1).max(NAMED_MOST).optional(),
    tag: Word.max(TAG_MOST).optional().meta({ description: 'For `tag` and `untag`.' }),
    publisher: Word.max(LINE_MOST).nullable().optional().meta({ description: 'For `set-publisher`; `null` takes it away.' }),
    dryRun: z.boolean().default(false).meta({ description: 'Only says what would be met.' }),
  })
  .superRefine((body, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const chosen = Number(body.filter !== undefined) + Number(body.ids !== undefined)
    if (body.kind === 'verify' ? chosen !== 0 : chosen !== 1) fault('filter', body.kind === 'verify' ? 'is not for `verify`, which looks through all' : 'or `ids` must say which articles, not both')
    if ((body.kind === 'tag' || body.kind === 'untag') !== (body.tag !== undefined)) fault('tag', 'is needed for `tag` and `untag`, and for nothing else')
    if ((body.kind === 'set-publisher') !== (body.publisher !== undefined)) fault('publisher', 'is needed for `set-publisher`, and for nothing else')
  })
  .meta({ id: 'TaskOrder' })
export type TaskBody = z.output<typeof TaskBody>

const Counts = z.strictObject({ waiting: z.int(), changed: z.int(), same: z.int(), skipped: z.int(), failed: z.int() }).meta({
  description: '`same`: was so already; `skipped`: somebody changed it after the order was given; `failed`: see `failures` of the task.',
})

export const TaskStatusName = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
export const TaskKindName = z.enum([...BULK_KINDS, 'undo', 'verify'])

const TASK = {
  id: Id,
  kind: TaskKindName,
  status: TaskStatusName,
  says: z.string().meta({ description: 'What it does, in a sentence.' }),
  word: z.string().optional().meta({ description: 'The tag or the publisher.' }),
  question: z.record(z.string(), z.string()).optional().meta({ description: 'The filter that chose the articles.' }),
  actor: z.strictObject({ id: z.string(), name: z.string() }),
  total: z.int(),
  counts: Counts,
  undoes: Id.optional(),
  undoneBy: Id.optional(),
  undoable: z.boolean(),
  problem: FileProblem.optional(),
  createdAt: Time,
  startedAt: Time.optional(),
  endedAt: Time.optional(),
}

export const TaskAnswer = z.strictObject(TASK).meta({ id: 'Task' })
export type TaskAnswer = z.infer<typeof TaskAnswer>

export const TaskWithFailures = z.strictObject({ ...TASK, failures: many(z.strictObject({ articleId: Id, detail: z.string() })) }).meta({ id: 'TaskWithFailures' })
export type TaskWithFailures = z.infer<typeof TaskWithFailures>

export const TaskPreview = z
  .strictObject({
    count: z.int(),
    same: z.int().meta({ description: 'Of these, how many are so already.' }),
    samples: many(z.strictObject({ id: Id, headline: z.string(), publisher: z.string().optional() })),
    effect: z.string(),
  })
  .meta({ id: 'TaskPreview' })
export type TaskPreview = z.infer<typeof TaskPreview>

export const TaskListQuery = listQuery(['id', 'createdAt', 'status', 'kind'], { status: TaskStatusName.optional(), kind: TaskKindName.optional() })

export const TaskListAnswer = z.strictObject({ data: many(TaskAnswer), total: z.int(), counts: z.record(TaskStatusName, z.int()) })
export type TaskListAnswer = z.infer<typeof TaskListAnswer>
