// What did the service answer? The last answer stays on the screen until the next one is there, an overtaken answer is
// dropped, and answers seen before come back at once on the way back.
import { useCallback, useEffect, useState } from 'react'
import { ask, isProblem } from '../../api.ts'

export interface Asked<T> {
  readonly answer?: T
  /** The address that `answer` belongs to. */
  readonly of?: string
  readonly error?: unknown
  readonly waiting: boolean
  readonly again: () => void
}

const KEPT_MOST = 40
const kept = new Map<string, unknown>()

/** `undefined` asks nothing. With `body` it is asked by POST: for questions that are too long for an address. */
export function useAsked<T>(path: string | undefined, body?: object): Asked<T> {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const address = path === undefined || sent === undefined ? path : `${path}#${sent}`
  const [state, setState] = useState<Held<T>>(() => fromKept<T>(address))
  const [round, setRound] = useState(0)
  const [pending, setPending] = useState(address !== undefined)
  const again = useCallback(() => setRound((count) => count + 1), [])
  useEffect(() => {
    if (address === undefined) return
    const asked = new AbortController()
    const known = kept.has(address)
    if (known) setState(fromKept<T>(address))
    setPending(!known)
    const settle = (next: (before: Held<T>) => Held<T>): void => {
      if (asked.signal.aborted) return
      setState(next)
      setPending(false)
    }
    fetched<T>(address, asked.signal)
      .then((answer) => {
        if (!asked.signal.aborted) keep(address, answer)
        settle(() => ({ answer, of: address }))
      })
      .catch((error: unknown) => settle((before) => ({ ...before, error, errorOf: address })))
    return () => asked.abort()
  }, [address, round])
  const fresh = address !== undefined && kept.has(address) && state.of !== address ? fromKept<T>(address) : state
  const { errorOf, error, ...rest } = fresh
  return { ...rest, ...(errorOf === address && error !== undefined ? { error } : {}), waiting: pending, again }
}

/** Answers that a change has made untrue. */
export function forget(part: string): void {
  for (const address of kept.keys()) if (address.includes(part)) kept.delete(address)
}

interface Held<T> {
  readonly answer?: T
  readonly of?: string
  readonly error?: unknown
  readonly errorOf?: string
}

const AGAIN_MS = 700

/** Who is only busy is asked once more before anybody is troubled with it. */
async function fetched<T>(address: string, signal: AbortSignal): Promise<T> {
  const [path = '', sent] = address.split(/#(.*)/s)
  const init = sent === undefined ? { signal } : { method: 'POST', body: JSON.parse(sent) as unknown, signal }
  try {
    return await ask<T>(path, init)
  } catch (error) {
    if (!isProblem(error, 503) || signal.aborted) throw error
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    return ask<T>(path, init)
  }
}

function fromKept<T>(address: string | undefined): Held<T> {
  return address !== undefined && kept.has(address) ? { answer: kept.get(address) as T, of: address } : {}
}

function keep(address: string, answer: unknown): void {
  kept.delete(address)
  kept.set(address, answer)
  const [oldest] = kept.keys()
  if (kept.size > KEPT_MOST && oldest !== undefined) kept.delete(oldest)
}
