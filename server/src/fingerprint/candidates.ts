// Which of the holders are worth a closer look? Those that share enough rare prints with one segment, best first.
// A print held by more than the cap is looked at through its oldest holders only, and counts where rare ones do not
// suffice: else the 151st copy of a wire story, all of whose prints are common, would find nobody.
import type { Fingerprint } from '../domain/fingerprint.ts'
import { BEST_A_SEGMENT, HOLDER_CAP, SHARED_COMMON, SHARED_NAME_PAIRS, SHARED_SHINGLES } from './thresholds.ts'

/** Row numbers by print, oldest first, at most `HOLDER_CAP` of each; a list of that length counts as cut off. */
export interface Holders {
  readonly shingle: ReadonlyMap<number, Int32Array>
  readonly name: ReadonlyMap<number, Int32Array>
}

export interface RankedRow {
  readonly row: number
  /** Sum of ln(N/df) over the shared prints (Alonso 2013 weighs news shingles likewise). */
  readonly score: number
  readonly sharedShingles: number
  readonly sharedNames: number
}

interface Tally {
  readonly row: number
  rare: number
  common: number
  score: number
}

/** Best first; among equals the older row. `total`: articles in the archive. */
export function rankCandidates(print: Fingerprint, holders: Holders, total: number): readonly RankedRow[] {
  const ranked = new Map<number, RankedRow>()
  for (const segment of print.shingles) {
    const enough = Math.min(SHARED_SHINGLES, segment.length)
    const enoughCommon = Math.max(enough, Math.ceil(segment.length * SHARED_COMMON))
    for (const tally of best(segment, holders.shingle, total, enough, enoughCommon)) {
      const before = ranked.get(tally.row)
      if (before !== undefined && before.score >= tally.score) continue
      ranked.set(tally.row, { row: tally.row, score: tally.score, sharedShingles: tally.rare + tally.common, sharedNames: 0 })
    }
  }
  const enoughCommonNames = Math.max(SHARED_NAME_PAIRS, Math.ceil(print.names.length * SHARED_COMMON))
  for (const tally of best(print.names, holders.name, total, SHARED_NAME_PAIRS, enoughCommonNames)) {
    const before = ranked.get(tally.row)
    const sharedNames = tally.rare + tally.common
    ranked.set(tally.row, { row: tally.row, score: (before?.score ?? 0) + tally.score, sharedShingles: before?.sharedShingles ?? 0, sharedNames })
  }
  return [...ranked.values()].sort((one, other) => other.score - one.score || one.row - other.row)
}

function best(prints: Int32Array, holders: ReadonlyMap<number, Int32Array>, total: number, enough: number, enoughCommon: number): readonly Tally[] {
  const tallies = new Map<number, Tally>()
  for (const print of prints) {
    const rows = holders.get(print)
    if (rows === undefined) continue
    const common = rows.length >= HOLDER_CAP
    const weight = Math.log((total + 1) / rows.length)
    for (const row of rows) {
      let tally = tallies.get(row)
      if (tally === undefined) tallies.set(row, (tally = { row, rare: 0, common: 0, score: 0 }))
      if (common) tally.common++
      else tally.rare++
      tally.score += weight
    }
  }
  const kept: Tally[] = []
  for (const tally of tallies.values()) if (tally.rare >= enough || tally.rare + tally.common >= enoughCommon) kept.push(tally)
  return kept.sort((one, other) => other.score - one.score || one.row - other.row).slice(0, BEST_A_SEGMENT)
}
