// How is the evidence on a pair and on a whole cluster written? Rendered as it is: no page compares texts by itself.
import { z } from 'zod'
import { RELATIONS } from '../../domain/match.ts'
import { BLOCK_KINDS, FACT_KINDS, SUBSTITUTION_CLASSES } from '../../domain/evidence.ts'
import { Completeness } from './articles.ts'
import { ClusterAnswer } from './clusters.ts'
import { MatchAnswer, RelationName } from './matches.ts'
import { Id, Span, Time, many, switchOf } from './shapes.ts'

export const PairParams = z.strictObject({ left: Id, right: Id })
export const ReportQuery = z.strictObject({ download: switchOf(false) })
export const StackQuery = z.strictObject({ reference: Id.optional() })

const SIDE = {
  articleId: Id,
  version: z.int(),
  headline: z.string(),
  publisher: z.string().optional(),
  publishedAt: Time.optional(),
  byline: many(z.string()),
  url: z.string().optional(),
  language: z.string(),
  words: z.int(),
  completeness: Completeness,
  documentId: Id,
  documentName: z.string(),
  documentArticles: z.int().meta({ description: 'Above 1 it stands in a digest.' }),
  clusterId: Id,
}

export const EvidenceSide = z.strictObject(SIDE).meta({ id: 'EvidenceSide' })

export const Op = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('same'), text: z.string(), right: z.string().optional() }),
    z.strictObject({ op: z.literal('swap'), from: z.string(), to: z.string(), substitution: z.int() }),
    z.strictObject({ op: z.literal('removed'), text: z.string() }),
    z.strictObject({ op: z.literal('added'), text: z.string() }),
  ])
  .meta({ id: 'Op', description: '`right` of `same`: how the right side writes it, where only spacing, marks or case differ.' })

export const Block = z
  .strictObject({ kind: z.enum(BLOCK_KINDS), left: Span.optional(), right: Span.optional(), movedTo: z.int().optional(), ops: many(Op) })
  .meta({ id: 'Block', description: 'In order, the blocks give both bodies back, but for white space between them. A moved passage is two blocks.' })

export const EvidenceSubstitution = z
  .strictObject({
    id: z.int(),
    from: z.string(),
    to: z.string(),
    count: z.int(),
    of: z.int().meta({ description: 'How often `from` stands in the aligned parts of the left text.' }),
    class: z.enum(SUBSTITUTION_CLASSES),
    at: many(z.strictObject({ left: Span, right: Span, block: z.int() })),
  })
  .meta({ id: 'EvidenceSubstitution' })

const Told = z.strictObject({ text: z.string(), span: Span })
const ADDITION = { span: Span, text: z.string(), names: many(z.string()), numbers: many(z.string()) }
const Addition = z.strictObject(ADDITION).meta({ id: 'Addition' })

export const EvidenceAnswer = z
  .strictObject({
    left: EvidenceSide,
    right: EvidenceSide,
    match: MatchAnswer,
    verdict: z.strictObject({ kind: RelationName, sentence: z.string(), confidence: z.enum(['high', 'medium', 'low']) }),
    coverage: z.strictObject({ leftInRight: z.number(), rightInLeft: z.number(), longestRun: z.int() }),
    paragraphs: z.strictObject({ left: many(Span), right: many(Span) }),
    blocks: many(Block),
    substitutions: many(EvidenceSubstitution),
    quotations: z.strictObject({
      total: z.int(),
      altered: z.int(),
      items: many(z.strictObject({ left: Span.optional(), right: Span.optional(), state: z.enum(['kept', 'altered', 'missing']) })),
    }),
    facts: many(z.strictObject({ kind: z.enum(FACT_KINDS), left: Told, right: Told })),
    additions: z.strictObject({ left: many(Addition), right: many(Addition) }),
    path: many(z.strictObject({ articleId: Id, headline: z.string(), publisher: z.string().optional() }))
      .optional()
      .meta({ description: 'Two members of one cluster beside its principal, which links them: the articles on the way, both ends included.' }),
    method: z.strictObject({ matchVersion: z.string(), computedAt: Time }),
  })
  .meta({ id: 'Evidence' })
export type EvidenceAnswer = z.infer<typeof EvidenceAnswer>

export const FamilyAnswer = z
  .strictObject({
    cluster: ClusterAnswer,
    members: many(
      z.strictObject({
        ...SIDE,
        principal: z.boolean(),
        deltaWords: z.int(),
        deltaDays: z.number().optional(),
        relation: MatchAnswer.optional(),
        path: many(Id).meta({ description: 'From this member to the principal, both included.' }),
      }),
    ),
    edges: many(
      z.strictObject({
        from: Id.meta({ description: 'The source.' }),
        to: Id.meta({ description: 'The text that was made of it.' }),
        relation: z.enum(RELATIONS),
        containment: z.strictObject({ from: z.number(), to: z.number() }),
        why: z.string(),
      }),
    ),
    read: z.int().meta({ description: 'Members beside the principal that additions and disagreements were looked for in; in a large cluster those least like it.' }),
    additions: many(z.strictObject({ ...ADDITION, articleId: Id })),
    disagreements: many(z.strictObject({ what: z.string(), values: many(z.strictObject({ value: z.string(), articleIds: many(Id) })) })),
  })
  .meta({ id: 'Family' })
export type FamilyAnswer = z.infer<typeof FamilyAnswer>

const Variant = z.strictObject({ text: z.string().meta({ description: 'Empty where it was left out.' }), articleIds: many(Id) })

export const StackAnswer = z
  .strictObject({
    cluster: ClusterAnswer,
    reference: EvidenceSide,
    members: many(EvidenceSide),
    more: z.int().meta({ description: 'Members that are not shown, because the cluster is large: those most like the principal.' }),
    paragraphs: many(
      z.strictObject({
        span: Span,
        pieces: many(z.strictObject({ span: Span, text: z.string(), variants: many(Variant).optional() })),
        heldBy: many(Id),
        missingIn: many(Id),
        extra: many(Variant),
      }),
    ),
    before: many(Variant),
  })
  .meta({ id: 'Stack' })
export type StackAnswer = z.infer<typeof StackAnswer>
