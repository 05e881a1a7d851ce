// What do the engine and its threads say to one another? Plain values, numbered.
import type { ProblemCode } from '../domain/problem.ts'
import type { EngineQuery, EngineRecord } from './port.ts'

export type Job =
  | { readonly kind: 'identity' }
  | { readonly kind: 'state' }
  /** Read what every search needs. */
  | { readonly kind: 'prepare' }
  | { readonly kind: 'search'; readonly query: EngineQuery; readonly deadline: number }
  | { readonly kind: 'apply'; readonly records: readonly EngineRecord[]; readonly remove: readonly string[] }
  | { readonly kind: 'inventory'; readonly after: string; readonly limit: number }
  | { readonly kind: 'close' }

export type Request = Job & { readonly number: number }

export interface Failure {
  readonly problem?: ProblemCode
  readonly detail: string
}

export type Reply =
  | { readonly number: number; readonly value: unknown; readonly failure?: undefined }
  | { readonly number: number; readonly failure: Failure }
