// Do two texts tell of one event without sharing their words? Names and numbers that both hold say so,
// above all those that stand next to each other in both.
import type { Prepared } from './prepared.ts'

export interface Nearness {
  /** Pairs of neighbouring names or numbers that both texts hold. */
  readonly pairs: number
  /** Different names and numbers that both hold. */
  readonly shared: number
  /** Of those of the text that has fewer. */
  readonly share: number
}

export function nearness(left: Prepared, right: Prepared): Nearness {
  const shared = common(left.facts.single, right.facts.single)
  const fewer = Math.min(left.facts.single.size, right.facts.single.size)
  return { pairs: common(left.facts.pairs, right.facts.pairs), shared, share: fewer === 0 ? 0 : shared / fewer }
}

function common(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let count = 0
  for (const value of small) if (large.has(value)) count++
  return count
}
