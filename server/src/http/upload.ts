// How does a multipart form come in? File by file to disk, never whole in memory, every count and length bounded.
import type { Request, Response } from 'express'
import multer, { type StorageEngine } from 'multer'
import type { z } from 'zod'
import { ProblemError } from '../domain/problem.ts'
import { refuseAnnounced, watchBody } from './body-watch.ts'
import { isForm } from './mount.ts'
import type { BorrowedFile, HttpSettings, Parts } from './parts.ts'
import { invalid } from './problem-answer.ts'
import { discard, scratchSink } from './scratch-sink.ts'

const FIELDS = 60
const FIELD_BYTES = 64 * 1024
const OUT_OF_REACH = 1024 * 1024
/** Files of one form that are written side by side: enough to share a disk's syncs, few enough to keep within open files. */
const SIDE_BY_SIDE = 16

/** What busboy says of a form that is not well-formed; it throws plain errors. */
const MALFORMED = /^(Malformed|Unexpected end of|Multipart: Boundary|Unsupported content type|Missing Content-Type)/

export interface Upload<F> {
  readonly files: readonly BorrowedFile[]
  readonly fields: F
}

/** Files go through the sink for keeps: durable when it resolves. */
export function receiveUpload<S extends z.ZodType>(request: Request, response: Response, schema: S, parts: Parts): Promise<Upload<z.output<S>>> {
  return readForm(request, response, schema, parts.bytes.sink, parts.settings)
}

/** Files are only lent to `work`, and gone when it ends. */
export async function borrowUpload<S extends z.ZodType, T>(
  request: Request,
  response: Response,
  schema: S,
  parts: Parts,
  work: (upload: Upload<z.output<S>>) => Promise<T>,
): Promise<T> {
  const sink = scratchSink(parts.bytes.scratch, parts.settings.fileBytes, parts.bytes.displayName)
  const upload = await readForm(request, response, schema, sink, parts.settings)
  try {
    return await work(upload)
  } finally {
    await discard(upload.files.flatMap((file) => (file.path === undefined ? [] : [file.path])))
  }
}

/** A signal that aborts when the caller hangs up. */
export function hangUp(response: Response): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  return controller.signal
}

async function readForm<S extends z.ZodType>(
  request: Request,
  response: Response,
  schema: S,
  sink: StorageEngine,
  settings: HttpSettings,
): Promise<Upload<z.output<S>>> {
  if (!isForm(request)) {
    throw new ProblemError('invalid-request', 'An upload is a form of the type multipart/form-data.')
  }
  refuseAnnounced(request, response, settings.requestBytes)
  const watch = watchBody(request, response, settings.requestBytes, settings.slowSeconds)
  try {
    await Promise.race([parsed(request, response, sink, settings), watch.broken])
  } finally {
    watch.stop()
  }
  const files = (request.files as unknown as readonly BorrowedFile[] | undefined) ?? []
  if (files.length === 0) {
    throw new ProblemError('invalid-request', 'The upload holds no file in the field `files`.', [{ path: 'files', message: 'holds no file' }])
  }
  const fields = schema.safeParse({ ...(request.body as object) })
  if (!fields.success) throw invalid(fields.error, 'form')
  return { files: files.map(plain), fields: fields.data }
}

function parsed(request: Request, response: Response, sink: StorageEngine, settings: HttpSettings): Promise<void> {
  const options: multer.Options & { readonly fileHwm: number } = {
    storage: limited(sink),
    defParamCharset: 'utf8',
    // No file is read ahead: the form waits on the line until its next file is being written.
    fileHwm: 1,
    limits: {
      // Out of reach: the watch on the whole request comes first, and multer would read such a file to its end.
      fileSize: settings.requestBytes + OUT_OF_REACH,
      files: settings.files,
      fields: FIELDS,
      parts: settings.files + FIELDS,
      headerPairs: 50,
      fieldSize: FIELD_BYTES,
      fieldNameSize: 100,
      fieldNestingDepth: 0,
      fieldArrayIndexLimit: 0,
    },
  }
  const form = multer(options).array('files')
  return new Promise((resolve, reject) => {
    form(request, response, (error: unknown) => (error === undefined || error === null ? resolve() : reject(understood(error))))
  })
}

/** A form of ten thousand tiny files would open them all at once. */
function limited(sink: StorageEngine): StorageEngine {
  let free = SIDE_BY_SIDE
  const waiting: (() => void)[] = []
  const release = () => {
    const next = waiting.shift()
    if (next === undefined) free++
    else next()
  }
  return {
    _handleFile: (request, file, done) => {
      const start = () =>
        sink._handleFile(request, file, (error, stored) => {
          release()
          done(error, stored)
        })
      if (free === 0) waiting.push(start)
      else {
        free--
        start()
      }
    },
    _removeFile: (request, file, done) => sink._removeFile(request, file, done),
  }
}

function understood(error: unknown): unknown {
  const plainError = error instanceof Error && !(error instanceof ProblemError) && !(error instanceof multer.MulterError)
  if (!plainError) return error
  if (MALFORMED.test(error.message)) return new ProblemError('invalid-request', `The form is not well-formed: ${error.message}.`)
  if (/^Request (aborted|closed)/.test(error.message)) return new ProblemError('cancelled', 'The sender hung up before the upload was complete.')
  return error
}

/** Only what the sinks said; what multer adds (the raw name, the sender's media type) stays behind. */
function plain(file: BorrowedFile): BorrowedFile {
  const { name, size, sha256, path, problem } = file
  return {
    name,
    size,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(path === undefined ? {} : { path }),
    ...(problem === undefined ? {} : { problem }),
  }
}
