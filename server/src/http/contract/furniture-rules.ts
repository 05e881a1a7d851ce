// How is a line called page furniture, once and for all?
import { z } from 'zod'
import { patternFault } from '../../domain/furniture-rule.ts'
import { Id, many, Time } from './shapes.ts'

export const FurnitureRuleBody = z
  .strictObject({
    pattern: z.string().trim().max(1_000).meta({ description: 'A whole line or paragraph; `*` stands for any text. Case and the width of white space do not matter.' }),
    publisher: z.string().trim().min(1).max(2_000).optional().meta({ description: 'Only in articles of this publisher.' }),
    dryRun: z.boolean().default(false).meta({ description: 'Only says what it would strike in the articles that are there.' }),
  })
  .superRefine(({ pattern }, context) => {
    const message = patternFault(pattern)
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['pattern'], message })
  })
  .meta({ id: 'NewFurnitureRule' })

export const FurnitureRuleAnswer = z
  .strictObject({ id: Id, pattern: z.string(), publisher: z.string().optional(), by: z.string(), createdAt: Time })
  .meta({ id: 'FurnitureRule' })
export type FurnitureRuleAnswer = z.infer<typeof FurnitureRuleAnswer>

export const RuleTrialAnswer = z
  .strictObject({
    articleIds: many(Id).meta({ description: 'Those that it fits, the first 10,000: to be read again by a task of the kind `reread`.' }),
    articles: z.int(),
    lines: z.int(),
    looked: z.int().meta({ description: 'Articles that the rule is for.' }),
    samples: many(z.strictObject({ articleId: Id, headline: z.string(), publisher: z.string().optional(), line: z.string() })),
  })
  .meta({ id: 'FurnitureRuleTrial' })
export type RuleTrialAnswer = z.infer<typeof RuleTrialAnswer>
