// The decisions by which alone a person changes clusters: made, taken back, made again, one by one or many at once.
import type { z } from 'zod'
import { ProblemError } from '../../domain/problem.ts'
import type { ClusterFilter } from '../../store/port.ts'
import {
  BatchAnswer, BatchRequest, BatchWithdrawn, DecisionList, DecisionListQuery, DecisionRecord, DecisionRequest, DependantsAnswer, ExclusionList,
  ExclusionListQuery, RuledAnswer, WithdrawnAnswer, WithdrawRequest,
} from '../contract/decisions.ts'
import { IdParams } from '../contract/shapes.ts'
import { exclusions } from '../exclusions.ts'
import type { House } from '../house.ts'
import { toList } from '../listing.ts'
import { type Route, created, json, ok, route } from '../route.ts'

const SAMPLES = 5

export const decisionRoutes: readonly Route[] = [
  route({
    id: 'decisions.make', method: 'post', path: '/api/decisions', needs: 'curator', summary: 'Join, separate, choose the principal, set a relation, mark as reviewed, or put off.',
    body: DecisionRequest, answers: [json(201, 'The decision, and all clusters that changed.', RuledAnswer)],
    handle: async ({ body: { note, expect, once, ...body }, actor }, house) => created(await house.curation.decide({ body, note, expect, once }, actor)),
  }),
  route({
    id: 'decisions.batch', method: 'post', path: '/api/decisions/batch', needs: 'curator', summary: 'Look through all clusters of several that a filter fits; with `dryRun` say which they are.',
    body: BatchRequest, answers: [json(200, 'What would be decided.', BatchAnswer), json(201, 'The batch, by which all of it can be taken back.', BatchAnswer)],
    handle: async ({ body: { filter, note, dryRun }, actor }, house) => {
      if (dryRun === true) return ok(await preview(filter as ClusterFilter, house))
      return created(await house.curation.reviewBatch(filter as ClusterFilter, note, actor))
    },
  }),
  route({
    id: 'batches.withdraw', method: 'post', path: '/api/batches/:id/withdraw', needs: 'curator', summary: 'Undo all that stands of a batch.',
    params: IdParams, answers: [json(200, 'How many were undone.', BatchWithdrawn)],
    handle: async ({ params, actor }, house) => ok(await house.curation.withdrawBatch(params.id, actor)),
  }),
  route({
    id: 'decisions.withdraw', method: 'post', path: '/api/decisions/:id/withdraw', needs: 'curator', summary: 'Undo a decision, and others with it.',
    params: IdParams, body: WithdrawRequest.optional(), answers: [json(200, 'The decision, and all clusters that changed.', WithdrawnAnswer)],
    handle: async ({ params, body, actor, request }, house) => {
      await decisionOf(params.id, house)
      const bare = Number(request.headers['content-length'] ?? 0) === 0 && request.headers['transfer-encoding'] === undefined
      return ok(await house.curation.withdraw(params.id, bare ? { alone: true } : (body ?? {}), actor))
    },
  }),
  route({
    id: 'decisions.restore', method: 'post', path: '/api/decisions/:id/restore', needs: 'curator', summary: 'Make a withdrawn decision stand again, in its old place.',
    params: IdParams, answers: [json(200, 'The decision, and all clusters that changed.', RuledAnswer)],
    handle: async ({ params, actor }, house) => {
      await decisionOf(params.id, house)
      return ok(await house.curation.decideAgain(params.id, actor))
    },
  }),
  route({
    id: 'decisions.dependants', method: 'get', path: '/api/decisions/:id/dependants', needs: 'reader', summary: 'Later decisions that lean on this one.',
    params: IdParams, answers: [json(200, 'The newest first.', DependantsAnswer)],
    handle: async ({ params }, house) => {
      await decisionOf(params.id, house)
      const data = await house.store.decisions.dependants(params.id)
      return ok({ data, total: data.length })
    },
  }),
  route({
    id: 'decisions.list', method: 'get', path: '/api/decisions', needs: 'reader', summary: 'The log: who decided what, when and why.',
    query: DecisionListQuery, answers: [json(200, 'Decisions, the newest first unless sorted.', DecisionList)],
    handle: async ({ query }, { store }) => ok(await store.decisions.list(toList(query))),
  }),
  route({
    id: 'decisions.get', method: 'get', path: '/api/decisions/:id', needs: 'reader', summary: 'One decision.',
    params: IdParams, answers: [json(200, 'The decision.', DecisionRecord)],
    handle: async ({ params }, house) => ok(await decisionOf(params.id, house)),
  }),
  route({
    id: 'exclusions.list', method: 'get', path: '/api/exclusions', needs: 'reader', summary: 'Articles that people told apart. Withdrawing the decision lets them come together again.',
    query: ExclusionListQuery, answers: [json(200, 'The newest first unless sorted.', ExclusionList)],
    handle: async ({ query }, { store }) => ok(await exclusions(toList(query), store)),
  }),
]

async function decisionOf(id: string, { store }: House): Promise<z.input<typeof DecisionRecord>> {
  const decision = await store.decisions.get(id)
  if (decision === undefined) throw new ProblemError('not-found', `There is no decision ${id}.`)
  return decision
}

async function preview(filter: ClusterFilter, { store }: House): Promise<z.input<typeof BatchAnswer>> {
  const several = { ...filter, minSize: Math.max(2, filter.minSize ?? 2) }
  const { data: samples, total: count } = await store.clusters.list({ filter: several, sort: { field: 'confidence', order: 'asc' }, offset: 0, limit: SAMPLES })
  const clusters = count === 1 ? 'One cluster is' : `${count} clusters are`
  return { count, samples, effect: `${clusters} marked as reviewed; who belongs together, who leads and what a search finds stay as they are.` }
}
