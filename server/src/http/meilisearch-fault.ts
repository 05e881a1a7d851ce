// How is a problem told to a client of Meilisearch? In its own shape and with its own codes, under the paths that are its.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { z } from 'zod'
import type { ProblemError } from '../domain/problem.ts'
import { MeilisearchFault } from '../search/search.ts'
import { asProblemError, statusOf } from './problem-answer.ts'

/** The paths that are Meilisearch's; most of them are refused here, in its own words. */
export const MEILISEARCH_PATHS = ['/indexes', '/multi-search', '/stats', '/version', '/keys', '/tasks', '/batches', '/dumps', '/snapshots', '/swap-indexes', '/experimental-features', '/network', '/webhooks', '/chats']

/** A page of another site may search with a key; without one it is answered what everybody is. Cookies do not come along. */
export const openToOtherSites: RequestHandler = (request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  response.setHeader('Cache-Control', 'private, no-store')
  if (request.method !== 'OPTIONS') return next()
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST')
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Meilisearch-Client')
  response.setHeader('Access-Control-Max-Age', '86400')
  response.status(204).end()
}

export const answerMeilisearchFault: ErrorRequestHandler = (thrown, request, response, _next) => {
  const fault = thrown instanceof MeilisearchFault ? thrown : faultOf(asProblemError(thrown), request.headers.authorization !== undefined)
  if (fault.status >= 500) request.log.error({ err: thrown }, fault.message)
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  response.status(fault.status).json({ message: fault.message, code: fault.code, type: fault.type, link: `https://docs.meilisearch.com/errors#${fault.code}` })
}

/** The first fault, named as Meilisearch names it: `invalid_search_hits_per_page`. `prefix`: `search` or `facet_search`. */
export function checkedForMeilisearch<T extends z.ZodType>(schema: T, given: unknown, where = ''): z.output<T> {
  const parsed = schema.safeParse(withoutNulls(given))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = (issue?.path ?? []).map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  if (issue?.code === 'unrecognized_keys') throw new MeilisearchFault('bad_request', `Unknown field \`${issue.keys[0]?.slice(0, 100)}\` inside \`${where}${path === '' ? '.' : path}\`.`)
  const name = (issue?.path ?? []).filter((step) => typeof step === 'string').findLast((step) => /^[a-z]/i.test(step))
  if (issue?.code === 'invalid_type' && issue.message.endsWith('undefined') && name === 'facetName') throw new MeilisearchFault('missing_facet_search_facet_name', 'Missing field `facetName`.')
  throw new MeilisearchFault(name === undefined ? 'bad_request' : codeOf(name), `Invalid value at \`${where}${path}\`: ${issue?.message ?? 'it is not valid'}.`)
}

const CODES: Readonly<Record<string, string>> = {
  facetName: 'invalid_facet_search_facet_name', facetQuery: 'invalid_facet_search_facet_query', exhaustiveFacetCount: 'invalid_facet_search_exhaustive_facet_count',
  indexUid: 'missing_index_uid', queries: 'bad_request', weight: 'invalid_multi_search_weight', federation: 'invalid_multi_search_federation',
  facetsByIndex: 'invalid_multi_search_facets_by_index', mergeFacets: 'invalid_multi_search_merge_facets',
}

function codeOf(name: string): string {
  return CODES[name] ?? `invalid_search_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
}

/** A null is as good as nothing. */
function withoutNulls(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(withoutNulls)
  if (typeof given !== 'object' || given === null) return given
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null).map(([name, value]) => [name, name === 'facetsByIndex' ? value : withoutNulls(value)]))
}

function faultOf(error: ProblemError, gaveKey: boolean): MeilisearchFault {
  const { code, detail } = error.problem
  switch (code) {
    case 'not-signed-in':
      if (gaveKey) return new MeilisearchFault('invalid_api_key', 'The provided API key is invalid.', 403, 'auth')
      return new MeilisearchFault('missing_authorization_header', 'The Authorization header is missing. It must use the bearer authorization method.', 401, 'auth')
    case 'not-allowed':
    case 'foreign-origin':
      return new MeilisearchFault('invalid_api_key', 'The provided API key is invalid.', 403, 'auth')
    case 'unknown-filter':
      return new MeilisearchFault('invalid_search_filter', `${detail}.`)
    case 'not-found':
      return new MeilisearchFault('not_found', detail, 404)
    case 'body-too-large':
      return new MeilisearchFault('payload_too_large', detail, 413)
    case 'invalid-request':
      return new MeilisearchFault(/JSON/.test(detail) ? 'malformed_payload' : 'bad_request', detail)
    default:
      return new MeilisearchFault('internal', detail, statusOf(code), 'internal')
  }
}
