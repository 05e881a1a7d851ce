// What is written down of a request? An allow-list: method, path without the query (it may hold a token or a question),
// status, time, id. Headers and bodies never.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

const SECOND_NATURE = /^\/(health|ready|metrics)$/

/** Gives each request an id (the caller's, where it is harmless), says it in `X-Request-Id`, and logs the outcome. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id']
      const id = typeof given === 'string' && /^[A-Za-z0-9_.-]{1,100}$/.test(given) ? given : randomUUID()
      response.setHeader('X-Request-Id', id)
      return id
    },
    customLogLevel: (request, response, error) => levelOf(request, response, error),
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage) => ({ id: request.id, method: request.method, path: pathOf(request) }),
      res: (response: ServerResponse) => ({ status: response.statusCode }),
    },
  })
}

function levelOf(request: IncomingMessage, response: ServerResponse, error: Error | undefined): 'error' | 'info' | 'debug' {
  if (response.statusCode >= 500 || (error !== undefined && !response.destroyed)) return 'error'
  return SECOND_NATURE.test(pathOf(request)) ? 'debug' : 'info'
}

function pathOf(request: IncomingMessage): string {
  const address = (request as { originalUrl?: string }).originalUrl ?? request.url ?? ''
  return (address.split('?')[0] ?? '').slice(0, 500)
}
