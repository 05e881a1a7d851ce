// Which equal runs belong together? Colinear chains: the same order in both texts, small gaps, little drift.
// Best predecessor over a bounded look-back (as minimap2 chains its anchors, Li 2018), best chain taken first.
import type { Runs } from './seeds.ts'
import { CHAIN_DRIFT, CHAIN_GAP, CHAIN_LOOK_BACK } from './thresholds.ts'

/** Indexes of runs, in order. Chains come best first; no run is in two. */
export function chainsOf(runs: Runs): readonly (readonly number[])[] {
  const { score, before } = bestPredecessors(runs)
  const order = Array.from(score.keys()).sort((one, other) => (score[other] as number) - (score[one] as number) || one - other)
  const taken = new Uint8Array(runs.count)
  const chains: number[][] = []
  for (const last of order) {
    const chain: number[] = []
    for (let run = last; run !== -1 && taken[run] === 0; run = before[run] as number) {
      taken[run] = 1
      chain.push(run)
    }
    if (chain.length > 0) chains.push(chain.reverse())
  }
  return chains
}

function bestPredecessors(runs: Runs): { readonly score: Float64Array; readonly before: Int32Array } {
  const score = new Float64Array(runs.count)
  const before = new Int32Array(runs.count).fill(-1)
  for (let run = 0; run < runs.count; run++) {
    let best = 0
    for (let back = run - 1; back >= 0 && back >= run - CHAIN_LOOK_BACK; back--) {
      const gained = gain(runs, back, run)
      if (gained === undefined) continue
      const total = (score[back] as number) + gained
      if (total > best) {
        best = total
        before[run] = back
      }
    }
    score[run] = best + (runs.length[run] as number)
  }
  return { score, before }
}

/** What the step from one run to the next costs (at most 0); `undefined` where they are not colinear and near. */
function gain(runs: Runs, from: number, to: number): number | undefined {
  const leftGap = (runs.left[to] as number) - (runs.left[from] as number) - (runs.length[from] as number)
  const rightGap = (runs.right[to] as number) - (runs.right[from] as number) - (runs.length[from] as number)
  if (leftGap > CHAIN_GAP || rightGap > CHAIN_GAP) return undefined
  const overlap = Math.max(0, -leftGap, -rightGap)
  if (overlap >= (runs.length[to] as number) || (runs.right[to] as number) <= (runs.right[from] as number)) return undefined
  const drift = Math.abs(leftGap - rightGap)
  if (drift > CHAIN_DRIFT) return undefined
  return -overlap - drift * 0.2
}
