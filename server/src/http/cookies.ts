// How does a browser carry its session? In one cookie that scripts can't read and other sites can't send.
// Over https it has the `__Host-` prefix, so that no sister domain can plant one (RFC 6265bis).
import type { Request, Response } from 'express'
import type { HttpSettings } from './parts.ts'

const NAME = 'copydesk'

export function sessionToken(request: Request, settings: HttpSettings): string | undefined {
  const wanted = `${cookieName(request, settings)}=`
  const found = (request.headers.cookie ?? '').split(/; */).find((one) => one.startsWith(wanted))
  const token = found?.slice(wanted.length)
  return token !== undefined && /^[A-Za-z0-9_-]{20,100}$/.test(token) ? token : undefined
}

export function setSession(request: Request, response: Response, token: string, settings: HttpSettings): void {
  response.cookie(cookieName(request, settings), token, { ...attributes(request, settings), maxAge: settings.sessionSeconds * 1000 })
}

export function clearSession(request: Request, response: Response, settings: HttpSettings): void {
  response.clearCookie(cookieName(request, settings), attributes(request, settings))
}

function attributes(request: Request, settings: HttpSettings) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(request, settings) } as const
}

function cookieName(request: Request, settings: HttpSettings): string {
  return isSecure(request, settings) ? `__Host-${NAME}` : NAME
}

export function isSecure(request: Request, settings: HttpSettings): boolean {
  return request.secure || settings.publicUrl?.startsWith('https:') === true
}
