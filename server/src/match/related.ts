// Do two texts tell of one event without sharing their words? Names and numbers that both hold say so,
// above all those that stand next to each other in both.
import { ORDINARY } from '../domain/comparable.ts'
import type { Prepared } from './prepared.ts'

export interface Nearness {
  /** Pairs of neighbouring names or numbers that both texts hold. */
  readonly pairs: number
  /** Different names and numbers that both hold. */
  readonly shared: number
  /** Of those of the text that has fewer. */
  readonly share: number
}

/** Words within which two names or numbers in a row make a pair. */
const REACH = 12

export function nearness(left: Prepared, right: Prepared): Nearness {
  const [one, other] = [factsOf(left), factsOf(right)]
  const shared = common(one.single, other.single)
  const fewer = Math.min(one.single.size, other.single.size)
  return { pairs: common(one.pairs, other.pairs), shared, share: fewer === 0 ? 0 : shared / fewer }
}

function factsOf(side: Prepared): { readonly single: Set<number>; readonly pairs: Set<number> } {
  const single = new Set<number>()
  const pairs = new Set<number>()
  let last = -1
  for (let at = 0; at < side.length; at++) {
    if (side.text.kinds[at] === ORDINARY) continue
    single.add(side.ids[at] as number)
    if (last >= 0 && at - last <= REACH) pairs.add(Math.imul(side.ids[last] as number, 31) ^ (side.ids[at] as number))
    last = at
  }
  return { single, pairs }
}

function common(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let count = 0
  for (const value of small) if (large.has(value)) count++
  return count
}
