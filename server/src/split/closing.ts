// Does each item close with its opening line again? Digests made by feed readers do; a refrain or a pull quote does not tile the page.
import type { Look } from './look.ts'
import { bodyBetween } from './measure.ts'

export interface ClosedItem {
  /** Block numbers: its first line, and the line that repeats it. */
  readonly opening: number
  readonly closing: number
}

const SHORTEST_BODY = 20
const LONGEST_OPENING = 45

/** Items in order, without overlap; empty unless at least two of them stand side by side. */
export function closedItems(looks: readonly Look[]): readonly ClosedItem[] {
  const items = pairs(looks)
  const adjoining = items.filter((item, at) => {
    const before = items[at - 1]
    return before !== undefined && !looks.slice(before.closing + 1, item.opening).some((look) => look.paragraph)
  }).length
  return adjoining >= Math.max(1, Math.ceil((items.length - 1) * 0.5)) ? items : []
}

function pairs(looks: readonly Look[]): ClosedItem[] {
  const seen = new Map<string, number[]>()
  const items: ClosedItem[] = []
  let from = 0
  for (const [at, look] of looks.entries()) {
    if (!look.story || look.key === '' || look.words > LONGEST_OPENING || look.words < 2) continue
    const places = seen.get(stem(look.key)) ?? []
    const opening = places.findLast((place) => place >= from && repeats(looks, place, at))
    if (opening !== undefined) {
      items.push({ opening, closing: at })
      from = at + 1
      seen.clear()
    } else if (places.length < 6) seen.set(stem(look.key), [...places, at])
  }
  return items
}

// Cut headlines agree in their beginning.
const STEM = 24

function stem(key: string): string {
  return key.slice(0, STEM)
}

function repeats(looks: readonly Look[], opening: number, closing: number): boolean {
  const first = looks[opening]
  const last = looks[closing]
  if (first === undefined || last === undefined || !first.headline) return false
  if (bodyBetween(looks, opening + 1, closing) < SHORTEST_BODY) return false
  if (first.key === last.key) return true
  const followed = looks[closing + 1]?.block.furniture === 'read-more'
  return followed && (first.key.startsWith(last.key) || last.key.startsWith(first.key)) && last.key.length >= STEM
}
