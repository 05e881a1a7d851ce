// Which names and numbers does a text hold, and which stand next to each other? Told once for each text.
import { type Comparable, ORDINARY } from '../domain/comparable.ts'

/** By the numbers of their words. */
export interface Facts {
  readonly single: ReadonlySet<number>
  /** Ordered pairs of neighbours. */
  readonly pairs: ReadonlySet<number>
}

/** Words within which two names or numbers in a row make a pair: a clause and a half. */
const REACH = 12

export function factsOf(text: Comparable, ids: Int32Array): Facts {
  const single = new Set<number>()
  const pairs = new Set<number>()
  let last = -1
  for (let at = 0; at < ids.length; at++) {
    if (text.kinds[at] === ORDINARY) continue
    single.add(ids[at] as number)
    if (last >= 0 && at - last <= REACH) pairs.add(Math.imul(ids[last] as number, 31) ^ (ids[at] as number))
    last = at
  }
  return { single, pairs }
}
