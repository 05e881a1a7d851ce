// Judge all stored pairs anew, or try what other thresholds would do to them and to people's verdicts.
import { RematchAnswer, RematchRequest, ThresholdsAnswer } from '../contract/rematch.ts'
import { type Route, json, ok, route } from '../route.ts'

export const rematchRoutes: readonly Route[] = [
  route({
    id: 'rematch', method: 'post', path: '/api/rematch', needs: 'admin', summary: 'Judge every stored pair anew and regroup, decisions outranking all; with `dryRun` only say what would come of it, under other thresholds too.',
    body: RematchRequest, answers: [json(200, 'How many of people’s verdicts it overturns, and how the clusters shift.', RematchAnswer)],
    handle: async ({ body, actor }, house) => ok(await house.curation.rematch(body, actor)),
  }),
  route({
    id: 'rematch.thresholds', method: 'get', path: '/api/rematch/thresholds', needs: 'admin', summary: 'The thresholds that a dry run can try with other values.',
    answers: [json(200, 'Each with its value and what it says.', ThresholdsAnswer)],
    handle: async (_ask, { settings }) => {
      const data = settings.told?.thresholds ?? []
      return ok({ data, total: data.length })
    },
  }),
]
