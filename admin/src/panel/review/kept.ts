// What was decided and has no answer yet? It is kept in this browser, each under a name that the service knows it again by,
// until it says yes or no: a closed window, a crash or a moment without network loses nothing, and nothing is decided twice.
import { OURS, remember, remembered } from '../../search/frame/memory.ts'
import type { Act, Expected } from './acts.ts'

export interface KeptAct {
  /** The service makes one decision of it, however often it is sent. */
  readonly once: string
  readonly act: Act
  /** As it was first sent. */
  readonly expect?: readonly Expected[] | undefined
  /** Taken back before there was an answer. */
  readonly undone: boolean
}

interface Stored extends KeptAct {
  /** Whose it is: another person who signs in here must not send it. */
  readonly who: string
  /** In the order in which they were decided. */
  readonly turn: number
}

const PREFIX = `${OURS}kept:`
let turn = 0

export function freshName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** One row each, so that two windows never write over one another. */
export function keep({ once, act, expect, undone }: KeptAct, who: string): void {
  const before = stored(once)
  const row: Stored = { once, act, undone, who, turn: before?.turn ?? nextTurn(), ...(expect !== undefined && { expect }) }
  remember(`kept:${once}`, JSON.stringify(row))
}

export function letGo(once: string): void {
  remember(`kept:${once}`, undefined)
}

/** The oldest first. */
export function keptOf(who: string): readonly KeptAct[] {
  return names()
    .flatMap((once) => stored(once) ?? [])
    .filter((row) => row.who === who)
    .sort((a, b) => a.turn - b.turn)
}

/** By the clock, but never twice the same. */
function nextTurn(): number {
  turn = Math.max(turn + 1, Date.now())
  return turn
}

function names(): readonly string[] {
  try {
    return Object.keys(localStorage).flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []))
  } catch {
    // Storage is forbidden here: nothing was kept.
    return []
  }
}

function stored(once: string): Stored | undefined {
  try {
    return (JSON.parse(remembered(`kept:${once}`) ?? 'null') as Stored | null) ?? undefined
  } catch {
    // Somebody else wrote there.
    return undefined
  }
}
