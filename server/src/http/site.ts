// Under which address do people reach this site? As the operator said, else as this request found it.
import type { Request } from 'express'
import type { HttpSettings } from './parts.ts'

/** No slash at the end. */
export function siteOf(request: Request, settings: HttpSettings): string {
  return (settings.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '')
}
