// Received files: taking them in, looking at them, trying again, taking them out.
import { once } from 'node:events'
import { z } from 'zod'
import type { Document } from '../../domain/document.ts'
import { ProblemError } from '../../domain/problem.ts'
import { IdParams, listOf } from '../contract/shapes.ts'
import { CorrectionsField, RehearsalAnswer } from '../contract/corrections.ts'
import { DocumentAnswer, DocumentListQuery, ReceiptAnswer, UploadFields, UploadForm, UploadQuery } from '../contract/documents.ts'
import type { House } from '../house.ts'
import type { BorrowedFile } from '../parts.ts'
import { toList } from '../listing.ts'
import { ANSWERED, type Ask, EMPTY, type Reply, type Route, json, NO_CONTENT, ok, route } from '../route.ts'
import { settled } from '../settling.ts'
import { borrowUpload, hangUp, receiveUpload } from '../upload.ts'

/** Documents shown in the report of an upload that was waited for; the rest is in the list. */
const REPORTED = 1_000

const Fields = UploadFields.extend({ corrections: CorrectionsField })

type UploadAsk = Ask<unknown, z.output<typeof UploadQuery>, unknown>

export const documentRoutes: readonly Route[] = [
  route({
    id: 'documents.upload', method: 'post', path: '/api/documents', needs: 'contributor',
    summary: 'Send files. Answers once the bytes are durable.',
    query: UploadQuery, form: UploadForm,
    answers: [
      json(200, 'All is settled (`wait`), or the report of a rehearsal (`dryRun`).', z.union([ReceiptAnswer, RehearsalAnswer])),
      json(202, 'Received; being read.', ReceiptAnswer),
    ],
    handle: (ask, house) => (ask.query.dryRun ? rehearse(ask, house) : receive(ask, house)),
  }),
  route({
    id: 'documents.list', method: 'get', path: '/api/documents', needs: 'reader', summary: 'List received files.',
    query: DocumentListQuery, answers: [json(200, 'Documents.', listOf(DocumentAnswer))],
    handle: async ({ query }, { store }) => ok(await store.documents.list(toList(query))),
  }),
  route({
    id: 'documents.get', method: 'get', path: '/api/documents/:id', needs: 'reader', summary: 'One received file and what became of it.',
    params: IdParams, answers: [json(200, 'The document.', DocumentAnswer)],
    handle: async ({ params }, house) => ok(await found(params.id, house)),
  }),
  route({
    id: 'documents.original', method: 'get', path: '/api/documents/:id/original', needs: 'reader', summary: 'The bytes as received.',
    params: IdParams, answers: [{ status: 200, description: 'The bytes.', mediaType: 'application/octet-stream' }],
    handle: (ask, house) => original(ask, house),
  }),
  route({
    id: 'documents.retry', method: 'post', path: '/api/documents/:id/retry', needs: 'contributor', summary: 'Read a refused or failed file again.',
    params: IdParams, answers: [json(202, 'Queued.', DocumentAnswer)],
    handle: async ({ params, actor }, house) => ({ status: 202, body: await house.documents.retry(params.id, actor) }),
  }),
  route({
    id: 'documents.delete', method: 'delete', path: '/api/documents/:id', needs: 'curator', summary: 'Remove a file; its articles go to the bin.',
    params: IdParams, answers: [EMPTY],
    handle: async ({ params, actor }, house) => {
      await house.documents.remove(params.id, actor)
      return NO_CONTENT
    },
  }),
]

async function receive(ask: UploadAsk, house: House): Promise<Reply> {
  const { request, response, query, actor } = ask
  const upload = await receiveUpload(request, response, Fields, house)
  const { corrections, ...note } = upload.fields
  mustMatch(corrections, upload.files)
  for (const file of upload.files) {
    house.metrics.uploads.inc({ outcome: file.problem === undefined ? 'received' : 'refused' })
    house.metrics.uploadBytes.inc(file.size)
  }
  const receipt = await house.documents.receive(upload.files, note, actor, corrections)
  if (query.wait === undefined) return { status: 202, body: receipt }
  const done = await settled(receipt.upload, query.wait, house, hangUp(response))
  const report = await house.store.documents.list({ filter: { upload: receipt.upload }, sort: { field: 'id', order: 'asc' }, offset: 0, limit: Math.max(REPORTED, receipt.documents.length) })
  return { status: done ? 200 : 202, body: { upload: receipt.upload, documents: sentFirst(report.data, receipt.documents) } }
}

/** Bytes that are not in the form could only lie in an archive or a mail of it. */
function mustMatch(corrections: z.output<typeof CorrectionsField>, files: readonly BorrowedFile[]): void {
  const sent = new Set(files.map(({ sha256 }) => sha256))
  const stray = corrections.find(({ sha256 }) => !sent.has(sha256))
  if (stray === undefined || files.some(({ name }) => /\.(zip|eml)$/i.test(name))) return
  const message = `no file of this upload has the checksum ${stray.sha256}`
  throw new ProblemError('invalid-request', `In \`corrections\`, ${message}.`, [{ path: 'corrections', message }])
}

/** The files in the order in which they were sent, then what came out of them. */
function sentFirst(documents: readonly Document[], sent: readonly Document[]): readonly Document[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const first = sent.map((document) => byId.get(document.id) ?? document)
  const ids = new Set(first.map((document) => document.id))
  return [...first, ...documents.filter((document) => !ids.has(document.id))]
}

async function rehearse({ request, response, query, actor }: UploadAsk, house: House): Promise<Reply> {
  const signal = hangUp(response)
  const report = await borrowUpload(request, response, Fields, house, ({ files, fields: { corrections, ...note } }) =>
    house.documents.rehearse(files, note, actor, { detailed: query.detailed, corrections }, signal),
  )
  return ok(report)
}

async function found(id: string, house: House): Promise<Document> {
  const document = await house.store.documents.get(id)
  if (document === undefined) throw new ProblemError('not-found', `There is no document ${id}.`)
  return document
}

/** Never as what it claims to be: a hostile page must not run under our own address. */
async function original({ params, response }: Ask<{ id: string }, unknown, unknown>, house: House): Promise<typeof ANSWERED> {
  const document = await found(params.id, house)
  const bytes = document.sha256 === '' ? undefined : house.bytes.read(document.sha256)
  if (bytes === undefined) throw new ProblemError('not-found', `No bytes of document ${document.id} were kept: it was refused while it came in.`)
  await opened(bytes, document.id)
  response.status(200).set({
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(document.size),
    'Content-Disposition': `attachment; filename*=UTF-8''${encoded(document.name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  })
  response.once('close', () => bytes.destroy())
  bytes.once('error', () => response.destroy())
  bytes.pipe(response)
  return ANSWERED
}

async function opened(bytes: NodeJS.ReadableStream, id: string): Promise<void> {
  try {
    await once(bytes, 'readable')
  } catch (error) {
    throw new ProblemError('not-found', `The bytes of document ${id} are not kept any more.`, [], { cause: error })
  }
}

/** RFC 8187: all but the characters that a header parameter may hold. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed().replaceAll('/', '_')).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
