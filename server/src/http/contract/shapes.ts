// Which shapes does every call share? Offsets are UTF-16 code units, times ISO 8601 UTC, ids opaque.
// These schemas check the requests and make the OpenAPI file; the panel takes its types from here.
import { z } from 'zod'
import { ROLES } from '../../domain/role.ts'

export const PER_PAGE_MOST = 100
const PAGE_MOST = 1_000_000

/** Opaque; what has another shape cannot exist, and is answered 404. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).meta({ description: 'An opaque id.', example: '17' })

export const IdParams = z.strictObject({ id: Id })

export const Time = z.string().meta({ format: 'date-time', description: 'ISO 8601, UTC.' })

/** A date or time as a caller may write it, in UTC unless it says another zone; made ISO 8601 UTC. */
export const GivenTime = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }).transform((local) => `${local}Z`), z.iso.date()], {
    error: 'is not an ISO 8601 date or time',
  })
  .transform((given) => new Date(given).toISOString())
  .meta({ type: 'string', format: 'date-time' })

export const Span = z.strictObject({ begin: z.int(), end: z.int() }).meta({ id: 'Span', description: 'Half open, in UTF-16 code units.' })

export const RoleName = z.enum(ROLES).meta({ id: 'Role' })

export const Fault = z.strictObject({ path: z.string(), message: z.string() })

/** RFC 9457, with a stable `code`, a `hint` and the id under which the log has it. */
export const ProblemAnswer = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    hint: z.string(),
    errors: z.array(Fault).readonly().optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type ProblemAnswer = z.infer<typeof ProblemAnswer>

/** What became of a file that could not be taken. */
export const FileProblem = z.strictObject({ code: z.string(), detail: z.string(), hint: z.string() }).meta({ id: 'FileProblem' })

export const Issue = z.strictObject({ code: z.string(), message: z.string(), span: Span.optional() }).meta({ id: 'Issue' })

/** An array in an answer. */
export function many<T extends z.ZodType>(item: T) {
  return z.array(item).readonly()
}

/** `{data, total}`, the answer of every list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ data: many(item), total: z.int() })
}

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** A switch in a query string. */
export function switchOf(usual: boolean) {
  return flag.default(usual)
}

/** A number in a query string. */
export function numberOf(least: number, most: number) {
  return z.coerce.number({ error: `must be a whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}` }).int().min(least).max(most)
}

/** One value or several of one name: `?tags=a&tags=b`. */
export function severalOf<T extends z.ZodType>(one: T) {
  return z.preprocess((given) => (given === undefined || Array.isArray(given) ? given : [given]), z.array(one).min(1).max(50).optional())
}

export const PAGING = {
  page: numberOf(1, PAGE_MOST).default(1),
  perPage: numberOf(1, PER_PAGE_MOST).default(25),
}

/** The query of a list: paging, an allow-list of sort fields, the filters. Anything else is an unknown filter. */
export function listQuery<S extends readonly [string, ...string[]], F extends z.ZodRawShape>(sorts: S, filters: F) {
  return z.strictObject({
    ...PAGING,
    sort: z.enum(sorts).optional(),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...filters,
  })
}
