// Is the line that was taken for a headline the last line of the item above? In one digest all headlines stand equally far
// above their byline, date or dateline; a head that stands farther has one line too many on top.
import type { Head } from './heads.ts'
import type { Look } from './look.ts'

const FEWEST = 3
const COMMON = 0.6
const FARTHEST = 5

/** The same heads, some moved down to the line at the distance that most have. */
export function settled(looks: readonly Look[], heads: readonly Head[]): readonly Head[] {
  const distances = heads.map((head) => distanceOf(looks, head.at))
  const usual = commonest(distances.filter((distance) => distance !== undefined))
  if (usual === undefined) return heads
  return heads.map((head, at) => {
    const distance = distances[at]
    if (at === 0 || distance === undefined || distance <= usual) return head
    const lower = storyLines(looks, head.at)[distance - usual]
    return lower !== undefined && looks[lower]?.headline === true ? { ...head, at: lower } : head
  })
}

/** Lines from a headline to the first line that says who, when or where from. */
function distanceOf(looks: readonly Look[], head: number): number | undefined {
  const index = storyLines(looks, head).findIndex((at) => {
    const look = looks[at]
    return look !== undefined && (look.byline || look.dated || look.dateline)
  })
  return index < 0 ? undefined : index
}

function storyLines(looks: readonly Look[], head: number): number[] {
  const lines: number[] = []
  for (let at = head; at < looks.length && lines.length < FARTHEST; at += 1) if (looks[at]?.story === true) lines.push(at)
  return lines
}

function commonest(distances: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const distance of distances) counts.set(distance, (counts.get(distance) ?? 0) + 1)
  const [usual, count] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [0, 0]
  return usual > 0 && count >= FEWEST && count >= distances.length * COMMON ? usual : undefined
}
