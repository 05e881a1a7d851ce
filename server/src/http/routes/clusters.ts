// Clusters: listed, queued for review, and what lies around one. Who changes them is in `decisions.ts`; what
// readers report of one is a row of the same log.
import { ProblemError } from '../../domain/problem.ts'
import type { Cluster } from '../../domain/cluster.ts'
import { carryOver } from '../carry-over.ts'
import { CarryOverAnswer, ClusterAnswer, ClusterList, ClusterListQuery, QUEUE_MOST, QueueAnswer, QueueQuery, SuggestionsAnswer } from '../contract/clusters.ts'
import { IdParams } from '../contract/shapes.ts'
import { DecisionRecord, ReportRequest } from '../contract/decisions.ts'
import type { House } from '../house.ts'
import { toList } from '../listing.ts'
import { type Route, created, json, ok, route } from '../route.ts'
import { suggestions } from '../suggestions.ts'

export const clusterRoutes: readonly Route[] = [
  route({
    id: 'clusters.list', method: 'get', path: '/api/clusters', needs: 'reader', summary: 'List clusters.',
    query: ClusterListQuery, answers: [json(200, 'Clusters.', ClusterList)],
    handle: async ({ query: { facets, brief, ...query } }, { store }) => {
      const list = toList(query)
      const found = await store.clusters.list(list, brief)
      return ok(facets === undefined ? found : { ...found, facets: await store.clusters.facets(list.filter, facets) })
    },
  }),
  route({
    id: 'clusters.queue', method: 'get', path: '/api/clusters/queue', needs: 'reader', summary: 'The clusters of several that a filter fits, by their ids, in the order of a review.',
    query: QueueQuery, answers: [json(200, 'At most 10,000 ids, the least sure first unless sorted.', QueueAnswer)],
    handle: async ({ query: { sort, order, ...filter } }, { store }) => {
      const given = toList({ ...filter, minSize: Math.max(2, filter.minSize ?? 2), page: 1, perPage: QUEUE_MOST, sort: sort ?? 'confidence', order })
      const { data, total } = await store.clusters.ids(given.filter, given.sort, QUEUE_MOST)
      return ok({ ids: data, total })
    },
  }),
  route({
    id: 'clusters.get', method: 'get', path: '/api/clusters/:id', needs: 'searcher', summary: 'One cluster and its members.',
    params: IdParams, answers: [json(200, 'The cluster; where it was merged away, 404 names the one in `mergedInto`.', ClusterAnswer)],
    handle: async ({ params }, house) => ok(await clusterOf(params.id, house)),
  }),
  route({
    id: 'clusters.report', method: 'post', path: '/api/clusters/:id/reports', needs: 'reader', summary: 'Say that a cluster is grouped wrongly, and why. It moves nobody; the cluster waits for a review again.',
    params: IdParams, body: ReportRequest, answers: [json(201, 'The report, as it stands in the log.', DecisionRecord)],
    handle: async ({ params, body: { reason }, actor }, house) => {
      await clusterOf(params.id, house)
      const { decision } = await house.curation.decide({ body: { kind: 'report', cluster: params.id }, note: reason, expect: undefined }, actor)
      return created(decision)
    },
  }),
  route({
    id: 'clusters.suggestions', method: 'get', path: '/api/clusters/:id/suggestions', needs: 'reader', summary: 'Articles outside the cluster that are near to it and that nobody told from it.',
    params: IdParams, answers: [json(200, 'The nearest first.', SuggestionsAnswer)],
    handle: async ({ params }, house) => ok(await suggestions(await clusterOf(params.id, house), house.store)),
  }),
  route({
    id: 'clusters.carryOver', method: 'get', path: '/api/clusters/:id/carry-over', needs: 'curator', summary: 'What members have that the principal lacks or has otherwise; taken over by a PATCH of the principal.',
    params: IdParams, answers: [json(200, 'The offers, field by field.', CarryOverAnswer)],
    handle: async ({ params }, house) => ok(await carryOver(await clusterOf(params.id, house), house.store)),
  }),
]

async function clusterOf(id: string, { store }: House): Promise<Cluster> {
  const cluster = await store.clusters.get(id)
  if (cluster !== undefined) return cluster
  const mergedInto = await store.clusters.successor(id)
  if (mergedInto === undefined) throw new ProblemError('not-found', `There is no cluster ${id}.`)
  throw new ProblemError('not-found', `Cluster ${id} was merged into cluster ${mergedInto}.`, [], { more: { mergedInto } })
}
