// How does the panel ask for what `ask` has no words for: headers, forms, and a version to hold on to?
import { ProblemError } from '../../api.ts'

interface Told {
  readonly detail?: string
  readonly title?: string
  readonly hint?: string
  readonly requestId?: string
}

interface Init {
  readonly method?: string
  readonly body?: unknown
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** The call outlives the page. */
  readonly keepalive?: boolean
}

/** Throws `ProblemError`: status 0 where the service can't be reached, and always the service's own sentence. */
export async function call<T>(path: string, { method, body, form, headers, signal, keepalive = false }: Init = {}): Promise<T> {
  const init: RequestInit = { method: method ?? 'GET', headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) } }
  if (form !== undefined) init.body = form
  if (body !== undefined) init.body = JSON.stringify(body)
  if (signal !== undefined) init.signal = signal
  if (keepalive) init.keepalive = true
  const response = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(0, 'The service cannot be reached.', { hint: 'Look whether it runs, then try again.' })
  })
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T
  throw problemOf(response.status, await response.json().catch(() => undefined))
}

export function problemOf(status: number, told: unknown): ProblemError {
  const said = (told ?? {}) as Told
  return new ProblemError(status, said.detail ?? said.title ?? `The service answered ${status}.`, said)
}
