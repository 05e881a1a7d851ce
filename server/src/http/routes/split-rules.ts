// Rules on cutting: how the files of a source become articles, tried on those that are there before it holds.
import { IdParams, listOf } from '../contract/shapes.ts'
import { SplitRuleAnswer, SplitRuleBody, SplitTrialAnswer } from '../contract/split-rules.ts'
import { created, EMPTY, json, NO_CONTENT, ok, type Route, route } from '../route.ts'

export const splitRuleRoutes: readonly Route[] = [
  route({
    id: 'splitRules.list', method: 'get', path: '/api/split-rules', needs: 'contributor', summary: 'The rules on cutting that stand, the newest first.',
    answers: [json(200, 'Rules.', listOf(SplitRuleAnswer))],
    handle: async (_ask, { store }) => {
      const data = await store.splitRules.standing()
      return ok({ data, total: data.length })
    },
  }),
  route({
    id: 'splitRules.add', method: 'post', path: '/api/split-rules', needs: 'curator',
    summary: 'Cut the files of a source so from now on; with `dryRun`, only say what would come of the newest of them.',
    body: SplitRuleBody, answers: [json(200, 'What it would change (`dryRun`).', SplitTrialAnswer), json(201, 'The rule.', SplitRuleAnswer)],
    handle: async ({ body: { cut, files, publisher, line, dryRun }, actor }, { store, tasks, clock }) => {
      const rule = { cut, ...(files !== undefined && { files }), ...(publisher !== undefined && { publisher }), ...(line !== undefined && { line }) }
      return dryRun ? ok(await tasks.trySplitRule(rule)) : created(await store.splitRules.add(rule, actor, clock().toISOString()))
    },
  }),
  route({
    id: 'splitRules.delete', method: 'delete', path: '/api/split-rules/:id', needs: 'curator', summary: 'Let a rule hold no more; what it cut stays cut until it is read again.',
    params: IdParams, answers: [EMPTY],
    handle: async ({ params, actor }, { store, clock }) => {
      await store.splitRules.remove(params.id, actor, clock().toISOString())
      return NO_CONTENT
    },
  }),
]
