// How do two states of the same clusters differ? Counted over clusters of several: those that come and go, that fall
// apart, and that grow together.
import type { Outline } from '../store/port.ts'

export interface Shift {
  readonly more: number
  readonly fewer: number
  readonly split: number
  readonly merged: number
  /** All that hold other articles than before, the new and the gone among them. */
  readonly changed: number
}

export function shiftOf(before: readonly Outline[], after: readonly Outline[]): Shift {
  const [old, fresh] = [several(before), several(after)]
  const difference = fresh.length - old.length
  const same = new Set(old.map((members) => members.join()))
  const kept = fresh.filter((members) => same.has(members.join())).length
  const [oldPlaces, freshPlaces] = [placesIn(before), placesIn(after)]
  const wereSeveral = new Set(old.flat())
  return {
    more: Math.max(0, difference),
    fewer: Math.max(0, -difference),
    split: old.filter((members) => spread(members, freshPlaces) > 1).length,
    merged: fresh.filter((members) => spread(members.filter((article) => wereSeveral.has(article)), oldPlaces) > 1).length,
    changed: Math.max(old.length, fresh.length) - kept,
  }
}

function several(outlines: readonly Outline[]): readonly (readonly string[])[] {
  return outlines.map(({ held }) => held.flatMap((text) => text.articles).sort()).filter((members) => members.length > 1)
}

function placesIn(outlines: readonly Outline[]): ReadonlyMap<string, string> {
  return new Map(outlines.flatMap(({ id, held }) => held.flatMap((text) => text.articles.map((article) => [article, id] as const))))
}

/** Over how many clusters are these spread? */
function spread(members: readonly string[], places: ReadonlyMap<string, string>): number {
  return new Set(members.flatMap((article) => places.get(article) ?? [])).size
}
