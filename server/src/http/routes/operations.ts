// What an operator and a program ask of the service itself: is it alive, is it ready, how busy, what may be called?
import { z } from 'zod'
import { ProblemError } from '../../domain/problem.ts'
import { EventsQuery } from '../contract/documents.ts'
import { streamEvents } from '../event-stream.ts'
import type { House } from '../house.ts'
import { sendProblem } from '../problem-answer.ts'
import { ANSWERED, type Ask, type Route, json, ok, route } from '../route.ts'

const ReadyAnswer = z
  .strictObject({
    store: z.looseObject({ up: z.boolean() }),
    engine: z.looseObject({ up: z.boolean() }),
    pending: z.int().meta({ description: 'Articles that the engine does not hold yet.' }),
  })
  .meta({ id: 'Ready' })

export const operationRoutes: readonly Route[] = [
  route({
    id: 'health', method: 'get', path: '/health', needs: 'unasked', summary: 'Does the process live?',
    answers: [json(200, 'It does.', z.strictObject({ status: z.literal('available'), version: z.string() }))],
    handle: async (_ask, { settings }) => ok({ status: 'available', version: settings.version }),
  }),
  route({
    id: 'ready', method: 'get', path: '/ready', needs: 'unasked', summary: 'Does it serve? 503 before and while shutting down.',
    answers: [json(200, 'It does.', ReadyAnswer)],
    handle: (ask, house) => ready(ask, house),
  }),
  route({
    id: 'metrics', method: 'get', path: '/metrics', needs: 'unasked', summary: 'Figures for Prometheus.',
    answers: [{ status: 200, description: 'Prometheus text.', mediaType: 'text/plain' }],
    handle: async ({ response }, house) => {
      const { type, body } = await house.metrics.text()
      response.status(200).set('Content-Type', type).send(body)
      return ANSWERED
    },
  }),
  route({
    id: 'events', method: 'get', path: '/api/events', needs: 'reader', summary: 'What happens, as server-sent events; of one upload, or of topics.',
    query: EventsQuery, answers: [{ status: 200, description: 'An event stream.', mediaType: 'text/event-stream' }],
    handle: async ({ request, response, query }, house) => {
      if (query.upload !== undefined) await requireUpload(query.upload, house)
      await streamEvents(request, response, query, house)
      return ANSWERED
    },
  }),
]

async function requireUpload(upload: string, house: House): Promise<void> {
  const counts = await house.store.documents.counts(upload)
  if (Object.values(counts).every((count) => count === 0)) throw new ProblemError('not-found', `There is no upload ${upload}.`)
}

/** Engine trouble is told but does not make the service unready: uploads and curation go on without it. */
async function ready({ request, response }: Ask<unknown, unknown, unknown>, house: House) {
  const phase = house.life.phase()
  const state = await stateOf(house)
  if (phase === 'serving' && state.store.up) return ok(state)
  const [code, detail] = phase === 'stopping' ? (['stopping', 'The service is stopping.'] as const)
    : phase === 'starting' ? (['busy', 'The service is starting.'] as const)
    : (['busy', 'The store does not answer.'] as const)
  sendProblem(request, response, new ProblemError(code, detail), state)
  return ANSWERED
}

async function stateOf({ store, engine, log }: House) {
  const told = <T>(part: string, usual: T) => (error: unknown): T => {
    log.warn({ err: error, part }, 'a part does not answer')
    return usual
  }
  const held = await store.probe().then((probe) => ({ up: true, ...probe }), told('store', { up: false }))
  const index = await engine.state().then(({ kind, up, articles, trouble }) => ({ kind, up, articles, ...(trouble && { trouble: trouble.code }) }), told('engine', { up: false }))
  const pending = await engine.identity().then((identity) => store.outbox.state(identity)).then((state) => state.pending, told('outbox', 0))
  return { store: held, engine: index, pending }
}
