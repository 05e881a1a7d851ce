// What is a route? One row of one table: who may call it, what it takes and answers, and who handles it.
// Router, checks, OpenAPI file and the list of a caller's rights are all made from these rows.
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Actor, Role } from '../domain/role.ts'
import type { House } from './house.ts'
import type { Identity } from './identity.ts'

/** `unasked`: not even looked at, so that it answers whatever the store does. `anyone`: no sign-in needed. `searcher`: readers, and everybody where PUBLIC_SEARCH is on. */
export type Needed = Role | 'unasked' | 'anyone' | 'searcher'

export interface Ask<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly actor: Actor
  readonly identity: Identity
  readonly request: Request
  readonly response: Response
}

export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The handler wrote the answer itself: a stream, a redirect. */
export const ANSWERED = Symbol('answered')

export interface Answer {
  readonly status: number
  readonly description: string
  /** JSON; absent for an empty answer or another media type. */
  readonly schema?: z.ZodType
  readonly mediaType?: string
}

interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  /** `articles.list`: the operation's id, and the name of the right to call it. */
  readonly id: string
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly needs: Needed
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Longest JSON body in bytes; 1 MiB unless said. */
  readonly bodyBytes?: number
  /** For the documentation: a multipart form that the handler reads itself. */
  readonly form?: z.ZodType
  readonly answers: readonly Answer[]
  readonly handle: (ask: Ask<z.output<P>, z.output<Q>, z.output<B>>, house: House) => Promise<Reply | typeof ANSWERED>
}

/** A row with its own types forgotten: the mounting checks what comes in by the schemas of the row. */
export type Route = Omit<RouteSpec<z.ZodType, z.ZodType, z.ZodType>, 'handle'> & {
  readonly handle: (ask: Ask<unknown, unknown, unknown>, house: House) => Promise<Reply | typeof ANSWERED>
}

export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(spec: RouteSpec<P, Q, B>): Route {
  return spec as unknown as Route
}

export function ok(body: unknown, headers?: Readonly<Record<string, string>>): Reply {
  return { status: 200, body, ...(headers === undefined ? {} : { headers }) }
}

export function created(body: unknown): Reply {
  return { status: 201, body }
}

export const NO_CONTENT: Reply = { status: 204 }

/** The row of an answer in JSON. */
export function json(status: number, description: string, schema: z.ZodType): Answer {
  return { status, description, schema }
}

export const EMPTY: Answer = { status: 204, description: 'Done.' }
