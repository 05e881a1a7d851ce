// Clusters, and the decisions by which alone a person changes them.
import { ProblemError } from '../../domain/problem.ts'
import { ClusterAnswer, ClusterList, ClusterListQuery } from '../contract/clusters.ts'
import { DecisionList, DecisionListQuery, DecisionRecord, DecisionRequest, RuledAnswer } from '../contract/decisions.ts'
import { IdParams } from '../contract/shapes.ts'
import { toList } from '../listing.ts'
import { type Route, created, json, ok, route } from '../route.ts'

export const clusterRoutes: readonly Route[] = [
  route({
    id: 'clusters.list', method: 'get', path: '/api/clusters', needs: 'reader', summary: 'List clusters.',
    query: ClusterListQuery, answers: [json(200, 'Clusters.', ClusterList)],
    handle: async ({ query }, { store }) => ok(await store.clusters.list(toList(query))),
  }),
  route({
    id: 'clusters.get', method: 'get', path: '/api/clusters/:id', needs: 'searcher', summary: 'One cluster and its members.',
    params: IdParams, answers: [json(200, 'The cluster.', ClusterAnswer)],
    handle: async ({ params }, { store }) => {
      const cluster = await store.clusters.get(params.id)
      if (cluster === undefined) throw new ProblemError('not-found', `There is no cluster ${params.id}.`)
      return ok(cluster)
    },
  }),
  route({
    id: 'decisions.make', method: 'post', path: '/api/decisions', needs: 'curator', summary: 'Join, separate, choose the principal, set a relation, or mark as reviewed.',
    body: DecisionRequest, answers: [json(201, 'The decision, and all clusters that changed.', RuledAnswer)],
    handle: async ({ body, actor }, house) => {
      const { note, ...decision } = body
      return created(await house.curation.decide(decision, note, actor))
    },
  }),
  route({
    id: 'decisions.withdraw', method: 'post', path: '/api/decisions/:id/withdraw', needs: 'curator', summary: 'Undo a decision.',
    params: IdParams, answers: [json(200, 'The decision, and all clusters that changed.', RuledAnswer)],
    handle: async ({ params, actor }, house) => {
      if ((await house.store.decisions.get(params.id)) === undefined) throw new ProblemError('not-found', `There is no decision ${params.id}.`)
      return ok(await house.curation.withdraw(params.id, actor))
    },
  }),
  route({
    id: 'decisions.list', method: 'get', path: '/api/decisions', needs: 'reader', summary: 'The log: who decided what, when and why.',
    query: DecisionListQuery, answers: [json(200, 'Decisions.', DecisionList)],
    handle: async ({ query }, { store }) => ok(await store.decisions.list(toList(query))),
  }),
  route({
    id: 'decisions.get', method: 'get', path: '/api/decisions/:id', needs: 'reader', summary: 'One decision.',
    params: IdParams, answers: [json(200, 'The decision.', DecisionRecord)],
    handle: async ({ params }, { store }) => {
      const decision = await store.decisions.get(params.id)
      if (decision === undefined) throw new ProblemError('not-found', `There is no decision ${params.id}.`)
      return ok(decision)
    },
  }),
]
