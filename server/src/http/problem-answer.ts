// How is a problem told to the world? As RFC 9457 says; this is the only place that knows status codes of problems.
// What is not a known problem is `internal`: its cause goes to the log under the request's id and never to the caller.
import type { ErrorRequestHandler, Request, Response } from 'express'
import multer from 'multer'
import { ZodError } from 'zod'
import { diskProblem } from '../domain/disk.ts'
import { PROBLEMS, type ProblemCode, ProblemError } from '../domain/problem.ts'
import type { ProblemAnswer } from './contract/shapes.ts'

/** What a sender can mend is 422 where it has no code of its own. */
const STATUS: Readonly<Record<ProblemCode, number>> = {
  'empty-file': 422,
  'no-text': 422,
  'unknown-type': 415,
  'type-mismatch': 415,
  'file-too-large': 413,
  'too-many-files': 413,
  'encrypted': 422,
  'damaged': 422,
  'archive-too-large': 413,
  'archive-too-many-members': 413,
  'archive-too-deep': 422,
  'archive-expands-too-much': 422,
  'archive-overlap': 422,
  'unsafe-name': 422,
  'record-invalid': 422,
  'parser-memory': 422,
  'parser-time': 422,
  'parser-crash': 422,
  'cancelled': 422,
  'internal': 500,
  'disk-full': 507,
  'not-writable': 507,
  'archive-damaged': 503,
  'busy': 503,
  'engine-away': 503,
  'search-too-slow': 503,
  'stopping': 503,
  'not-found': 404,
  'invalid-request': 400,
  'unknown-filter': 400,
  'body-too-large': 413,
  'upload-too-slow': 408,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  'not-allowed': 403,
  'foreign-origin': 403,
  'version-missing': 428,
  'version-stale': 412,
  'conflict': 409,
  'cluster-changed': 409,
  'has-dependants': 409,
}

/** Seconds after which another try may work. */
const RETRY_AFTER: Partial<Record<ProblemCode, number>> = { 'busy': 1, 'engine-away': 5, 'stopping': 5, 'too-many-attempts': 300 }

export function statusOf(code: ProblemCode): number {
  return STATUS[code]
}

export function problemAnswer(error: ProblemError, requestId: string | undefined): ProblemAnswer {
  const { code, detail, hint } = error.problem
  return {
    type: `urn:copydesk:problem:${code}`,
    title: PROBLEMS[code].title,
    status: STATUS[code],
    detail,
    code,
    hint,
    ...(error.faults.length > 0 ? { errors: [...error.faults] } : {}),
    ...(requestId === undefined ? {} : { requestId }),
  }
}

/** `more` are extension members, as RFC 9457 allows. */
export function sendProblem(request: Request, response: Response, error: ProblemError, more: object = {}): void {
  const { code } = error.problem
  const wait = RETRY_AFTER[code]
  if (wait !== undefined) response.setHeader('Retry-After', String(wait))
  if (STATUS[code] === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="copydesk"')
  response
    .status(STATUS[code])
    .type('application/problem+json')
    .send(JSON.stringify({ ...problemAnswer(error, String(request.id)), ...error.more, ...more }))
}

/** The last handler of the app. */
export const answerError: ErrorRequestHandler = (thrown, request, response, _next) => {
  const error = asProblemError(thrown)
  const { code } = error.problem
  if (PROBLEMS[code].owner === 'ours') request.log.error({ err: thrown, code }, error.problem.detail)
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  sendProblem(request, response, error)
}

/** Everything that can be thrown on the way through the app, as a problem. */
export function asProblemError(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown
  if (thrown instanceof ZodError) return invalid(thrown)
  if (thrown instanceof multer.MulterError) return multipartProblem(thrown)
  if (thrown instanceof URIError) return new ProblemError('not-found', 'The address holds a broken percent sign.')
  const { status, type } = (thrown ?? {}) as { status?: unknown; type?: unknown }
  if (type === 'entity.too.large') return new ProblemError('body-too-large', `The request is larger than ${limitOf(thrown)} bytes, the limit for this call.`)
  if (type === 'entity.parse.failed') return new ProblemError('invalid-request', 'The request is not valid JSON.')
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new ProblemError('invalid-request', 'The request could not be read: encoding, length or character set is wrong.')
  }
  return diskProblem(thrown) ?? new ProblemError('internal', 'The request could not be carried out.', [], { cause: thrown })
}

/** Faults with their paths; an unknown key of a query is a filter that does not exist. */
export function invalid(error: ZodError, where: 'body' | 'query' | 'form' = 'body'): ProblemError {
  const unknown = where === 'query' ? error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])) : []
  if (unknown.length > 0) {
    const faults = unknown.map((key) => ({ path: shortened(key), message: 'is not a filter of this call' }))
    return new ProblemError('unknown-filter', `There is no filter ${shortened(unknown[0] ?? '')}.`, faults)
  }
  const faults = error.issues.map((issue) => ({ path: shortened(issue.path.join('.')), message: shortened(issue.message) }))
  const first = faults[0]
  const named = first === undefined || first.path === '' ? `The ${where} is not valid` : `${first.path}`
  return new ProblemError('invalid-request', `${named}: ${first?.message ?? 'is not valid'}.`, faults)
}

function multipartProblem(error: multer.MulterError): ProblemError {
  if (error.code === 'LIMIT_FILE_COUNT' || error.code === 'LIMIT_PART_COUNT') {
    return new ProblemError('too-many-files', 'The upload holds more files than the limit for one upload.')
  }
  if (error.code === 'LIMIT_FILE_SIZE') return new ProblemError('file-too-large', 'A file is larger than the limit for one upload.')
  if (error.code === 'LIMIT_UNEXPECTED_FILE') {
    return new ProblemError('invalid-request', 'Files belong into the field `files`.', [{ path: shortened(error.field ?? ''), message: 'is not a field for files' }])
  }
  return new ProblemError('invalid-request', `The form is not valid: ${error.message}.`)
}

function limitOf(thrown: unknown): string {
  const { limit } = thrown as { limit?: unknown }
  return typeof limit === 'number' ? limit.toLocaleString('en-GB') : 'the limit of'
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
