// Did this very site send the request? A cookie goes along with whatever a browser sends, so an unsafe call by
// cookie must show where it came from. A form of another site can reach the upload, for multipart needs no preflight.
import type { Request } from 'express'
import { ProblemError } from '../domain/problem.ts'
import type { HttpSettings } from './parts.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** `foreign-origin` unless Origin is this site's, or Origin is absent and Sec-Fetch-Site says so. */
export function requireSameOrigin(request: Request, settings: HttpSettings): void {
  if (SAFE.has(request.method)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined && site === 'same-origin') return
  if (origin === undefined) throw new ProblemError('foreign-origin', 'A change by session cookie needs an Origin header of this site.')
  refuseForeignOrigin(request, settings)
}

/** For calls without a cookie that set one: an Origin may be absent, but not foreign. */
export function refuseForeignOrigin(request: Request, settings: HttpSettings): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign = (origin !== undefined && !isOwn(origin, request, settings)) || site === 'cross-site' || site === 'same-site'
  if (foreign) throw new ProblemError('foreign-origin', 'The Origin of the request is not this site.')
}

// The scheme is compared where it is known: behind a proxy that ends TLS and isn't declared, only the host is.
function isOwn(origin: string, request: Request, settings: HttpSettings): boolean {
  if (!URL.canParse(origin)) return false
  const given = new URL(origin)
  if (settings.publicUrl !== undefined && given.origin === new URL(settings.publicUrl).origin) return true
  return given.host === request.host && (!request.secure || given.protocol === 'https:')
}
