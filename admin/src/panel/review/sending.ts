// How does a decision get through a moment without network? It is sent until the service has answered, yes or no; what
// waits is counted, so that the person sees it.
import { ProblemError } from '../../api.ts'
import { call } from '../archive/call.ts'
import { onSignedOut } from '../archive/signing-out.ts'
import type { Expected, Ruled } from './acts.ts'
import { NotSentError, type Entry } from './desk.ts'
import { change, now } from './session.ts'

const FIRST_MS = 1_000
const MOST_MS = 15_000
/** Not reached, too many at once, or a service behind a door that is just starting. */
const PASSING: readonly number[] = [0, 429, 502, 503, 504]

/** Another person may sit here by now: theirs must not be sent. */
class SignedOutError extends Error {
  constructor() {
    super('Nobody is signed in any more.')
  }
}

let people = 0
onSignedOut(() => people++)

/** Throws what the service refused it with. */
export async function sent({ act, once }: Entry, expect: readonly Expected[] | undefined): Promise<Ruled> {
  const body = { ...act.ruling, once, ...(expect !== undefined && expect.length > 0 && { expect }) }
  const person = people
  let held = false
  try {
    for (let wait = FIRST_MS; ; wait = Math.min(wait * 2, MOST_MS)) {
      if (person !== people) throw new SignedOutError()
      const ruled = await call<Ruled>('/api/decisions', { method: 'POST', body, keepalive: true }).catch(orPassing)
      if (ruled !== undefined) return ruled
      if (!held) change({ unsent: now().unsent + 1 })
      held = true
      await again(wait)
    }
  } finally {
    if (held) change({ unsent: now().unsent - 1 })
  }
}

/** Is it still to be sent, once the person is back? */
export function stays(error: unknown): boolean {
  if (error instanceof NotSentError) return stays(error.cause)
  return error instanceof SignedOutError || (error instanceof ProblemError && error.status === 401)
}

function orPassing(error: unknown): undefined {
  if (!(error instanceof ProblemError) || !PASSING.includes(error.status)) throw error
  return undefined
}

/** After a while, or as soon as the network is back. */
function again(wait: number): Promise<void> {
  return new Promise((go) => {
    const done = (): void => {
      clearTimeout(timer)
      removeEventListener('online', done)
      go()
    }
    const timer = setTimeout(done, wait)
    addEventListener('online', done)
  })
}
