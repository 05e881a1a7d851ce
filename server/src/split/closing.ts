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
const SHORTEST_OPENING = 3

/**
 * Items in order, without overlap. Empty unless at least two of them tile the page: each but a few begins where the one
 * before it closed, and little running text stands outside of them.
 */
export function closedItems(looks: readonly Look[]): readonly ClosedItem[] {
  const items = pairs(looks)
  if (items.length < 2) return []
  const adjoining = items.filter((item, at) => at > 0 && bodyBetween(looks, (items[at - 1]?.closing ?? 0) + 1, item.opening) < SHORTEST_BODY).length
  const inside = items.reduce((sum, item) => sum + bodyBetween(looks, item.opening, item.closing), 0)
  const all = bodyBetween(looks, 0, looks.length)
  return adjoining >= (items.length - 1) * ADJOINING && inside >= all * COVERED ? items : []
}

const ADJOINING = 0.6
const COVERED = 0.6

/** How often each line occurs: an item's headline twice, thrice with a table of contents; `Pros`, `Buy now` ever again. */
function countKeys(looks: readonly Look[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const look of looks) if (look.story && look.key !== '') counts.set(look.key, (counts.get(look.key) ?? 0) + 1)
  return counts
}

function pairs(looks: readonly Look[]): ClosedItem[] {
  const seen = new Map<string, number[]>()
  const items: ClosedItem[] = []
  const counts = countKeys(looks)
  let from = 0
  for (const [at, look] of looks.entries()) {
    const key = look.story ? look.key : linkedKey(look)
    if (key === '' || look.words > LONGEST_OPENING || look.words < SHORTEST_OPENING) continue
    if ((counts.get(key) ?? 0) > 3) continue
    const places = seen.get(stem(key)) ?? []
    const opening = places.findLast((place) => place >= from && repeats(looks, place, at, key))
    if (opening !== undefined) {
      items.push({ opening, closing: at })
      from = at + 1
      seen.clear()
    } else if (look.story && places.length < 6) seen.set(stem(key), [...places, at])
  }
  return items
}

// Cut headlines agree in their beginning.
const STEM = 24

function stem(key: string): string {
  return key.slice(0, STEM)
}

function repeats(looks: readonly Look[], opening: number, closing: number, last: string): boolean {
  const first = looks[opening]
  if (first === undefined || !first.headline) return false
  if (bodyBetween(looks, opening + 1, closing) < SHORTEST_BODY) return false
  if (first.key === last) return true
  const followed = looks[closing]?.story === false || looks[closing + 1]?.block.furniture === 'read-more'
  return followed && (first.key.startsWith(last) || last.startsWith(first.key)) && last.length >= STEM
}

const LINK_WORDS = /^(?:read (?:more|on|the (?:full|whole) (?:story|article))|continue reading|(?:full )?(?:story|article)|more|link|source|weiterlesen|mehr(?: dazu)?|lire la suite|leer más|seguir leyendo|leggi tutto|lees (?:meer|verder)|leia mais) /

/** The headline that a link to the whole story names on one line: `Read more: Council votes to …`. */
function linkedKey(look: Look): string {
  const reason = look.block.furniture
  const linked = (reason === 'read-more' || reason === 'related-links') && LINK_WORDS.exec(look.key)
  return linked ? look.key.slice(linked[0].length) : ''
}
