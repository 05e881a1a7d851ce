// What does a handler have at hand? The parts that the wiring gave, and what this room keeps for itself while it runs.
import type { Attempts } from './attempts.ts'
import type { EventLog } from './event-log.ts'
import type { Metrics } from './metrics.ts'
import type { Parts } from './parts.ts'

export interface House extends Parts {
  readonly events: EventLog
  readonly attempts: Attempts
  readonly metrics: Metrics
  /** For each route: its id and whom it lets in; made from the table of routes. */
  readonly rights: readonly { readonly id: string; readonly needs: import('./route.ts').Needed }[]
}
