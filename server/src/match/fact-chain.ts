// Is it the same text although most words were swapped? Then names and numbers still stand in the same order and at the
// same distances, which no two reporters hit on. Found by a longest common subsequence of the names and numbers alone.
import { ORDINARY } from '../domain/comparable.ts'
import { extent, type Stretch } from './alignment.ts'
import type { Prepared } from './prepared.ts'
import { subsequence } from '../domain/subsequence.ts'
import * as limits from './thresholds.ts'

/** The stretch from the first to the last shared fact, equal words between them aligned; `undefined` where the texts do not keep step. */
export function factChain(left: Prepared, right: Prepared): Stretch | undefined {
  const [ones, others] = [placesOf(left), placesOf(right)]
  const fewer = Math.min(ones.length, others.length)
  if (fewer < limits.STEP_FACTS) return undefined
  const shared: { left: number[]; right: number[] } = { left: [], right: [] }
  const [oneIds, otherIds] = [ones.map((at) => left.ids[at] as number), others.map((at) => right.ids[at] as number)]
  subsequence(oneIds, 0, ones.length, otherIds, 0, others.length, shared)
  const pairs = { left: shared.left.map((at) => ones[at] as number), right: shared.right.map((at) => others[at] as number) }
  if (pairs.left.length < Math.max(limits.STEP_FACTS, fewer * limits.STEP_SHARE) || inStep(pairs) < limits.STEP_KEPT) return undefined
  const [one, other] = [extent(pairs.left), extent(pairs.right)]
  return Math.abs(one - other) > Math.max(one, other) * limits.STEP_DRIFT ? undefined : filled(left, right, pairs)
}

function placesOf(side: Prepared): Int32Array {
  const places: number[] = []
  for (let at = 0; at < side.length && places.length < limits.STEP_MOST_FACTS; at++) if (side.text.kinds[at] !== ORDINARY) places.push(at)
  return Int32Array.from(places)
}

/** Share of the steps between facts that are about as long in both texts; steps inside one name prove nothing. */
function inStep(pairs: Stretch): number {
  let steps = 0
  let kept = 0
  for (let at = 1; at < pairs.left.length; at++) {
    const one = (pairs.left[at] as number) - (pairs.left[at - 1] as number)
    const other = (pairs.right[at] as number) - (pairs.right[at - 1] as number)
    if (one === 1 && other === 1) continue
    steps++
    if (Math.abs(one - other) <= Math.max(1, Math.max(one, other) * limits.STEP_DRIFT)) kept++
  }
  return steps < limits.STEP_FACTS / 2 ? 0 : kept / steps
}

function filled(left: Prepared, right: Prepared, pairs: Stretch): Stretch {
  const all: { left: number[]; right: number[] } = { left: [], right: [] }
  for (let at = 0; at < pairs.left.length; at++) {
    const [i, j] = [pairs.left[at] as number, pairs.right[at] as number]
    if (at > 0) subsequence(left.ids, (pairs.left[at - 1] as number) + 1, i, right.ids, (pairs.right[at - 1] as number) + 1, j, all)
    all.left.push(i)
    all.right.push(j)
  }
  return all
}
