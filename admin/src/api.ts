// How do the pages ask the service? One function; a problem comes back as an error with the service's own sentence.

export class ProblemError extends Error {
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
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
  const problem = (await response.json().catch(() => undefined)) as { detail?: string; title?: string } | undefined
  throw new ProblemError(response.status, problem?.detail ?? problem?.title ?? `The service answered ${response.status}.`)
}

export function isProblem(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.status === status
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
