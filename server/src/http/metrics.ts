// How is the service doing? Counters for Prometheus; labels are few and bounded: a route's template, never an id.
import type { RequestHandler, Response } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { OutboxState } from '../store/outbox-port.ts'
import type { Parts } from './parts.ts'

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 300]

export interface Metrics {
  readonly watch: RequestHandler
  /** Says under which template a request is counted. */
  routeOf(response: Response, path: string): void
  readonly uploads: Counter<'outcome'>
  readonly uploadBytes: Counter
  readonly loginFailures: Counter<'reason'>
  readonly searchSeconds: Histogram<'outcome'>
  text(): Promise<{ readonly type: string; readonly body: string }>
}

export function newMetrics(parts: Parts): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const duration = new Histogram({
    name: 'copydesk_http_request_duration_seconds', help: 'Time to answer a request.', registers,
    labelNames: ['route', 'method', 'status_class'], buckets: REQUEST_BUCKETS,
  })
  const inFlight = new Gauge({ name: 'copydesk_http_requests_in_flight', help: 'Requests being answered.', registers })
  addStateGauges(parts, registers)
  return {
    watch: (request, response, next) => {
      const end = duration.startTimer()
      inFlight.inc()
      response.once('close', () => {
        inFlight.dec()
        const route = typeof response.locals['route'] === 'string' ? response.locals['route'] : 'other'
        end({ route, method: request.method, status_class: `${Math.floor(response.statusCode / 100)}xx` })
      })
      next()
    },
    routeOf: (response, path) => {
      response.locals['route'] = path
    },
    uploads: new Counter({ name: 'copydesk_uploads_total', help: 'Files received.', labelNames: ['outcome'], registers }),
    uploadBytes: new Counter({ name: 'copydesk_upload_bytes_total', help: 'Bytes of files received.', registers }),
    loginFailures: new Counter({ name: 'copydesk_login_failures_total', help: 'Sign-ins refused.', labelNames: ['reason'], registers }),
    searchSeconds: new Histogram({
      name: 'copydesk_search_duration_seconds', help: 'Time to answer a search.', labelNames: ['outcome'], registers,
    }),
    text: async () => ({ type: register.contentType, body: await register.metrics() }),
  }
}

/** Read when they are asked for, from the store and the engine. */
function addStateGauges(parts: Parts, registers: Registry[]): void {
  const { store, engine } = parts
  new Gauge({
    name: 'copydesk_documents', help: 'Documents by status.', labelNames: ['status'], registers,
    async collect() {
      for (const [status, count] of Object.entries(await store.documents.counts())) this.set({ status }, count)
    },
  })
  new Gauge({
    name: 'copydesk_articles', help: 'Live articles, and clusters of them.', labelNames: ['kind'], registers,
    async collect() {
      const { articles, clusters } = await store.articles.count()
      this.set({ kind: 'articles' }, articles)
      this.set({ kind: 'clusters' }, clusters)
    },
  })
  addIndexGauges(parts, registers)
  new Gauge({
    name: 'copydesk_engine_up', help: 'Does the search engine answer?', labelNames: ['engine'], registers,
    async collect() {
      const state = await engine.state()
      this.set({ engine: state.kind }, state.up ? 1 : 0)
    },
  })
  new Gauge({ name: 'copydesk_build_info', help: 'The version that runs.', labelNames: ['version'], registers }).set({ version: parts.settings.version }, 1)
}

/** Both tell of one look at the outbox: an index that lags has rows that wait, and the other way round. */
function addIndexGauges({ store, engine, clock }: Parts, registers: Registry[]): void {
  let look: Promise<OutboxState> | undefined
  const state = (): Promise<OutboxState> => {
    look ??= engine.identity().then((identity) => store.outbox.state(identity)).finally(() => (look = undefined))
    return look
  }
  new Gauge({
    name: 'copydesk_index_rows', help: 'Articles that the engine does not hold yet, or was given up on.', labelNames: ['state'], registers,
    async collect() {
      const { pending, quarantined } = await state()
      this.set({ state: 'dirty' }, pending)
      this.set({ state: 'quarantined' }, quarantined)
    },
  })
  new Gauge({
    name: 'copydesk_index_lag_seconds', help: 'How long the oldest article waits for the engine.', registers,
    async collect() {
      const { oldestWaitingSince } = await state()
      this.set(oldestWaitingSince === undefined ? 0 : (clock().getTime() - Date.parse(oldestWaitingSince)) / 1000)
    },
  })
}
