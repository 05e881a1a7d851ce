// Rules on page furniture: what people call furniture once and for all, tried on the archive before it holds.
import { FurnitureRuleAnswer, FurnitureRuleBody, RuleTrialAnswer } from '../contract/furniture-rules.ts'
import { IdParams, listOf } from '../contract/shapes.ts'
import { created, EMPTY, json, NO_CONTENT, ok, type Route, route } from '../route.ts'

export const furnitureRuleRoutes: readonly Route[] = [
  route({
    id: 'furnitureRules.list', method: 'get', path: '/api/furniture-rules', needs: 'contributor', summary: 'The rules that stand, the oldest first.',
    answers: [json(200, 'Rules.', listOf(FurnitureRuleAnswer))],
    handle: async (_ask, { store }) => {
      const data = await store.furnitureRules.standing()
      return ok({ data, total: data.length })
    },
  }),
  route({
    id: 'furnitureRules.add', method: 'post', path: '/api/furniture-rules', needs: 'curator',
    summary: 'Call a line page furniture in all that is read from now on; with `dryRun`, only say what it would strike in the articles that are there.',
    body: FurnitureRuleBody, answers: [json(200, 'What it would strike (`dryRun`).', RuleTrialAnswer), json(201, 'The rule.', FurnitureRuleAnswer)],
    handle: async ({ body: { pattern, publisher, dryRun }, actor }, { store, tasks, clock }) => {
      const rule = { pattern, ...(publisher !== undefined && { publisher }) }
      return dryRun ? ok(await tasks.tryRule(rule)) : created(await store.furnitureRules.add(rule, actor, clock().toISOString()))
    },
  }),
  route({
    id: 'furnitureRules.delete', method: 'delete', path: '/api/furniture-rules/:id', needs: 'curator', summary: 'Let a rule hold no more; what it struck stays struck until it is read again.',
    params: IdParams, answers: [EMPTY],
    handle: async ({ params, actor }, { store, clock }) => {
      await store.furnitureRules.remove(params.id, actor, clock().toISOString())
      return NO_CONTENT
    },
  }),
]
