// How is the API described? As OpenAPI 3.1, generated from the very schemas that check the requests.
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { z } from 'zod'
import { ProblemAnswer } from './contract/shapes.ts'
import type { Answer, Needed, Route } from './route.ts'

const SECURITY: NonNullable<ZodOpenApiOperationObject['security']> = [{ key: [] }, { session: [] }]

export function openApi(routes: readonly Route[], version: string): object {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const path = templateOf(route.path)
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Copydesk',
      version,
      description: 'Full-text search for news archives that finds the same text in another coat. Times are ISO 8601 UTC, offsets UTF-16 code units.',
    },
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
        session: { type: 'apiKey', in: 'cookie', name: 'copydesk', description: 'The cookie of `POST /api/session`; unsafe calls need a same-origin Origin.' },
      },
    },
  })
}

/** `/api/articles/:id` as OpenAPI writes it. */
export function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function operation(route: Route): ZodOpenApiOperationObject {
  const content = {
    ...(route.body === undefined ? {} : { 'application/json': { schema: route.body } }),
    ...(route.form === undefined ? {} : { 'multipart/form-data': { schema: route.form } }),
  }
  const parameters = {
    ...(route.params === undefined ? {} : { path: route.params as z.ZodObject }),
    ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
  }
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [tagOf(route)],
    'x-needs': route.needs,
    security: securityOf(route.needs),
    requestParams: parameters,
    ...(Object.keys(content).length === 0 ? {} : { requestBody: { content } }),
    responses: {
      ...Object.fromEntries(route.answers.map((answer) => [String(answer.status), responseOf(answer)])),
      default: { description: 'A problem, as RFC 9457 says.', content: { 'application/problem+json': { schema: ProblemAnswer } } },
    },
  }
}

function securityOf(needs: Needed): typeof SECURITY {
  if (needs === 'unasked' || needs === 'anyone') return []
  return needs === 'searcher' ? [...SECURITY, {}] : SECURITY
}

function tagOf(route: Route): string {
  return /^\/api\/([a-z]+)/.exec(route.path)?.[1] ?? 'service'
}

function responseOf({ description, schema, mediaType }: Answer) {
  if (schema !== undefined) return { description, content: { 'application/json': { schema } } }
  return mediaType === undefined ? { description } : { description, content: { [mediaType]: {} } }
}
