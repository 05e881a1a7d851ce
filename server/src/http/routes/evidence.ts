// Evidence for people: a pair side by side, a cluster as a family and as a stack. Worked out where texts are compared; what
// anyone may read they may also see compared.
import { EvidenceAnswer, FamilyAnswer, PairParams, ReportQuery, StackAnswer, StackQuery } from '../contract/evidence.ts'
import { IdParams } from '../contract/shapes.ts'
import { REPORT_POLICY, reportPage } from '../report/report.ts'
import { ANSWERED, type Route, json, ok, route } from '../route.ts'
import { siteOf } from '../site.ts'
import { readable } from './articles.ts'

export const evidenceRoutes: readonly Route[] = [
  route({
    id: 'evidence.get', method: 'get', path: '/api/evidence/:left/:right', needs: 'searcher', summary: 'What there is to see between two articles: blocks, substitutions, quotations, facts, additions.',
    params: PairParams, answers: [json(200, 'The evidence.', EvidenceAnswer)],
    handle: async ({ params: { left, right }, actor }, house) => {
      for (const id of [left, right]) await readable(id, actor, house)
      return ok(await house.matching.evidence(left, right))
    },
  }),
  route({
    id: 'evidence.report', method: 'get', path: '/api/evidence/:left/:right/report', needs: 'searcher', summary: 'The comparison as one page of HTML that stands by itself, to print or to send.',
    params: PairParams, query: ReportQuery, answers: [{ status: 200, description: 'The page.', mediaType: 'text/html' }],
    handle: async ({ params: { left, right }, query, actor, request, response }, house) => {
      for (const id of [left, right]) await readable(id, actor, house)
      const evidence = await house.matching.evidence(left, right)
      response.setHeader('Content-Security-Policy', REPORT_POLICY)
      response.setHeader('Content-Disposition', `${query.download ? 'attachment' : 'inline'}; filename="comparison-${left}-${right}.html"`)
      response.type('html').send(reportPage({ evidence, site: siteOf(request, house.settings), version: house.settings.version }))
      return ANSWERED
    },
  }),
  route({
    id: 'clusters.family', method: 'get', path: '/api/clusters/:id/family', needs: 'searcher', summary: 'Who derives from whom in a cluster, what each member adds, where they disagree.',
    params: IdParams, answers: [json(200, 'The family.', FamilyAnswer)],
    handle: async ({ params }, { matching }) => ok(await matching.family(params.id)),
  }),
  route({
    id: 'clusters.stack', method: 'get', path: '/api/clusters/:id/stack', needs: 'searcher', summary: 'All members against one reference, the principal unless said.',
    params: IdParams, query: StackQuery, answers: [json(200, 'The stack.', StackAnswer)],
    handle: async ({ params, query }, { matching }) => ok(await matching.stack(params.id, query.reference)),
  }),
]
