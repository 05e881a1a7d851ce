// How is a rule on cutting the files of a source written, tried and told?
import { z } from 'zod'
import { CUTS, splitRuleFault } from '../../domain/split-rule.ts'
import { Id, many, Time } from './shapes.ts'

const RULE = {
  files: z.string().trim().min(1).max(300).optional().meta({ description: 'Of the files’ names; `*` stands for any text. Upper and lower case are one.' }),
  publisher: z.string().trim().min(1).max(2_000).optional().meta({ description: 'As the sender of a file names it, or the page in its markup.' }),
  cut: z.enum(CUTS).meta({ description: '`before`: an article begins with each such line; `after`: one ends with it; `nowhere`: a file is one article.' }),
  line: z.string().trim().min(1).max(1_000).optional().meta({ description: 'A whole line; `*` stands for any text.' }),
}

export const SplitRuleBody = z
  .strictObject({ ...RULE, dryRun: z.boolean().default(false).meta({ description: 'Only says what it would change in the files that are there.' }) })
  .superRefine(({ files, publisher, cut, line }, context) => {
    const fault = splitRuleFault({ cut, ...(files !== undefined && { files }), ...(publisher !== undefined && { publisher }), ...(line !== undefined && { line }) })
    if (fault !== undefined) context.addIssue({ code: 'custom', path: [fault.part], message: fault.message })
  })
  .meta({ id: 'NewSplitRule' })

export const SplitRuleAnswer = z.strictObject({ id: Id, ...RULE, by: z.string(), createdAt: Time }).meta({ id: 'SplitRule' })
export type SplitRuleAnswer = z.infer<typeof SplitRuleAnswer>

export const SplitTrialAnswer = z
  .strictObject({
    files: z.int().meta({ description: 'Files that it fits, of the newest `looked`.' }),
    looked: z.int(),
    tried: z.int().meta({ description: 'The newest of them, read with it.' }),
    changed: z.int(),
    articleIds: many(Id).meta({ description: 'Of the files that would be cut otherwise: to be read again by a task of the kind `reread`.' }),
    samples: many(z.strictObject({ documentId: Id, name: z.string(), articles: z.int(), becomes: z.int(), headlines: many(z.string()) })),
  })
  .meta({ id: 'SplitRuleTrial' })
export type SplitTrialAnswer = z.infer<typeof SplitTrialAnswer>
