// Who may do a thing now, of all the processes on one archive? A lease in the store, renewed while it is in use; a holder
// that died on this host does not keep the others waiting.
import { hostname } from 'node:os'
import type { Lease } from '../store/port.ts'

/** This thread of this process, and no other start with the same number. */
export function ownName(): string {
  return `${hostname()}:${process.pid}:${Math.round(performance.timeOrigin)}`
}

/** Did the process that held a lease end? Only of this host can be told. */
export function isDead(holder: string): boolean {
  const [host, pid] = holder.split(':')
  if (host !== hostname()) return false
  // The same number as ours, and yet another start: the number was given anew, as in every container.
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

export class Turn {
  readonly #lease: Lease
  readonly #name: string
  readonly #owner = ownName()
  #ours = Number.NEGATIVE_INFINITY

  constructor(lease: Lease, name: string) {
    this.#lease = lease
    this.#name = name
  }

  /** True for the seconds that follow; renewed by asking again. */
  async taken(): Promise<boolean> {
    const now = performance.now()
    if (now < this.#ours) return true
    if (!(await this.#take())) return false
    this.#ours = now + (LEASE_SECONDS * 1_000) / 2
    return true
  }

  async release(): Promise<void> {
    this.#ours = Number.NEGATIVE_INFINITY
    await this.#lease.release(this.#name, this.#owner)
  }

  async #take(): Promise<boolean> {
    if (await this.#lease.take(this.#name, this.#owner, LEASE_SECONDS)) return true
    const holder = await this.#lease.holder(this.#name)
    if (holder === undefined || !isDead(holder)) return false
    await this.#lease.release(this.#name, holder)
    return this.#lease.take(this.#name, this.#owner, LEASE_SECONDS)
  }
}

/** Long, because one heavy comparison may hold the thread for a while. */
const LEASE_SECONDS = 60
