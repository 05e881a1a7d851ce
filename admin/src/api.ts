// How do the pages ask the service? One function; a problem comes back as an error with the service's own sentence.

export class ProblemError extends Error {
  readonly status: number
  /** What to do next, in a sentence. */
  readonly hint: string | undefined
  /** Under which the service's log has it. */
  readonly requestId: string | undefined
  /** All that the answer said, its extensions included (RFC 9457). */
  readonly told: Readonly<Record<string, unknown>>

  constructor(status: number, detail: string, more: { readonly hint?: string; readonly requestId?: string } = {}) {
    super(detail)
    this.status = status
    this.hint = more.hint
    this.requestId = more.requestId
    this.told = { ...more }
  }
}

interface Told {
  readonly detail?: string
  readonly title?: string
  readonly hint?: string
  readonly requestId?: string
}

/** JSON in, JSON out. Throws `ProblemError` with status 0 where the service can't be reached. */
export async function ask<T>(path: string, init: { method?: string; body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const { body, ...rest } = init
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(path, { ...rest, ...sent }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(0, 'The service cannot be reached. Is it running?')
  })
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T
  const told = (await response.json().catch(() => undefined)) as Told | undefined
  throw new ProblemError(response.status, told?.detail ?? told?.title ?? `The service answered ${response.status}.`, told)
}

export function isProblem(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.status === status
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
