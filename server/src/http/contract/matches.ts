// How is a verdict on a pair written, and how are pairs asked about?
import { z } from 'zod'
import { RELATIONS } from '../../domain/match.ts'
import { FileProblem, Id, Span, many } from './shapes.ts'

/** Longest text of a comparison or check, in UTF-16 code units. */
export const TEXT_MOST = 2_000_000

export const RelationName = z.enum(RELATIONS).meta({ id: 'Relation', description: 'Of left to right.' })

const MATCH_FIELDS = {
  left: z.string(),
  right: z.string(),
  relation: RelationName,
  resemblance: z.number().meta({ description: 'Jaccard of the two shingle sets, 0 to 1.' }),
  containment: z.strictObject({ left: z.number(), right: z.number() }),
  passages: many(z.strictObject({ left: Span, right: Span })),
  substitutions: many(z.strictObject({ from: z.string(), to: z.string(), count: z.int() })),
  reasons: many(z.strictObject({ code: z.string(), message: z.string(), turned: z.string().optional() })),
  decidedBy: z.enum(['rule', 'editor']),
  matchVersion: z.string(),
  confidence: z.number().meta({ description: 'The margin to the next rule, 0 to 1.' }),
  matchedWords: z.int(),
  direction: z.enum(['left-from-right', 'right-from-left', 'unknown']),
}

export const MatchAnswer = z.strictObject(MATCH_FIELDS).meta({ id: 'Match' })
export type MatchAnswer = z.infer<typeof MatchAnswer>

const Text = z.string().min(1).max(TEXT_MOST)

export const ComparandBody = z
  .union([z.strictObject({ articleId: Id }), z.strictObject({ text: Text })], { error: 'give either `articleId` or `text`' })
  .meta({ id: 'Comparand' })

export const CompareBody = z.strictObject({ left: ComparandBody, right: ComparandBody }).meta({ id: 'Compare' })

export const CheckBody = z.strictObject({ text: Text }).meta({ id: 'Check' })

export const CheckAnswer = z
  .strictObject({
    matches: many(
      z.strictObject({
        ...MATCH_FIELDS,
        id: Id.meta({ description: 'The matched article; the same as `articleId` and `right`.' }),
        articleId: Id,
        headline: z.string(),
        publisher: z.string().optional(),
        file: z.string().optional(),
      }),
    ),
    problems: many(z.strictObject({ name: z.string(), problem: FileProblem })),
  })
  .meta({ id: 'CheckReport' })
export type CheckAnswer = z.infer<typeof CheckAnswer>
