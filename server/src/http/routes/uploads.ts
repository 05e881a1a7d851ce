// What came of an upload? Its receipt adds up: received is new and copies and refused, each file with its reason.
import { once } from 'node:events'
import { csvCell } from '../../domain/csv.ts'
import { ProblemError } from '../../domain/problem.ts'
import type { ReceivedOutcome } from '../../store/port.ts'
import { UploadAnswer, UploadChangeAnswer, UploadFileAnswer, UploadFilesQuery, UploadListQuery } from '../contract/uploads.ts'
import { DocumentAnswer } from '../contract/documents.ts'
import { IdParams, listOf } from '../contract/shapes.ts'
import type { House } from '../house.ts'
import { toList } from '../listing.ts'
import { ANSWERED, type Ask, type Route, json, ok, route } from '../route.ts'

const PAGE = 200
const COLUMNS = ['file', 'in', 'size', 'outcome', 'reason', 'next', 'articles', 'new', 'copies', 'headlines', 'corrected'] as const

export const uploadRoutes: readonly Route[] = [
  route({
    id: 'uploads.list', method: 'get', path: '/api/uploads', needs: 'reader', summary: 'List uploads, the newest first.',
    query: UploadListQuery, answers: [json(200, 'Uploads.', listOf(UploadAnswer))],
    handle: async ({ query }, { store }) => ok(await store.figures.uploads(toList(query))),
  }),
  route({
    id: 'uploads.get', method: 'get', path: '/api/uploads/:id', needs: 'reader', summary: 'The receipt of one upload.',
    params: IdParams, answers: [json(200, 'The receipt.', UploadAnswer)],
    handle: async ({ params }, house) => ok(await found(params.id, house)),
  }),
  route({
    id: 'uploads.files', method: 'get', path: '/api/uploads/:id/files', needs: 'reader', summary: 'The files of an upload and what came of each.',
    params: IdParams, query: UploadFilesQuery, answers: [json(200, 'Files.', listOf(UploadFileAnswer))],
    handle: async ({ params, query }, house) => {
      await found(params.id, house)
      const { filter, ...rest } = toList(query)
      const { outcome: outcomes, attention, again } = filter
      return ok(await house.store.figures.files({ ...rest, filter: { upload: params.id, attention, again, ...(outcomes && { outcomes }) } }))
    },
  }),
  route({
    id: 'uploads.report', method: 'get', path: '/api/uploads/:id/report.csv', needs: 'reader', summary: 'The receipt as a table, a row a file.',
    params: IdParams, answers: [{ status: 200, description: 'The table.', mediaType: 'text/csv' }],
    handle: (ask, house) => report(ask, house),
  }),
  route({
    id: 'uploads.remove', method: 'delete', path: '/api/uploads/:id', needs: 'curator', summary: 'Undo an upload: all its files go, and their articles to the bin. It can be restored.',
    params: IdParams, answers: [json(200, 'How many files went.', UploadChangeAnswer)],
    handle: async ({ params, actor }, { documents }) => ok({ upload: params.id, files: await documents.removeUpload(params.id, actor) }),
  }),
  route({
    id: 'uploads.restore', method: 'post', path: '/api/uploads/:id/restore', needs: 'curator', summary: 'Bring the files of an undone upload back, with their articles.',
    params: IdParams, answers: [json(200, 'How many files came back.', UploadChangeAnswer)],
    handle: async ({ params, actor }, { documents }) => ok({ upload: params.id, files: await documents.restoreUpload(params.id, actor) }),
  }),
  route({
    id: 'documents.cancel', method: 'post', path: '/api/documents/:id/cancel', needs: 'contributor', summary: 'Take back a file that still waits; its bytes are kept and it can be retried.',
    params: IdParams, answers: [json(200, 'The document, refused as cancelled.', DocumentAnswer)],
    handle: async ({ params, actor }, { store }) => ok(await store.documents.cancel(params.id, actor)),
  }),
]

async function found(id: string, house: House) {
  const upload = await house.store.figures.upload(id)
  if (upload === undefined) throw new ProblemError('not-found', `There is no upload ${id}.`)
  return upload
}

async function report({ params, response }: Ask<{ id: string }, unknown, unknown>, house: House): Promise<typeof ANSWERED> {
  await found(params.id, house)
  response.status(200).set({
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="upload-${params.id}.csv"`,
  })
  response.write(`${COLUMNS.join(',')}\r\n`)
  const names = new Map<string, string>()
  for (let offset = 0; ; offset += PAGE) {
    const { data } = await house.store.figures.files({ filter: { upload: params.id }, offset, limit: PAGE })
    for (const file of data) names.set(file.id, file.name)
    const rows = data.map((file) => rowOf(file, names)).join('')
    if (rows !== '' && !response.write(rows) && !response.destroyed) await once(response, 'drain')
    if (data.length < PAGE || response.destroyed) break
  }
  response.end()
  return ANSWERED
}

function rowOf(file: ReceivedOutcome, names: ReadonlyMap<string, string>): string {
  const { articles, copies, corrected, problem, duplicateOf, parent } = file
  const reason = problem?.detail ?? (duplicateOf === undefined ? undefined : `The same bytes as document ${duplicateOf}; not stored twice.`)
  const cells = [
    file.name, parent === undefined ? undefined : (names.get(parent) ?? parent), file.size, file.outcome, reason, problem?.hint,
    articles.length, articles.length - copies.length, copies.length, articles.map((article) => article.headline),
    corrected === undefined ? undefined : `${corrected.says}, by ${corrected.by}`,
  ]
  return `${cells.map(csvCell).join(',')}\r\n`
}
