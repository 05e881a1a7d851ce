// How often may somebody guess a password? Counted by account and by address, before the password is looked at,
// so that guesses at once don't slip through, and for unknown accounts as well, so that nobody learns which exist.
import type { Clock } from '../domain/clock.ts'
import { ProblemError } from '../domain/problem.ts'

const WINDOW_MS = 10 * 60_000
const BY_ACCOUNT = 10
const BY_ADDRESS = 50
/** Counters kept at most; the oldest go first. */
const MOST = 100_000

export interface Attempts {
  /** Counts one try; `too-many-attempts` where the account or the address had its share. */
  take(account: string, address: string): void
  /** The password was right: the account starts anew, and the address gets its try back. */
  succeeded(account: string, address: string): void
}

export function newAttempts(clock: Clock): Attempts {
  const counters = new Map<string, { count: number; readonly until: number }>()
  const counterOf = (key: string) => {
    const now = clock().getTime()
    const known = counters.get(key)
    if (known !== undefined && known.until > now) return known
    counters.delete(key)
    const oldest = counters.size >= MOST ? counters.keys().next().value : undefined
    if (oldest !== undefined) counters.delete(oldest)
    const fresh = { count: 0, until: now + WINDOW_MS }
    counters.set(key, fresh)
    return fresh
  }
  return {
    take(account, address) {
      const byAccount = counterOf(`account ${account}`)
      const byAddress = counterOf(`address ${address}`)
      if (byAccount.count >= BY_ACCOUNT || byAddress.count >= BY_ADDRESS) {
        throw new ProblemError('too-many-attempts', 'There were too many attempts to sign in within ten minutes.')
      }
      byAccount.count++
      byAddress.count++
    },
    succeeded(account, address) {
      counters.delete(`account ${account}`)
      const byAddress = counterOf(`address ${address}`)
      byAddress.count = Math.max(0, byAddress.count - 1)
    },
  }
}
