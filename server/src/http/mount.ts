// What happens to a request before its handler sees it? The same few steps for every route, in this order:
// who asks, may they, did our own site send it, is it well-formed. A route can't forget a step.
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express'
import type { z } from 'zod'
import { ProblemError } from '../domain/problem.ts'
import { type Actor, roleAllows } from '../domain/role.ts'
import type { House } from './house.ts'
import { ANONYMOUS, type Identity, identify } from './identity.ts'
import { requireSameOrigin } from './origin.ts'
import { invalid } from './problem-answer.ts'
import { ANSWERED, type Needed, type Reply, type Route } from './route.ts'

const BODY_BYTES = 1024 * 1024
const SAFE = new Set(['GET', 'HEAD'])

export function mount(router: Router, routes: readonly Route[], house: House): void {
  for (const route of routes) {
    const parse = route.body === undefined ? [] : [express.json({ limit: route.bodyBytes ?? BODY_BYTES, type: isJson })]
    router[route.method](route.path, ...guards(route, house), ...parse, handler(route, house))
  }
}

/** May this identity call a route that needs this? The actor to act as, or why not. */
export function admit(identity: Identity, needs: Needed, publicSearch: boolean): Actor {
  const actor = identity.by === 'nothing' ? ANONYMOUS : identity.actor
  if (needs === 'unasked' || needs === 'anyone') return actor
  if (needs === 'searcher' && publicSearch) return actor
  if (identity.by === 'nothing') throw new ProblemError('not-signed-in', 'This call needs a sign-in or an API key.')
  const role = needs === 'searcher' ? 'reader' : needs
  if (!roleAllows(actor.role, role)) {
    throw new ProblemError('not-allowed', `This call needs the role ${role}; ${actor.name} has the role ${actor.role}.`)
  }
  return actor
}

function guards(route: Route, house: House): RequestHandler[] {
  return [
    async (request: Request, response: Response, next: NextFunction) => {
      house.metrics.routeOf(response, route.path)
      const identity: Identity = route.needs === 'unasked' ? { by: 'nothing' } : await identify(request, house)
      response.locals['identity'] = identity
      response.locals['actor'] = admit(identity, route.needs, house.settings.publicSearch)
      if (identity.by === 'cookie') requireSameOrigin(request, house.settings)
      if (house.life.phase() === 'stopping' && !SAFE.has(request.method)) {
        throw new ProblemError('stopping', 'The service is stopping and takes nothing new.')
      }
      next()
    },
  ]
}

function handler(route: Route, house: House): RequestHandler {
  return async (request, response) => {
    const ask = {
      params: checkedParams(route.params, request.params),
      query: checked(route.query, request.query, 'query'),
      body: checkedBody(route, request),
      identity: response.locals['identity'] as Identity,
      actor: response.locals['actor'] as Actor,
      request,
      response,
    }
    const reply = await route.handle(ask, house)
    if (reply !== ANSWERED) send(response, reply)
  }
}

function send(response: Response, reply: Reply): void {
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
  response.status(reply.status)
  if (reply.body === undefined) response.end()
  else response.json(reply.body)
}

function checkedParams(schema: z.ZodType | undefined, given: unknown): unknown {
  if (schema === undefined) return {}
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new ProblemError('not-found', 'There is nothing with such an id.')
  return parsed.data
}

/** A route without a schema for its query takes none. */
function checked(schema: z.ZodType | undefined, given: unknown, where: 'body' | 'query'): unknown {
  if (schema === undefined) {
    const [unknown] = Object.keys(given as object)
    if (unknown !== undefined) throw new ProblemError('unknown-filter', 'This call takes no filters.', [{ path: unknown.slice(0, 200), message: 'is not a filter of this call' }])
    return {}
  }
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw invalid(parsed.error, where)
  return parsed.data
}

function checkedBody({ body: schema, form }: Route, request: Request): unknown {
  if (schema === undefined || (form !== undefined && isForm(request))) return {}
  if (request.body === undefined && Number(request.headers['content-length'] ?? 0) > 0) {
    throw new ProblemError('invalid-request', 'The request needs a body of the type application/json.')
  }
  return checked(schema, request.body ?? {}, 'body')
}

export function isForm(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')
}

function isJson(request: { readonly headers: { readonly 'content-type'?: string | undefined } }): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b/i.test(request.headers['content-type'] ?? '')
}
