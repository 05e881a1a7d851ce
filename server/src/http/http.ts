// How does the world talk to us? The door of the room: an Express app made of the table of routes, and its server.
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import { ProblemError } from '../domain/problem.ts'
import { newAttempts } from './attempts.ts'
import { newEventLog } from './event-log.ts'
import type { House } from './house.ts'
import { answerMeilisearchFault, MEILISEARCH_PATHS, openToOtherSites } from './meilisearch-fault.ts'
import { newMetrics } from './metrics.ts'
import { mount } from './mount.ts'
import { openApi } from './openapi.ts'
import { builtPages, docsPages, securityHeaders } from './pages.ts'
import type { Parts } from './parts.ts'
import { answerError } from './problem-answer.ts'
import { requestLog } from './request-log.ts'
import { ROUTES } from './routes.ts'

export { newLife, type Life, type Phase } from './life.ts'
export { HTTP_DEFAULTS } from './parts.ts'
export type * from './parts.ts'
export { hashPassword, mintKey } from './secrets.ts'
export { type RunningServer, startServer } from './server.ts'
export { signInLinks, type SignInLinks } from './sign-in-links.ts'

export function createApp(parts: Parts): Express {
  const house: House = {
    ...parts,
    events: newEventLog(parts.subscribe, parts.clock),
    attempts: newAttempts(parts.clock),
    metrics: newMetrics(parts),
    rights: ROUTES.map(({ id, needs }) => ({ id, needs })),
  }
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // No cache keeps an answer of the API, so that a checksum of it serves nobody; pages from disk have their own.
  app.set('etag', false)
  app.set('trust proxy', parts.settings.trustedProxies)
  app.use(requestLog(parts.log), house.metrics.watch, securityHeaders(parts.settings))
  app.use('/api', keepPrivate)
  app.use(compression({ filter: (request, response) => !request.path.endsWith('/original') && compression.filter(request, response) }))
  app.use(MEILISEARCH_PATHS, openToOtherSites)
  mount(app, ROUTES, house)
  const description = openApi(ROUTES, parts.settings.version)
  app.get('/api/openapi.json', (_request, response) => {
    response.json(description)
  })
  app.use('/api', unknownCall)
  app.use(MEILISEARCH_PATHS, unknownCall)
  app.use('/docs', docsPages())
  app.use('/admin', builtPages(parts.settings.panel))
  app.use(builtPages(parts.settings.searchPage))
  app.use(unknownCall)
  app.use(MEILISEARCH_PATHS, answerMeilisearchFault)
  app.use(answerError)
  return app
}

/** Answers of the API belong to who asked: no cache keeps them. */
const keepPrivate: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'private, no-store')
  next()
}

const unknownCall: RequestHandler = (request) => {
  throw new ProblemError('not-found', `There is no ${request.method} ${request.originalUrl.split('?')[0]?.slice(0, 200)}.`)
}
