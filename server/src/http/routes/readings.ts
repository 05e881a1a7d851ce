// How was a file of the archive read, and how should it have been? Read again from its bytes, as a person says.
import { ReadingAnswer, ReadingBody, ReadingQuery } from '../contract/corrections.ts'
import { IdParams } from '../contract/shapes.ts'
import { type Route, json, ok, route } from '../route.ts'

export const readingRoutes: readonly Route[] = [
  route({
    id: 'documents.reading', method: 'get', path: '/api/documents/:id/reading', needs: 'contributor', summary: 'How a received file was read: every line, every border, and the corrections that stand.',
    params: IdParams, answers: [json(200, 'The reading.', ReadingAnswer)],
    handle: async ({ params }, { documents }) => ok(await documents.reading(params.id)),
  }),
  route({
    id: 'documents.correct', method: 'post', path: '/api/documents/:id/reading', needs: 'curator',
    summary: 'Read a received file again as corrected. Articles whose text stays keep their ids; empty corrections bring back what the archive reads.',
    params: IdParams, query: ReadingQuery, body: ReadingBody,
    answers: [json(200, 'The document as it is now, or with `dryRun` as it would be.', ReadingAnswer)],
    handle: async ({ params, query, body, actor }, { documents }) => ok(await documents.correct(params.id, { ...body, dryRun: query.dryRun }, actor)),
  }),
]
